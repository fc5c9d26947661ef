"""The style sheet that holds the book's font."""

from __future__ import annotations

from dxbook.site.font_style import NAME, font_style
from dxbook.site.theme import STATIC


def test_the_style_sheet_is_made_of_the_fonts_files() -> None:
    assert (STATIC / NAME).read_text(encoding="utf-8") == font_style()
