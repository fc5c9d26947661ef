"""`dxbook preview`: build an edition as it stands, show it, and build again whenever it changes."""

from __future__ import annotations

import threading
import time
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from ..build import EVERY, BuildOptions, LangChoice, pages_for, site_of
from ..data import find_root, years_in
from ..errors import DxbookError, usage_error
from ..site.unchanged import inputs_digest, program_digest
from ..words import LANGS, said
from .app import Root, announce, command, say
from .build import build_and_tell
from .serve import HOST, Port, site_server

if TYPE_CHECKING:
    from ..run import Pages

#: How often the book is looked at; looking takes hundredths of a second.
SECONDS_BETWEEN_LOOKS = 1.0


@command()
def preview(
    year: Annotated[int | None, Argument(help=said("The edition (default: the newest)."))] = None,
    lang: Annotated[LangChoice, Option(help=said("Only this language."))] = EVERY,
    port: Port = 8000,
    browser: Annotated[
        bool, Option("--browser/--no-browser", help=said("Open it in the browser."))
    ] = True,
    once: Annotated[bool, Option("--once", help=said("Do not build again on changes."))] = False,
    root: Root = None,
) -> None:
    """Build an edition as it stands, open it, and build again whenever it changes, until Ctrl-C.

    Example: dxbook preview 2023
    """
    book = (root or find_root()).resolve()
    options = BuildOptions(year or max(years_in(book), default=None), lang)
    site = site_of(book)
    with pages_for(book, options, lasting=not once) as pages:
        program = program_digest()
        seen = inputs_digest(book, program)
        build_and_tell(book, options, pages)
        with site_server(site, port) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            first = LANGS[0] if lang == EVERY else lang
            address = f"http://{HOST}:{server.server_port}/{first}/{options.year}/overview.html"
            say(f"{address} " + said("(Ctrl-C to stop)"))
            if browser:
                webbrowser.open(address)
            try:
                if once:
                    threading.Event().wait()
                keep_building(book, options, pages, program, seen)
            except KeyboardInterrupt:
                announce("Stopped.")
            finally:
                server.shutdown()


def keep_building(root: Path, options: BuildOptions, pages: Pages, program: str, seen: str) -> None:
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
            raise usage_error("dxbook itself has changed; start the preview again.")
        seen = now
        before = time.monotonic()
        try:
            built = build_and_tell(root, options, pages)
        except DxbookError as error:
            say(f"dxbook: {error}")
            continue
        took = time.monotonic() - before
        announce(
            "{pages} pages ({ran} run) in {took:.1f} s; reload the page",
            pages=built.pages,
            ran=built.ran,
            took=took,
        )
