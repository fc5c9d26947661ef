"""`dxbook build`: run the pages that changed, build the editions, publish the site."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..data import find_root, places_in, years_in
from ..errors import UsageError
from ..site.unchanged import inputs_digest, is_unchanged, program_digest, remember
from ..words import said
from .app import Root, command, say
from .progress import steps
from .workshop import Workshop, workshop

if TYPE_CHECKING:
    from ..model import Edition, Report

#: What `--place` takes for every place that has data.
EVERY_PLACE = "all"
#: How long a build's processes stay ready for the next; on a machine that only builds, not at all.
SECONDS_READY = 0 if os.environ.get("CI") else 180
#: Variables that are minded when a process starts or imports; the others go along with the order.
LASTING_VARIABLES = (
    *("DXBOOK_", "HOME", "LANG", "LC_", "LD_", "MKL_", "OMP_", "OPENBLAS_", "PATH", "PYTHON"),
    *("TMPDIR", "TZ", "VIRTUAL_ENV"),
)


class LangChoice(StrEnum):
    """The languages `--lang` takes."""

    vi = "vi"
    en = "en"
    all = "all"


class KernelKind(StrEnum):
    """The kinds of kernel `--kernel` takes."""

    auto = "auto"
    warm = "warm"
    ordinary = "ordinary"


@dataclass(frozen=True)
class Wish:
    """What was asked of a build."""

    year: int | None
    lang: LangChoice
    workers: int
    explain: bool
    kernel: KernelKind
    cluster: str | None
    places: tuple[str, ...] = ("",)

    @property
    def editions(self) -> str:
        """The editions asked for, in words."""
        return f"{self.year or 'every year'}, {self.lang.value}, {' '.join(self.places)}"

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> Wish:
        """The wish that was written as JSON."""
        lang, kernel = LangChoice(fields["lang"]), KernelKind(fields["kernel"])
        return cls(**{**fields, "lang": lang, "kernel": kernel, "places": tuple(fields["places"])})


@command()
def build(
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            help=said("Only this edition (default: every year)."),
        ),
    ] = None,
    lang: Annotated[LangChoice, typer.Option("--lang", help=said("Only this language."))] = (
        LangChoice.all
    ),
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help=said("Pages run at once.")),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help=said("Say of each page why it ran or did not."),
        ),
    ] = False,
    kernel: Annotated[
        KernelKind,
        typer.Option(
            "--kernel",
            help=said("What pages run in; the book is the same."),
        ),
    ] = KernelKind.auto,
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            help=said("Run pages on the Dask cluster at this address, or local."),
        ),
    ] = None,
    place: Annotated[
        list[str] | None,
        typer.Option(
            "--place",
            help=said(
                "The book of this place (its id in data/places.csv), or all: every place "
                "with data of its own. May be given several times."
            ),
        ),
    ] = None,
    keep_ready: Annotated[
        int,
        typer.Option(
            "--keep-ready",
            min=0,
            envvar="DXBOOK_KEEP_READY",
            show_envvar=False,
            show_default=False,
            help=said(
                "For so many seconds after a build, stay ready in the background, so "
                "that the next one is faster; 0: not at all (default: {seconds_ready}).",
                seconds_ready=SECONDS_READY,
            ),
        ),
    ] = SECONDS_READY,
    root: Root = None,
) -> None:
    """Build the book and publish it into _build/site.

    Example: dxbook build --year 2022 --lang vi
    """
    book = (root or find_root()).resolve()
    workers, places = jobs or os.cpu_count() or 1, tuple(place or ("",))
    wish = Wish(year, lang, workers, explain, kernel, cluster, places)
    program = program_digest()
    inputs = inputs_digest(book, program)
    site = site_of(book)
    if is_unchanged(book, inputs, site, wish.editions):
        say(said("Nothing changed") + f" → {site}/index.html")
        return
    from .daemon import daemon_is_possible, run_in_daemon

    exit_code = None
    if keep_ready and cluster is None and daemon_is_possible():
        order = {"inputs": inputs, "wish": asdict(wish), "environment": dict(os.environ)}
        begin = partial(builder, book, wish)
        exit_code = run_in_daemon(book, daemon_key(book, program, wish), order, begin, keep_ready)
    if exit_code is None:
        with workshop(book, wish.workers, wish.kernel.value, wish.cluster) as shop:
            build_and_tell(book, wish, inputs, shop)
    elif exit_code:
        raise typer.Exit(exit_code)


def site_of(root: Path) -> Path:
    """Where a book's site is published."""
    return root / "_build" / "site"


@contextlib.contextmanager
def builder(root: Path, wish: Wish) -> Iterator[Callable[[Mapping[str, Any]], None]]:
    """What a daemon builds with: a workshop that lasts, and a way to use it."""
    from multiprocessing.resource_tracker import ensure_running

    # It keeps the stderr of its first moment open, which shall not be a caller's.
    ensure_running()
    with workshop(root, wish.workers, wish.kernel.value, None, lasting=True) as shop:

        def work(order: Mapping[str, Any]) -> None:
            os.environ.clear()
            os.environ.update(order["environment"])
            build_and_tell(root, Wish.of(order["wish"]), order["inputs"], shop)

        yield work


def daemon_key(root: Path, program: str, wish: Wish) -> str:
    """What two builds must have alike to be made by the same daemon."""
    kept = sorted(each for each in os.environ.items() if each[0].startswith(LASTING_VARIABLES))
    parts = (str(root), program, sys.executable, wish.workers, wish.kernel.value, kept)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def build_and_tell(root: Path, wish: Wish, inputs: str, shop: Workshop) -> None:
    """Build, note what the site was built from, and tell where it lies.

    Args:
        inputs: digest of what the build reads, taken before.
    """
    site = site_of(root)
    pages, ran = build_and_publish(root, site, wish, shop)
    remember(root, inputs, site, wish.editions)
    done = said(
        "{pages} pages ({ran} run, {reused} reused)", pages=pages, ran=ran, reused=pages - ran
    )
    say(f"{done} → {site}/index.html")


def build_and_publish(root: Path, site: Path, wish: Wish, shop: Workshop) -> tuple[int, int]:
    """Run, build and publish.

    Args:
        shop: where pages run and books are made.

    Returns:
        How many pages the editions have, and how many of them were run.
    """
    from ..audit import audited, lint
    from ..data import has_edition, load_report
    from ..run.jobs import PageJob, PageResult
    from ..run.pages import run_pages
    from ..site.book import import_ahead
    from ..site.editions import build_editions
    from ..site.frame import base_of, frame_of
    from ..site.publish import editions_in, publish
    from ..site.stage import pages_in
    from ..site.theme import STATIC

    places = places_of(root, wish.places)
    for first in places[:1]:
        shop.expect(wish.year, first)
    reports = {place: load_report(root, place=place) for place in places}
    editions = [
        edition
        for report in reports.values()
        for edition in chosen_editions(report, wish.year, wish.lang)
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
    with steps(len(jobs), said("page")) as step:

        def told(result: PageResult) -> None:
            step(f"{result.job.edition.name} {result.job.page}")
            if wish.explain:
                what = said("reused") if result.reused else said("ran")
                say(f"  {what}: {result.reason}")

        results = run_pages(
            jobs,
            root=root,
            report_for=report_for,
            out=root / "_build" / "pages",
            executor=shop.pages,
            kernel=wish.kernel.value,
            progress=told,
        )
    shop.pages_are_done()
    executed: dict[Edition, dict[str, Path]] = defaultdict(dict)
    for result in results:
        executed[result.job.edition][result.job.page] = result.executed
    built = build_editions(root, executed, report_for, wish.workers)
    # An edition whose year is gone from the data goes from the site.
    kept = [e for e in editions_in(site) if e not in built and has_edition(root, e.year, e.place)]
    publish(site, built, STATIC, kept, frame_of(root, [*editions, *kept]), base_of(root))
    for seen in (seen_from(*e) for e in sorted({(e.year, e.place) for e in editions})):
        found = (*seen.findings, *(() if seen.of_place else lint(root, seen)))
        unruled = sum(f.ruling is None for f in found)
        of_place = f" --place {seen.of_place}" if seen.of_place else ""
        if unruled:
            say(
                said(
                    "{year}: {unruled} findings without a ruling; `dxbook check --year "
                    "{year}{of_place}` lists them",
                    year=seen.year,
                    unruled=unruled,
                    of_place=of_place,
                )
            )
    shop.get_ready()
    return len(results), sum(not r.reused for r in results)


def pages_of(report: Report, pages: Sequence[str]) -> list[str]:
    """The pages of the year's editions: without pillars that have no indicator in the year."""
    absent = set(report.catalogue.pillars) - {pillar.id for pillar in report.pillars()}
    return [page for page in pages if page not in absent]


def chosen_editions(report: Report, year: int | None, lang: LangChoice) -> list[Edition]:
    """The editions to build.

    Raises:
        UsageError: when the year has no edition.
    """
    from ..model import LANGS, Edition

    known = report.editions()
    if year is not None and year not in known:
        listed = ", ".join(str(y) for y in known) or said("none")
        raise UsageError(
            said(
                "There is no edition of {year}. Editions: {listed}. Make one with "
                "`dxbook new-year {year}`.",
                year=year,
                listed=listed,
            )
        )
    years: Sequence[int] = known if year is None else (year,)
    langs = LANGS if lang is LangChoice.all else tuple(x for x in LANGS if x == lang.value)
    return [Edition(y, each, report.of_place) for y in years for each in langs]


def places_of(root: Path, wished: Sequence[str]) -> list[str]:
    """The places whose editions are wished; `all` is every place with data, "" the whole."""
    if EVERY_PLACE not in wished:
        return list(dict.fromkeys(wished))
    return sorted({place for year in years_in(root) for place in places_in(root, year)})


def parameters_of(edition: Edition) -> dict[str, str | int]:
    """What the pages of an edition are run with: a place only where there is one."""
    place = {"place": edition.place} if edition.place else {}
    return {"year": edition.year, "lang": edition.lang, **place}
