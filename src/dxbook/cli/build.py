"""`dxbook build`: run the pages that changed, build the editions, publish the site."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..build import BuildOptions, site_of
from ..data import find_root
from ..site.unchanged import inputs_digest, is_unchanged, program_digest, remember
from ..words import said
from .app import announce, command, say, tell, with_options
from .progress import steps

if TYPE_CHECKING:
    from ..build import Built
    from ..run import PageResult, Pages


@command()
@with_options(BuildOptions)
def build(options: BuildOptions, root: Path | None) -> None:
    """Build the book and publish it into _build/site.

    Example: dxbook build --year 2022 --lang vi
    """
    book = (root or find_root()).resolve()
    program = program_digest()
    inputs = inputs_digest(book, program)
    site = site_of(book)
    if is_unchanged(book, inputs, site, options.editions):
        say(said("Nothing changed") + f" → {site}/index.html")
        return
    from ..build import done_where_ready

    build_it = partial(build_and_remember, book)
    exit_code = done_where_ready(book, options, program, inputs, build_it, tell)
    if exit_code:
        raise typer.Exit(exit_code)


def build_and_remember(root: Path, options: BuildOptions, inputs: str, pages: Pages) -> None:
    """Build, note what the site was built from (a digest taken before), and tell where it lies."""
    built = build_and_tell(root, options, pages)
    remember(root, inputs, built.site, options.editions)
    done = said(
        "{pages} pages ({ran} run, {reused} reused)",
        pages=built.pages,
        ran=built.ran,
        reused=built.pages - built.ran,
    )
    say(f"{done} → {built.site}/index.html")


def build_and_tell(root: Path, options: BuildOptions, pages: Pages) -> Built:
    """Build, and tell of each page and of what is left to rule on."""
    from ..build import build_book

    built = build_book(root, options, pages, partial(told_of_pages, options))
    for each in built.unruled:
        announce(
            "{year}: {unruled} findings without a ruling; `dxbook check --year {year}{of_place}` "
            "lists them",
            year=each.year,
            unruled=each.count,
            of_place=f" --place {each.place}" if each.place else "",
        )
    return built


@contextlib.contextmanager
def told_of_pages(options: BuildOptions, total: int) -> Iterator[Callable[[PageResult], None]]:
    """Tell of each page as it has its result, and why it ran or did not if that is asked."""
    with steps(total, said("page")) as step:

        def told(result: PageResult) -> None:
            step(f"{result.job.edition.name} {result.job.page}")
            if options.explain:
                what = said("reused") if result.reused else said("ran")
                say(f"  {what}: {result.reason}")

        yield told
