"""`dxbook build`: run the pages that changed, build the editions, publish the site."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import typer

from ..data import find_root, places_in, years_in
from ..errors import UsageError
from ..model import LANGS, Edition, Report
from ..site.unchanged import inputs_digest, is_unchanged, remember
from ..speech import said
from .app import Root, command, say
from .progress import steps
from .workshop import Workshop, workshop

#: What `--place` takes for every place that has data.
EVERY_PLACE = "all"


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


@command("""Dựng sách và đặt vào _build/site.

    Ví dụ: dxbook build --year 2022 --lang vi
    """)
def build(
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            help=said(
                "Chỉ năm này (mặc định: mọi năm).", "Only this edition (default: every year)."
            ),
        ),
    ] = None,
    lang: Annotated[
        LangChoice, typer.Option("--lang", help=said("Chỉ ngôn ngữ này.", "Only this language."))
    ] = (LangChoice.all),
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, help=said("Số trang chạy cùng lúc.", "Pages run at once.")
        ),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help=said(
                "Nói vì sao từng trang chạy lại hay không.",
                "Say of each page why it ran or did not.",
            ),
        ),
    ] = False,
    kernel: Annotated[
        KernelKind,
        typer.Option(
            "--kernel",
            help=said(
                "Cách chạy các trang; sách vẫn như nhau.",
                "What pages run in; the book is the same.",
            ),
        ),
    ] = KernelKind.auto,
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            help=said(
                "Chạy các trang trên cụm máy Dask ở địa chỉ này, hoặc local.",
                "Run pages on the Dask cluster at this address, or local.",
            ),
        ),
    ] = None,
    place: Annotated[
        list[str] | None,
        typer.Option(
            "--place",
            help=said(
                "Sách riêng của địa bàn này (mã trong data/places.csv), hoặc all: mọi địa bàn có "
                "số liệu riêng. Dùng được nhiều lần.",
                "The book of this place (its id in data/places.csv), or all: every place with "
                "data of its own. May be given several times.",
            ),
        ),
    ] = None,
    root: Root = None,
) -> None:
    """Build the book and publish it into _build/site.

    Example: dxbook build --year 2022 --lang vi
    """
    book = (root or find_root()).resolve()
    site = book / "_build" / "site"
    workers, places = jobs or os.cpu_count() or 1, tuple(place or ("",))
    wish = Wish(year, lang, workers, explain, kernel, cluster, places)
    inputs = inputs_digest(book)
    if is_unchanged(book, inputs, site, wish.editions):
        say(said("Không có gì thay đổi", "Nothing changed") + f" → {site}/index.html")
        return
    with workshop(book, wish.workers, wish.kernel.value, wish.cluster) as shop:
        pages, ran = build_and_publish(book, site, wish, shop)
    remember(book, inputs, site, wish.editions)
    done = said(
        f"{pages} trang ({ran} chạy lại, {pages - ran} dùng lại)",
        f"{pages} pages ({ran} run, {pages - ran} reused)",
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
    from ..data import load_report
    from ..data.years import has_edition
    from ..run.jobs import PageJob, PageResult
    from ..run.pages import run_pages
    from ..site.editions import build_editions
    from ..site.frame import base_of, frame_of
    from ..site.publish import editions_in, publish
    from ..site.stage import pages_in
    from ..site.theme import STATIC

    reports = {place: load_report(root, place=place) for place in places_of(root, wish.places)}
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
    with steps(len(jobs), said("trang", "page")) as step:

        def told(result: PageResult) -> None:
            step(f"{result.job.edition.name} {result.job.page}")
            if wish.explain:
                what = said("dùng lại", "reused") if result.reused else said("chạy lại", "ran")
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
    books = build_editions(root, executed, report_for, shop.books)
    # An edition whose year is gone from the data goes from the site.
    kept = [e for e in editions_in(site) if e not in books and has_edition(root, e.year, e.place)]
    publish(site, books, STATIC, kept, frame_of(root, [*editions, *kept]), base_of(root))
    for seen in (seen_from(*e) for e in sorted({(e.year, e.place) for e in editions})):
        found = (*seen.findings, *(() if seen.of_place else lint(root, seen)))
        unruled = sum(f.ruling is None for f in found)
        of_place = f" --place {seen.of_place}" if seen.of_place else ""
        if unruled:
            say(
                said(
                    f"Năm {seen.year}: {unruled} điểm chưa có cách xử lý; xem bằng lệnh "
                    f"«dxbook check --year {seen.year}{of_place}»",
                    f"{seen.year}: {unruled} findings without a ruling; "
                    f"`dxbook check --year {seen.year}{of_place}` lists them",
                )
            )
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
    known = report.editions()
    if year is not None and year not in known:
        listed = ", ".join(str(y) for y in known) or said("chưa có", "none")
        raise UsageError(
            said(
                f"Sách chưa có năm {year}. Các năm đã có: {listed}. "
                f"Hãy tạo bằng lệnh «dxbook new-year {year}».",
                f"There is no edition of {year}. Editions: {listed}. "
                f"Make one with `dxbook new-year {year}`.",
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
