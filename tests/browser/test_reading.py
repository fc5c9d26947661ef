"""What a reader does with a page: trace a figure, switch, find their way, with and without keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

CHAPTER = "vi/2022/society.html"
Visits = Callable[..., Any]


def figure_in(page: Page) -> Any:
    """A figure that leads to a sentence of the source."""
    return page.locator("main a.dx-figure[href^='source.html#q-']").first


def reach(page: Page, selector: str, presses: int = 400) -> None:
    """Press Tab until an element that matches has the focus."""
    for _ in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


# -- the trace of a figure -----------------------------------------------------------------------


def test_a_click_on_a_figure_opens_its_sentence_in_place(visit: Visits) -> None:
    tab = visit()
    page = tab.open(CHAPTER)
    figure = figure_in(page)
    sentence = figure.get_attribute("title").split("«")[1].split("»")[0]
    figure.click()
    trace = page.locator("#dx-trace")
    expect(trace).to_be_visible()
    expect(trace).to_contain_text(sentence)
    assert tab.at == CHAPTER
    trace.get_by_role("link", name="Xem trong báo cáo gốc").click()
    assert tab.at == "vi/2022/source.html"
    assert tab.messages == []


def test_a_figure_opens_and_closes_by_keyboard_and_the_focus_returns(visit: Visits) -> None:
    page = visit().open(CHAPTER)
    reach(page, "main a.dx-figure")
    figure = page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press("Enter")
    trace = page.locator("#dx-trace")
    expect(trace).to_be_visible()
    assert page.evaluate("document.getElementById('dx-trace').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(trace).not_to_be_visible()
    assert page.evaluate("document.activeElement.outerHTML") == figure


def test_a_figures_sentence_is_shown_on_the_source_page(visit: Visits) -> None:
    page = visit().open(CHAPTER)
    address = figure_in(page).get_attribute("href")
    visited = visit().open(f"vi/2022/{address}")
    expect(visited.locator(f"[id='{address.partition('#')[2]}']").first).to_be_in_viewport()


# -- without scripts -----------------------------------------------------------------------------


def test_without_scripts_a_figure_leads_to_the_source(visit: Visits) -> None:
    tab = visit(java_script_enabled=False)
    page = tab.open(CHAPTER)
    figure_in(page).click()
    assert tab.at == "vi/2022/source.html"


def test_without_scripts_charts_and_tables_are_there(visit: Visits) -> None:
    page = visit(java_script_enabled=False).open(CHAPTER)
    charts = page.locator("main figure [role=img]")
    assert charts.count() > 0
    for chart in charts.all():
        box = chart.bounding_box()
        assert box is not None
        assert box["height"] > 40
    assert page.locator("main table").filter(visible=True).count() > 0
    assert not page.locator("#dx-theme").is_visible()


# -- finding one's way ---------------------------------------------------------------------------


@pytest.mark.parametrize("page_name", ["overview", "society", "source", "glossary"])
def test_the_language_switch_leads_to_the_same_page(visit: Visits, page_name: str) -> None:
    tab = visit()
    page = tab.open(f"vi/2022/{page_name}.html")
    page.get_by_role("link", name="English", exact=True).click()
    assert tab.at == f"en/2022/{page_name}.html"
    page.get_by_role("link", name="Tiếng Việt", exact=True).click()
    assert tab.at == f"vi/2022/{page_name}.html"


def test_the_language_switch_keeps_the_place_and_the_search(visit: Visits) -> None:
    tab = visit()
    page = tab.open("vi/2022/society.html")
    card = page.locator(".dx-card").first.get_attribute("id")
    tab.open(f"vi/2022/society.html#{card}")
    page.locator(".dx-editions a[hreflang=en]").click()
    assert page.url.endswith(f"en/2022/society.html#{card}")
    tab.open("vi/2022/search.html")
    page.locator("#dx-q").fill("88,48 %")
    page.locator(".dx-editions a[hreflang=en]").click()
    expect(page.locator("#dx-q")).to_have_value("88,48 %")
    assert tab.messages == []


def test_on_a_phone_the_contents_open_and_close_by_keyboard(visit: Visits) -> None:
    tab = visit(360, 740)
    page = tab.open(CHAPTER)
    contents = page.locator("#dx-nav")
    expect(contents).not_to_be_visible()
    reach(page, "button[popovertarget='dx-nav']")
    page.keyboard.press("Enter")
    expect(contents).to_be_visible()
    page.keyboard.press("Escape")
    expect(contents).not_to_be_visible()
    page.keyboard.press("Enter")
    expect(contents).to_be_visible()
    reach(page, "#dx-nav a[href='economy.html']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/economy.html")


def test_on_a_desk_the_contents_are_there_and_mark_the_page(visit: Visits) -> None:
    page = visit(1440, 900).open(CHAPTER)
    expect(page.locator("#dx-nav")).to_be_visible()
    current = page.locator("#dx-nav a[aria-current=page]")
    assert current.count() == 1
    assert current.get_attribute("href") in ("#", "society.html")


def test_the_first_tab_skips_to_the_main_content(visit: Visits) -> None:
    page = visit().open(CHAPTER)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "dx-skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_what_has_the_focus_can_be_seen(visit: Visits) -> None:
    page = visit().open(CHAPTER)
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(({outlineStyle, boxShadow}) => outlineStyle !== 'none' || boxShadow !== 'none')"
            "(getComputedStyle(document.activeElement))"
        )
        assert style, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


# -- light and dark ------------------------------------------------------------------------------


def paper(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def test_the_switch_turns_light_to_dark_and_is_remembered(visit: Visits) -> None:
    tab = visit(color_scheme="light")
    page = tab.open(CHAPTER)
    light = paper(page)
    page.locator("#dx-theme").click()
    dark = paper(page)
    assert dark != light
    page.reload()
    assert paper(page) == dark
    page.locator("#dx-theme").click()
    assert paper(page) == light


def test_a_reader_who_asks_their_system_for_dark_gets_it(visit: Visits) -> None:
    light = paper(visit(color_scheme="light").open(CHAPTER))
    dark = paper(visit(color_scheme="dark", java_script_enabled=True).open(CHAPTER))
    assert dark != light


#: Flags that stand on another line than their number, or than what follows them.
FLAGS_APART = """() => [...document.querySelectorAll("main .dx-flag")].flatMap(flag => {
  if (!flag.getClientRects().length) { return []; }
  const at = flag.firstElementChild.getBoundingClientRect(), apart = [];
  const range = document.createRange(), number = flag.previousSibling;
  range.selectNodeContents(number);
  const before = [...range.getClientRects()].pop(), after = flag.nextSibling;
  if (before && (before.bottom < at.top + 2 || before.top > at.bottom - 2)) {
    apart.push(number.textContent);
  }
  if (after && after.nodeType === 3 && /^\\S/.test(after.data)) {
    range.setStart(after, 0);
    range.setEnd(after, 1);
    if (range.getBoundingClientRect().top > at.bottom - 2) { apart.push(after.data); }
  }
  return apart;
})"""


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_flag_and_what_follows_it_stay_with_the_number(visit: Visits, lang: str) -> None:
    for name in ("government", "overview"):
        page = visit().open(f"{lang}/2022/{name}.html")
        for width in (320, 360, 1024, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(FLAGS_APART) == [], (name, width)


@pytest.mark.parametrize("width", [360, 1024, 1440])
def test_no_value_in_a_tile_breaks_within_a_word(visit: Visits, width: int) -> None:
    page = visit(width).open("en/2022/government.html")
    page.add_style_tag(content=".dx-tile-value { overflow-wrap: normal; }")
    too_wide = "e => e.filter(v => v.scrollWidth > v.clientWidth).map(v => v.textContent)"
    assert page.locator(".dx-tile-value").evaluate_all(too_wide) == []


def test_every_figure_says_its_source_though_the_page_has_it_once(visit: Visits, book: Any) -> None:
    path = "vi/2022/government.html"
    source = (book.site / path).read_text(encoding="utf-8").split(' data-cited="')[1].split('"')[0]
    assert "https://vndx.gov.vn/" in source
    figures = visit().open(path).locator("main a.dx-figure")
    titles = figures.evaluate_all("all => all.map(a => a.title)")
    assert all(titles)
    cited = [title for title in titles if title.startswith("Báo cáo, ") and "»" in title]
    assert len(cited) > 100
    assert all(title.endswith(source) for title in cited)


@pytest.mark.parametrize(("path", "most"), [("vi/2022/overview", 7), ("en/2022/targets", 8)])
def test_on_paper_no_page_is_wasted(visit: Visits, path: str, most: int) -> None:
    printed = visit().open(f"{path}.html").pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", printed)) <= most
