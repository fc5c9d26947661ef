"""`dxbook import`: a filled-in workbook into the year's data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from ..data import find_root
from ..errors import UsageError, usage_error
from ..words import said
from .app import Root, announce, command, say


@command("import")
def import_(
    file: Annotated[Path | None, Argument(help=said("The workbook, .xlsx."))] = None,
    undo: Annotated[
        bool, Option("--undo", help=said("Bring back what the last import changed."))
    ] = False,
    yes: Annotated[
        bool, Option("--yes", help=said("Write without asking, also at a terminal."))
    ] = False,
    replace: Annotated[
        bool, Option("--replace", help=said("Overrule values that came from another workbook."))
    ] = False,
    root: Root = None,
) -> None:
    """Read a filled-in workbook, show what it changes, and write it when all is right.

    Example: dxbook import data/2023/workbook.xlsx
    """
    here = find_root(root)
    if undo:
        _undo(here)
        return
    if file is None:
        raise usage_error("Name the file. Example: dxbook import data/2023/workbook.xlsx")
    from ..year import apply_import, described, plan_import

    plan = plan_import(here, file, replace=replace)
    for line in described(plan):
        say(line)
    if not plan.tables:
        return
    if not yes and sys.stdin.isatty() and not agreed():
        announce("Nothing was written.")
        return
    apply_import(plan)
    announce(
        "Written to data/{year}/. To take it back: dxbook import --undo. Next: dxbook check "
        "--year {year}",
        year=plan.year,
    )


def agreed() -> bool:
    """Ask whether to write; Enter alone writes nothing, and words of both languages are known."""
    from ..workbook import plain

    question = said("Write to the book? Type y (yes) or n (no)")
    while True:
        answer = plain(typer.prompt(question, said("n"), err=True))
        if answer in ("c", "có", "co", "y", "yes"):
            return True
        if answer in ("k", "không", "khong", "n", "no"):
            return False


def _undo(root: Path) -> None:
    from ..writing import last_import, put_aside, undo

    folder = last_import(root)
    if folder is None:
        raise usage_error("There is no import to undo.")
    aside = put_aside(folder)
    try:
        names = undo(folder)
    except UsageError:
        for kept in aside.values():
            (folder / kept).unlink()
        raise
    for name, kept in aside.items():
        announce(
            "data/{name}/{name_2} was changed after it was brought up to date; it is kept as "
            "“{kept}”.",
            name=folder.name,
            name_2=name,
            kept=kept,
        )
    for name in names:
        file = f"data/{folder.name}/{name}"
        announce("{file} is as before the import.", file=file)
