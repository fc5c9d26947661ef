"""Bringing a year's workbook up to date, unless that would lose anything that was typed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from openpyxl import load_workbook

from ..data import read_report
from ..errors import DxbookError, usage_error
from ..workbook import UNCLAIMED, Shown
from ..writing import name_aside, write_at_once, write_book_files
from .contents import NAME, workbooks_of
from .importing import plan_import
from .report import propose


def own_workbook(root: Path, year: int) -> Path:
    """Where the workbook lies that the officer opens."""
    return root / "data" / str(year) / NAME


def carried_over(root: Path, year: int) -> Shown | None:
    """What to show again in the year's workbook when it is made anew.

    Proposals that still wait are read out of the year's source again; those that were turned down
    are not. None where there is no workbook, or where it holds what is not imported yet.
    """
    workbook = own_workbook(root, year)
    if not workbook.exists():
        return None
    try:
        plan = plan_import(root, workbook)
    except DxbookError:
        return None
    if plan.changes:
        return None
    unclaimed = _unclaimed(workbook)
    if not plan.filled.proposed:
        return Shown(unclaimed=unclaimed)
    report = read_report(root)
    read = propose(report.years[year].source_text, report, year)
    kept = {key: said for key, said in read.proposals.items() if key in plan.filled.proposed}
    return Shown(kept, unclaimed)


def _unclaimed(workbook: Path) -> tuple[tuple[str, str], ...]:
    """The numbers of the report that no indicator claims, as the workbook lists them."""
    with contextlib.closing(load_workbook(workbook, read_only=True)) as sheets:
        if UNCLAIMED not in sheets.sheetnames:
            return ()
        rows = sheets[UNCLAIMED].iter_rows(min_row=2, max_col=2, values_only=True)
        return tuple((str(token), str(quote)) for token, quote in rows if token is not None)


def keep_filled_in(root: Path, files: Iterable[Path]) -> dict[str, str]:
    """Put aside workbooks that are about to be written over and hold what is not imported yet.

    Returns:
        The new name of each file put aside, by its old one.
    """
    kept: dict[str, str] = {}
    for file in files:
        if not file.exists() or _is_in_the_data(root, file):
            continue
        aside = name_aside(file)
        file.rename(aside)
        kept[file.name] = aside.name
    return kept


def _is_in_the_data(root: Path, workbook: Path) -> bool:
    try:
        plan = plan_import(root, workbook)
    except DxbookError:
        return False
    return not plan.changes and not plan.filled.waiting


def write_with_workbook(root: Path, year: int, files: Mapping[str, bytes]) -> list[str]:
    """Write files of the book, by path relative to its root, and the year's workbook anew.

    Returns:
        The workbook, relative to the root, unless it was left alone: a workbook that holds what is
        not imported yet.

    Raises:
        DataError: when the book's data would not be valid; nothing is written then.
    """
    carried = carried_over(root, year)
    write_book_files(root, files)
    return refreshed(root, year, carried) if carried else []


def refreshed(root: Path, year: int, shown: Shown) -> list[str]:
    """Write the year's workbook as its data stands; the file written, relative to the root.

    The workbook as it was is kept, so that `dxbook import --undo` brings it back.

    Raises:
        UsageError: when another program holds the workbook open.
    """
    content = workbooks_of(root, year, shown=shown)[NAME]
    if own_workbook(root, year).read_bytes() != content:
        try:
            write_at_once(root / "data" / str(year), {NAME: content})
        except PermissionError:
            raise usage_error(
                "data/{year}/{name} is open in another program, so it was not brought up to date. "
                "Close it and run “dxbook workbook --year {year}”.",
                year=year,
                name=NAME,
            ) from None
    return [f"data/{year}/{NAME}"]
