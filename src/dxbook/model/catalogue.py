"""The catalogue: what is measured, over whom, in which unit, by whom it is named.

Everything here is frozen and holds for all years; what belongs to one year is in
`dxbook.model.observations`. Terms follow SDMX where it has a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..words import Lang, Text

Direction = Literal["higher", "lower", "neither"]
UnitKind = Literal["percent", "points", "count", "rank", "unstated"]


@dataclass(frozen=True)
class Validity:
    """When a catalogue row holds; an open end is None. Both ends are inclusive."""

    start: date | None = None
    end: date | None = None

    def covers(self, year: int) -> bool:
        """Whether the row holds on any day of the year.

        >>> Validity(None, date(2025, 6, 30)).covers(2025)
        True
        >>> Validity(None, date(2025, 6, 30)).covers(2026)
        False
        """
        begins = self.start is None or self.start.year <= year
        return begins and (self.end is None or self.end.year >= year)


@dataclass(frozen=True)
class Pillar:
    """One of the report's chapters.

    Args:
        source_name: what the source calls it.
        headline: keys of its leading values, for the overview.
    """

    id: str
    position: int
    name: Text
    source_name: str
    headline: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of a pillar."""

    id: str
    pillar: str
    position: int
    name: Text


@dataclass(frozen=True)
class Unit:
    """A unit of measure. `name` follows a number, `one` follows a single one in English."""

    id: str
    kind: UnitKind
    name: Text
    one: Text


@dataclass(frozen=True)
class Scope:
    """Whom a value is measured over.

    Args:
        short: a label that fits a chart's axis.
        members: the scopes that a joint scope takes together; it is one scope all the same,
            and may be read as its members only at 100%.
        part_of: the scope of which this one is a part, so that counts may be added up.
        places: how many places the scope has, where known.
    """

    id: str
    name: Text
    short: Text
    members: tuple[str, ...]
    part_of: str
    places: int | None
    validity: Validity


@dataclass(frozen=True)
class Indicator:
    """What is measured.

    Args:
        scopes: the scopes it is measured over, the first being the one meant when none is named.
        part_of: the indicator of which this one counts a part.
        share_of: for a share, the ids of numerator and denominator indicators, else empty.
        supplier: who supplies the value, where the source says.
        method: how it is computed, where the source says.
        keywords: how reports word it (see `dxbook.reading.wordings`).
    """

    id: str
    pillar: str
    section: str
    unit: str
    direction: Direction
    scopes: tuple[str, ...]
    part_of: str
    share_of: tuple[str, ...]
    name: Text
    definition: Text
    supplier: Text
    method: Text
    validity: Validity
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """A district, commune or agency that a source names.

    Args:
        tile: row and column on the tile map, from 0; None for what is not on it.
    """

    id: str
    kind: str
    name: Text
    short: str
    validity: Validity
    tile: tuple[int, int] | None


@dataclass(frozen=True)
class Source:
    """A source text: who published it, where, its sha256, and the day it was taken from there."""

    id: str
    year: int
    lang: Lang
    path: str
    title: Text
    publisher: Text
    url: str
    sha256: str
    retrieved_on: str = ""


@dataclass(frozen=True)
class Term:
    """A word of the glossary. `expansion` writes the abbreviation out."""

    id: str
    term: Text
    abbreviation: str
    expansion: Text
    explanation: Text

    def expanded(self, lang: Lang) -> str:
        """The abbreviation written out, or nothing where that only says the term again."""
        said = self.expansion[lang]
        return "" if said.casefold() == self.term[lang].casefold() else said


@dataclass(frozen=True)
class Break:
    """What happened to a series. `*` means every indicator or scope.

    Args:
        date: from when, a year or a day.
        comparable: whether values after it may still be compared with those before.
    """

    id: str
    date: str
    indicator: str
    scope: str
    reason: Text
    comparable: bool
