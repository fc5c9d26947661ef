"""`dxbook read-report` over the real command line: files in, proposals out, nothing written."""

from __future__ import annotations

import hashlib
import json
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from dxbook.errors import UsageError
from dxbook.reading import read_file

#: The officer reads Vietnamese.
pytestmark = pytest.mark.usefixtures("in_vietnamese")
PROPOSAL = [
    "indicator", "scope", "measure", "value", "qualifier", "numerator", "denominator", "unit",
    "quote", "start", "end", "score", "note",
]  # fmt: skip
REPORT = """KẾT QUẢ CHUYỂN ĐỔI SỐ NĂM 2031
Tỷ lệ dân số có điện thoại thông minh đạt trên 90,5%.
144/225 (64%) đài truyền thanh cấp xã ứng dụng công nghệ thông tin - viễn thông.
Toàn tỉnh có 2.104 trạm BTS.
"""


def digest(folder: Path) -> str:
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return hashlib.sha256(b"".join(p.read_bytes() for p in files)).hexdigest()


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.txt"
    path.write_text(REPORT, "utf-8")
    return path


def test_json_has_the_promised_form_and_nothing_is_written(sources: Any, report_file: Path) -> None:
    before = digest(sources.root / "data")
    ended = sources.dxbook("read-report", str(report_file), "--year", "2031", "--json")
    assert ended.returncode == 0, ended.stderr
    read = json.loads(ended.stdout)
    assert list(read) == ["year", "proposals", "unclaimed"]
    assert read["year"] == 2031
    assert all(list(p) == PROPOSAL for p in read["proposals"])
    phones, stations = read["proposals"]
    assert (phones["indicator"], phones["value"], phones["qualifier"]) == (
        "smartphone_share", "90.5", "over",
    )  # fmt: skip
    assert (stations["value"], stations["numerator"], stations["denominator"]) == (
        "64", "144", "225",
    )  # fmt: skip
    assert all(REPORT[p["start"] : p["end"]] == p["quote"] for p in read["proposals"])
    assert read["unclaimed"] == [
        {"token": "2.104", "start": REPORT.index("2.104"), "quote": "Toàn tỉnh có 2.104 trạm BTS"}
    ]
    assert digest(sources.root / "data") == before
    assert not (sources.root / "data" / "2031").exists()


def test_a_person_is_told_in_vietnamese(sources: Any, report_file: Path) -> None:
    ended = sources.dxbook("read-report", str(report_file), "--year", "2031")
    assert "2 số liệu đọc được khá chắc, 0 chưa chắc, 1 con số" in ended.stdout
    assert "Dân số có điện thoại thông minh (dân số): over 90.5 %" not in ended.stdout
    assert "Dân số có điện thoại thông minh (dân số): trên 90,5%" in ended.stdout


def test_the_2022_source_is_read_in_a_few_seconds(sources: Any) -> None:
    began = time.perf_counter()
    ended = sources.dxbook("read-report", "data/2022/source.vi.txt", "--year", "2022", "--json")
    assert time.perf_counter() - began < 20
    values = {
        (p["indicator"], p["scope"], p["measure"]): Decimal(p["value"])
        for p in json.loads(ended.stdout)["proposals"]
    }
    assert values["online_share", "communes", "level"] == Decimal("38.26")
    assert values["online_share", "communes", "change"] == Decimal("5.86")
    assert values["eid_level_2", "province", "level"] == Decimal("292.49")


def test_a_word_file_is_read_with_its_tables_in_order(sources: Any, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Tỷ lệ dân số có điện thoại thông minh đạt 80,6%.")
    table = document.add_table(rows=2, cols=4)
    rows = (
        ("TT", "Chỉ tiêu", "Đơn vị", "Thực hiện năm 2023"),
        ("1", "Tỷ lệ hộ gia đình có Internet cáp quang băng rộng", "%", "72,1"),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Toàn tỉnh có 2.104 trạm BTS.")
    path = tmp_path / "bao-cao.docx"
    document.save(str(path))
    text = read_file(path)
    assert text.splitlines() == [
        "Tỷ lệ dân số có điện thoại thông minh đạt 80,6%.",
        *(" | ".join(row) for row in rows),
        "Toàn tỉnh có 2.104 trạm BTS.",
    ]
    ended = sources.dxbook("read-report", str(path), "--year", "2023", "--json")
    read = json.loads(ended.stdout)
    assert [(p["indicator"], p["value"]) for p in read["proposals"]] == [
        ("smartphone_share", "80.6"),
        ("fibre_households", "72.1"),
    ]
    assert all(text[p["start"] : p["end"]] == p["quote"] for p in read["proposals"])


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("bao-cao.pdf", b"%PDF-1.7", "chỉ đọc được báo cáo .docx và .txt"),
        ("bao-cao.txt", b"b\xe1o c\xe1o", "không phải văn bản UTF-8"),
        ("bao-cao.docx", b"not a zip", "không mở được như tệp Word"),
        ("khong-co.txt", None, "Không có tệp"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_message(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=message):
        read_file(path)


def test_what_is_not_a_year_is_refused(sources: Any, report_file: Path) -> None:
    ended = sources.dxbook("read-report", str(report_file), "--year", "20231")
    assert ended.returncode == 2
    assert "20231 không phải là một năm báo cáo" in ended.stderr


def test_a_report_of_another_year_is_said_to_be_one(sources: Any) -> None:
    ended = sources.dxbook("read-report", "data/2022/source.vi.txt", "--year", "2023", "--json")
    assert "Báo cáo nói về năm 2022, không phải năm 2023" in ended.stderr
    read = json.loads(ended.stdout)
    assert len(read["proposals"]) >= 65
    assert all("không phải năm 2023" in p["note"] for p in read["proposals"])
