"""Editions: staged, built where something changed, with their data beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ..data import data_digest
from ..keeping import read_stamp, write_stamp
from ..model import Edition, Report
from .book import BookOrder, books_built
from .downloads import write_downloads
from .frame import titles_of
from .preview import preview_png
from .stage import stage
from .unchanged import book_stamp


def build_editions(
    root: Path,
    executed: Mapping[Edition, Mapping[str, Path]],
    report_for: Callable[[Edition], Report],
    workers: int,
) -> dict[Edition, Path]:
    """Stage every edition and build those that would come out other than they stand.

    Returns:
        The folder of HTML of each edition.

    Raises:
        BookError: when Jupyter Book warns or fails.
    """
    orders: list[BookOrder] = []
    stamps: dict[Path, dict[str, str]] = {}
    folders: dict[Edition, Path] = {}
    data = {place: data_digest(root, place) for place in {edition.place for edition in executed}}
    for edition, pages in executed.items():
        staged, out = (root / "_build" / folder / edition.name for folder in ("staged", "books"))
        stage(root, edition, pages, staged, place_name(report_for(edition), edition))
        folders[edition] = out / "html"
        before = read_stamp(out / "built.json")
        now = {**book_stamp(staged), "data": data[edition.place]}
        if before == now:
            continue
        stamps[out] = now
        if (before.get("frame"), before.get("pages")) != (now["frame"], now["pages"]):
            (out / "built.json").unlink(missing_ok=True)
            orders.append(BookOrder(staged, out, afresh=before.get("frame") != now["frame"]))
    changed = [edition for edition, html in folders.items() if html.parent in stamps]
    titles = titles_of(root)
    with books_built(orders, workers):
        for edition in changed:
            report, html = report_for(edition), folders[edition]
            write_downloads(root, report, html / "data")
            picture = preview_png(report, titles[edition.lang], edition.lang)
            (html / "preview.png").write_bytes(picture)
    for out, stamp in stamps.items():
        write_stamp(out / "built.json", stamp)
    return folders


def place_name(report: Report, edition: Edition) -> str:
    """What the place of an edition is called; empty for the report's own edition."""
    if not edition.place:
        return ""
    return report.catalogue.places[edition.place].name[edition.lang]
