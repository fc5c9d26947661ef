"""Where every number of a source went: stated by the data, set aside with a reason, or neither."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..data.tokens import Token, tokens_in
from ..model import Observation, Quote, Report, Text
from ..words import NO_TEXT
from .asides import YEAR, looks_like_year, reason_aside
from .facts import Facts

FateKind = Literal["stated", "shared", "set-aside", "untraced"]


@dataclass(frozen=True)
class Fate:
    """What became of one number of a source.

    Args:
        token: the number as written.
        start, end: its character offsets in the source, end exclusive.
        line: its line, from 1.
        kind: `stated` by the data; `shared` when more than one observation states it;
            `set-aside`; or `untraced`.
        observations: keys of the observations that state it, as value, numerator or denominator.
        standings: `indicator/place` of the standings whose list it counts.
        statements: ids of the statements that repeat it.
        reason: why it was set aside, else empty.
    """

    token: str
    start: int
    end: int
    line: int
    kind: FateKind
    observations: tuple[str, ...]
    standings: tuple[str, ...]
    statements: tuple[str, ...]
    reason: Text

    @property
    def anchor(self) -> str:
        """The place of the number on the source page."""
        return f"t-{self.start}"


@dataclass(frozen=True)
class Trace:
    """All the numbers of a source, each with its fate; its path as the user knows it."""

    source: str
    fates: tuple[Fate, ...]

    def of(self, *kinds: FateKind) -> tuple[Fate, ...]:
        """The numbers that had one of some fates."""
        return tuple(fate for fate in self.fates if fate.kind in kinds)


def trace_source(report: Report) -> Trace:
    """Follow every number of the year's own source; empty where the year has no source.

    A number is traced only when it is the very value, numerator, denominator or length of list
    that some row states which quotes it: to stand inside a quote is not enough.
    """
    facts = Facts(report)
    return Trace(facts.source_file, tuple(_fate(facts, token) for token in facts.tokens))


def _fate(facts: Facts, token: Token) -> Fate:
    text = facts.current.source_text
    reason = reason_aside(text, token)
    observations: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    if reason is None:
        observations = tuple(dict.fromkeys(_observations(facts, token)))
        standings = tuple(_standings(facts, token))
        statements = tuple(_statements(facts, token))
    kind: FateKind = "untraced"
    if observations or standings or statements:
        kind = "shared" if len(observations) > 1 else "stated"
    elif reason is not None or looks_like_year(token):
        kind, reason = "set-aside", reason or YEAR
    return Fate(
        token.text, token.start, token.end, token.line, kind,
        observations, standings, statements, reason or NO_TEXT,
    )  # fmt: skip


def _within(facts: Facts, token: Token, quote: Quote | None) -> bool:
    own = facts.source.id if facts.source else ""
    return quote is not None and quote.source == own and quote.spans(token.start, token.end)


def _observations(facts: Facts, token: Token) -> Iterator[str]:
    for year in sorted(facts.report.years, reverse=True):
        for o in facts.report.years[year].observations:
            if o.status != "derived" and _within(facts, token, o.quote) and _says(facts, token, o):
                yield o.key if year == facts.year else f"{o.key}.{year}"


def _says(facts: Facts, token: Token, o: Observation) -> bool:
    return facts.states_value(token, o) or facts.states_part(token, o)


def _standings(facts: Facts, token: Token) -> Iterator[str]:
    """Standings whose closed list the number counts, or of which it says that they have all."""
    current = facts.current.standings
    for s in (s for s in current if _within(facts, token, s.quote)):
        listed = sum(o.indicator == s.indicator and o.quote == s.quote for o in current)
        counts = s.closed and token.kind == "number" and listed in token.readings
        everything = token.kind == "percent" and 100 in token.readings
        if counts or everything:
            yield f"{s.indicator}/{s.place}"


def _statements(facts: Facts, token: Token) -> Iterator[str]:
    """Statements that repeat the number in their own words."""
    for s in facts.current.statements:
        if _within(facts, token, s.quote):
            repeated = {reading for t in tokens_in(s.text["vi"]) for reading in t.readings}
            if not repeated.isdisjoint(token.readings):
                yield s.id
