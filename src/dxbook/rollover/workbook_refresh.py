"""Making a year's workbook anew when the catalogue has grown, unless that would lose anything."""

from __future__ import annotations

from pathlib import Path

from ..errors import DxbookError
from .importing import plan_import
from .year_content import workbooks_of

NAME = "workbook.xlsx"


def holds_nothing_new(root: Path, year: int) -> bool:
    """Whether a year has a workbook, and all that it says is in the data already."""
    workbook = root / "data" / str(year) / NAME
    if not workbook.exists():
        return False
    try:
        plan = plan_import(root, workbook)
    except DxbookError:
        return False
    return not plan.changes and not plan.waiting


def refreshed(root: Path, year: int) -> list[str]:
    """Write the year's workbook as its data stands; the file written, relative to the root."""
    file = f"data/{year}/{NAME}"
    (root / file).write_bytes(workbooks_of(root, year)[NAME])
    return [file]
