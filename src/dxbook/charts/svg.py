"""From a specification to an SVG that is part of a page: small, named, coloured by the theme."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path

from ..model import Lang
from ..parts.palette import COLOURS, DRAWN_WITH, FONT, VIETNAMESE_NUMBERS

#: Charts are laid out by the book itself. Vega would look for fonts on the machine each time it
#: measures a word, which takes longer than all the rest and is another picture on each machine.
NO_FONTS = Path(__file__).with_name("fonts.conf")


@lru_cache(256)
def rendered(specification: str, lang: Lang) -> str:
    """A Vega-Lite specification as SVG, numbers in the language's format."""
    os.environ.setdefault("FONTCONFIG_FILE", str(NO_FONTS))
    import vl_convert

    picture: str = vl_convert.vegalite_to_svg(
        specification, format_locale=VIETNAMESE_NUMBERS if lang == "vi" else None
    )
    return picture


def adopted(picture: str, name: str) -> str:
    """An SVG made part of a page: named, coloured by the theme, with ids of its own.

    >>> adopted('<svg viewBox="0 0 9 4"><path fill="#0b5c92"/></svg>', "x").partition(">")[2]
    '<path fill="var(--dx-blue,#0b5c92)"/></svg>'
    """
    opened = rf'<svg viewBox="\1" font-family="{FONT}" aria-hidden="true" focusable="false">'
    picture = compact(picture)
    picture = re.sub(r'<svg[^>]*?viewBox="([^"]*)"[^>]*>', opened, picture, count=1)
    picture = re.sub(r'\bid="([^"]+)"', rf'id="{name}-\1"', picture)
    picture = re.sub(r"url\(#([^)]+)\)", rf"url(#{name}-\1)", picture)
    if COLOURS["hatch"] in picture:
        picture = picture.replace(f'"{COLOURS["hatch"]}"', f'"url(#{name}-hatch)"')
        picture = picture.replace(">", ">" + _HATCH.format(id=f"{name}-hatch"), 1)
    for colour, value in COLOURS.items():
        picture = picture.replace(f'"{value}"', f'"var(--dx-{colour},{value})"')
    return picture.replace("\n", "")


_HATCH = (
    '<defs><pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="' + COLOURS["paper"] + '"/>'
    '<rect width="3" height="6" fill="' + COLOURS["blue"] + '"/></pattern></defs>'
)

#: What Vega writes and a browser takes for granted, or the page says once.
_NEEDLESS = (
    r' (?:class|role|aria-[a-z]+)="[^"]*"',
    rf' font-family="{DRAWN_WITH}"',
    r' transform="translate\(0,0\)"',
    r' (?:text-anchor="start"|font-weight="400"|opacity="1"|stroke-miterlimit="10")',
)
_EMPTY = r'<path aria-hidden="true" d="[^"]*"(?: display="none")?/>|<path d=""[^>]*/>|<g>\s*</g>'
_BARE_GROUP = re.compile(r"<g>((?:(?!<g[ >]).)*?)</g>", re.DOTALL)


def compact(picture: str) -> str:
    """The same picture in fewer bytes: no roles, no defaults, no groups that do nothing.

    >>> compact('<svg><g class="a"><g><text text-anchor="start">x</text></g></g></svg>')
    '<svg><text>x</text></svg>'
    """
    picture = re.sub(r'<path class="(?:back|fore)ground"[^>]*/>', "", picture)
    for needless in _NEEDLESS:
        picture = re.sub(needless, "", picture)
    picture = re.sub(_EMPTY, "", picture)
    picture = re.sub(r' (?:d|transform|[xy]2)="[^"]*"', lambda m: _shortened(m[0]), picture)
    return _without_bare_groups(picture)


def _shortened(attribute: str) -> str:
    """Coordinates to a hundredth of a pixel."""
    return re.sub(r"\d+\.\d{3,}", lambda m: f"{float(m[0]):.2f}".rstrip("0").rstrip("."), attribute)


def _without_bare_groups(picture: str) -> str:
    while True:
        unwrapped = _BARE_GROUP.sub(r"\1", picture)
        if unwrapped == picture:
            return picture
        picture = unwrapped
