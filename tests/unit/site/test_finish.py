"""What is filled into pages when the whole site is known."""

from __future__ import annotations

from dxbook.model import Edition
from dxbook.site.finish import links, sitemap, switch

VI, EN, OLD = Edition(2022, "vi"), Edition(2022, "en"), Edition(2021, "vi")
BASE = "https://example.vn/so"


def test_without_a_base_address_there_are_no_addresses() -> None:
    assert links("society.html", VI, [(VI, True), (EN, True)], "") == ""


def test_a_page_names_itself_and_its_other_language() -> None:
    found = links("society.html", VI, [(VI, True), (EN, True), (OLD, True)], BASE)
    assert f'rel="canonical" href="{BASE}/vi/2022/society.html"' in found
    assert f'hreflang="en" href="{BASE}/en/2022/society.html"' in found
    assert "2021" not in found


def test_a_language_that_lacks_the_page_is_not_named() -> None:
    found = links("society.html", VI, [(VI, True), (EN, False)], BASE)
    assert 'hreflang="en"' not in found


def test_the_preview_is_that_of_the_edition() -> None:
    assert f'content="{BASE}/en/2022/preview.png"' in links("a.html", EN, [(EN, True)], BASE)


def test_the_switch_leads_to_the_overview_where_an_edition_lacks_the_page() -> None:
    shown = switch("society.html", VI, [(VI, True), (EN, True), (OLD, False)])
    assert 'href="../../en/2022/society.html"' in shown
    assert 'href="../../vi/2021/overview.html"' in shown


def test_the_sitemap_escapes_addresses() -> None:
    assert "<loc>https://example.vn/so/a&amp;b.html</loc>" in sitemap(["a&b.html"], BASE)
