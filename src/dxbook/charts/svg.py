"""From a specification to an SVG that is part of a page: small, named, coloured by the theme."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from ..model import Lang
from ..parts.palette import COLOURS, FONT, NUMBERS
from .compact import compact

#: Vega would look for fonts on the machine each time it measures a word, which takes longer than
#: all the rest and is another picture on each machine.
NO_FONTS = Path(__file__).with_name("fonts.conf")


@lru_cache(256)
def rendered(specification: str, lang: Lang) -> str:
    """A Vega-Lite specification as SVG, numbers in the language's format."""
    os.environ.setdefault("FONTCONFIG_FILE", str(NO_FONTS))
    import vl_convert

    picture: str = vl_convert.vegalite_to_svg(specification, format_locale=NUMBERS.get(lang))
    return picture


def adopted(picture: str, name: str) -> str:
    """An SVG made part of a page: small, named, coloured by the theme, with ids of its own.

    >>> adopted('<svg viewBox="0 0 9 4"><path fill="#0b5c92"/></svg>', "x").partition(">")[2]
    '<path fill="var(--dx-blue,#0b5c92)"/></svg>'
    """
    root = ElementTree.fromstring(re.sub(r' xmlns(?::\w+)?="[^"]*"', "", picture, count=2))
    root.attrib = {
        "viewBox": root.get("viewBox", ""),
        "font-family": FONT,
        "aria-hidden": "true",
        "focusable": "false",
    }
    compact(root)
    picture = ElementTree.tostring(root, encoding="unicode").replace(" />", "/>")
    picture = re.sub(r'\bid="([^"]+)"', rf'id="{name}-\1"', picture)
    picture = re.sub(r"url\(#([^)]+)\)", rf"url(#{name}-\1)", picture)
    if COLOURS["hatch"] in picture:
        picture = picture.replace(f'"{COLOURS["hatch"]}"', f'"url(#{name}-hatch)"')
        picture = picture.replace(">", ">" + _HATCH.format(id=f"{name}-hatch"), 1)
    for colour, value in COLOURS.items():
        picture = picture.replace(f'"{value}"', f'"var(--dx-{colour},{value})"')
    return picture


_HATCH = (
    '<defs><pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="' + COLOURS["paper"] + '"/>'
    '<rect width="3" height="6" fill="' + COLOURS["blue"] + '"/></pattern></defs>'
)
