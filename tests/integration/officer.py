"""An officer who fills a year's workbook in and has it imported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dxbook.model import TextRow
from dxbook.writing import year_table
from dxbook.year import apply_import, plan_import

Line = tuple[str, str] | tuple[str, str, str]
ONLINE: Line = ("online_share", "province")
SMARTPHONE: Line = ("smartphone_share", "population")
DOCUMENTS: Line = ("documents_exchanged", "province")


@contextmanager
def in_vietnamese() -> Iterator[None]:
    """Speak Vietnamese while something is made that several tests share."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DXBOOK_LANG", "vi")
        yield


@dataclass(frozen=True)
class Officer:
    """Somebody who knows Excel: opens a year's workbook, types, saves, imports."""

    root: Path
    year: int

    @property
    def workbook(self) -> Path:
        return self.root / "data" / str(self.year) / "workbook.xlsx"

    def fill(
        self,
        lines: Mapping[Line, Mapping[str, Any]] | None = None,
        *,
        file: Path | None = None,
        to: Path | None = None,
        also: Callable[[Any], None] = lambda workbook: None,
    ) -> Path:
        """Type into lines of the sheet of numbers, do something else, and save."""
        path = file or self.workbook
        workbook = openpyxl.load_workbook(path)
        for line, cells in (lines or {}).items():
            for title, value in cells.items():
                cell_of(workbook["Số liệu"], line, title).value = value
        also(workbook)
        saved = to or path
        saved.parent.mkdir(parents=True, exist_ok=True)
        workbook.save(saved)
        return saved

    def bring_in(self, file: Path | None = None, *, replace: bool = False) -> int:
        """Import, and say how many rows changed."""
        plan = plan_import(self.root, file or self.workbook, replace=replace)
        apply_import(plan)
        return len(plan.changes)

    def row(self, line: Line) -> TextRow:
        """An observation as it stands in the data."""
        key = (*line, "level")[:3]
        rows = year_table(self.root, self.year, "observations").rows
        return next(r for r in rows if (r["indicator"], r["scope"], r["measure"]) == key)


def columns_of(sheet: Worksheet) -> dict[str, int]:
    """The columns of a sheet by title."""
    return {str(cell.value): cell.column for cell in sheet[1] if cell.value}


def row_of(sheet: Worksheet, line: Line) -> int:
    """The row of a line."""
    at = columns_of(sheet)
    wanted = (*line, "mức")[:3] if len(line) == 2 else line
    for number in range(2, sheet.max_row + 1):
        found = tuple(
            sheet.cell(number, at[title]).value
            for title in ("Mã chỉ tiêu", "Mã phạm vi", "Loại số liệu")
        )
        if found == wanted:
            return number
    raise AssertionError(f"no line {wanted}")


def cell_of(sheet: Worksheet, line: Line, title: str) -> Any:
    """A cell of a line."""
    return sheet.cell(row_of(sheet, line), columns_of(sheet)[title])
