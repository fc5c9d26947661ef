"""Rows of tables: a name, a unit, and a number under each heading.

A row "3 | Tỷ lệ hộ gia đình có Internet cáp quang | % | 72,56 | 75" is read as if it said, for each
number, its name, the heading of its column and the number with its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .amounts import Amount
from .language import Language
from .words import Word

_CELL = " | "
_NUMBER_OF_ROW = frozenset({"stt", "tt", "số tt", "số thứ tự"})
#: Headings of columns that hold aims, or how far they were reached.
_AIM = re.compile(
    r"\b(?:mục tiêu|kế hoạch|chỉ tiêu (?:giao|năm|kế hoạch)|kh|so với|so sánh|hoàn thành|"
    r"đánh giá)\b"
)


@dataclass(frozen=True)
class Cell:
    """A cell of a row and its offsets in the text."""

    text: str
    start: int
    end: int


def cells(text: str, start: int) -> list[Cell]:
    """The cells of a line that stands at an offset; one where it is no row of a table."""
    found, at = [], start
    for part in text.split(_CELL.strip()) if _CELL in text else [text]:
        said = part.strip()
        lead = len(part) - len(part.lstrip())
        found.append(Cell(said, at + lead, at + lead + len(said)))
        at += len(part) + 1
    return found


def is_heading_row(row: Sequence[Cell], amounts: Sequence[Amount]) -> bool:
    """Whether a row names columns: most of its cells are words and none is a value."""
    return len(row) > 2 and not any(
        c.start <= a.start and a.end <= c.end and c.end - c.start < 2 * (a.end - a.start)
        for c in row
        for a in amounts
    )


def stated(
    row: Sequence[Cell], heading: Sequence[Cell], amounts: Sequence[Amount], language: Language
) -> Iterator[tuple[Amount, tuple[Word, ...], tuple[Word, ...]]]:
    """Each number of a row with the words before and after it as a sentence would have them."""
    names = [c for c in row if re.search(r"[^\W\d_]{2}", c.text)]
    if not names:
        return
    name = max(names, key=lambda c: len(c.text))
    unit = next((c for c in row if c is not name and _is_unit(c, language)), None)
    percent = (unit is not None and unit.text == "%") or "(%)" in name.text
    for at, cell in enumerate(row):
        inside = [a for a in amounts if cell.start <= a.start and a.end <= cell.end]
        column = heading[at].text.lower() if at < len(heading) else ""
        if cell is name or len(inside) != 1 or column in _NUMBER_OF_ROW:
            continue
        if at == 0 and not heading:
            continue
        amount = inside[0]
        if percent and not amount.percent:
            amount = replace(amount, percent=True, value=amount.alternative or amount.value)
        before = [*language.read(name.text, name.start), Word(",", cell.start, cell.start)]
        if at < len(heading):
            said = heading[at].text + (" mục tiêu" if _AIM.search(column) else "")
            before += [Word(w.form, cell.start, cell.start) for w in language.read(said)]
        before.append(Word(":", cell.start, cell.start))
        after = language.read(unit.text, unit.start) if unit and not percent else []
        yield amount, tuple(before), tuple(Word(w.form, cell.end, cell.end) for w in after)


def _is_unit(cell: Cell, language: Language) -> bool:
    return cell.text == "%" or language.phrase(cell.text) in language.nouns
