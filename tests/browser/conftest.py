"""A real Chromium over the built book, opened from disk and cut off from everything else."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Route, sync_playwright

#: Addresses that no page may ask for by itself.
OUTSIDE = re.compile("^(?!file:|data:|blob:)")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_in(playwright: Playwright) -> str:
    """The browser to test with: $CHROMIUM, the system's, or one that Playwright has installed."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    own = playwright.chromium.executable_path
    if found or Path(own).is_file():
        return found or own
    why = (
        "There is no Chromium for the tests in tests/browser. Install it (apt-get install "
        "chromium, or .venv/bin/playwright install chromium), or name one in CHROMIUM."
    )
    if os.environ.get("CI"):
        pytest.fail(why, pytrace=False)
    pytest.skip(why)


@dataclass
class Visit:
    """A tab, and what it did that nobody may see: requests that leave, and messages."""

    page: Page
    site: Path
    outside: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Open a page of the site by its path in it."""
        path, _, anchor = address.partition("#")
        self.page.goto((self.site / path).as_uri() + (f"#{anchor}" if anchor else ""))
        return self.page

    @property
    def at(self) -> str:
        """Where the tab is, as a path in the site."""
        return self.page.url.split("#")[0].removeprefix(self.site.as_uri() + "/")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        executable = chromium_in(playwright)
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, book: Any) -> Iterator[Callable[..., Visit]]:
    """A function that opens a tab of its own; options are those of a Playwright context."""
    contexts = []

    def new(width: int = 1280, height: int = 800, **options: Any) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        visited = Visit(context.new_page(), book.site)

        def guard(route: Route) -> None:
            visited.outside.append(route.request.url)
            route.abort()

        def note(message: ConsoleMessage) -> None:
            visited.messages.append(f"{message.type}: {message.text}")

        context.route(OUTSIDE, guard)
        visited.page.on("console", note)
        visited.page.on("pageerror", lambda error: visited.messages.append(f"error: {error}"))
        return visited

    yield new
    for context in contexts:
        context.close()
