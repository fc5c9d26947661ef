"""What a picture of rows shows: values on one scale, and what they are held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..parts import palette
from .told import Told

#: `above` is a small triangle that points at a value of others without covering our own.
Look = Literal["dot", "open", "diamond", "tick", "band", "above"]


@dataclass(frozen=True)
class Point:
    """A value on the scale, with the words that stand beside it."""

    value: Decimal
    label: str = ""
    colour: str = palette.BLUE
    look: Look = "dot"
    flagged: bool = False
    to: Decimal | None = None
    """The other end of a band."""
    told: Told | None = None


@dataclass(frozen=True)
class Row:
    """One line of the picture.

    Args:
        detail: what must be said of the name, in quieter letters below it.
        gap: a stretch of the scale to mark, in a colour.
        words: what stands in place of values that are not there.
        under: what must be said of the values, below the scale.
    """

    name: str
    points: tuple[Point, ...] = ()
    detail: str = ""
    gap: tuple[Decimal, Decimal] | None = None
    gap_colour: str = palette.ORANGE
    words: str = ""
    under: str = ""
    under_colour: str = palette.MUTED


@dataclass(frozen=True)
class Heading:
    """A line that heads the rows below it."""

    text: str
    colour: str = palette.INK


@dataclass(frozen=True)
class Mention:
    """Something that has no place on the scale, and is named."""

    text: str


@dataclass(frozen=True)
class Plan:
    """All that a picture of rows shows.

    Args:
        key: what the looks mean, where there is more than one.
        ends: labelled places of the scale.
        nothing: what is said where there are no rows.
    """

    rows: Sequence[Row | Heading | Mention]
    ends: tuple[tuple[Decimal, str], ...]
    key: tuple[tuple[Point, str], ...] = ()
    nothing: str = ""
