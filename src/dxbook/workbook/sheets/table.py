"""A sheet of rows under a header: how it looks, what it locks, and what there is to choose."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Literal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.styles.fonts import DEFAULT_FONT
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ..columns import Layout
from .xlsx import cell_at, write_number, write_text


def _solid(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


_HEADER, TYPED, SHOWN = _solid("1F3B5C"), _solid("FFFBE6"), _solid("F3F4F6")
#: A proposal to confirm; a value to look at again; a row that says that there is nothing.
PROPOSAL, WARNING, NOTHING = _solid("FFD9A0"), _solid("F7C6C5"), _solid("E5E7EB")
_LINE = Side(style="thin", color="D1D5DB")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
TOP = Alignment(vertical="top", wrap_text=True)


def add_styles(workbook: Workbook) -> None:
    """The styles of cells: the header's, one to read, and one to type into."""
    centred = Alignment(vertical="center", horizontal="center", wrap_text=True)
    for style in (
        NamedStyle("header", Font(bold=True, color="FFFFFF"), _HEADER, _BORDER, centred),
        NamedStyle("shown", DEFAULT_FONT, SHOWN, _BORDER, TOP),
        NamedStyle("typed", DEFAULT_FONT, TYPED, _BORDER, TOP, protection=Protection(locked=False)),
    ):
        workbook.add_named_style(style)


class Table:
    """Draws a sheet row by row.

    Args:
        freeze: the first cell that scrolls.
    """

    def __init__(self, sheet: Worksheet, layout: Layout, *, freeze: str) -> None:
        self.sheet, self.layout, self.last = sheet, layout, 1
        for number, column in enumerate(layout.columns, start=1):
            cell = cell_at(sheet, 1, number)
            cell.value, cell.style = column.title, "header"
            shape = sheet.column_dimensions[layout.letter(column.field)]
            shape.width, shape.hidden = column.width, column.use == "hidden"
        sheet.row_dimensions[1].height = 32
        sheet.freeze_panes = freeze

    def add(
        self,
        texts: Mapping[str, str] | None = None,
        numbers: Mapping[str, Decimal | None] | None = None,
        formulas: Mapping[str, str] | None = None,
        *,
        typed: Collection[str] = (),
    ) -> dict[str, Cell]:
        """Draw the next row; its cells by field.

        Args:
            texts: none for a spare row.
            numbers, formulas: fields that are no texts.
            typed: fields that the officer may type into in this row, beside the usual ones.
        """
        self.last += 1
        cells: dict[str, Cell] = {}
        for at, column in enumerate(self.layout.columns, start=1):
            cells[column.field] = cell = cell_at(self.sheet, self.last, at)
            cell.style = "typed" if column.use == "typed" or column.field in typed else "shown"
            if numbers and column.field in numbers:
                write_number(cell, numbers[column.field])
            elif formulas and column.field in formulas:
                cell.value = formulas[column.field]
            elif texts:
                write_text(cell, texts[column.field])
        if texts:
            self._fit_height()
        return cells

    def _fit_height(self) -> None:
        """Make a row as high as its longest text; a spreadsheet does not do it when it opens."""
        lines = 1
        for number, column in enumerate(self.layout.columns, start=1):
            said = cell_at(self.sheet, self.last, number).value
            if column.use in ("shown", "typed") and isinstance(said, str):
                lines = max(lines, math.ceil(len(said) * 1.15 / column.width))
        self.sheet.row_dimensions[self.last].height = 15 * min(lines, 8)

    def cells(self, field: str, first: int = 2) -> str:
        """The cells of a column, from a row on."""
        at = self.layout.letter(field)
        return f"{at}{first}:{at}{self.last}"

    def offer(
        self,
        field: str,
        options: Iterable[str] | str,
        prompt: str,
        *,
        first: int = 2,
        grows: bool = False,
    ) -> None:
        """Offer a list in a column's cells, with what to do said in Vietnamese.

        Args:
            options: words, or a reference to cells.
            grows: whether the book may have more by now than the workbook lists: anything else is
                then only warned about, and not refused.
        """
        listed = options if isinstance(options, str) else f'"{",".join(options)}"'
        error = "Hãy chọn một mục trong danh sách."
        if grows:
            error = (
                "Không có trong danh sách của bảng tính này. Nếu mới thêm vào sách sau khi có bảng "
                "tính thì vẫn ghi được: chọn Có (Yes)."
            )
        self._validate("list", listed, field, prompt, error, first=first, strict=not grows)

    def check(self, field: str, formula: str, prompt: str, error: str) -> None:
        """Warn in Vietnamese when a formula about a cell is false; the officer may go on."""
        self._validate("custom", formula, field, prompt, error)

    def _validate(
        self,
        kind: Literal["list", "custom"],
        formula: str,
        field: str,
        prompt: str,
        error: str,
        *,
        first: int = 2,
        strict: bool = False,
    ) -> None:
        title = self.layout.title_of(field)
        rule = DataValidation(
            type=kind,
            formula1=formula,
            allow_blank=True,
            promptTitle=title,
            prompt=prompt,
            errorTitle=title,
            error=error,
            showInputMessage=True,
            showErrorMessage=True,
            errorStyle="stop" if strict else "warning",
            sqref=self.cells(field, first),
        )
        self.sheet.add_data_validation(rule)

    def paint(self, field: str, formula: str, fill: PatternFill) -> None:
        """Colour a column's cells while a formula about the first row holds."""
        rule = FormulaRule(formula=[formula], fill=fill)  # type: ignore[no-untyped-call]  # openpyxl
        self.sheet.conditional_formatting.add(self.cells(field), rule)

    def filter_to(self, field: str) -> None:
        """Let the rows be filtered by the columns up to a field's."""
        self.sheet.auto_filter.ref = f"A1:{self.layout.letter(field)}{max(self.last, 2)}"

    def finish(self, *, across: int = 1, repeated: str = "") -> None:
        """Lay the sheet out on paper, and lock what is not to be typed in."""
        on_paper(self.sheet, across=across, repeated=repeated)
        protect(self.sheet)


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
