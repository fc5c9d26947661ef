"""What of a page is searched, and as which passage."""

from __future__ import annotations

import unicodedata

from dxbook.site.search import sections_of

PAGE = """<body><nav>Contents</nav><main><section id="chapter"><h1>Chapter<a class="headerlink"
href="#chapter">#</a></h1><p>First.</p>{}</section></main><footer>Footer</footer></body>"""


def passages(inside: str) -> dict[str, tuple[str, str]]:
    return {p.anchor: (p.title, p.plain) for p in sections_of(PAGE.format(inside))}


def test_what_surrounds_the_page_is_not_searched() -> None:
    assert passages("") == {"chapter": ("Chapter", "First.")}


def test_a_card_is_a_passage_headed_by_its_summary() -> None:
    card = (
        '<details class="dx-card" id="card-x"><summary>Phones <code>x</code></summary>'
        "<p>80%</p></details><p>After.</p>"
    )
    assert passages(card) == {
        "chapter": ("Chapter", "First. After."),
        "card-x": ("Phones x", "80%"),
    }


def test_a_chart_is_headed_by_its_title_and_not_by_its_table() -> None:
    chart = (
        '<figure class="dx-chart" id="chart-x"><figcaption><p class="dx-chart-title">Up</p>'
        "</figcaption><svg><text>drawn</text></svg><details><summary>Table</summary>1"
        "</details></figure>"
    )
    assert passages(chart)["chart-x"] == ("Up", "Table 1")


def test_a_term_has_the_meaning_that_follows_it() -> None:
    terms = '<dl><dt id="term-a">A</dt><dd>first</dd><dt id="term-b">B</dt><dd>second</dd></dl>'
    found = passages(terms + "<p>After.</p>")
    assert found["term-a"] == ("A", "first")
    assert found["term-b"] == ("B", "second")
    assert found["chapter"] == ("Chapter", "First. After.")


def test_what_stands_on_other_pages_too_is_searched_there() -> None:
    assert passages('<div class="dx-repeated">Same everywhere.</div>') == passages("")


def test_letters_and_marks_apart_are_joined() -> None:
    said = passages(f"<p>{unicodedata.normalize('NFD', 'điện thoại')}</p>")["chapter"][1]
    assert said == "First. điện thoại"
