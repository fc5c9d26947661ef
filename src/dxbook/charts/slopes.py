"""Lines over years, each named at its end; a line that may not be drawn is broken and said so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ..model import Report
from ..parts import palette
from ..wording.lettering import width_of, wrapped
from .canvas import (
    PHONE,
    Line,
    Mark,
    Picture,
    Words,
    dot,
    flag,
    leading,
    of_series,
    picture,
    text_size,
)
from .sentence import sentence_picture
from .told import Told


@dataclass(frozen=True)
class Moment:
    """A value in a year, with the words beside it."""

    year: int
    value: Decimal
    label: str
    flagged: bool = False
    derived: bool = False
    told: Told | None = None


@dataclass(frozen=True)
class Series:
    """The values of one thing over the years, oldest first.

    Args:
        detail: what is said below its name.
        broken: the years whose value may not be compared with the one before.
    """

    name: str
    moments: tuple[Moment, ...]
    colour: str = palette.GREY
    detail: str = ""
    broken: frozenset[int] = frozenset()


def broken_at(report: Report, indicator: str, scope: str, before: int, year: int) -> str | None:
    """The id of the break between two years after which values do not compare, if any."""
    for b in report.breaks():
        if b.comparable or b.indicator not in ("*", indicator) or b.scope not in ("*", scope):
            continue
        if before < int(b.date[:4]) <= year:
            return b.id
    return None


def spread(places: Sequence[float], apart: float, top: float, bottom: float) -> list[float]:
    """Places moved as little as needed to stand apart, in their order, between top and bottom.

    >>> spread([10, 12, 50], 20, 0, 100)
    [10, 30, 50]
    """
    order = sorted(range(len(places)), key=lambda n: places[n])
    moved = list(places)
    low = top
    for n in order:
        moved[n] = low = max(moved[n], low)
        low += apart
    high = bottom
    for n in reversed(order):
        moved[n] = high = min(moved[n], high)
        high -= apart
    return moved


@dataclass(frozen=True)
class Field:
    """Where years and values stand at a width."""

    size: float
    left: float
    right: float
    top: float
    bottom: float
    years: tuple[int, ...]
    low: float
    high: float

    def x(self, year: int) -> float:
        """The place of a year."""
        span = self.years[-1] - self.years[0]
        share = (year - self.years[0]) / span if span else 1
        return self.left + share * (self.right - self.left)

    def y(self, value: Decimal) -> float:
        """The place of a value."""
        share = (float(value) - self.low) / ((self.high - self.low) or 1)
        return self.bottom - 10 - share * (self.bottom - self.top - 20)


def slopes_picture(
    series: Sequence[Series],
    width: int,
    low: Decimal,
    high: Decimal,
    *,
    nothing: str,
    height: int = 330,
) -> Picture:
    """The series on one scale from low, at the bottom, to high; a sentence where there are none.

    Where a lower value is better, give the scale turned round.
    """
    drawn = [s for s in series if s.moments]
    if not drawn:
        return sentence_picture(nothing, width)
    field = _field(drawn, width, low, high, height)
    step = leading(field.size)
    marks: list[Mark] = []
    for year in field.years:
        x = field.x(year)
        marks.append(Line(x, field.top, x, field.bottom, palette.GRID))
        marks.append(Words(x, step * 0.8, str(year), field.size, "center", palette.MUTED))
    blocks = [_block(s, width - field.right - 26, field.size) for s in drawn]
    heights = [step * len(b) + 6 for b in blocks]
    at = _blocks([field.y(s.moments[-1].value) for s in drawn], heights, field)
    starts = spread([field.y(s.moments[0].value) for s in drawn], step, field.top, field.bottom)
    words: list[Mark] = []
    for s, block, y, start in zip(drawn, blocks, at, starts, strict=True):
        own = s.name if len(drawn) > 1 else ""
        marks += of_series(_lines(s, field), own)
        words += of_series(_ends(s, block, y, start, field), own)
    lowest = max([field.bottom, *(y + h - step / 2 for y, h in zip(at, heights, strict=True))])
    return picture(width, round(lowest + 4), [*marks, *words])


def _field(series: Sequence[Series], width: int, low: Decimal, high: Decimal, height: int) -> Field:
    size = text_size(width)
    room = max(width_of(s.moments[0].label, size) for s in series)
    years = sorted({m.year for s in series for m in s.moments})
    left = room + 18 if len(years) > 1 else 8
    right = left + 110 if width < PHONE else width - 270
    if len(years) == 1:
        left = right = 40
    return Field(
        size, left, right, leading(size) * 2, height, tuple(years), float(low), float(high)
    )


def _lines(s: Series, field: Field) -> list[Mark]:
    marks: list[Mark] = []
    for a, b in pairwise(s.moments):
        if b.year not in s.broken:
            ends = (field.x(a.year), field.y(a.value), field.x(b.year), field.y(b.value))
            marks.append(Line(*ends, s.colour, 2.5))
    marks += [
        replace(dot(field.x(m.year), field.y(m.value), s.colour, filled=not m.derived), told=m.told)
        for m in s.moments
    ]
    return marks


def _block(s: Series, room: float, size: float) -> list[tuple[str, str, bool]]:
    """The lines of words at the end of a line: text, colour, bold."""
    colour = palette.MUTED if s.colour == palette.GREY else s.colour
    value = s.moments[-1].label
    lines = [(value, colour, True)]
    lines += [(line, palette.INK, False) for line in wrapped(s.name, room, size)]
    if s.detail:
        lines += [(line, palette.MUTED, False) for line in wrapped(s.detail, room, size)]
    return lines


def _ends(
    s: Series, block: list[tuple[str, str, bool]], y: float, start: float, field: Field
) -> list[Mark]:
    """The words at both ends of a line, tied to it where they had to move."""
    first, last = s.moments[0], s.moments[-1]
    x, end = field.right + 26, field.y(last.value)
    marks: list[Mark] = [Line(field.right + 8, end, x - 4, y, palette.AXIS)]
    if first.year != last.year:
        edge = field.x(first.year) - 12
        marks.append(Words(edge, start, first.label, field.size, "right"))
    for n, (text, colour, bold) in enumerate(block):
        line = y + n * leading(field.size)
        marks.append(Words(x, line, text, field.size, colour=colour, bold=bold))
    if last.flagged:
        marks.append(flag(x + 10 + width_of(last.label, field.size, bold=True), y))
    return marks


def _blocks(ends: Sequence[float], heights: Sequence[float], field: Field) -> list[float]:
    """Where the first line of each block of words stands, so that no two blocks touch."""
    order = sorted(range(len(ends)), key=lambda n: ends[n])
    at = list(ends)
    for _ in range(2):
        low = field.top
        for n in order:
            at[n] = max(at[n], low)
            low = at[n] + heights[n]
        over = max(0.0, low - field.bottom - leading(field.size))
        at = [place - over for place in at]
    low = field.top
    for n in order:
        at[n] = low = max(at[n], low)
        low += heights[n]
    return at
