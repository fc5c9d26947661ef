"""The workbook as the officer opens it."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dxbook.workbook.sheets.formulas import differs_from
from dxbook.workbook.sheets.xlsx import write_text

from ..officer import DOCUMENTS, ONLINE, SMARTPHONE, cell_of, columns_of, row_of

#: The columns that the officer's guide names, in this order.
COLUMNS = [
    "Mã chỉ tiêu", "Chỉ tiêu", "Phạm vi", "Mã phạm vi", "Loại số liệu", "Đơn vị tính",
    "Năm trước", "Mục tiêu", "Giá trị", "Từ ngữ đi kèm", "Tử số", "Mẫu số", "Tình trạng",
    "Thời điểm", "Trích dẫn", "Ghi chú",
]  # fmt: skip


@pytest.fixture(scope="module")
def workbook(made_2023: Path) -> Any:
    return openpyxl.load_workbook(made_2023 / "data/2023/workbook.xlsx")


@pytest.fixture(scope="module")
def numbers(workbook: Any) -> Any:
    return workbook["Số liệu"]


def test_the_first_sheet_says_in_vietnamese_what_to_do(workbook: Any) -> None:
    assert workbook.sheetnames == [
        "Hướng dẫn", "Số liệu", "Địa bàn", "Nhận định", "Cần làm rõ", "dxbook",
    ]  # fmt: skip
    text = "\n".join(str(row[1].value or "") for row in workbook["Hướng dẫn"].iter_rows())
    for words in ("năm 2023", "Giá trị", "88,48", "dxbook import"):
        assert words in text


def test_the_columns_are_those_that_were_promised(numbers: Any) -> None:
    assert [cell.value for cell in numbers[1]][: len(COLUMNS)] == COLUMNS


def test_what_must_come_back_is_hidden(workbook: Any, numbers: Any) -> None:
    assert workbook["dxbook"].sheet_state == "hidden"
    hidden = [c for c, shape in numbers.column_dimensions.items() if shape.hidden]
    assert {numbers[f"{c}1"].value for c in hidden} == {"dxbook gốc", "dxbook đề xuất"}


def test_a_line_says_its_pillar_so_that_each_person_finds_their_own(numbers: Any) -> None:
    cell = cell_of(numbers, SMARTPHONE, "Trụ cột")
    assert (cell.value, cell.protection.locked) == ("Hạ tầng số", True)
    assert columns_of(numbers)["Trụ cột"] <= numbers[numbers.auto_filter.ref][0][-1].column


def test_last_years_value_is_a_number_and_not_a_formula(numbers: Any) -> None:
    cell = cell_of(numbers, ONLINE, "Năm trước")
    assert (cell.value, cell.data_type) == (88.48, "n")
    assert cell_of(numbers, DOCUMENTS, "Năm trước").value == 957196
    accounts = cell_of(numbers, ("bank_accounts", "people-15-plus"), "Năm trước")
    assert (accounts.value, accounts.number_format) == (66.4, "0.00")


def test_the_targets_due_stand_beside_with_their_year(numbers: Any) -> None:
    fibre = cell_of(numbers, ("fibre_households", "households"), "Mục tiêu").value
    assert fibre == "trên 85% (năm 2023, quốc gia)"


def test_a_target_that_measures_something_near_is_said_to(numbers: Any) -> None:
    assert "đo một việc gần giống" in cell_of(numbers, SMARTPHONE, "Mục tiêu").value


def test_only_what_is_to_be_typed_is_unlocked(numbers: Any) -> None:
    assert numbers.protection.sheet
    row = row_of(numbers, ONLINE)
    unlocked = {
        title
        for title, column in columns_of(numbers).items()
        if not numbers.cell(row, column).protection.locked
    }
    assert unlocked == {
        "Giá trị", "Từ ngữ đi kèm", "Tử số", "Mẫu số", "Tình trạng", "Thời điểm", "Trích dẫn",
        "Ghi chú",
    }  # fmt: skip


def test_on_paper_every_page_says_which_line_and_column_a_cell_is(numbers: Any) -> None:
    assert (numbers.print_title_rows, numbers.print_title_cols) == ("$1:$1", "$B:$C")
    assert numbers.page_setup.fitToWidth == 2  # on one page the letters are too small to read


def test_the_value_is_in_sight_of_the_name_without_scrolling(numbers: Any) -> None:
    """Beside the frozen columns, on a screen of 1366 pixels; a character is about seven."""
    widths = [numbers.column_dimensions[letter].width for letter in "ABCDEFGHI"]
    assert sum(widths) * 7 + 9 * 5 + 40 < 1366


def test_lists_and_checks_speak_vietnamese(numbers: Any) -> None:
    rules = numbers.data_validations.dataValidation
    assert all(rule.error and rule.prompt and rule.promptTitle for rule in rules)
    for rule in rules:  # Excel repairs away what is longer
        assert max(len(rule.prompt), len(rule.error), len(rule.formula1)) <= 255
        assert max(len(rule.promptTitle), len(rule.errorTitle)) <= 32
    lists = " ".join(rule.formula1 for rule in rules if rule.type == "list")
    for word in ("trên", "hơn", "chưa báo cáo", "không áp dụng", "chờ xác nhận", "thay đổi"):
        assert word in lists


def test_the_computed_share_is_a_formula_and_wrong_values_are_coloured(numbers: Any) -> None:
    share = cell_of(numbers, ONLINE, "Tỷ lệ tính được").value
    row = row_of(numbers, ONLINE)
    assert share.startswith("=")
    assert f"K{row}/L{row}" in share
    painted = {str(area.sqref).split(":")[0] for area in numbers.conditional_formatting}
    assert {"I2", "M2", "R2"} <= painted


def test_an_id_that_the_book_has_since_may_be_typed_into_a_spare_row(numbers: Any) -> None:
    at = columns_of(numbers)
    spare = f"{numbers.cell(numbers.max_row, at['Mã chỉ tiêu']).coordinate}"
    (rule,) = [r for r in numbers.data_validations.dataValidation if spare in r.sqref]
    assert (rule.type, rule.errorStyle) == ("list", "warning")
    assert "vẫn ghi được" in rule.error


@pytest.mark.parametrize(
    ("reported", "typed"),
    [("97", "97"), ("97.5", "97,50"), ("97.50", "97,5"), ("1057200", "1.057.200"), ("97", "97%")],
)
def test_a_number_typed_as_text_is_held_against_the_report_by_its_digits(
    reported: str, typed: str
) -> None:
    formula = differs_from("I2", Decimal(reported))
    digits = "".join(c for c in typed if c.isdigit())
    assert formula.startswith(f"IF(ISNUMBER(I2),I2<>{reported},AND(")
    assert f'<>"{digits}"' in formula
    assert '<>"98"' not in formula


def test_the_changes_that_the_last_report_stated_can_be_filled_in(numbers: Any) -> None:
    assert cell_of(numbers, ("online_share", "province", "thay đổi"), "Đơn vị tính").value == (
        "điểm phần trăm"
    )


def test_places_are_asked_about_for_every_list_of_the_last_report(workbook: Any) -> None:
    sheet = workbook["Địa bàn"]
    at = columns_of(sheet)
    pairs = {
        (sheet.cell(n, at["Mã chỉ tiêu"]).value, sheet.cell(n, at["Mã địa bàn"]).value)
        for n in range(2, sheet.max_row + 1)
    }
    assert ("commune_portals", "doan-hung") in pairs
    assert ("full_loudspeakers", "viet-tri") in pairs
    assert ("full_loudspeakers", "so-y-te") not in pairs


def test_the_file_has_no_time_of_day_in_it(made_2023: Path) -> None:
    with zipfile.ZipFile(made_2023 / "data/2023/workbook.xlsx") as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2000-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)"])
def test_text_that_looks_like_a_formula_stays_text(text: str, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    write_text(workbook.worksheets[0]["A1"], text)
    workbook.save(tmp_path / "text.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "text.xlsx").worksheets[0]["A1"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix
