"""Every page, opened from disk: nothing leaves the machine, nothing is complained of, all fits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WIDTHS = (320, 360, 768, 1440)
#: How far the page can be scrolled sideways, and which elements make it so.
SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) { return []; }
  return [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > width + 0.5)
    .map(e => e.tagName.toLowerCase() + (e.id ? "#" + e.id : "") +
              (e.className && e.className.baseVal === undefined ? "." + e.className : ""))
    .slice(0, 8).concat("the page itself");
}"""


def pages_of(site: Path, lang: str) -> list[str]:
    return [p.relative_to(site).as_posix() for p in sorted((site / lang).rglob("*.html"))]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_pages_open_from_disk_without_a_request_or_a_message(
    visit: Callable[..., Any], book: Any, lang: str
) -> None:
    tab = visit()
    for path in [*pages_of(book.site, lang), "404.html"]:
        page = tab.open(path)
        assert page.locator("h1").first.is_visible(), path
        assert tab.outside == [], path
        assert tab.messages == [], path


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_page_scrolls_sideways(visit: Callable[..., Any], book: Any, lang: str) -> None:
    tab = visit()
    wide = {}
    for path in [*pages_of(book.site, lang), "404.html"]:
        page = tab.open(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if too_wide := page.evaluate(SIDEWAYS):
                wide[f"{path} at {width} px"] = too_wide
    assert wide == {}


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("vi-VN", "vi"), ("en-GB", "en"), ("fr-FR", "vi")],
)
def test_the_door_opens_in_the_readers_language(
    visit: Callable[..., Any], locale: str, expected: str
) -> None:
    tab = visit(locale=locale)
    tab.open("index.html")
    tab.page.wait_for_url(f"**/{expected}/2022/overview.html")


def test_the_door_is_a_choice_without_scripts(visit: Callable[..., Any]) -> None:
    tab = visit(java_script_enabled=False)
    tab.open("index.html")
    assert tab.at == "index.html"
    tab.page.get_by_role("link", name="English").first.click()
    assert tab.at == "en/2022/overview.html"


@pytest.mark.parametrize("path", ["vi/2022/society.html", "en/2022/targets.html"])
def test_a_page_prints_without_its_navigation(visit: Callable[..., Any], path: str) -> None:
    tab = visit()
    page = tab.open(path)
    printed = page.pdf(format="A4")
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") > 0
    page.emulate_media(media="print")
    for part in ("nav", ".dx-toc", ".dx-tools"):
        for element in page.locator(part).all():
            assert not element.is_visible(), part
    assert page.locator("h1").is_visible()
    assert page.locator("main table").filter(visible=True).count() > 0
