"""A font that comes late: it is shown all the same, and the page stays still."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route

#: Adds up what shifts without the reader's doing (Layout Instability, W3C).
SHIFTS = """
  window.shifted = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) { if (!entry.hadRecentInput) shifted += entry.value; }
  }).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0"
LOADED = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family).join()"
AFTER_TWO_FRAMES = "() => new Promise(f => requestAnimationFrame(() => requestAnimationFrame(f)))"


@pytest.mark.parametrize("path", ["vi/2022/overview.html", "en/2022/government.html"])
@pytest.mark.parametrize("width", [360, 1440])
def test_a_late_font_is_shown_and_moves_nothing(
    visit: Callable[..., Any], path: str, width: int
) -> None:
    tab = visit(width=width, height=800)
    page, held, late = tab.page, list[Route](), True
    page.add_init_script(SHIFTS)
    page.route("**/*.woff2", lambda route: held.append(route) if late else route.continue_())
    page.goto((tab.site / path).as_uri(), wait_until="commit")
    page.wait_for_function(PAINTED)
    assert held
    late = False
    for route in held:
        route.continue_()
    page.wait_for_function("document.fonts.status === 'loaded'")
    page.evaluate(AFTER_TWO_FRAMES)
    assert "Be Vietnam Pro" in page.evaluate(LOADED)
    assert page.evaluate("shifted") < 0.03
