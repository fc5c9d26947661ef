"""`dxbook workbook`: the workbook of a year as its data stands, whole or cut."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

from ..data import find_root
from ..errors import usage_error
from ..words import said
from .app import Root, announce, command


@command()
def workbook(
    year: Annotated[int, Option(help=said("The year whose workbook to write."))],
    by_supplier: Annotated[
        bool, Option("--by-supplier", help=said("One workbook for each reporting unit."))
    ] = False,
    report: Annotated[
        Path | None,
        Option(help=said("A prose report that came later: it becomes the year's source.")),
    ] = None,
    output: Annotated[
        Path | None, Option(help=said("Folder to write to (default: _build/workbooks/YEAR)."))
    ] = None,
    root: Root = None,
) -> None:
    """Bring the Excel workbook of a year up to date: its data, and what has to be made clear.

    It is data/YEAR/workbook.xlsx, where all that was typed into it is imported. Otherwise, and
    for a year without one, the workbook is written below _build/workbooks.

    Example: dxbook workbook --year 2023 --by-supplier
    """
    from ..workbook import Shown
    from ..year import (
        add_report,
        carried_over,
        keep_filled_in,
        own_workbook,
        refreshed,
        workbooks_of,
    )
    from .new_year import report_text

    here = find_root(root)
    read = report_text(report)
    named = f"data/{year}/workbook.xlsx"
    own = own_workbook(here, year) if output is None and not by_supplier else None
    there = own is not None and own.exists()
    carried = carried_over(here, year) if there else None
    if read and there and carried is None:
        raise usage_error(
            "{named} has cells filled in that were not imported, so the report was not read. Run "
            "“dxbook import {named}” first, and then this again.",
            named=named,
        )
    reported = add_report(here, year, *read) if read else None
    if carried is not None:
        for file in refreshed(here, year, reported or carried):
            announce("Written: {file}", file=file)
        return
    if there:
        announce(
            "{named} has cells filled in that were not imported, so it was left as it is. To "
            "bring it up to date: run “dxbook import {named}”, and then this again.",
            named=named,
        )
    files = workbooks_of(here, year, by_supplier=by_supplier, shown=reported or Shown())
    folder = output or here / "_build" / "workbooks" / str(year)
    folder.mkdir(parents=True, exist_ok=True)
    for name, kept in keep_filled_in(here, [folder / name for name in files]).items():
        announce(
            "“{name}” has values that were not imported; it is kept as “{kept}”. To bring them "
            "into the book: dxbook import {file}",
            name=name,
            kept=kept,
            file=folder / kept,
        )
    for name, content in files.items():
        (folder / name).write_bytes(content)
        announce("Written: {file}", file=folder / name)
