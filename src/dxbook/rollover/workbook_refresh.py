"""Making a year's workbook anew when the catalogue has grown, unless that would lose anything."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..errors import DxbookError
from .importing import plan_import
from .year_content import workbooks_of

NAME = "workbook.xlsx"


def holds_nothing_new(root: Path, year: int) -> bool:
    """Whether a year has a workbook, and all that it says is in the data already."""
    workbook = root / "data" / str(year) / NAME
    return workbook.exists() and _is_in_the_data(root, workbook)


def keep_filled_in(root: Path, files: Iterable[Path]) -> dict[str, str]:
    """Put aside workbooks that are about to be written over and hold what is not imported yet.

    Returns:
        The new name of each file put aside, by its old one.
    """
    kept: dict[str, str] = {}
    for file in files:
        if not file.exists() or _is_in_the_data(root, file):
            continue
        number = 1
        while (aside := file.with_name(f"{file.stem}-giu-lai-{number}{file.suffix}")).exists():
            number += 1
        file.rename(aside)
        kept[file.name] = aside.name
    return kept


def _is_in_the_data(root: Path, workbook: Path) -> bool:
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
