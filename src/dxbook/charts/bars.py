"""Bars of counts: a whole and its parts, with the numbers written beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..parts import palette
from ..wording.lettering import width_of, wrapped
from .canvas import Box, Line, Mark, Picture, Words, flag, leading, lines_of, picture, text_size
from .sentence import sentence_picture
from .told import Told


@dataclass(frozen=True)
class Part:
    """A stretch of a bar, with what is said of it."""

    value: Decimal
    label: str
    colour: str = palette.BLUE
    told: Told | None = None


@dataclass(frozen=True)
class Bar:
    """A bar of one or more parts, the label of the whole at its end.

    Args:
        start: how much of the scale lies before it, for bars that continue each other.
    """

    name: str
    parts: tuple[Part, ...]
    total_label: str
    flagged: bool = False
    start: Decimal = Decimal(0)

    @property
    def end(self) -> Decimal:
        """Where the bar ends on the scale."""
        return self.start + sum((p.value for p in self.parts), Decimal(0))


def bars_picture(bars: Sequence[Bar], width: int, *, nothing: str) -> Picture:
    """The bars below each other on one scale; a sentence where there are none."""
    if not bars:
        return sentence_picture(nothing, width)
    size = text_size(width)
    longest = max(bar.end for bar in bars)
    room = max(width_of(b.total_label, size, bold=True) + 16 * b.flagged for b in bars)
    scale = (width - room - 12) / (float(longest) or 1)
    marks: list[Mark] = []
    y = 0.0
    for bar in bars:
        y = _bar(bar, y, scale, size, width, marks)
    return picture(width, round(y), marks)


def _bar(bar: Bar, y: float, scale: float, size: float, width: float, marks: list[Mark]) -> float:
    step = leading(size)
    names = wrapped(bar.name, width, size)
    x = float(bar.start) * scale
    fits = x + 5 + max(width_of(name, size) for name in names) <= width
    marks += lines_of(names, x + 5 if x and fits else 0, y + step * 0.6, size)
    y += step * len(names) + 4
    if x:
        marks.append(Line(x, y - (step + 30 if fits else 4), x, y, palette.AXIS, dashed=True))
    for part in bar.parts:
        end = x + float(part.value) * scale
        stroke = palette.BLUE if part.colour == palette.HATCH else None
        marks.append(Box(x, y, max(end, x + 1), y + 24, part.colour, stroke, told=part.told))
        x = end
    marks.append(Words(x + 7, y + 12, bar.total_label, size, bold=True))
    if bar.flagged:
        marks.append(flag(x + 15 + width_of(bar.total_label, size, bold=True), y + 12))
    y += 24 + step * 0.75
    x = 0.0
    for part in bar.parts:
        if not part.label:
            continue
        wide = 18 + width_of(part.label, size)
        if x and x + wide > width:
            x, y = 0.0, y + step
        marks.append(Box(x + 1, y - 5, x + 11, y + 5, part.colour))
        marks.append(Words(x + 17, y, part.label, size, colour=palette.MUTED))
        x += wide + 16
    return y + (step * 0.5 if any(p.label for p in bar.parts) else -step * 0.6) + 12
