"""The catalogue: what is measured, over whom, in which unit, by whom it is named.

Everything here is frozen and holds for all years; what belongs to one year is in
`dxbook.model.observations`. Terms follow SDMX where it has a word.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar

from ..errors import UnknownReference
from ..words import Lang, Text, said
from .schema import Schema
from .targets import Reference, Target

Direction = Literal["higher", "lower", "neither"]
T = TypeVar("T")
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

    def divides(self, indicator: str, scope: str, before: int, year: int) -> bool:
        """Whether values of a series in a year may not be compared with those of one before."""
        meant = self.indicator in ("*", indicator) and self.scope in ("*", scope)
        return meant and not self.comparable and before < int(self.date[:4]) <= year


@dataclass(frozen=True)
class Catalogue:
    """The tables that hold for all years, each by id and in the order of its file; and the schemas
    of all tables, those of the years included."""

    pillars: Mapping[str, Pillar]
    sections: Mapping[str, Section]
    scopes: Mapping[str, Scope]
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    targets: tuple[Target, ...]
    references: tuple[Reference, ...]
    breaks: tuple[Break, ...]
    schemas: Mapping[str, Schema] = field(default_factory=dict)

    def break_between(self, indicator: str, scope: str, before: int, year: int) -> Break | None:
        """The break after which a series does not compare any more, if one divides the years."""
        return next((b for b in self.breaks if b.divides(indicator, scope, before, year)), None)


def known(table: Mapping[str, T], id: str, noun: Text) -> T:
    """What has an id in a table.

    Raises:
        UnknownReference: when nothing has; the message says what was sought, and the nearest.
    """
    if id in table:
        return table[id]
    near = difflib.get_close_matches(id, table, n=1, cutoff=0.0)
    message = said("There is no {noun} {id!r}.", noun=noun, id=id)
    if near:
        message += said(" Did you mean {near!r}?", near=near[0])
    raise UnknownReference(message)
