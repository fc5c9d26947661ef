"""The year's data laid out for the rules: levels, changes, last year, and the quotes' numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from ..data.tokens import Token, tokens_in
from ..model import (
    Finding,
    Hold,
    Indicator,
    Measure,
    Observation,
    Report,
    Scope,
    Source,
    Unit,
    YearData,
)

Place = tuple[str, str]
SHARES = ("percent", "points", "unstated")


@dataclass(frozen=True)
class Facts:
    """A report as the rules see it, and what each has noticed so far, so that none runs twice."""

    report: Report
    noticed: dict[str, tuple[list[Finding], list[Hold]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def year(self) -> int:
        """The year under audit."""
        return self.report.year

    @property
    def current(self) -> YearData:
        """The year's data."""
        return self.report.current

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The year's observations."""
        return self.current.observations

    @cached_property
    def reported(self) -> list[Observation]:
        """The year's values that the source states, changes included."""
        return [o for o in self.observations if o.value is not None and o.status != "derived"]

    @cached_property
    def source(self) -> Source | None:
        """The year's own source."""
        own = (s for s in self.report.catalogue.sources.values() if s.year == self.year)
        return next(own, None)

    @cached_property
    def source_file(self) -> str:
        """Where the year's source lies, as the user knows it."""
        return f"data/{self.source.path}" if self.source else f"data/{self.year}"

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The numbers of the year's source."""
        return tokens_in(self.current.source_text)

    @cached_property
    def levels(self) -> Mapping[Place, Observation]:
        """The year's levels that have a value, by indicator and scope."""
        return _by_place(self.observations, "level")

    @cached_property
    def changes(self) -> Mapping[Place, Observation]:
        """The year's reported changes, by indicator and scope."""
        return _by_place(self.observations, "change")

    @cached_property
    def previous(self) -> Mapping[Place, Observation]:
        """The levels of the year before, by indicator and scope; empty where it is not known."""
        before = self.report.years.get(self.year - 1)
        return _by_place(before.observations, "level") if before else {}

    def series(self, indicator: str, scope: str) -> list[Observation]:
        """The levels with a value up to the year, oldest first."""
        years = (self.report.years[y] for y in sorted(self.report.years) if y <= self.year)
        found = (year.by_key.get((indicator, scope, "level")) for year in years)
        return [level for level in found if level is not None and level.value is not None]

    def indicator(self, observation: Observation) -> Indicator:
        """What is measured."""
        return self.report.catalogue.indicators[observation.indicator]

    def scope(self, observation: Observation) -> Scope:
        """Whom it is measured over."""
        return self.report.catalogue.scopes[observation.scope]

    def unit(self, observation: Observation) -> Unit:
        """The observation's unit."""
        return self.report.catalogue.units[observation.unit]

    def children(self, scope: str) -> list[str]:
        """The scopes that are parts of another in the year."""
        scopes = self.report.catalogue.scopes.values()
        return [s.id for s in scopes if s.part_of == scope and s.validity.covers(self.year)]

    @cached_property
    def shares(self) -> tuple[tuple[Observation, Decimal], ...]:
        """The year's percentages and their values."""
        return tuple(self._levels_in("percent"))

    @cached_property
    def counts(self) -> tuple[tuple[Observation, Decimal], ...]:
        """The year's counts and their values."""
        return tuple(self._levels_in("count"))

    def _levels_in(self, kind: str) -> Iterator[tuple[Observation, Decimal]]:
        for o in self.levels.values():
            if o.best is not None and self.unit(o).kind == kind:
                yield o, o.best

    def text_of(self, observation: Observation) -> str:
        """The text that an observation's quote stands in; empty where it has none."""
        if observation.quote is None:
            return ""
        source = self.report.catalogue.sources.get(observation.quote.source)
        return self.report.years[source.year].source_text if source else ""

    def quoted(self, observation: Observation) -> tuple[Token, ...]:
        """The numbers of an observation's quote, with offsets in its source."""
        quote = observation.quote
        if quote is None:
            return ()
        if self.source and quote.source == self.source.id:
            return tuple(t for t in self.tokens if quote.spans(t.start, t.end))
        return tokens_in(quote.text)

    def stating(self, observation: Observation) -> tuple[Token, ...]:
        """The numbers in an observation's quote that state its value."""
        return tuple(t for t in self.quoted(observation) if self.states_value(t, observation))

    def states_value(self, token: Token, observation: Observation) -> bool:
        """Whether a number says an observation's value, by the observation's unit."""
        value = observation.value
        if value is None:
            return False
        kind = self.unit(observation).kind
        if token.kind == "fraction":
            return kind == "count" and value == token.numerator
        if token.kind == "percent":
            return kind in SHARES and abs(value) in token.readings
        if kind == "count" and observation.measure == "level":
            return value in token.readings[:1]
        return abs(value) in token.readings

    def states_part(self, token: Token, observation: Observation) -> bool:
        """Whether a number says an observation's numerator or denominator."""
        wanted = {observation.numerator, observation.denominator} - {None}
        if token.kind == "fraction":
            return token.parts == (observation.numerator, observation.denominator)
        if token.kind == "percent" or not wanted:
            return False
        return bool(wanted & set(token.readings[:1]))


def _by_place(observations: tuple[Observation, ...], measure: Measure) -> dict[Place, Observation]:
    found: dict[Place, Observation] = {}
    for o in observations:
        if o.measure == measure and o.value is not None:
            found.setdefault((o.indicator, o.scope), o)
    return found
