"""How the sheets look and what they lock: one place for colours, headers and protection."""

from __future__ import annotations

import math

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ..columns import Column
from .xlsx import cell_at


def _solid(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


HEADER, TYPED, SHOWN = _solid("1F3B5C"), _solid("FFFBE6"), _solid("F3F4F6")
#: A proposal to confirm; a value to look at again; a row that says that there is nothing.
PROPOSAL, WARNING, NOTHING = _solid("FFD9A0"), _solid("F7C6C5"), _solid("E5E7EB")
_LINE = Side(style="thin", color="D1D5DB")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
TOP = Alignment(vertical="top", wrap_text=True)


def write_header(sheet: Worksheet, columns: tuple[Column, ...], freeze: str) -> None:
    """The first row: names, widths, and the columns that are hidden."""
    for number, column in enumerate(columns, start=1):
        cell = cell_at(sheet, 1, number)
        cell.value = column.title
        cell.font, cell.fill, cell.border = Font(bold=True, color="FFFFFF"), HEADER, BORDER
        cell.alignment = Alignment(vertical="center", horizontal="center", wrap_text=True)
        shape = sheet.column_dimensions[get_column_letter(number)]
        shape.width = column.width
        shape.hidden = column.use == "hidden"
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = freeze


def dress(cell: Cell, *, typed: bool) -> None:
    """Make a cell one to type in, or one to read."""
    cell.fill = TYPED if typed else SHOWN
    cell.border, cell.alignment = BORDER, TOP
    cell.protection = Protection(locked=not typed)


def fit_height(sheet: Worksheet, row: int, columns: tuple[Column, ...]) -> None:
    """Make a row as high as its longest text needs; a spreadsheet does not do it when it opens."""
    lines = 1
    for number, column in enumerate(columns, start=1):
        said = cell_at(sheet, row, number).value
        if column.use in ("shown", "typed") and isinstance(said, str):
            lines = max(lines, math.ceil(len(said) * 1.15 / column.width))
    sheet.row_dimensions[row].height = 15 * min(lines, 8)


def on_paper(sheet: Worksheet, *, across: int = 1, repeated: str = "") -> None:
    """Print on A4 with the header on each page.

    Args:
        across: how many pages side by side; a wide sheet on one page cannot be read.
        repeated: the columns that stand on each of them ("B:C").
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = across, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.7, footer=0.3)
    sheet.print_title_rows = "1:1"
    if repeated:
        sheet.print_title_cols = repeated
    if sheet.oddFooter is not None:
        sheet.oddFooter.center.text = "&A – &P/&N"


def protect(sheet: Worksheet) -> None:
    """Lock what is not to be typed in, without a password; widths and sorting stay free."""
    sheet.protection.sheet = True
    for freedom in ("formatColumns", "formatRows", "formatCells", "sort", "autoFilter"):
        setattr(sheet.protection, freedom, False)


def choice(
    sheet: Worksheet, cells: str, options: str, title: str, prompt: str, *, grows: bool = False
) -> None:
    """Offer a list in some cells, with what to do said in Vietnamese.

    Args:
        options: words in quotes with commas, or a reference to cells.
        grows: whether the book may have more by now than the workbook lists: anything else is
            then only warned about, and not refused.
    """
    rule = DataValidation(type="list", formula1=options, allow_blank=True)
    error = "Hãy chọn một mục trong danh sách."
    if grows:
        error = (
            "Không có trong danh sách của bảng tính này. Nếu mới thêm vào sách sau khi có bảng "
            "tính thì vẫn ghi được: chọn Có (Yes)."
        )
    _say(rule, title, prompt, error, strict=not grows)
    sheet.add_data_validation(rule)
    rule.add(cells)


def check(sheet: Worksheet, cells: str, formula: str, title: str, prompt: str, error: str) -> None:
    """Warn in Vietnamese when a formula about some cells is false; the officer may go on."""
    rule = DataValidation(type="custom", formula1=formula, allow_blank=True)
    _say(rule, title, prompt, error, strict=False)
    sheet.add_data_validation(rule)
    rule.add(cells)


def _say(rule: DataValidation, title: str, prompt: str, error: str, *, strict: bool) -> None:
    rule.promptTitle, rule.prompt = title, prompt
    rule.errorTitle, rule.error = title, error
    rule.showInputMessage = rule.showErrorMessage = True
    rule.errorStyle = "stop" if strict else "warning"
