"""The style sheet that holds the book's font."""

from __future__ import annotations

import runpy
from pathlib import Path

from dxbook.site import STATIC

ROOT = Path(__file__).parents[3]


def test_the_style_sheet_is_made_of_the_fonts_files() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "font_style.py"))
    assert (STATIC / tool["NAME"]).read_text(encoding="utf-8") == tool["font_style"]()
