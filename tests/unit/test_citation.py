"""A source is cited by title, publisher, address and day, as far as they are known."""

from __future__ import annotations

from dataclasses import replace

from dxbook.model import Source, Text
from dxbook.parts.citation import cited, cited_with_link

SOURCE = Source(
    "s-2022", 2022, "vi", "2022/source.vi.txt",
    Text(vi="Kết quả", en="Results"), Text(vi="Cổng", en="Portal"),
    "https://example.org/a?b&c", "", "2026-03-05",
)  # fmt: skip


def test_a_source_is_cited_with_its_address_and_the_day_it_was_retrieved() -> None:
    address = "https://example.org/a?b&c"
    assert cited(SOURCE, "vi") == f"Kết quả, Cổng, {address}, lấy ngày 5/3/2026"
    assert cited(SOURCE, "en") == f"Results, Portal, {address}, retrieved 5 March 2026"


def test_what_is_not_known_of_a_source_is_left_out() -> None:
    assert cited(replace(SOURCE, url="", retrieved_on=""), "vi") == "Kết quả, Cổng"


def test_a_title_leads_to_an_address_of_the_web_only() -> None:
    assert cited_with_link(SOURCE, "en").startswith('<a href="https://example.org/a?b&amp;c"')
    assert "<a" not in cited_with_link(replace(SOURCE, url="javascript:alert(1)"), "en")
