"""One workbook for each reporting unit, and what they say together."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from dxbook.errors import UsageError
from dxbook.workbook import WorkbookError
from dxbook.year import plan_import, workbooks_of

from ..officer import SMARTPHONE, Officer, in_vietnamese

TEAMS = ("community_teams_trained", "province")


@pytest.fixture(scope="module")
def cut(made_2023: Path) -> dict[str, bytes]:
    """The workbook of 2023 in parts, by name."""
    with in_vietnamese():
        return workbooks_of(made_2023, 2023, by_supplier=True)


@pytest.fixture
def parts(cut: dict[str, bytes], tmp_path: Path) -> dict[str, Path]:
    """Files of one's own with the parts."""
    folder = tmp_path / "parts"
    folder.mkdir()
    for name, content in cut.items():
        (folder / name).write_bytes(content)
    return {name: folder / name for name in cut}


def lines(path: Path) -> set[tuple[str, str, str]]:
    sheet = openpyxl.load_workbook(path)["Số liệu"]
    rows = sheet.iter_rows(min_row=2, values_only=True)
    return {(row[0], row[3], row[4]) for row in rows if row[0]}


def test_every_line_is_in_one_part_and_only_one(officer: Officer, parts: dict[str, Path]) -> None:
    assert {"chung.xlsx", "so-thong-tin-va-truyen-thong.xlsx"} <= set(parts)
    cut = [lines(path) for path in parts.values()]
    assert set.union(*cut) == lines(officer.workbook)
    assert sum(map(len, cut)) == len(lines(officer.workbook))
    assert (*TEAMS, "mức") in lines(parts["so-thong-tin-va-truyen-thong.xlsx"])


def test_parts_are_imported_one_after_another(officer: Officer, parts: dict[str, Path]) -> None:
    officer.fill({TEAMS: {"Giá trị": 2400}}, file=parts["so-thong-tin-va-truyen-thong.xlsx"])
    officer.fill({SMARTPHONE: {"Giá trị": 83.5}}, file=parts["chung.xlsx"])
    for name in ("so-thong-tin-va-truyen-thong.xlsx", "chung.xlsx"):
        assert officer.bring_in(parts[name]) == 1
        assert officer.bring_in(parts[name]) == 0
    assert (officer.row(TEAMS)["value"], officer.row(SMARTPHONE)["value"]) == ("2400", "83.5")
    assert "(phần Sở Thông tin và Truyền thông), Số liệu!I" in officer.row(TEAMS)["note"]


def test_an_untouched_whole_workbook_takes_nothing_back(
    officer: Officer, parts: dict[str, Path]
) -> None:
    officer.fill({TEAMS: {"Giá trị": 2400}}, file=parts["so-thong-tin-va-truyen-thong.xlsx"])
    officer.bring_in(parts["so-thong-tin-va-truyen-thong.xlsx"])
    assert officer.bring_in(officer.workbook) == 0
    assert officer.row(TEAMS)["value"] == "2400"


def test_two_parts_that_disagree_are_a_clear_error(
    officer: Officer, parts: dict[str, Path], tmp_path: Path
) -> None:
    part = parts["so-thong-tin-va-truyen-thong.xlsx"]
    one = officer.fill({TEAMS: {"Giá trị": 2400}}, file=part, to=tmp_path / "một.xlsx")
    two = officer.fill({TEAMS: {"Giá trị": 2401}}, file=part, to=tmp_path / "hai.xlsx")
    officer.bring_in(one)
    with pytest.raises(WorkbookError) as caught:
        plan_import(officer.root, two)
    said = str(caught.value)
    assert "Sheet «Số liệu», ô I" in said
    assert "tệp này ghi 2401, nhưng [một.xlsx (phần Sở Thông tin và Truyền thông)" in said
    assert "đã nhập 2400 (community_teams_trained.province)" in said
    assert officer.row(TEAMS)["value"] == "2400"
    officer.bring_in(two, replace=True)
    assert officer.row(TEAMS)["value"] == "2401"


def test_a_whole_workbook_that_disagrees_with_a_part_is_an_error(
    officer: Officer, parts: dict[str, Path]
) -> None:
    part = parts["so-thong-tin-va-truyen-thong.xlsx"]
    officer.bring_in(officer.fill({TEAMS: {"Giá trị": 2400}}, file=part))
    officer.fill({TEAMS: {"Giá trị": 2500}})
    with pytest.raises(WorkbookError, match="tệp này ghi 2500"):
        plan_import(officer.root, officer.workbook)


def test_two_parts_that_agree_change_nothing_more(
    officer: Officer, parts: dict[str, Path], tmp_path: Path
) -> None:
    part = parts["so-thong-tin-va-truyen-thong.xlsx"]
    one = officer.fill({TEAMS: {"Giá trị": 2400}}, file=part, to=tmp_path / "một.xlsx")
    two = officer.fill({TEAMS: {"Giá trị": "2.400"}}, file=part, to=tmp_path / "hai.xlsx")
    officer.bring_in(one)
    assert officer.bring_in(two) == 0


def test_a_part_sent_again_with_its_correction_is_followed(
    officer: Officer, parts: dict[str, Path]
) -> None:
    part = parts["so-thong-tin-va-truyen-thong.xlsx"]
    for value in (2400, 2410):
        officer.bring_in(officer.fill({TEAMS: {"Giá trị": value}}, file=part))
    assert officer.row(TEAMS)["value"] == "2410"


def test_what_was_mended_in_the_data_is_not_overwritten_by_an_older_workbook(
    officer: Officer,
) -> None:
    table = officer.root / "data/2023/observations.csv"
    text = table.read_text(encoding="utf-8")
    blank = "smartphone_share,population,level,,,,,percent,not-reported"
    assert blank in text
    mended = "smartphone_share,population,level,81,,,,percent,reported"
    table.write_text(text.replace(blank, mended), encoding="utf-8")
    officer.fill({SMARTPHONE: {"Giá trị": 82}})
    with pytest.raises(WorkbookError, match="sách đã được sửa, ghi 81"):
        plan_import(officer.root, officer.workbook)


def test_a_year_that_is_not_there_has_no_workbook(made_2023: Path) -> None:
    with pytest.raises(UsageError, match="Sách chưa có năm 2024"):
        workbooks_of(made_2023, 2024)
