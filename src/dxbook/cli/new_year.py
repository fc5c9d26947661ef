"""`dxbook new-year`: the folder of a new year, with its workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from ..data import find_root
from ..words import said
from .app import Root, announce, command, say


@command("new-year")
def new_year(
    year: Annotated[str, Argument(help=said("The year to make, e.g. 2023."))],
    report: Annotated[
        Path | None, Option(help=said("A prose report (.txt, .docx) to read proposals out of."))
    ] = None,
    allow_gap: Annotated[
        bool, Option("--allow-gap", help=said("Allow a year that is not next to a known one."))
    ] = False,
    root: Root = None,
) -> None:
    """Make a new year's folder with its workbook to fill in.

    Example: dxbook new-year 2023 --report bao-cao-2023.docx
    """
    from ..year import new_year as make
    from ..year import parse_year

    wanted = parse_year(year)
    made = make(find_root(root), wanted, report_text(report), allow_gap=allow_gap)
    announce("{wanted} is made:", wanted=wanted)
    for file in made:
        say(f"  {file}")
    if report:
        announce(
            "What was read in the report is in the workbook, in orange, to be confirmed; none of "
            "it is in the book yet."
        )
    say(
        said(
            "Next: open data/{wanted}/workbook.xlsx in Excel, fill it in, save it, then run",
            wanted=wanted,
        )
        + f"\n  dxbook import data/{wanted}/workbook.xlsx"
    )


def report_text(report: Path | None) -> tuple[str, str] | None:
    """The text of a prose report, and the name of its file."""
    if report is None:
        return None
    from ..reading import read_file

    return read_file(report), report.name
