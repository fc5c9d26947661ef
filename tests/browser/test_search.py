"""Searches that readers make, from disk, each with what must be among its first results."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

Visits = Callable[..., Any]
#: Among so many results a reader looks before trying other words.
FIRST = 5


def nfd(text: str) -> str:
    """As some keyboards and systems write it: letters and their marks apart."""
    return unicodedata.normalize("NFD", text)


#: language, query, address of a result: a page, or a passage of it.
SEARCHES = [
    # with and without diacritics, in capitals, letters and marks apart
    ("vi", "điện thoại thông minh", "infrastructure.html#card-smartphone_share"),
    ("vi", "dien thoai thong minh", "infrastructure.html#card-smartphone_share"),
    ("vi", "DIEN THOAI", "infrastructure.html#card-smartphone_share"),
    ("vi", nfd("điện thoại"), "infrastructure.html#card-smartphone_share"),
    ("vi", "Căn cước", "society.html#card-chip_id_share"),
    ("vi", "can cuoc gan chip", "society.html#card-chip_id_cards"),
    ("vi", "định danh điện tử", "society.html#card-eid_accounts"),
    ("vi", "DINH DANH DIEN TU", "society.html#card-eid_accounts"),
    ("vi", "an toàn thông tin", "security.html#an-toan-thong-tin"),
    ("vi", nfd("an toàn thông tin"), "security.html#an-toan-thong-tin"),
    ("vi", "đài truyền thanh", "government.html#card-ict_loudspeakers"),
    ("vi", "dai truyen thanh", "government.html#card-ict_loudspeakers"),
    ("vi", "tổ công nghệ số cộng đồng", "workforce.html#to-cong-nghe-so-cong-dong"),
    ("vi", "hoa don dien tu", "economy.html#card-e_invoices"),
    ("vi", "dich vu cong truc tuyen", "government.html#dich-vu-cong-truc-tuyen"),
    ("vi", "họp trực tuyến", "government.html#card-online_meetings"),
    ("vi", "chữ ký số", "government.html#card-digital_signatures"),
    ("vi", "diệt vi rút", "security.html#card-antivirus"),
    ("vi", "đào tạo cán bộ", "workforce.html#dao-tao-can-bo"),
    ("vi", "tai khoan giao dich", "society.html#card-bank_accounts"),
    ("vi", "lượt đại biểu", "government.html#card-attendances"),
    ("vi", "hộ gia đình", "infrastructure.html#card-fibre_households"),
    ("vi", "ban chi dao", "institutions.html#card-steering_committees"),
    ("vi", "điểm yếu", "institutions.html#diem-yeu-bao-cao-tu-neu"),
    ("vi", "mục tiêu 2025", "targets.html#muc-tieu-cua-nhung-nam-sau"),
    ("vi", "tải dữ liệu", "catalogue.html#tai-du-lieu"),
    ("vi", "giấy phép", "catalogue.html#tai-du-lieu"),
    ("vi", "đính chính", "glossary.html#term-official-correction"),
    ("vi", "cách đọc một con số", "overview.html#cach-doc-mot-con-so"),
    # ids and abbreviations
    ("vi", "chip_id_cards", "society.html#card-chip_id_cards"),
    ("vi", "full_loudspeakers", "government.html#card-full_loudspeakers"),
    ("vi", "SOC", "glossary.html#term-soc"),
    ("vi", "CBCC", "glossary.html#term-officials"),
    ("en", "SOC", "security.html#card-soc_connection"),
    ("en", "chip_id_share", "society.html#card-chip_id_share"),
    ("en", "glossary", "glossary.html#terms-and-abbreviations"),
    ("en", "audit", "audit.html#checking-the-numbers"),
    # numbers as either language writes them
    ("vi", "88,48", "government.html#card-online_share"),
    ("vi", "88.48", "government.html#card-online_share"),
    ("vi", "80,07%", "infrastructure.html#card-smartphone_share"),
    ("vi", "637.760", "government.html#card-dossiers_received"),
    ("vi", "292.494", "society.html#card-eid_level_2"),
    ("vi", "70,9", "audit.html"),
    ("en", "88.48", "government.html#card-online_share"),
    ("en", "637,760", "government.html#card-dossiers_received"),
    # places and agencies
    ("vi", "Việt Trì", "district-viet-tri.html"),
    ("vi", "CAM KHE", "district-cam-khe.html"),
    ("vi", nfd("Hạ Hòa"), "district-ha-hoa.html"),
    ("vi", "doan hung", "district-doan-hung.html"),
    ("vi", "Cục Quản lý thị trường", "workforce.html#card-units_without_dx_staff"),
    ("vi", "ban dan toc", "workforce.html#card-units_without_dx_staff"),
    ("en", "Viet Tri", "district-viet-tri.html"),
    # English words
    ("en", "smartphone", "infrastructure.html#card-smartphone_share"),
    ("en", "LOUDSPEAKER", "government.html#loudspeaker-stations"),
    ("en", "steering committee", "institutions.html#steering-committees"),
    ("en", "targets", "targets.html#against-the-targets"),
    ("en", "one-stop", "glossary.html#term-one-stop-centre"),
    ("en", "online public services", "government.html#online-public-services"),
    ("en", "transaction accounts", "society.html#transaction-accounts-and-skills"),
    ("en", "schools", "workforce.html#card-schools_teaching_ict"),
]


def search(page: Page, site: Any, lang: str, query: str) -> list[str]:
    """The addresses of the first results of a search that an address asks for."""
    page.goto(f"{(site / lang / '2022' / 'search.html').as_uri()}?q={quote(query)}")
    links = page.locator("main #dx-results a").all()
    return [link.get_attribute("href") or "" for link in links[:FIRST]]


@pytest.mark.parametrize(("lang", "query", "address"), SEARCHES)
def test_a_search_finds_the_passage_it_should(
    visit: Visits, book: Any, lang: str, query: str, address: str
) -> None:
    tab = visit()
    found = search(tab.page, book.site, lang, query)
    if "#" not in address:
        found = [each.partition("#")[0] for each in found]
    assert address in found
    assert tab.outside == []
    assert tab.messages == []


@pytest.mark.parametrize("query", ["Điện thoại", "dien thoai", "DIEN THOAI", nfd("điện thoại")])
def test_a_word_is_one_word_however_it_is_typed(visit: Visits, book: Any, query: str) -> None:
    page = visit().page
    found = set(search(page, book.site, "vi", query))
    assert found == set(search(page, book.site, "vi", "điện thoại"))


def test_results_show_the_passage_with_its_diacritics(visit: Visits, book: Any) -> None:
    page = visit().page
    search(page, book.site, "vi", "dien thoai")
    expect(page.locator("#dx-results mark").first).to_have_text("điện", ignore_case=True)


def test_every_result_leads_to_a_passage_that_exists(visit: Visits, book: Any) -> None:
    page = visit().page
    for address in search(page, book.site, "vi", "hồ sơ trực tuyến"):
        page.goto(f"{(book.site / 'vi' / '2022').as_uri()}/{address}")
        assert page.locator(f"[id='{address.partition('#')[2]}']").count() == 1, address


def test_a_closed_card_that_is_found_opens(visit: Visits, book: Any) -> None:
    page = visit().page
    search(page, book.site, "vi", "chip_id_cards")
    page.locator("#dx-results a").first.click()
    card = page.locator("#card-chip_id_cards")
    expect(card).to_have_attribute("open", "")
    expect(card).to_be_in_viewport()


def test_nothing_found_is_said(visit: Visits, book: Any) -> None:
    page = visit().page
    assert search(page, book.site, "en", "qwertyuiop") == []
    expect(page.locator("#dx-found")).to_have_text("Nothing found.")


def test_results_come_as_one_types(visit: Visits, book: Any) -> None:
    page = visit().open("vi/2022/search.html")
    page.locator("#dx-q").press_sequentially("viet tri")
    expect(page.locator("#dx-results a").first).to_have_attribute(
        "href", "district-viet-tri.html#thanh-pho-viet-tri"
    )


def test_the_search_of_every_page_leads_to_the_results(visit: Visits) -> None:
    tab = visit(1440, 900)
    page = tab.open("en/2022/society.html")
    page.locator("#dx-nav-q").fill("smartphone")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/2022/search.html?q=smartphone")
    assert page.locator("#dx-results a").count() > 0


def test_without_scripts_the_search_says_what_to_use_instead(visit: Visits) -> None:
    page = visit(java_script_enabled=False).open("vi/2022/search.html")
    expect(page.locator("noscript p")).to_contain_text("JavaScript")
