"""What a shared link shows, what search engines are told, and what a reader may cite."""

from __future__ import annotations

import base64
import csv
import json
import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

Visits = Callable[..., Any]
BASE = "https://so-lieu.example.vn/phu-tho"


@pytest.fixture(scope="module")
def published(book: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The book with an address to publish it at."""
    copy = book.copy(tmp_path_factory.mktemp("published") / "book")
    config = copy.root / "_config.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace('baseurl: ""', f'baseurl: "{BASE}/"'), encoding="utf-8")
    copy.build()
    return copy


def meta(page: Page, name: str) -> str | None:
    """What a page says of itself under a name."""
    found = page.locator(f"meta[name='{name}'], meta[property='{name}']")
    return found.get_attribute("content") if found.count() else None


def at(page: Page, book: Any, path: str) -> Page:
    page.goto((book.site / path).as_uri())
    return page


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_page_has_a_title_and_a_description_of_its_own(
    visit: Visits, book: Any, lang: str
) -> None:
    page = visit().page
    said: dict[str, str] = {}
    for file in sorted((book.site / lang / "2022").glob("*.html")):
        if file.name == "search.html":
            continue
        page.goto(file.as_uri())
        for name in ("og:title", "og:description", "description"):
            assert meta(page, name), (file.name, name)
        description = meta(page, "description") or ""
        assert description not in said, (file.name, said.get(description))
        said[description] = file.name


def test_without_an_address_no_page_claims_one(visit: Visits, book: Any) -> None:
    page = at(visit().page, book, "vi/2022/society.html")
    assert page.locator("link[rel=canonical], link[rel=alternate]").count() == 0
    assert meta(page, "og:image") is None
    assert not (book.site / "sitemap.xml").exists()


def test_with_an_address_pages_name_themselves_and_their_other_language(
    visit: Visits, published: Any
) -> None:
    page = at(visit().page, published, "en/2022/society.html")
    own = f"{BASE}/en/2022/society.html"
    assert page.locator("link[rel=canonical]").get_attribute("href") == own
    others = {
        link.get_attribute("hreflang"): link.get_attribute("href")
        for link in page.locator("link[rel=alternate]").all()
    }
    assert others == {"vi": f"{BASE}/vi/2022/society.html", "en": own}
    assert meta(page, "og:url") == own


def test_the_preview_image_exists_and_has_the_size_that_sites_ask_for(
    visit: Visits, published: Any
) -> None:
    for lang in ("vi", "en"):
        page = at(visit().page, published, f"{lang}/2022/overview.html")
        address = meta(page, "og:image") or ""
        assert address.startswith(f"{BASE}/")
        image = (published.site / address.removeprefix(f"{BASE}/")).read_bytes()
        assert image.startswith(b"\x89PNG")
        assert struct.unpack(">II", image[16:24]) == (1200, 630)


def test_the_sitemap_lists_every_page(published: Any) -> None:
    sitemap = (published.site / "sitemap.xml").read_text(encoding="utf-8")
    for file in published.site.glob("*/2022/*.html"):
        path = file.relative_to(published.site).as_posix()
        assert f"<loc>{BASE}/{path}</loc>" in sitemap


def test_the_data_is_described_for_search_engines(visit: Visits, book: Any) -> None:
    page = at(visit().page, book, "en/2022/catalogue.html")
    described = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    assert described["@type"] == "Dataset"
    assert described["license"].startswith("https://creativecommons.org/")
    for file in described["distribution"]:
        assert (book.site / "en/2022" / file["contentUrl"]).is_file()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_anchors_are_unique_and_headings_carry_no_numbers(
    visit: Visits, book: Any, lang: str
) -> None:
    page = visit().page
    for file in sorted((book.site / lang / "2022").glob("*.html")):
        page.goto(file.as_uri())
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        assert len(ids) == len(set(ids)), file.name
        for heading in page.locator("main h1, main h2, main h3").all_text_contents():
            assert not any(letter.isdigit() for letter in heading), (file.name, heading)


def test_a_chart_can_be_cited_with_its_address_edition_and_data(visit: Visits) -> None:
    page = visit().open("en/2022/society.html")
    chart = page.locator("figure.dx-chart").first
    anchor = chart.get_attribute("id")
    chart.get_by_role("button", name="Cite").click()
    said = page.locator("#dx-trace")
    expect(said).to_be_visible()
    expect(said).to_contain_text(f"society.html#{anchor}")
    expect(said).to_contain_text("2022")
    expect(said).to_contain_text(page.locator("#dx-data").inner_text())


#: What is drawn at a corner of a picture that is given as base64, and how wide it is.
CORNER = """async png => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
  canvas.width = image.width; canvas.height = image.height;
  pen.drawImage(image, 0, 0);
  return [image.width, ...pen.getImageData(1, 1, 1, 1).data];
}"""


def test_a_saved_chart_explains_itself_in_light_colours(visit: Visits) -> None:
    tab = visit(360, color_scheme="dark")
    page = tab.open("vi/2022/society.html")
    chart = page.locator("#chart-people_bases")
    saved = {}
    for kind in ("SVG", "PNG"):
        with page.expect_download() as download:
            chart.get_by_role("button", name=kind).click()
        assert download.value.suggested_filename == f"people_bases.{kind.lower()}"
        saved[kind] = Path(download.value.path()).read_bytes()
    svg = saved["SVG"].decode("utf-8")
    drawn = ElementTree.fromstring(svg)
    texts = " ".join(t.text or "" for t in drawn.iter("{http://www.w3.org/2000/svg}text"))
    for part in (".dx-chart-title", ".dx-chart-subtitle", ".dx-chart-note", ".dx-brand-name"):
        assert page.locator(f"#chart-people_bases {part}, .dx-header {part}").inner_text() in texts
    for part in ("Nguồn: ", "2022", "https://vndx.gov.vn/"):
        assert part in texts
    assert "var(" not in svg
    assert "#0b5c92" in svg
    assert drawn.find("{http://www.w3.org/2000/svg}rect[@fill='#ffffff']") is not None
    width, *corner = page.evaluate(CORNER, base64.b64encode(saved["PNG"]).decode())
    assert corner == [255, 255, 255, 255]
    assert width == 2 * float(drawn.get("width", 0))
    assert tab.messages == []


def test_a_citation_and_a_trace_say_where_the_number_comes_from(visit: Visits, book: Any) -> None:
    with (book.root / "data" / "sources.csv").open(encoding="utf-8", newline="") as lines:
        source = next(row for row in csv.DictReader(lines) if row["year"] == "2022")
    day = str(int(source["retrieved_on"][-2:]))
    for lang in ("vi", "en"):
        page = visit().open(f"{lang}/2022/society.html")
        said = page.locator("#dx-trace")
        page.locator("main a.dx-figure[href^='source.html#q-']").first.click()
        shown = [said.inner_text()]
        expect(said.locator(f"a[href='{source['url']}']")).to_be_visible()
        page.keyboard.press("Escape")
        page.locator("figure.dx-chart .dx-download button").last.click()
        shown.append(said.inner_text())
        for text in shown:
            for part in (source[f"title_{lang}"], source[f"publisher_{lang}"], source["url"], day):
                assert part in text


def test_without_an_address_for_errors_the_details_of_a_figure_can_be_copied(
    visit: Visits,
) -> None:
    page = visit().open("en/2022/society.html")
    figure = page.locator("main a.dx-figure[href^='source.html#q-']").first
    figure.click()
    said = page.locator("#dx-trace")
    said.get_by_role("button", name="Copy details").click()
    details = said.locator(".dx-details")
    expect(details).to_contain_text("society.html")
    expect(details).to_contain_text(figure.inner_text())
    expect(details).to_contain_text("2022")
    expect(details).to_contain_text(page.locator("#dx-data").inner_text())
    assert page.evaluate("getSelection().toString()").strip() == details.inner_text().strip()


@pytest.mark.parametrize(("lang", "marks"), [("vi", "«»"), ("en", "“”")])
def test_copied_details_name_what_the_number_is_and_no_place_on_the_disk(
    visit: Visits, lang: str, marks: str
) -> None:
    page = visit().open(f"{lang}/2022/overview.html")
    for where in (".dx-scorecard", ".dx-commentary", ".dx-table"):
        figure = page.locator(f"main {where} a.dx-figure[data-value]").filter(visible=True).first
        named, shown = figure.get_attribute("data-of"), figure.inner_text()
        figure.click()
        said = page.locator("#dx-trace")
        said.locator(".dx-report button").click()
        details = said.locator(".dx-details").inner_text()
        assert f"{marks[0]}{named}: {shown}{marks[1]}" in details
        assert "overview.html" in details
        assert "file:" not in details
        assert page.url.removeprefix("file://").rpartition("/")[0] not in details
        assert page.locator("#dx-data").inner_text() in details
        assert "2022" in details.split(marks[0])[0]
        page.keyboard.press("Escape")


def test_a_citation_takes_the_focus_and_gives_it_back(visit: Visits) -> None:
    page = visit().open("vi/2022/society.html")
    button = page.locator("figure.dx-chart .dx-download button", has_text="Trích dẫn").first
    button.focus()
    page.keyboard.press("Enter")
    said = page.locator("#dx-trace")
    expect(said).to_be_visible()
    expect(said.locator("p").first).to_be_focused()
    expect(said.locator("p").first).to_contain_text("society.html#")
    page.keyboard.press("Tab")
    expect(said.locator(".dx-report button, .dx-report a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(said).not_to_be_visible()
    expect(button).to_be_focused()


def test_no_quotation_marks_of_one_kind_nest_in_a_citation(visit: Visits) -> None:
    for lang, (opening, closing) in (("vi", "«»"), ("en", "“”")):
        page = visit().open(f"{lang}/2022/overview.html")
        for button in page.locator(
            "figure.dx-chart .dx-download button:text-matches('Cite|Trích')"
        ).all():
            button.click()
            text = page.locator("#dx-trace p").first.inner_text()
            page.keyboard.press("Escape")
            first = text[text.index(opening) + 1 : text.index(closing)]
            assert opening not in first


def test_every_district_has_a_page_that_says_what_is_known_and_what_is_not(
    visit: Visits, book: Any
) -> None:
    page = at(visit().page, book, "vi/2022/districts.html")
    links = page.locator("main .dx-places a").all()
    pages = [link.get_attribute("href") or "" for link in links]
    assert len(pages) == 13
    for name in pages:
        at(page, book, f"vi/2022/{name}")
        assert page.locator("main table tbody tr").count() == 3, name
        expect(page.locator("main .dx-note")).to_contain_text("không biết gì riêng")
        assert page.locator("#dx-nav a[aria-current=page]").inner_text() == "Địa bàn"
        assert page.locator("#dx-nav a[href^='district-']").count() == 0


def test_a_district_not_on_a_closed_list_is_without_and_on_an_open_one_unknown(
    visit: Visits, book: Any
) -> None:
    page = at(visit().page, book, "en/2022/district-doan-hung.html")
    rows = page.locator("main table tbody tr").all_inner_texts()
    said = {row.split("\t")[3]: row.split("\t")[1] for row in rows}
    assert said == {"Open list": "Not stated", "Closed list": "Not all yet"}


#: Stretches of text with the language they are marked with, and those that only a title could mark.
TEXTS = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent.closest("script, style")) {
      found.push([parent.closest("[lang]").lang, walker.currentNode.data]);
    }
  }
  document.querySelectorAll("[title]").forEach(
    e => found.push([e.closest("[lang]").lang, e.title]));
  return found;
}"""
#: Names and document numbers are the same in every language (WCAG 2.2, 3.1.2).
NAMES = re.compile(
    r"Phú|Thọ|Vĩnh|Phúc|Hòa|Bình|UBQGCĐS|[\w-]*/?QĐ(-\w+)?|Đoan|Hùng|Lâm|Thao|Sơn|Thủy|Việt|Trì|"
    r"Cẩm|Khê|Hạ|Phù|Tân|Yên|Lập|Cục Chuyển đổi số"
)
VIETNAMESE = re.compile("[ăâđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


def test_what_is_vietnamese_in_the_english_pages_says_so(
    visit: Visits, book: Any, places: list[str]
) -> None:
    page = visit().page
    unmarked = []
    for file in sorted((book.site / "en/2022").glob("*.html")):
        page.goto(file.as_uri())
        for lang, text in page.evaluate(TEXTS):
            for place in places:
                text = text.replace(place, "")
            if lang != "vi" and VIETNAMESE.search(NAMES.sub("", text)):
                unmarked.append((file.name, text.strip()[:80]))
    assert unmarked == []


@pytest.fixture(scope="module")
def places(book: Any) -> list[str]:
    """The names of places and agencies, as the data has them."""
    with (book.root / "data" / "places.csv").open(encoding="utf-8", newline="") as lines:
        return [row["name_vi"] for row in csv.DictReader(lines)]
