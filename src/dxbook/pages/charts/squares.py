"""Squares, one for each thing counted: what there is, and what there is not yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from . import palette
from .bars import sentence_picture
from .canvas import Box, Mark, Shape, Words, flag, leading, lines_of, picture
from .lettering import width_of, wrapped
from .rows import PHONE

#: More things than this are too many to draw one by one.
MANY = 600


@dataclass(frozen=True)
class Kind:
    """Squares of one look: filled, or hollow where `hollow`."""

    count: int
    colour: str = palette.BLUE
    hollow: bool = False


@dataclass(frozen=True)
class Strip:
    """A named strip of squares.

    Args:
        under: what is said of it, below the squares.
    """

    name: str
    kinds: tuple[Kind, ...]
    under: str = ""
    flagged: bool = False


def squares_picture(
    strips: Sequence[Strip],
    width: int,
    *,
    nothing: str,
    side: int = 12,
    key: Sequence[tuple[Kind, str]] = (),
) -> alt.TopLevelMixin:
    """The strips below each other, after their key; a sentence where there are none."""
    if not strips:
        return sentence_picture(nothing, width)
    size = 14 if width < PHONE else 13
    marks: list[Mark] = []
    y = _key(key, width, size, marks)
    for strip in strips:
        y = _strip(strip, y, side, width, size, marks)
    return picture(width, round(y), marks)


def _key(key: Sequence[tuple[Kind, str]], width: float, size: float, marks: list[Mark]) -> float:
    x, y = 0.0, leading(size) * 0.7
    for kind, text in key:
        wide = 18 + width_of(text, size)
        if x and x + wide > width:
            x, y = 0.0, y + leading(size) + 2
        marks.append(_square(x, y - 6, 11, kind))
        marks.append(Words(x + 18, y, text, size, colour=palette.MUTED))
        x += wide + 16
    return y + leading(size) * 0.8 if key else 0


def _square(x: float, y: float, side: float, kind: Kind) -> Box:
    if kind.hollow:
        return Box(x + 0.75, y + 0.75, x + side - 0.75, y + side - 0.75, None, kind.colour)
    return Box(x, y, x + side, y + side, kind.colour)


def _strip(
    strip: Strip, y: float, side: int, width: float, size: float, marks: list[Mark]
) -> float:
    step = leading(size)
    names = wrapped(strip.name, width, size, bold=True) if strip.name else ()
    if names:
        marks += lines_of(names, 0, y + step * 0.6, size, bold=True)
        if strip.flagged:
            end = width_of(names[-1], size, bold=True)
            marks.append(flag(end + 12, y + step * (len(names) - 0.4)))
        y += step * len(names) + 3
    pitch = side + 3
    across = int((width + 3) // pitch)
    done = 0
    for kind in strip.kinds:
        path = _path(done, kind.count, across, pitch, side, hollow=kind.hollow)
        fill, stroke = (None, kind.colour) if kind.hollow else (kind.colour, None)
        if kind.count:
            marks.append(Shape(0, y, path, fill, stroke, 1.5))
        done += kind.count
    y += pitch * -(-done // across)
    under = wrapped(strip.under, width, size) if strip.under else ()
    marks += lines_of(under, 0, y + step * 0.65, size, colour=palette.MUTED)
    return y + step * len(under) + (14 if names else 4)


def _path(first: int, count: int, across: int, pitch: int, side: int, *, hollow: bool) -> str:
    """The squares from the first on, row by row, as one path."""
    inset = 0.75 if hollow else 0
    edge = side - 2 * inset
    parts = []
    for n in range(first, first + count):
        x, y = n % across * pitch + inset, n // across * pitch + inset
        parts.append(f"M{x:g},{y:g}h{edge:g}v{edge:g}h-{edge:g}Z")
    return "".join(parts)
