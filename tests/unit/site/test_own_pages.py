"""Blocks of a page that become pages of their own."""

from __future__ import annotations

from typing import Any

from dxbook.site.own_pages import with_own_pages
from dxbook.site.stage import staged_toc

BLOCK = (
    '<!--dx-page {id}-->\n<p class="dx-place-name" id="{id}"><a href="#{id}">{title}</a></p>\n'
    "<p>{lead}</p>\n<div>{rest}</div>\n<!--/dx-page-->\n"
)


def notebook(html: str | list[str]) -> dict[str, Any]:
    output = {"output_type": "display_data", "data": {"text/html": html}, "metadata": {}}
    return {
        "cells": [
            {"cell_type": "markdown", "metadata": {}, "source": "# Districts"},
            {"cell_type": "code", "metadata": {}, "outputs": [output], "source": "page"},
        ],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def html_of(page: dict[str, Any]) -> str:
    text: str = page["cells"][1]["outputs"][0]["data"]["text/html"]
    return text


def block(id: str, title: str = "Title", lead: str = "Lead.", rest: str = "") -> str:
    return BLOCK.format(id=id, title=title, lead=lead, rest=rest)


def test_each_block_becomes_a_page_and_leaves_the_first() -> None:
    rest, own = with_own_pages(notebook("<ul></ul>" + block("a", rest="one") + block("b")))
    assert list(own) == ["a", "b"]
    assert html_of(rest).strip() == "<ul></ul>"
    assert "one" in html_of(own["a"])
    assert "one" not in html_of(own["b"])


def test_a_page_begins_with_its_title_and_what_leads_in() -> None:
    _, own = with_own_pages(notebook(block("a", "Cẩm Khê district", "Named in 1 of 3 lists.")))
    assert own["a"]["cells"][0]["source"] == "# Cẩm Khê district\n\nNamed in 1 of 3 lists."


def test_links_to_a_block_lead_to_its_page() -> None:
    linked = '<a href="#a">A</a> <a href="#other">else</a>'
    rest, _ = with_own_pages(notebook(linked + block("a")))
    assert html_of(rest).strip() == '<a href="a.html">A</a> <a href="#other">else</a>'


def test_output_that_a_notebook_keeps_in_lines_is_read_as_one_text() -> None:
    _, own = with_own_pages(notebook(block("a").splitlines(keepends=True)))
    assert list(own) == ["a"]


def test_what_a_name_holds_is_not_obeyed_as_markdown() -> None:
    _, own = with_own_pages(notebook(block("a", "A_b &amp; *c* [d](e) &lt;i&gt;")))
    assert own["a"]["cells"][0]["source"].startswith(r"# A\_b & \*c\* \[d\](e) \<i\>")


def test_a_page_without_blocks_is_as_it_was() -> None:
    plain = notebook("<p>Nothing of its own.</p>")
    assert with_own_pages(plain) == (plain, {})


def test_pages_made_from_a_page_stand_under_it_in_the_contents() -> None:
    toc = {"root": "overview", "chapters": [{"file": "districts"}, {"file": "audit"}]}
    assert staged_toc(toc, {"districts", "audit"}, {"districts": ["a"]}) == {
        "root": "overview",
        "chapters": [{"file": "districts", "sections": [{"file": "a"}]}, {"file": "audit"}],
    }
