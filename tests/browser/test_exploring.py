"""The points of a chart, explored: Vega comes from disk when it is asked for, and goes again."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

Visits = Callable[..., Any]
CHAPTER = "vi/2022/government.html"
SLOPES = "#chart-online_share_slopes"
VALUE = "88,48%"  # of the province in 2022, as the data has it
ON_DEMAND = {"vega.js", "explore.js", "government.charts.js"}
#: What `make audit` installs; or name the file in AXE.
AXE = Path(__file__).parents[2] / "tools/audit/node_modules/axe-core/axe.min.js"
VIOLATIONS = """axe.run(document, {preload: false, resultTypes: ["violations"], runOnly:
    ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
    .then(result => result.violations.map(v => v.id + ": " + v.nodes[0].html.slice(0, 160)))"""


def button(page: Page, chart: str = SLOPES, text: str = "Xem từng điểm") -> Locator:
    return page.locator(chart).get_by_text(text, exact=True)


def opened(page: Page, chart: str = SLOPES) -> Locator:
    """The chart, its points open to be explored."""
    button(page, chart).click()
    expect(page.locator(f"{chart} .dx-ready")).to_be_visible()
    return page.locator(chart)


def test_vega_is_loaded_from_disk_when_it_is_asked_for_and_not_before(visit: Visits) -> None:
    tab = visit()
    loaded: list[str] = []
    tab.page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    page = tab.open(CHAPTER)
    page.wait_for_load_state("networkidle")
    assert "dxbook.js" in loaded
    assert not ON_DEMAND & set(loaded)
    assert "<!--dx-chart" not in page.content()
    chart = opened(page)
    assert chart.locator(".dx-canvas svg").count() == 1
    page.keyboard.press("Escape")
    opened(page, "#chart-received_online")
    assert sorted(name for name in loaded if name in ON_DEMAND) == sorted(ON_DEMAND)
    assert tab.outside == []
    assert tab.messages == []


def test_arrow_keys_tell_each_point_with_all_that_is_known_of_it(visit: Visits) -> None:
    tab = visit()
    page = tab.open(CHAPTER)
    chart = opened(page)
    told = chart.get_by_role("status")
    expect(chart.get_by_role("application")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(told).to_contain_text("Điểm 1 trong 6")
    page.keyboard.press("ArrowRight")
    for part in (VALUE, "Tỷ lệ hồ sơ trực tuyến", "Toàn tỉnh", "Năm 2022", "Báo cáo", "564.270"):
        expect(told).to_contain_text(part)
    page.keyboard.press("End")
    expect(told).to_contain_text("Điểm 6 trong 6")
    assert tab.messages == []


def test_the_pointer_over_a_mark_tells_it_and_its_series_stands_out(visit: Visits) -> None:
    page = visit().open(CHAPTER)
    chart = opened(page)
    chart.locator(".dx-live").scroll_into_view_if_needed()
    chart.locator(".dx-canvas .mark-symbol path[fill=transparent]").nth(1).hover(force=True)
    expect(chart.get_by_role("status")).to_contain_text(VALUE)
    faded = chart.locator(".dx-canvas text[opacity='0.2']")
    expect(faded.first).to_be_attached()
    assert VALUE not in " ".join(faded.all_text_contents())
    page.mouse.move(5, 5)
    expect(chart.get_by_role("status")).to_be_empty()
    expect(faded).to_have_count(0)


def test_the_provinces_own_value_comes_first_and_a_finger_tells_it_from_the_nations(
    visit: Visits,
) -> None:
    name = "#chart-people_bases"
    page = visit(360, has_touch=True).open("vi/2022/society.html")
    chart = opened(page, name)
    told = chart.get_by_role("status")
    page.keyboard.press("ArrowRight")
    expect(told).to_contain_text("97,52%")
    places = chart.locator(".dx-canvas .mark-symbol path[fill=transparent]")
    for n in range(places.count()):
        places.nth(n).scroll_into_view_if_needed()
        box = places.nth(n).bounding_box()
        assert box is not None
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(told).to_contain_text(f"Điểm {n + 1} trong {places.count()}")


def test_both_readings_of_the_parts_are_points(visit: Visits) -> None:
    page = visit().open(CHAPTER)
    chart = opened(page, "#chart-parts_whole")
    page.keyboard.press("End")
    expect(chart.get_by_role("status")).to_contain_text("75,91%")
    page.keyboard.press("ArrowLeft")
    expect(chart.get_by_role("status")).to_contain_text("72,40%")


def test_up_and_down_lead_to_the_next_series(visit: Visits) -> None:
    page = visit().open(CHAPTER)
    told = opened(page).get_by_role("status")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(told).to_contain_text("Điểm 3 trong 6")


@pytest.mark.parametrize("way", ["Escape", "the button"])
def test_the_static_picture_comes_back_and_nothing_has_moved(visit: Visits, way: str) -> None:
    tab = visit()
    page = tab.open(CHAPTER)
    figure = page.locator(SLOPES)
    markup = figure.locator(".dx-picture").inner_html()
    button(page).scroll_into_view_if_needed()
    place = figure.bounding_box()
    opened(page)
    assert figure.bounding_box() == place
    assert not figure.locator(".dx-picture svg").first.is_visible()
    page.keyboard.press("ArrowRight")
    if way == "Escape":
        page.keyboard.press("Escape")
        expect(button(page)).to_be_focused()
    else:
        button(page, text="Xem hình tĩnh").click()
    assert figure.locator(".dx-picture").inner_html() == markup
    assert figure.locator(".dx-picture svg").first.is_visible()
    assert page.locator(".dx-live").count() == 0
    assert tab.messages == []


@pytest.mark.parametrize("width", [1280, 360])
def test_vega_draws_in_the_place_and_size_of_the_static_picture(visit: Visits, width: int) -> None:
    page = visit(width).open(CHAPTER)
    charts = page.locator("figure[data-points]")
    assert charts.count() >= 3
    for n in range(charts.count()):
        name = f"#{charts.nth(n).get_attribute('id')}"
        static = page.locator(f"{name} .dx-picture svg").filter(visible=True).bounding_box()
        chart = opened(page, name)
        drawn = chart.locator(".dx-canvas svg").bounding_box()
        assert static is not None
        assert drawn is not None
        assert (drawn["width"], drawn["height"]) == (static["width"], static["height"]), name
        words = "() => [...document.querySelectorAll('%s text')].map(t => t.textContent).sort()"
        of = "wide" if width > 720 else "narrow"
        texts = page.evaluate(words % f"{name} .dx-canvas")
        assert texts == page.evaluate(words % f"{name} .dx-picture > .dx-{of}"), name
        page.keyboard.press("Escape")


def test_the_colours_follow_the_theme_while_points_are_explored(visit: Visits) -> None:
    page = visit(color_scheme="light").open(CHAPTER)
    chart = opened(page)
    ink = "e => getComputedStyle(e).fill"
    light = chart.locator(".dx-canvas text").first.evaluate(ink)
    page.locator("#dx-theme").click()
    assert chart.locator(".dx-canvas text").first.evaluate(ink) != light


def test_on_paper_there_is_the_static_picture(visit: Visits) -> None:
    page = visit().open(CHAPTER)
    chart = opened(page)
    page.emulate_media(media="print")
    assert not chart.locator(".dx-live").is_visible()
    assert chart.locator(".dx-picture > .dx-wide svg").is_visible()


def test_without_scripts_nothing_offers_what_needs_them(visit: Visits) -> None:
    page = visit(java_script_enabled=False).open(CHAPTER)
    assert button(page).count() == 0
    assert page.locator(f"{SLOPES} .dx-picture svg").filter(visible=True).count() == 1


def test_on_an_english_page_the_sentence_is_marked_as_vietnamese(visit: Visits) -> None:
    page = visit().open("en/2022/government.html")
    button(page, text="Explore points").click()
    expect(page.locator(f"{SLOPES} .dx-ready")).to_be_visible()
    page.keyboard.press("End")
    told = page.locator(SLOPES).get_by_role("status")
    expect(told).to_contain_text("Point 6 of 6")
    expect(told.locator("[lang=vi]")).to_contain_text("“")


def test_the_specification_can_be_saved(visit: Visits) -> None:
    page = visit().open(CHAPTER)
    with page.expect_download() as download:
        button(page, text="Vega-Lite").click()
    assert download.value.suggested_filename == "online_share_slopes.vl.json"
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert "vega-lite" in saved["$schema"]
    assert 88.48 in [row["value"] for row in saved["datasets"]["table"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_while_points_are_explored(
    visit: Visits, width: int, scheme: str
) -> None:
    axe = Path(os.environ.get("AXE", AXE))
    if not axe.is_file():
        pytest.skip("There is no axe. `make audit` installs it; or name axe.min.js in AXE.")
    page = visit(width, color_scheme=scheme).open(CHAPTER)
    page.evaluate(axe.read_text(encoding="utf-8"))
    assert page.evaluate(VIOLATIONS) == []
    opened(page)
    assert page.evaluate(VIOLATIONS) == []
    page.keyboard.press("ArrowRight")
    assert page.evaluate(VIOLATIONS) == []
