"""A filled-in workbook as grids of cells, whatever program saved it.

Columns are found by their names, wherever they stand; merged cells, hidden rows, rows above the
header and empty rows are all taken as they come.
"""

from __future__ import annotations

import itertools
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from ...errors import usage_error
from ..columns import (
    LAYOUTS,
    META,
    NUMBERS,
    PART,
    READABLE_VERSIONS,
    RULINGS,
    SCHEMA_VERSION,
    VERSION,
    YEAR,
    Layout,
)
from ..labels import plain
from ..problems import CellProblem, WorkbookError
from .amounts import CellValue

#: The header is looked for this far down, so that a title may be put above it.
_HEADER_WITHIN = 30


@dataclass(frozen=True)
class GridCell:
    """A cell as saved.

    Args:
        name: as Excel names it ("H12").
        value: a formula's being its stored result.
        formula: whether it is a formula.
        merged_with: the range that it is merged in over several rows, else empty.
    """

    name: str
    value: CellValue
    number_format: str = "General"
    formula: bool = False
    merged_with: str = ""

    @property
    def text(self) -> str:
        """The cell as trimmed text."""
        return _text(self.value)


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).replace("\u00a0", " ").strip()


@dataclass(frozen=True)
class GridRow:
    """A row of a sheet: its cells by field; a column that is not there has no cell."""

    number: int
    cells: Mapping[str, GridCell]

    def text(self, field: str) -> str:
        """The text of a cell; empty where the column is not there."""
        cell = self.cells.get(field)
        return cell.text if cell else ""

    def has(self, field: str) -> bool:
        """Whether the sheet has the column."""
        return field in self.cells


@dataclass(frozen=True)
class FilledWorkbook:
    """A workbook that came back.

    Args:
        part: the reporting unit whose part it is; empty for the whole.
        grids: the rows of the sheets that were found, by their layouts.
    """

    file: str
    year: int
    part: str
    grids: Mapping[Layout, tuple[GridRow, ...]]


def read_workbook(path: Path) -> FilledWorkbook:
    """Read a workbook.

    Raises:
        WorkbookError: when it is not one of the book's workbooks, or lacks a needed column.
    """
    computed, typed = _open(path, data_only=True), _open(path, data_only=False)
    facts = _facts(path, computed)
    problems: list[CellProblem] = []
    grids: dict[Layout, tuple[GridRow, ...]] = {}
    for layout in LAYOUTS:
        name = next((n for n in computed.sheetnames if plain(n) == plain(layout.name)), None)
        if name is None:
            continue
        try:
            grids[layout] = _grid(computed[name], typed[name], layout)
        except _NoHeader as error:
            problems.append(CellProblem(name, "", str(error)))
    problems += _lacking(computed, facts)
    if problems:
        raise WorkbookError(path.name, problems)
    return FilledWorkbook(path.name, int(facts[YEAR]), facts.get(PART, ""), grids)


def _open(path: Path, *, data_only: bool) -> Workbook:
    """Open a workbook with or without its formulas' results."""
    if not path.is_file():
        raise usage_error(
            "There is no file “{path}”. Check its name and folder; nothing was written.", path=path
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that openpyxl leaves out
            return load_workbook(path, data_only=data_only)
    except PermissionError:
        raise _refused(
            path, "không được phép đọc. Nếu tệp đang mở trong Excel, hãy lưu, đóng rồi nhập lại."
        ) from None
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise _refused(
            path,
            "không mở được như một tệp Excel. Hãy mở bằng Excel hoặc LibreOffice, chọn Lưu dưới "
            "dạng (Save as) «Excel .xlsx», không đặt mật khẩu, rồi nhập lại.",
        ) from None


def _facts(path: Path, workbook: Workbook) -> dict[str, str]:
    """What the hidden sheet says of the workbook."""
    if META not in workbook.sheetnames:
        raise _refused(
            path,
            "không phải bảng tính của sách này, hoặc sheet ẩn «dxbook» đã bị xóa nên không biết "
            "là của năm nào. Hãy xuất lại bằng «dxbook workbook --year NĂM» rồi chép số sang.",
        )
    rows = workbook[META].iter_rows(min_row=1, max_row=10, max_col=2, values_only=True)
    facts = {str(row[0]): _text(row[1]) for row in rows if row[0] is not None}
    if facts.get(VERSION) not in READABLE_VERSIONS or not facts.get(YEAR, "").isdigit():
        raise _refused(
            path,
            f"bảng tính theo mẫu «{facts.get(VERSION, '?')}», sách này dùng mẫu "
            f"«{SCHEMA_VERSION}». Hãy xuất lại bằng «dxbook workbook --year NĂM» rồi chép số sang.",
        )
    return facts


def _lacking(workbook: Workbook, facts: Mapping[str, str]) -> list[CellProblem]:
    """The sheets that were renamed or deleted: passed over, what was typed there would be lost."""
    expected = [NUMBERS.name] if facts.get(PART) else [layout.name for layout in LAYOUTS]
    if facts[VERSION] != SCHEMA_VERSION and RULINGS.name in expected:
        expected.remove(RULINGS.name)
    there = {plain(name) for name in workbook.sheetnames}
    shown = ", ".join(f"«{sheet.title}»" for sheet in workbook if plain(sheet.title) != plain(META))
    return [
        CellProblem(
            "",
            "",
            f"không có sheet «{usual}». Tệp có: {shown}. Nếu sheet đã bị đổi tên thì ghi lại "
            f"đúng tên «{usual}»; nếu đã bị xóa thì lấy lại bảng tính bằng «dxbook workbook».",
        )
        for usual in expected
        if plain(usual) not in there
    ]


class _NoHeader(Exception):
    """The sheet's header was not found, or lacks a column; the message says which."""


def _grid(computed: Worksheet, typed: Worksheet, layout: Layout) -> tuple[GridRow, ...]:
    """Find the header of a sheet and read what is under it."""
    fields = {plain(column.title): column.field for column in layout.columns}
    header, at = _header(computed, fields)
    lacking = [c.title for c in layout.columns if c.required and c.field not in at]
    if not at or lacking:
        names = ", ".join(f"«{title}»" for title in lacking)
        raise _NoHeader(f"thiếu cột {names}. Đừng xóa hay đổi tên cột; hãy ghi lại tên cột đó.")
    spans = _merged_over_rows(typed)
    rows = []
    for number in range(header + 1, computed.max_row + 1):
        cells = {
            field: _cell(computed, typed, number, column, spans) for field, column in at.items()
        }
        if any(cell.text for cell in cells.values()):
            rows.append(GridRow(number, cells))
    return tuple(rows)


def _header(sheet: Worksheet, fields: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """The header's row, and the column of each field in it."""
    best: tuple[int, dict[str, int]] = (0, {})
    for row in sheet.iter_rows(min_row=1, max_row=min(_HEADER_WITHIN, sheet.max_row)):
        at: dict[str, int] = {}
        for cell in row:
            field = fields.get(plain(str(cell.value)).strip(" *:")) if cell.value else None
            if field and field in at:
                raise _NoHeader(
                    f"có hai cột «{cell.value}» (ô {cell.coordinate}). Hãy xóa một cột."
                )
            if field:
                at[field] = cell.column or 0
        if len(at) > len(best[1]):
            best = (row[0].row or 0, at)
    return best


_Span = tuple[str, int, int]


def _merged_over_rows(sheet: Worksheet) -> dict[tuple[int, int], _Span]:
    """For each cell merged over several rows: the range, and where its value stands."""
    spans: dict[tuple[int, int], _Span] = {}
    for merged in sheet.merged_cells.ranges:
        if merged.max_row > merged.min_row:
            # A whole column may be merged: more cells than anybody filled in.
            for place in itertools.islice(merged.cells, 100_000):
                spans[place] = (merged.coord, merged.min_row, merged.min_col)
    return spans


def _cell(
    computed: Worksheet,
    typed: Worksheet,
    row: int,
    column: int,
    spans: Mapping[tuple[int, int], _Span],
) -> GridCell:
    """A cell with its value; one merged over rows has the value of the whole range."""
    merged, top, left = spans.get((row, column), ("", row, column))
    held = computed.cell(top, column)
    name = typed.cell(row, column).coordinate
    if isinstance(held, MergedCell):
        return GridCell(name, None, merged_with=merged if column == left else "")
    source = typed.cell(top, column)
    formula = isinstance(source, Cell) and source.data_type == "f"
    value: CellValue = held.value  # type: ignore[assignment]  # what openpyxl gives is wider
    return GridCell(name, value, held.number_format or "General", formula, merged)


def _refused(path: Path, message: str) -> WorkbookError:
    return WorkbookError(path.name, [CellProblem("", "", message)])
