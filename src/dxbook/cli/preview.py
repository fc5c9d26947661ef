"""`dxbook preview`: build an edition as it stands, show it, and build again whenever it changes."""

from __future__ import annotations

import os
import threading
import time
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from ..data import find_root, years_in
from ..errors import DxbookError, UsageError
from ..site.unchanged import inputs_digest, program_digest
from ..words import said
from .app import Root, command, say
from .build import KernelKind, LangChoice, Wish, build_and_publish, site_of
from .serve import HOST, Port, site_server
from .workshop import Workshop, workshop

#: How often the book is looked at; looking takes hundredths of a second.
SECONDS_BETWEEN_LOOKS = 1.0


@command()
def preview(
    year: Annotated[
        int | None,
        typer.Argument(help=said("The edition (default: the newest).")),
    ] = None,
    lang: Annotated[
        LangChoice,
        typer.Option("--lang", help=said("Only this language.")),
    ] = LangChoice.all,
    port: Port = 8000,
    browser: Annotated[
        bool,
        typer.Option(
            "--browser/--no-browser",
            help=said("Open it in the browser."),
        ),
    ] = True,
    once: Annotated[
        bool,
        typer.Option(
            "--once",
            help=said("Do not build again on changes."),
        ),
    ] = False,
    root: Root = None,
) -> None:
    """Build an edition as it stands, open it, and build again whenever it changes, until Ctrl-C.

    Example: dxbook preview 2023
    """
    book = (root or find_root()).resolve()
    wish = Wish(
        year=year or max(years_in(book), default=None),
        lang=lang,
        workers=os.cpu_count() or 1,
        explain=False,
        kernel=KernelKind.auto,
        cluster=None,
    )
    site = site_of(book)
    with workshop(book, wish.workers, "auto", None, lasting=not once) as shop:
        program = program_digest()
        seen = inputs_digest(book, program)
        build_and_publish(book, site, wish, shop)
        with site_server(site, port) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            first = "en" if lang is LangChoice.en else "vi"
            address = f"http://{HOST}:{server.server_port}/{first}/{wish.year}/overview.html"
            say(f"{address} " + said("(Ctrl-C to stop)"))
            if browser:
                webbrowser.open(address)
            try:
                keep_building(
                    book, site, wish, shop, program, seen
                ) if not once else wait_for_ever()
            except KeyboardInterrupt:
                say(said("Stopped."))
            finally:
                server.shutdown()


def keep_building(
    root: Path, site: Path, wish: Wish, shop: Workshop, program: str, seen: str
) -> None:
    """Build whenever the book changes; what is wrong with it is said, and waited for to be mended.

    Args:
        program: digest of the program that this process runs.
        seen: digest of what was built last.

    Raises:
        UsageError: when the program itself changed, for this process runs what it was before.
    """
    while True:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        stands = program_digest()
        now = inputs_digest(root, stands)
        if now == seen:
            continue
        if stands != program:
            raise UsageError(said("dxbook itself has changed; start the preview again."))
        seen = now
        before = time.monotonic()
        try:
            pages, ran = build_and_publish(root, site, wish, shop)
        except DxbookError as error:
            say(f"dxbook: {error}")
            continue
        took = time.monotonic() - before
        say(
            said(
                "{pages} pages ({ran} run) in {took:.1f} s; reload the page",
                pages=pages,
                ran=ran,
                took=took,
            )
        )


def wait_for_ever() -> None:
    """Do nothing until Ctrl-C."""
    threading.Event().wait()
