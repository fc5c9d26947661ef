"""`dxbook build`: run the pages that changed, build the editions, publish the site."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import typer

from ..data import find_root
from ..errors import UsageError
from ..model import LANGS, Edition, Lang, Report
from ..site.unchanged import is_unchanged, remember
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
    site = book / "_build" / "site"
    asked = f"{year or 'every year'}, {lang.value}"
    if is_unchanged(book, site, asked):
        say(f"Nothing changed → {site}/index.html")
        return
    pages, ran = build_and_publish(book, site, year, lang, jobs or os.cpu_count() or 1, explain)
    remember(book, site, asked)
    say(f"{pages} pages ({ran} run, {pages - ran} reused) → {site}/index.html")


def build_and_publish(
    root: Path, site: Path, year: int | None, lang: LangChoice, workers: int, explain: bool
) -> tuple[int, int]:
    """Run, build and publish.

    Returns:
        How many pages the editions have, and how many of them were run.
    """
    from ..audit import audited, lint
    from ..data import load_report
    from ..run import PageJob, PageResult, run_pages
    from ..site.book import book_processes
    from ..site.editions import build_editions
    from ..site.frame import base_of, frame_of
    from ..site.publish import editions_in, publish
    from ..site.stage import pages_in
    from ..site.theme import STATIC

    report = load_report(root)
    editions = chosen_editions(report, year, lang)
    report_for: Callable[[int], Report] = lru_cache(None)(lambda y: audited(report.for_year(y)))
    jobs = [
        PageJob(page, root / "notebooks" / f"{page}.ipynb", {"year": e.year, "lang": e.lang})
        for e in editions
        for page in pages_in(root)
    ]

    def told(result: PageResult) -> None:
        if explain:
            edition = edition_of(result.job.parameters)
            verb = "reused" if result.reused else "ran"
            say(f"{edition.year} {edition.lang} {result.job.page}: {verb}: {result.reason}")

    with book_processes(min(workers, len(editions))) as pool:
        results = run_pages(
            jobs,
            root=root,
            report_for=report_for,
            out=root / "_build" / "pages",
            workers=workers,
            progress=told,
        )
        executed: dict[Edition, dict[str, Path]] = defaultdict(dict)
        for result in results:
            executed[edition_of(result.job.parameters)][result.job.page] = result.executed
        books = build_editions(root, executed, report_for, pool)
    publish(site, books, STATIC, frame_of(root, [*editions, *editions_in(site)]), base_of(root))
    for seen in (report_for(y) for y in sorted({e.year for e in editions})):
        unruled = sum(f.ruling is None for f in (*seen.findings, *lint(root, seen)))
        if unruled:
            say(f"{seen.year}: {unruled} findings without a ruling; `dxbook check` lists them")
    return len(results), sum(not r.reused for r in results)


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
    years: Sequence[int] = known if year is None else (year,)
    langs = LANGS if lang is LangChoice.all else tuple(x for x in LANGS if x == lang.value)
    return [Edition(y, each) for y in years for each in langs]


def edition_of(parameters: Mapping[str, str | int]) -> Edition:
    """The edition that a page's parameters name."""
    lang: Lang = "en" if parameters["lang"] == "en" else "vi"
    return Edition(int(parameters["year"]), lang)
