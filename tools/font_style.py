"""The book's font as one style sheet: its files are in it, so that they are there with the page.

A font that comes after the page either moves its lines or is left out of some pages. The sheet is
kept among the theme's files (`NAME`); with other font files it is made anew:
python tools/font_style.py
"""

from __future__ import annotations

import base64
from pathlib import Path

from dxbook.site import STATIC

NAME = "fonts.css"
FAMILY, WEIGHTS = "Be Vietnam Pro", (400, 600)
#: The subsets that the font comes in, and the letters of each.
_SUBSETS = {
    "latin": "U+0000-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, "
    "U+2122, U+2191, U+2193, U+2212, U+2215",
    "vietnamese": "U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, "
    "U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB",
}
_FOLDER = Path(__file__).parent / "fonts"


def font_style() -> str:
    """The style sheet."""
    faces = [face(weight, subset) for weight in WEIGHTS for subset in _SUBSETS]
    return "\n".join(["/* Be Vietnam Pro, SIL Open Font Licence: fonts/OFL.txt */", *faces, ""])


def face(weight: int, subset: str) -> str:
    """One file of the font, in place."""
    file = _FOLDER / f"be-vietnam-pro-{subset}-{weight}.woff2"
    data = base64.b64encode(file.read_bytes()).decode()
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; font-display: block; '
        f'src: url("data:font/woff2;base64,{data}") format("woff2"); '
        f"unicode-range: {_SUBSETS[subset]}; }}"
    )


if __name__ == "__main__":
    (STATIC / NAME).write_text(font_style(), encoding="utf-8")
