"""A line of the sheet `Số liệu`: which row of the data it is, and what it is read against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...model import Catalogue, Report
from ...writing.rows import COLUMNS, TextRow, blank_row, row_key
from ..labels import MEASURE, code_of
from ..problems import CellProblem
from ..trace import Trace
from .grid import GridRow

_TYPED = ("value", "numerator", "denominator", "quote", "note")
_GONE = (
    " Nếu đã bỏ thì xóa dòng này (Review → Unprotect Sheet, không có mật khẩu), hoặc xóa hết những "
    "gì đã ghi ở dòng này."
)


@dataclass(frozen=True)
class SaidRow:
    """What a workbook says of one row.

    Args:
        origin: the row as the workbook was made with it.
        row: the row as it is now.
        cell: where it stands in the workbook.
    """

    key: tuple[str, ...]
    origin: TextRow
    row: TextRow
    cell: str

    @property
    def changed(self) -> bool:
        """Whether the officer changed anything."""
        return self.row != self.origin


@dataclass(frozen=True)
class Setting:
    """What the rows are read against.

    Args:
        current: the year's observations by key.
        source: the year's source text; empty where there is none.
        trace: the workbook; the cell is filled in for each row.
    """

    report: Report
    year: int
    current: Mapping[tuple[str, ...], TextRow]
    source: str
    trace: Trace

    @property
    def catalogue(self) -> Catalogue:
        """The tables of all years."""
        return self.report.catalogue


def origin_of_line(
    sheet: str, row: GridRow, setting: Setting, problems: list[CellProblem]
) -> TextRow | None:
    """The row that a line was made from; for a line that the officer added, an empty one."""
    measure_said = row.text("measure")
    measure = code_of(MEASURE, measure_said) if measure_said else "level"
    codes = (row.text("indicator"), row.text("scope"), measure or measure_said)
    carried = row.text("origin")
    if carried:
        origin = carried_row(carried, COLUMNS["observations"])
        shown = row_key("observations", origin) if origin else ()
        if origin is None or any(a and a != b for a, b in zip(codes, shown, strict=True)):
            at = row.cells["indicator"].name
            message = "mã của dòng này đã bị sửa hoặc dán đè. Hãy lấy lại dòng từ bảng tính gốc."
            problems.append(CellProblem(sheet, at, message))
            return None
        wrong = _gone(origin, shown, setting)
        if wrong is None:
            return origin
        if any(row.text(name) for name in _TYPED):
            at = row.cells[wrong[0]].name if row.has(wrong[0]) else row.cells["value"].name
            problems.append(CellProblem(sheet, at, wrong[1] + _GONE))
        return None
    if not any(row.text(name) for name in (*_TYPED, "indicator", "scope")):
        return None
    wrong = _unknown(codes, setting)
    if wrong:
        problems.append(CellProblem(sheet, row.cells[wrong[0]].name, wrong[1]))
        return None
    indicator, scope, measure = codes
    return dict(
        setting.current.get(codes)
        or blank_row(setting.catalogue, (indicator, scope, measure), setting.year)
    )


def carried_row(text: str, columns: Iterable[str]) -> TextRow | None:
    """The row that a hidden cell carries, or None where it is empty or was damaged."""
    try:
        said = json.loads(text)
        return dict.fromkeys(columns, "") | {str(name): str(value) for name, value in said.items()}
    except (ValueError, AttributeError):
        return None


def _gone(origin: TextRow, key: tuple[str, ...], setting: Setting) -> tuple[str, str] | None:
    """What a line was made with and the book no longer has: the field, and the message."""
    if origin["unit"] not in setting.catalogue.units:
        return "unit", f"không có đơn vị «{origin['unit']}» trong danh mục (data/units.csv)."
    if key in setting.current:
        return None
    return _unknown((key[0], key[1], key[2]), setting)


def _unknown(codes: tuple[str, str, str], setting: Setting) -> tuple[str, str] | None:
    """What is wrong with the codes of an added line: the field, and the message."""
    indicator = setting.catalogue.indicators.get(codes[0])
    scope = setting.catalogue.scopes.get(codes[1])
    if indicator is None or not indicator.validity.covers(setting.year):
        if not codes[0]:
            return "value", "dòng này có ghi mà không có mã chỉ tiêu. Hãy chọn mã chỉ tiêu."
        if indicator is None:
            message = f"không có chỉ tiêu «{codes[0]}» trong danh mục (data/indicators.csv)."
            return "indicator", message
        return "indicator", f"không có chỉ tiêu «{codes[0]}» trong năm {setting.year}."
    if scope is None or codes[1] not in indicator.scopes:
        kept = ", ".join(indicator.scopes)
        return "scope", f"chỉ tiêu {indicator.id} không có phạm vi «{codes[1]}». Chọn: {kept}."
    if not scope.validity.covers(setting.year):
        return "scope", f"phạm vi «{scope.name['vi']}» không còn trong năm {setting.year}."
    if codes[2] not in MEASURE:
        return "measure", f"«{codes[2]}» không phải là loại số liệu. Chọn: mức, thay đổi."
    return None
