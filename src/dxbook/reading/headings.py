"""The lines that others stand under: headings, and lines that introduce a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .clauses import Line, Outline
from .language import Language
from .words import CAPITALS, says

_BULLET = re.compile(r"^\s*([-+•*–]|\(?\w{1,4}[.)])\s")
_RANKS = (
    r"PHẦN|Phần",
    r"[IVX]+[.)\s]",
    rf"[{CAPITALS}\s\d.,:-]+$",
    r"\d+\.\s",
    r"\d+\.\d+",
    r"[a-zđ]\)",
    r"[-+*•]",
)


def leads(outlined: Outline) -> list[tuple[str, ...]]:
    """For each line the one that introduces it and the heading above that, as far as there are."""
    lines = outlined.lines
    return [_leads_of(number, lines, outlined.language) for number in range(len(lines))]


def _leads_of(number: int, lines: Sequence[Line], language: Language) -> tuple[str, ...]:
    found: list[str] = []
    mark = _bullet(lines[number])
    for at in range(number - 1, -1, -1):
        line = lines[at]
        introduces = line.heading or line.text.rstrip().endswith(":")
        if introduces and (_bullet(line) != mark or not mark):
            found.append(_last_sentence(line, language))
            mark = _bullet(line)
        if len(found) == 2 or (line.heading and not mark):
            break
    return tuple(found)


def _last_sentence(line: Line, language: Language) -> str:
    text = line.text if line.heading else re.split(r"(?<=[.;])\s", line.text.strip())[-1]
    return f" {language.phrase(text)} "


def _bullet(line: Line) -> str:
    """How a line is listed: "-", "+", "a." for any letter or number with a point; or ""."""
    found = _BULLET.match(line.text)
    return re.sub(r"\w+", "a", found[1]) if found else ""


def lines_of_aims(outlined: Outline) -> frozenset[int]:
    """Numbers of the lines that stand under a heading such as "Mục tiêu năm 2024"."""
    language, aims = outlined.language, set()
    under: int | None = None
    for number, line in enumerate(outlined.lines):
        rank = _rank(line.text)
        if line.heading and (under is None or rank <= under):
            text = f" {language.phrase(line.text)} "
            is_aim = says(text, language.aims) and not says(text, language.results)
            under = rank if is_aim else None
        if under is not None:
            aims.add(number)
    return frozenset(aims)


def _rank(text: str) -> int:
    """How deep a heading is, by the way it is numbered.

    >>> _rank("II. KẾT QUẢ") < _rank("1. Hạ tầng") < _rank("- Văn bản")
    True
    """
    for rank, pattern in enumerate(_RANKS):
        if re.match(pattern, text.strip()):
            return rank
    return 3
