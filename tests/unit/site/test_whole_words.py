"""Words that no line may end inside, and what is left as it is."""

from __future__ import annotations

import pytest

from dxbook.site.search import sections_of
from dxbook.site.whole_words import with_whole_words


@pytest.mark.parametrize("word", ["e-ID", "E-ID", "e-government", "411/QĐ-TTg", "2050/KH-UBND"])
def test_a_short_compound_is_held_together(word: str) -> None:
    assert with_whole_words(f"<p>({word})</p>") == f'<p>(<span class="dx-whole">{word}</span>)</p>'


@pytest.mark.parametrize(
    "html",
    [
        "<p>one-stop centre, Bưu điện - Văn hóa, 2021-2022</p>",
        '<a href="#e-ID" title="e-ID">x</a>',
        "<svg><text>e-ID</text></svg>",
        "<code>e-id</code>",
        "<script>let e-ID</script>",
        "<p>https://example.org/e-id</p>",
    ],
)
def test_what_may_break_or_is_not_running_text_stays(html: str) -> None:
    assert with_whole_words(html) == html


def test_what_is_searched_is_the_same_with_and_without() -> None:
    page = '<main><section id="a"><h1>An e-ID</h1><p>Each e-ID (411/QĐ-TTg).</p></section></main>'
    read = [[(s.title, s.plain) for s in sections_of(p)] for p in (page, with_whole_words(page))]
    assert read[0] == read[1]
