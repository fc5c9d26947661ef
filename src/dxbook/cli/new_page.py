"""`dxbook new-page`: one page or pillar more."""

from __future__ import annotations

from typing import Annotated

import typer

from ..data import find_root
from .app import Root, app, say


@app.command("new-page")
def new_page(
    id: Annotated[str, typer.Argument(help="The page's id, e.g. awareness.")],
    title_vi: Annotated[str, typer.Option("--title-vi", help="Its title in Vietnamese.")],
    title_en: Annotated[str, typer.Option("--title-en", help="Its title in English.")],
    pillar: Annotated[
        bool, typer.Option("--pillar", help="It is a pillar of the report, with indicators.")
    ] = False,
    root: Root = None,
) -> None:
    """Make a page's notebook from a template and put it into _toc.yml.

    Example: dxbook new-page awareness --pillar --title-vi "Nhận thức số" --title-en "Awareness"
    """
    from ..rollover.new_page import NewPage, how_to_take_back, make_page

    files = make_page(find_root(root), NewPage(id, title_vi, title_en, pillar))
    for file in files:
        say(f"Đã ghi {file}")
    say(how_to_take_back(id, files))
    if pillar:
        say(
            "Bước tiếp theo: thêm chỉ tiêu của nội dung này bằng lệnh "
            f"dxbook new-indicator MÃ --pillar {id} … (xem dxbook new-indicator --help)."
        )
