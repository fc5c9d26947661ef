"""How wide words are, so that lines break and labels keep clear of each other.

A chart is laid out here and not by Vega, for Vega measures with the fonts of the machine: two
machines would draw two pictures. Widths are those of Be Vietnam Pro, in thousandths of an em,
grouped; other fonts of the theme are narrower, and `SLACK` covers those that are not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_GROUPS: tuple[tuple[int, str], ...] = (
    (240, " 'Iil·`!.:j,;"),
    (340, '"1f'),
    (430, "r|t{}()"),
    (490, "J[]~\\*/sz"),
    (570, "<>^kux?hnvy"),
    (620, "7+-eELc8$FPSTago«»"),
    (680, "235RYZbdpq069BK–−HV_"),
    (750, "4=DUXĐ&ANđ"),
    (800, "CG#OQ"),
    (880, "%Mwm"),
    (1000, "@W"),
)
_WIDTHS = {letter: width for width, letters in _GROUPS for letter in letters}
_OTHER = 650
BOLD = 1.05
SLACK = 1.04
#: A line may break at a space, but a number stays with the word before it.
_BREAK = re.compile(r" (?!\d)")


@lru_cache(4096)
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in pixels, a little generous.

    >>> width_of("mm", 10) > width_of("ii", 10)
    True
    """
    letters = unicodedata.normalize("NFD", text)
    units = sum(_WIDTHS.get(c, _OTHER) for c in letters if not unicodedata.combining(c))
    return units * size / 1000 * SLACK * (BOLD if bold else 1)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than the room, of about the same length each.

    A word that is wider than the room has a line of its own.

    >>> wrapped("Hộ gia đình có Internet cáp quang băng rộng", 180, 13)
    ('Hộ gia đình có Internet', 'cáp quang băng rộng')
    """
    lines = _filled(text, room, size, bold)
    if len(lines) < 2:
        return lines
    narrowest = room
    while narrowest > room / 2:
        tried = _filled(text, narrowest - 6, size, bold)
        if len(tried) > len(lines):
            break
        narrowest -= 6
    return _filled(text, narrowest, size, bold)


def _filled(text: str, room: float, size: float, bold: bool) -> tuple[str, ...]:
    lines: list[str] = []
    for word in _BREAK.split(text):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
