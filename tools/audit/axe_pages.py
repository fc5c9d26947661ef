"""axe over every page: both languages, light and dark, phone and desk."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page, sync_playwright
from tables import print_table

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = {"phone": 360, "desk": 1440}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
#: Closed cards and tables are opened, for what is hidden is not looked at.
OPEN = "document.querySelectorAll('details').forEach(d => { d.open = true; })"
#: The points of every chart that has them are opened.
EXPLORE = """() => document.querySelectorAll('figure[data-points] .dx-download button:last-child')
    .forEach(button => button.click())"""
EXPLORED = "() => !document.querySelector('figure[data-points]:not(:has(.dx-ready))')"
#: WCAG 2.2 A and AA, and what axe itself recommends. Pages are open from disk: nothing is fetched.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """rules => axe.run(document, {preload: false, runOnly: rules, resultTypes: ["violations"]})
    .then(result => result.violations)"""


def report(site: Path, browser: str, tools: Path) -> bool:
    """Print what axe found, and say whether it found nothing."""
    axe = (tools / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    found: Counter[tuple[str, str, str]] = Counter()
    examples: list[str] = []
    pages = pages_of(site)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=FLAGS)
        for scheme, screen in product(SCHEMES, WIDTHS):
            context = chromium.new_context(
                viewport={"width": WIDTHS[screen], "height": 900}, color_scheme=scheme
            )
            tab = context.new_page()
            for path in pages:
                lang = path.relative_to(site).parts[0]
                for violation in violations(tab, path, axe):
                    nodes = violation["nodes"]
                    found[lang, scheme, screen] += len(nodes)
                    name = path.relative_to(site).as_posix()
                    examples.append(
                        f"  {name}, {scheme}, {screen}: {violation['id']} ({len(nodes)}): "
                        f"{nodes[0]['html'][:160]}"
                    )
            context.close()
            print(f"axe: {scheme}, {screen}: done", file=sys.stderr)
        chromium.close()
    langs = sorted({path.relative_to(site).parts[0] for path in pages}, reverse=True)
    rows = [
        [lang, scheme, screen, count_of(pages, site, lang), found[lang, scheme, screen]]
        for lang, scheme, screen in product(langs, SCHEMES, WIDTHS)
    ]
    print_table("axe: violations", ["edition", "scheme", "screen", "pages", "violations"], rows)
    print("\n".join(examples[:40]))
    return not found


def pages_of(site: Path) -> list[Path]:
    """Every page of every edition, and the page for an address that does not exist."""
    return [*sorted(site.glob("[a-z][a-z]/[0-9]*/*.html")), site / "404.html"]


def count_of(pages: list[Path], site: Path, part: str) -> int:
    """How many pages lie in a part of the site."""
    return sum(path.relative_to(site).parts[0] == part for path in pages)


def violations(tab: Page, path: Path, axe: str) -> list[dict[str, Any]]:
    """What axe finds on a page with all its cards open; then with the points of its charts open."""
    tab.goto(path.as_uri())
    tab.evaluate(OPEN)
    tab.evaluate(axe)
    found: list[dict[str, Any]] = tab.evaluate(RUN, RULES)
    if tab.locator("figure[data-points]").count():
        tab.evaluate(EXPLORE)
        tab.wait_for_function(EXPLORED)
        found += tab.evaluate(RUN, RULES)
    return found
