"""`dxbook new-page`: one page or pillar more."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from ..data import find_root
from ..words import said
from .app import Root, announce, command, say


@command("new-page")
def new_page(
    id: Annotated[str, Argument(help=said("The page's id, e.g. awareness."))],
    title_vi: Annotated[str, Option(help=said("Its title in Vietnamese."))],
    title_en: Annotated[str, Option(help=said("Its title in English."))],
    pillar: Annotated[
        bool, Option("--pillar", help=said("It is a pillar of the report, with indicators."))
    ] = False,
    root: Root = None,
) -> None:
    """Make a page's notebook from a template and put it into _toc.yml.

    Example: dxbook new-page awareness --pillar --title-vi "Nhận thức số" --title-en "Awareness"
    """
    from ..additions import NewPage, make_page, undoing_page

    here = find_root(root)
    files = make_page(here, NewPage(id, title_vi, title_en, pillar))
    for file in files:
        announce("Written: {file}", file=file)
    there = any((here / file).parents[1].joinpath("workbook.xlsx").exists() for file in files)
    say(undoing_page(id, files, workbook=there))
    if pillar:
        announce(
            "Next: add the pillar's indicators with dxbook new-indicator ID --pillar {id} … (see "
            "dxbook new-indicator --help).",
            id=id,
        )
