"""`dxbook build`: run the pages that changed, build the editions, publish the site."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..data import find_root, load_report
from ..errors import UsageError
from ..model import LANGS, Edition, Report
from ..run import PageJob, PageResult, run_pages
from ..site.book import build_book
from ..site.downloads import write_downloads
from ..site.extension import THEME
from ..site.frame import index_page, missing_page
from ..site.publish import editions_in, publish
from ..site.stage import pages_in, read_settings, stage
from .app import Root, app, say


class LangChoice(StrEnum):
    """The languages `--lang` takes."""

    vi = "vi"
    en = "en"
    all = "all"


@app.command()
def build(
    year: Annotated[
        int | None, typer.Option("--year", help="Only this edition (default: every year).")
    ] = None,
    lang: Annotated[LangChoice, typer.Option("--lang", help="Only this language.")] = (
        LangChoice.all
    ),
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Pages run at once.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of each page why it ran or did not.")
    ] = False,
    root: Root = None,
) -> None:
    """Build the book and publish it into _build/site.

    Example: dxbook build --year 2022 --lang vi
    """
    book = (root or find_root()).resolve()
    report = load_report(book)
    editions = chosen_editions(report, year, lang)
    results = run_editions(book, report, editions, jobs or os.cpu_count() or 1, explain)
    books = {}
    for edition in editions:
        executed = {r.job.page: r.executed for r in results if edition_of(r) == edition}
        books[edition] = build_edition(book, report.for_year(edition.year), edition, executed)
    site = book / "_build" / "site"
    publish(site, books, THEME / "static", frame_of(book, [*editions, *editions_in(site)]))
    ran = sum(not r.reused for r in results)
    say(f"{len(results)} pages ({ran} run, {len(results) - ran} reused) → {site}/index.html")


def chosen_editions(report: Report, year: int | None, lang: LangChoice) -> list[Edition]:
    """The editions to build.

    Raises:
        UsageError: when the year has no edition.
    """
    known = report.editions()
    if year is not None and year not in known:
        listed = ", ".join(str(y) for y in known) or "none"
        raise UsageError(
            f"There is no edition of {year}. Editions: {listed}. "
            f"Make one with `dxbook new-year {year}`."
        )
    years = known if year is None else (year,)
    langs = LANGS if lang is LangChoice.all else tuple(x for x in LANGS if x == lang.value)
    return [Edition(y, each) for y in years for each in langs]


def edition_of(result: PageResult) -> Edition:
    """The edition a page was run for."""
    parameters = result.job.parameters
    lang = "en" if parameters["lang"] == "en" else "vi"
    return Edition(int(parameters["year"]), lang)


def run_editions(
    root: Path, report: Report, editions: Sequence[Edition], workers: int, explain: bool
) -> list[PageResult]:
    """Execute every page of the editions that is stale."""
    jobs = [
        PageJob(page, root / "notebooks" / f"{page}.ipynb", {"year": e.year, "lang": e.lang})
        for e in editions
        for page in pages_in(root)
    ]

    def told(result: PageResult) -> None:
        edition = edition_of(result)
        if explain:
            verb = "reused" if result.reused else "ran"
            say(f"{edition.year} {edition.lang} {result.job.page}: {verb}: {result.reason}")

    return run_pages(
        jobs,
        root=root,
        report_for=report.for_year,
        out=root / "_build" / "pages",
        workers=workers,
        progress=told,
    )


def build_edition(root: Path, report: Report, edition: Edition, executed: dict[str, Path]) -> Path:
    """Stage an edition and let Jupyter Book build it.

    Returns:
        The folder of its HTML.
    """
    name = f"{edition.year}-{edition.lang}"
    staged, out = root / "_build" / "staged" / name, root / "_build" / "books" / name
    stage(root, edition, executed, staged)
    build_book(staged, out)
    write_downloads(root, report, out / "html" / "data")
    return out / "html"


def frame_of(root: Path, editions: Sequence[Edition]) -> dict[str, str]:
    """The site's own pages."""
    config = read_settings(root, "_config.yml")
    own = config.get("sphinx", {}).get("config", {})
    title = str(config.get("title", "dxbook"))
    titles = {"vi": title, "en": str(own.get("dxbook_title_en") or title)}
    base = str(config.get("html", {}).get("baseurl") or "")
    every = list(dict.fromkeys(editions))
    return {
        "index.html": index_page(every, titles),
        "404.html": missing_page(every, titles, base),
        ".nojekyll": "",
    }
