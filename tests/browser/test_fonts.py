"""The book's font is there with the page: it is always shown, and nothing moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

#: Adds up what shifts without the reader's doing (Layout Instability, W3C).
SHIFTS = """
  window.shifted = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) { if (!entry.hadRecentInput) shifted += entry.value; }
  }).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0"
LOADED = "[...document.fonts].filter(f => f.status === 'loaded').length"
AFTER_TWO_FRAMES = "() => new Promise(f => requestAnimationFrame(() => requestAnimationFrame(f)))"
#: Two weights of two subsets.
FACES = 4


@pytest.mark.parametrize(
    "path", ["vi/2022/overview.html", "en/2022/government.html", "en/2022/society.html"]
)
@pytest.mark.parametrize("width", [360, 1440])
def test_the_font_is_there_with_the_page_and_nothing_moves(
    visit: Callable[..., Any], path: str, width: int
) -> None:
    tab = visit(width=width, height=800)
    page = tab.page
    page.add_init_script(SHIFTS)
    page.goto((tab.site / path).as_uri(), wait_until="load")
    page.wait_for_function(PAINTED)
    page.evaluate(AFTER_TWO_FRAMES)
    assert page.evaluate(LOADED) == FACES
    assert page.evaluate("shifted") < 0.01
