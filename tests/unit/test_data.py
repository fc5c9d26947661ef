"""Rows as text: what is read from a cell, and what is said when it cannot be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dxbook.data.schema import YEAR_TABLES
from dxbook.data.sources import inside
from dxbook.data.tables import Row
from dxbook.errors import DataError, PageFailed, PagesFailed, Problem


def row(**cells: str) -> Row:
    return Row("data/2022/observations.csv", 7, cells)


def test_an_absent_column_reads_as_empty() -> None:
    assert row(value="82")["note"] == ""


def test_precision_survives() -> None:
    assert str(row(value="66.40").number_in("value")) == "66.40"


def test_an_empty_cell_is_no_number() -> None:
    assert row(value="").number_in("value") is None


@pytest.mark.parametrize("cell", ["82%", "88,48", "1.499.000", " 5", "5 ", "1e3", "+5", ".5", "5."])
def test_only_a_plain_decimal_is_a_number(cell: str) -> None:
    with pytest.raises(DataError) as refused:
        row(value=cell).number_in("value")
    assert "data/2022/observations.csv, row 7, column value" in str(refused.value)
    assert repr(cell) in str(refused.value)
    assert "such as 66.40" in str(refused.value)


def test_digits_of_other_scripts_are_not_a_number() -> None:
    with pytest.raises(DataError):
        row(value="٣").number_in("value")


def test_an_offset_is_a_whole_number() -> None:
    assert row(start="725").integer("start") == 725
    with pytest.raises(DataError, match=r"'7\.5' is not a whole number"):
        row(start="7.5").integer("start")


def test_a_cell_of_ids_is_split_at_spaces() -> None:
    assert row(scopes="communes  districts").words("scopes") == ("communes", "districts")


def test_validity_is_read_from_days() -> None:
    validity = row(valid_from="", valid_to="2025-06-30").validity()
    assert (validity.start, validity.end) == (None, date(2025, 6, 30))


@pytest.mark.parametrize("cell", ["30/6/2025", "2025-06-31", "2025"])
def test_a_day_that_is_not_one_is_said(cell: str) -> None:
    with pytest.raises(DataError, match=r"column valid_to: .* is not a day such as 2025-06-30"):
        row(valid_to=cell).validity()


def test_both_languages_of_a_text_are_read_together() -> None:
    assert row(name_vi="xã", name_en="commune").text("name")["vi"] == "xã"


def test_a_problem_says_file_row_and_column_as_far_as_they_are_known() -> None:
    assert str(Problem("data/x.csv", None, None, "is missing")) == "data/x.csv: is missing"
    assert str(Problem("data/x.csv", 3, None, "is bad")) == "data/x.csv, row 3: is bad"
    assert (
        str(Problem("data/x.csv", 3, "unit", "is bad")) == "data/x.csv, row 3, column unit: is bad"
    )


def test_all_problems_are_in_one_message() -> None:
    problems = [Problem("a.csv", 2, "x", "one"), Problem("b.csv", 3, "y", "two")]
    error = DataError(problems)
    assert str(error).startswith("2 problems in the data:\n")
    assert all(str(problem) in str(error) for problem in problems)
    assert str(DataError(problems[:1])).startswith("1 problem in the data:")
    assert error.exit_code == 2


def test_a_failed_page_exits_as_its_cause_asks() -> None:
    code = PageFailed("society", 6, "ZeroDivisionError: division by zero", None)
    bad = PageFailed("society", 6, "There is no value 'x'.", None, exit_code=2)
    assert code.exit_code == 1
    assert PagesFailed([code, bad]).exit_code == 2
    assert "page society, cell 6: ZeroDivisionError" in str(PagesFailed([code, bad]))


def test_every_year_may_have_the_same_tables() -> None:
    assert set(YEAR_TABLES) == {"observations", "standings", "statements", "rulings"}


def test_a_decimal_is_kept_as_it_was_written() -> None:
    assert row(value="-0.04").number_in("value") == Decimal("-0.04")


@pytest.mark.parametrize("path", ["../secret", "2022/../../secret", "/etc/hostname"])
def test_a_path_that_leads_out_of_its_folder_is_refused(path: str) -> None:
    with pytest.raises(DataError, match=r"leads out of data/; name a file inside it"):
        inside(Path("data"), path, "data/sources.csv")


def test_a_path_inside_its_folder_is_taken() -> None:
    found = inside(Path("data"), "2022/source.vi.txt", "data/sources.csv")
    assert found.parts[-3:] == ("data", "2022", "source.vi.txt")
