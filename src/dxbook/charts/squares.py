"""Squares, one for each thing counted: what there is, and what there is not yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..parts import palette
from ..wording.lettering import width_of, wrapped
from .canvas import PHONE, Mark, Picture, Shape, Words, flag, leading, lines_of, picture, text_size
from .sentence import sentence_picture

#: More things than this are too many to draw one by one.
MANY = 600


Form = Literal["full", "half", "left", "small", "hollow"]


@dataclass(frozen=True)
class Kind:
    """Squares of one look, told apart by form as well as by colour."""

    count: int
    colour: str = palette.BLUE
    form: Form = "full"


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
) -> Picture:
    """The strips below each other, after their key; a sentence where there are none."""
    if not strips:
        return sentence_picture(nothing, width)
    size = text_size(width)
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
        marks.append(_squares(replace(kind, count=1), x, y - 6, 0, 1, 12))
        marks.append(Words(x + 18, y, text, size, colour=palette.MUTED))
        x += wide + 16
    return y + leading(size) * 0.8 + 6 if key else 0


def _strip(
    strip: Strip, y: float, side: int, width: float, size: float, marks: list[Mark]
) -> float:
    """Draw a strip whose top is at y, its name beside it on a page; returns where it ends."""
    step = leading(size)
    beside = strip.name and width >= PHONE
    left = round(width * 0.41) if beside else 0
    room = left - 24 if beside else width
    names = wrapped(strip.name, room, size, bold=True) if strip.name else ()
    names_y = y + step * 0.6
    marks += lines_of(names, 0, names_y, size, bold=True)
    if names and strip.flagged:
        end = width_of(names[-1], size, bold=True)
        marks.append(flag(end + 8, names_y + step * (len(names) - 1)))
    names_end = y + step * len(names) + 3
    top = y + 3 if beside else names_end
    pitch = side + 3
    across = int((width - left + 3) // pitch)
    done = 0
    for kind in strip.kinds:
        if kind.count:
            marks.append(_squares(kind, left, top, done, across, side))
        done += kind.count
    top += pitch * -(-done // across)
    under = wrapped(strip.under, width - left, size) if strip.under else ()
    marks += lines_of(under, left, top + step * 0.65, size, colour=palette.MUTED)
    return max(top + step * len(under), names_end if beside else 0) + (14 if names else 4)


def _squares(kind: Kind, x: float, y: float, first: int, across: int, side: int) -> Shape:
    """Squares of one kind, row by row from the first on, as one path."""
    dx, dy, wide, high = _form(kind.form, side)
    pitch = side + 3
    path = "".join(
        f"M{n % across * pitch + dx:g},{n // across * pitch + dy:g}"
        f"h{wide:g}v{high:g}h-{wide:g}v-{high:g}"
        for n in range(first, first + kind.count)
    )
    if kind.form == "hollow":
        return Shape(x, y, path, None, kind.colour, 1.5)
    return Shape(x, y, path, kind.colour)


def _form(form: Form, side: float) -> tuple[float, float, float, float]:
    """Left, top, width and height of a form within its square."""
    match form:
        case "full":
            return 0, 0, side, side
        case "half":
            return 0, side / 2, side, side / 2
        case "left":
            return 0, 0, side / 2, side
        case "small":
            return side / 4, side / 4, side / 2, side / 2
        case "hollow":
            return 0.75, 0.75, side - 1.5, side - 1.5
