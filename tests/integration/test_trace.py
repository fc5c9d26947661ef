"""Every number of the real report is accounted for, over the real command line."""

import json
from typing import Any

VIETNAMESE = {"DXBOOK_LANG": "vi"}
REASONS = {"năm", "ngày, tháng", "độ tuổi trong định nghĩa", "tên của một mức"}


def test_no_number_of_the_report_is_left_over(sources: Any) -> None:
    ended = sources.dxbook("trace", "--year", "2022", "--json", environment=VIETNAMESE)
    assert ended.returncode == 0, ended.stderr
    trace = json.loads(ended.stdout)
    assert list(trace) == ["source", "tokens", "traced", "set_aside", "untraced"]
    assert trace["tokens"] == 88
    assert trace["untraced"] == []
    assert trace["traced"] + len(trace["set_aside"]) == trace["tokens"]
    assert len(trace["set_aside"]) <= 20
    assert {token["reason"] for token in trace["set_aside"]} == REASONS


def test_each_number_stands_where_the_trace_says(sources: Any) -> None:
    trace = json.loads(sources.dxbook("trace", "--json", environment=VIETNAMESE).stdout)
    text = (sources.root / trace["source"]).read_text(encoding="utf-8")
    for token in trace["set_aside"]:
        start = token["offset"]
        assert text[start : start + len(token["token"])] == token["token"]
        assert text.count("\n", 0, start) + 1 == token["line"]


def test_the_trace_for_people_says_what_is_shared(sources: Any) -> None:
    ended = sources.dxbook("trace", environment=VIETNAMESE)
    assert "88 con số; 72 có trong số liệu, 16 để ngoài, 0 chưa rõ" in ended.stdout
    assert "637.760" in ended.stdout
    assert "dossiers_received.province, online_share.province" in ended.stdout


def test_a_year_without_data_is_a_usage_error(sources: Any) -> None:
    ended = sources.dxbook("trace", "--year", "1999")
    assert ended.returncode == 2
    assert "1999" in ended.stderr
    assert "Traceback" not in ended.stderr
