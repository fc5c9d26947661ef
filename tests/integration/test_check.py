"""The real data against itself, its rulings, and the command that says so."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from dxbook.audit import RULES, Audit, audit
from dxbook.data import read_report

ROOT = Path(__file__).parents[2]
VIETNAMESE = {"DXBOOK_LANG": "vi"}
with (ROOT / "data/2022/rulings.csv").open(encoding="utf-8", newline="") as file:
    RULINGS = list(csv.DictReader(file))

#: What the 2022 source holds against itself, each by the rule that must find it.
FAULTS = {
    "number-cut-short": ["eid_level_2.province"],
    "change-without-unit": ["dossiers_received.one-stop-centre.change"],
    "same-value-twice": ["dossiers_received.one-stop-centre", "online_share.one-stop-centre"],
    "scopes-and-whole": ["dossiers_received.province"],
    "more-than-there-is": ["dossiers_received.one-stop-centre"],
    "decimal-marks": ["phu-tho-2022"],
    "shares-average": ["online_share.province"],
    "qualifier-before-exact-number": ["connection_points.province"],
    "points-and-meetings": ["connection_points.province"],
    "percent-or-points": [
        "online_share.communes.change", "online_share.districts.change",
        "online_share.one-stop-centre.change", "online_share.province.change",
    ],
    "denominator-unstated": [
        "chip_id_share.eligible-citizens", "dx_staff.agencies-districts",
        "full_process_share.province", "lan_server_model.agencies-districts",
        "plans_budgets.communes", "steering_committees.communes",
    ],
    "doubled-words": ["dossiers_received.communes", "ict_skills.population"],
}  # fmt: skip
#: What the source says that holds, and must be shown to.
HOLDS = [
    ("share-and-rest", "dx_staff.agencies-districts", "37 đến 44"),
    ("share-of-counts", "ict_loudspeakers.communes", "144/225 = 64%"),
    ("parts-and-whole", "online_meetings.province", "296"),
    ("share-of-counts", "online_share.province", "564.270/637.760 = 88,48%"),
    ("share-of-counts", "online_share.districts", "133.511/167.031 = 79,93%"),
    ("share-of-counts", "online_share.communes", "88.298/230.773 = 38,26%"),
    ("count-and-list", "full_loudspeakers.districts", "4"),
    ("count-and-list", "units_without_dx_staff.agencies-districts", "2"),
    ("derived-value", "national_portal_procedures.province.previous", "572"),
]


@pytest.fixture(scope="module")
def seen() -> Audit:
    """What the audit sees in the report of 2022."""
    return audit(read_report(ROOT).for_year(2022))


def write_rulings(root: Path, rows: list[dict[str, str]]) -> None:
    with (root / "data/2022/rulings.csv").open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, RULINGS[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_the_faults_of_the_source_are_found_and_no_others(seen: Audit) -> None:
    found: dict[str, list[str]] = {}
    for finding in seen.findings:
        found.setdefault(finding.rule, []).append(finding.subject)
    assert {rule: sorted(subjects) for rule, subjects in found.items()} == FAULTS


@pytest.mark.parametrize(("rule", "subject", "words"), HOLDS)
def test_a_check_that_holds_is_shown_too(seen: Audit, rule: str, subject: str, words: str) -> None:
    holds = seen.holds
    assert any(h.rule == rule and h.subject == subject and words in h.message["vi"] for h in holds)


def test_the_sum_that_a_correction_was_made_from_is_not_shown_as_holding(seen: Audit) -> None:
    held = {(h.rule, h.subject) for h in seen.holds}
    assert ("parts-and-whole", "eid_accounts.province") not in held


def test_the_shares_by_level_are_reckoned_both_ways(seen: Audit) -> None:
    message = next(f.message["vi"] for f in seen.findings if f.rule == "shares-average")
    assert "72,40%" in message
    assert "786.079/1.035.564 = 75,91%" in message


def test_every_finding_has_a_ruling_in_both_languages_and_the_check_ends_well(
    sources: Any,
) -> None:
    ended = sources.dxbook("check", environment=VIETNAMESE)
    assert ended.returncode == 0, ended.stdout
    assert "0 chưa có cách xử lý" in ended.stdout
    for ruling in RULINGS:
        assert ruling["reason_vi"]
        assert ruling["reason_en"]


def test_the_check_as_json_has_the_shape_that_was_promised(sources: Any) -> None:
    ended = sources.dxbook("check", "--year", "2022", "--json", environment=VIETNAMESE)
    shown = json.loads(ended.stdout)
    assert list(shown) == ["year", "findings", "holds"]
    for finding in shown["findings"]:
        assert list(finding) == [
            "id", "rule", "severity", "subject", "where", "message", "ruling",
        ]  # fmt: skip
        assert list(finding["where"]) == ["file", "row", "column"]
        assert finding["id"] == f"{finding['rule']}/{finding['subject']}"
        if finding["ruling"] is not None:
            assert finding["ruling"]["decision"] in ("as-reported", "corrected", "explained")
    assert {tuple(hold) for hold in shown["holds"]} == {("rule", "subject", "message")}


def test_the_correction_is_the_one_ruled_on() -> None:
    report = read_report(ROOT).for_year(2022)
    level_2 = report.observation("eid_level_2")
    assert level_2 is not None
    assert (str(level_2.value), level_2.best) == ("292.49", 292494)


@pytest.mark.parametrize("missing", RULINGS, ids=lambda ruling: ruling["finding"])
def test_without_any_one_ruling_its_finding_comes_back(
    missing: dict[str, str], sources: Any, tmp_path: Path
) -> None:
    copy = sources.copy(tmp_path / "book")
    write_rulings(copy.root, [r for r in RULINGS if r is not missing])
    unruled = [f.id for f in audit(read_report(copy.root).for_year(2022)).unruled]
    assert missing["finding"] in unruled


@pytest.mark.parametrize("moved", RULINGS, ids=lambda ruling: ruling["finding"])
def test_a_ruling_on_another_value_does_not_cover(
    moved: dict[str, str], sources: Any, tmp_path: Path
) -> None:
    copy = sources.copy(tmp_path / "book")
    write_rulings(copy.root, [{**r, "value": "1"} if r is moved else r for r in RULINGS])
    unruled = [f.id for f in audit(read_report(copy.root).for_year(2022)).unruled]
    assert moved["finding"] in unruled


def test_the_check_fails_and_says_what_to_do_when_a_value_moves(
    sources: Any, tmp_path: Path
) -> None:
    copy = sources.copy(tmp_path / "book")
    table = copy.root / "data/2022/observations.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(
        text.replace(
            "full_process_share,province,level,75.8", "full_process_share,province,level,78.5"
        ),
        encoding="utf-8",
    )
    ended = copy.dxbook("check", environment=VIETNAMESE)
    assert ended.returncode == 1
    first = ended.stdout.index("CHƯA CÓ CÁCH XỬ LÝ")
    assert first < ended.stdout.index("ĐÃ CÓ CÁCH XỬ LÝ")
    assert "value-in-quote/full_process_share.province" in ended.stdout
    assert "số liệu đã đổi nên phải xem lại" in ended.stdout
    assert "Việc cần làm" in ended.stdout


def test_prose_that_lies_fails_the_check(sources: Any, tmp_path: Path) -> None:
    copy = sources.copy(tmp_path / "book")
    page = copy.root / "data/2022/commentary/society.vi.md"
    with page.open("a", encoding="utf-8") as text:
        text.write("\n\nTỷ lệ cấp xã giảm còn {glue:}`online_share.communes`, đạt 38,26%.\n")
    ended = copy.dxbook("check", "--json", environment=VIETNAMESE)
    assert ended.returncode == 1
    findings = json.loads(ended.stdout)["findings"]
    rules = [f["rule"] for f in findings if f["where"]["file"].endswith("/society.vi.md")]
    assert sorted(rules) == ["prose-direction", "prose-numeral"]


def test_the_rules_are_explained_by_running_them(sources: Any) -> None:
    for lang, word in (("vi", "ví dụ"), ("en", "example")):
        ended = sources.dxbook("check", "--rules", "--lang", lang)
        assert ended.returncode == 0
        for name in RULES:
            assert f"{name} [" in ended.stdout
        assert ended.stdout.count(f"  {word}: «") == ended.stdout.count("    → ")


def test_bad_data_is_one_message_and_exit_code_two(sources: Any, tmp_path: Path) -> None:
    copy = sources.copy(tmp_path / "book")
    (copy.root / "data/2022/rulings.csv").write_text("finding,decision\n", encoding="utf-8")
    ended = copy.dxbook("check", environment=VIETNAMESE)
    assert ended.returncode == 2
    assert "rulings.csv" in ended.stderr
    assert "Traceback" not in ended.stderr
