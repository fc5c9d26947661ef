"""A build, from the book's folder to the published site: run, assemble, publish."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..audit import audited, lint
from ..data import has_edition, load_report, places_in, years_in
from ..errors import usage_error
from ..model import LANGS, Edition, Report
from ..run import PageJob, PageResult, Pages, run_pages
from ..site import STATIC
from ..site.book import import_ahead
from ..site.editions import build_editions
from ..site.frame import base_of, frame_of
from ..site.publish import editions_in, publish
from ..site.stage import pages_in
from ..words import said
from .options import EVERY, BuildOptions, site_of

#: Told how many pages there are; then, while the block runs, of each.
Progress = Callable[[int], AbstractContextManager[Callable[[PageResult], None]]]


@dataclass(frozen=True)
class Unruled:
    """Findings of an edition's year that nobody has ruled on."""

    year: int
    place: str
    count: int


@dataclass(frozen=True)
class Built:
    """A site that was published.

    Args:
        pages: how many the editions built have.
        unruled: the years built that have findings without a ruling.
    """

    site: Path
    pages: int
    ran: int
    unruled: Sequence[Unruled]


def build_book(root: Path, options: BuildOptions, pages: Pages, progress: Progress) -> Built:
    """Run what changed, build the editions asked for, and publish them beside the others."""
    places = places_of(root, options.places)
    for first in places[:1]:
        pages.expect(options.year, first)
    reports = {place: load_report(root, place=place) for place in places}
    editions = [
        edition
        for report in reports.values()
        for edition in editions_of(report, options.year, options.lang)
    ]

    @lru_cache(None)
    def seen_from(year: int, place: str) -> Report:
        return audited(reports[place].for_year(year))

    def report_for(edition: Edition) -> Report:
        return seen_from(edition.year, edition.place)

    every_page = pages_in(root)
    jobs = [
        PageJob(page, root / "notebooks" / f"{page}.ipynb", parameters_of(edition))
        for edition in editions
        for page in pages_of(report_for(edition), every_page)
    ]
    # Not before: while what pages need is imported, it would be in the way.
    import_ahead()
    with progress(len(jobs)) as told:
        results = run_pages(
            jobs,
            root=root,
            report_for=report_for,
            out=root / "_build" / "pages",
            executor=pages,
            kernel=options.kernel.value,
            progress=told,
        )
    pages.rest()
    executed: dict[Edition, dict[str, Path]] = defaultdict(dict)
    for result in results:
        executed[result.job.edition][result.job.page] = result.executed
    built, site = build_editions(root, executed, report_for, options.workers), site_of(root)
    # An edition whose year is gone from the data goes from the site.
    kept = [e for e in editions_in(site) if e not in built and has_edition(root, e.year, e.place)]
    publish(site, built, STATIC, kept, frame_of(root, [*editions, *kept]), base_of(root))
    years = [seen_from(*each) for each in sorted({(e.year, e.place) for e in editions})]
    unruled = [Unruled(r.year, r.of_place, count) for r in years if (count := _unruled(root, r))]
    pages.wake()
    return Built(site, len(results), sum(not r.reused for r in results), unruled)


def _unruled(root: Path, report: Report) -> int:
    found = (*report.findings, *(() if report.of_place else lint(root, report)))
    return sum(finding.ruling is None for finding in found)


def places_of(root: Path, asked: Sequence[str]) -> list[str]:
    """The places whose editions are asked for; `all` is every place with data, "" the whole."""
    if EVERY not in asked:
        return list(dict.fromkeys(asked))
    return sorted({place for year in years_in(root) for place in places_in(root, year)})


def editions_of(report: Report, year: int | None, lang: str) -> list[Edition]:
    """The editions to build.

    Args:
        year: None for every year.
        lang: a language, or `all`.

    Raises:
        UsageError: when the year has no edition.
    """
    known = report.editions()
    if year is not None and year not in known:
        listed = ", ".join(str(y) for y in known) or said("none")
        raise usage_error(
            "There is no edition of {year}. Editions: {listed}. Make one with `dxbook new-year "
            "{year}`.",
            year=year,
            listed=listed,
        )
    years = known if year is None else (year,)
    langs = [each for each in LANGS if lang in (EVERY, each)]
    return [Edition(y, each, report.of_place) for y in years for each in langs]


def pages_of(report: Report, pages: Sequence[str]) -> list[str]:
    """The pages of the year's editions: without pillars that have no indicator in the year."""
    absent = set(report.catalogue.pillars) - {pillar.id for pillar in report.pillars()}
    return [page for page in pages if page not in absent]


def parameters_of(edition: Edition) -> dict[str, str | int]:
    """What the pages of an edition are run with: a place only where there is one."""
    place = {"place": edition.place} if edition.place else {}
    return {"year": edition.year, "lang": edition.lang, **place}
