"""Report: everything known, asked one question at a time. Pages never see files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import usage_error
from ..words import Lang, written
from .asking import Asked, Question, question
from .catalogue import (
    Break,
    Catalogue,
    Indicator,
    Pillar,
    Place,
    Scope,
    Section,
    Source,
    Term,
    Unit,
    known,
)
from .observations import Finding, Hold, Measure, Observation, Ruling, Standing, Statement, YearData
from .targets import Reference, Target

_INDICATOR, _SCOPE = written("indicator"), written("scope")


@dataclass(frozen=True, eq=False)
class Report(Asked):
    """All the data, seen from one year.

    Args:
        year: the edition's year; other years are its history.
        findings, holds: what the audit found, where it was run (`dxbook.audit.audited`).
        of_place: the place whose data it is; empty for the report's own.
        asked: the questions asked so far, each with a digest of its answer.
    """

    year: int
    catalogue: Catalogue
    years: Mapping[int, YearData]
    findings: tuple[Finding, ...] = ()
    holds: tuple[Hold, ...] = ()
    of_place: str = ""
    asked: dict[Question, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def current(self) -> YearData:
        """The edition's own year, whole: for what computes over everything, not for pages."""
        return self.years[self.year]

    def for_year(self, year: int) -> Report:
        """The same data seen from another year, with nothing asked yet.

        Raises:
            UsageError: when the year has no data.
        """
        if year not in self.years:
            known = ", ".join(str(y) for y in sorted(self.years))
            raise usage_error(
                "There is no data for {year}. Years with data: {known}.", year=year, known=known
            )
        return Report(year, self.catalogue, self.years, of_place=self.of_place)

    # -- catalogue ---------------------------------------------------------------------------

    @question
    def editions(self) -> tuple[int, ...]:
        """Years that have an edition, oldest first."""
        return tuple(sorted(y for y, data in self.years.items() if data.has_edition))

    @question
    def known_years(self) -> tuple[int, ...]:
        """Years with any data up to the edition's own, oldest first."""
        return tuple(sorted(y for y in self.years if y <= self.year))

    @question
    def pillars(self) -> tuple[Pillar, ...]:
        """The pillars that have an indicator valid in the year, in the order of the report."""
        having = {i.pillar for i in self.indicators()}
        found = (p for p in self.catalogue.pillars.values() if p.id in having)
        return tuple(sorted(found, key=lambda p: p.position))

    @question
    def pillar(self, id: str) -> Pillar:
        """A pillar by id."""
        return known(self.catalogue.pillars, id, written("pillar"))

    @question
    def sections(self, pillar: str) -> tuple[Section, ...]:
        """The sections of a pillar in the order of the report."""
        of_pillar = (s for s in self.catalogue.sections.values() if s.pillar == pillar)
        return tuple(sorted(of_pillar, key=lambda s: s.position))

    @question
    def indicators(self, pillar: str | None = None) -> tuple[Indicator, ...]:
        """The indicators valid in the year, of one pillar or of all, in catalogue order."""
        return tuple(
            i
            for i in self.catalogue.indicators.values()
            if pillar in (None, i.pillar) and i.validity.covers(self.year)
        )

    @question
    def indicator(self, id: str) -> Indicator:
        """An indicator by id."""
        return known(self.catalogue.indicators, id, _INDICATOR)

    @question
    def scope(self, id: str) -> Scope:
        """A scope by id."""
        return known(self.catalogue.scopes, id, _SCOPE)

    @question
    def scopes(self) -> tuple[Scope, ...]:
        """All scopes, in catalogue order."""
        return tuple(self.catalogue.scopes.values())

    @question
    def unit(self, id: str) -> Unit:
        """A unit by id."""
        return known(self.catalogue.units, id, written("unit"))

    @question
    def places(self, kind: str | None = None) -> tuple[Place, ...]:
        """The places valid in the year, of one kind or of all."""
        return tuple(
            p
            for p in self.catalogue.places.values()
            if kind in (None, p.kind) and p.validity.covers(self.year)
        )

    @question
    def place(self, id: str) -> Place:
        """A place by id."""
        return known(self.catalogue.places, id, written("place"))

    @question
    def terms(self) -> tuple[Term, ...]:
        """The glossary."""
        return tuple(self.catalogue.terms.values())

    @question
    def source(self, id: str | None = None) -> Source | None:
        """A source by id, or else the year's own; None where the year has none.

        A place's data has none of its own: its values name theirs.
        """
        if id is not None:
            return known(self.catalogue.sources, id, written("source"))
        if self.of_place:
            return None
        own = (s for s in self.catalogue.sources.values() if s.year == self.year)
        return next(own, None)

    @question
    def source_text(self) -> str:
        """The text of the year's own source."""
        return self.current.source_text

    @question
    def breaks(self) -> tuple[Break, ...]:
        """Where series stop being comparable."""
        return self.catalogue.breaks

    # -- values ------------------------------------------------------------------------------

    @question
    def observation(
        self,
        indicator: str,
        scope: str | None = None,
        measure: Measure = "level",
        year: int | None = None,
    ) -> Observation | None:
        """One observation, or None where the year has no row for it.

        Args:
            scope: the indicator's first scope when None.
            year: the edition's own when None.

        Raises:
            UnknownReference: when no indicator or scope has that id.
        """
        wanted = self._scope_of(indicator, scope)
        data = self.years.get(self.year if year is None else year)
        return data.by_key.get((indicator, wanted, measure)) if data else None

    @question
    def change(self, indicator: str, scope: str | None = None) -> Observation | None:
        """The change from the year before: as the source states it, or else computed.

        A computed change is `derived` and its note is the sum. There is none where either level
        is missing, or where the series stops being comparable between the two years.
        """
        wanted = self._scope_of(indicator, scope)
        stated = self.observation(indicator, wanted, "change")
        now = self.observation(indicator, wanted)
        before = self.observation(indicator, wanted, "level", self.year - 1)
        if (stated is not None and stated.best is not None) or now is None or before is None:
            return stated
        if self.catalogue.break_between(indicator, wanted, self.year - 1, self.year):
            return stated
        percent = self.catalogue.units[now.unit].kind == "percent"
        return now.change_from(before, percent) or stated

    @question
    def observations(
        self, pillar: str | None = None, measure: Measure | None = None
    ) -> tuple[Observation, ...]:
        """The year's observations, of one pillar or of all, in the order of the report."""
        return tuple(
            o
            for o in self.current.observations
            if measure in (None, o.measure)
            and (pillar is None or self.catalogue.indicators[o.indicator].pillar == pillar)
        )

    @question
    def complete(self) -> tuple[Observation, ...]:
        """The year's levels that leave nobody of their scope out: a share of 100%, or a count of
        all its units."""
        return tuple(o for o in self.current.observations if self._is_complete(o))

    def _is_complete(self, observation: Observation) -> bool:
        if observation.measure != "level" or observation.best is None:
            return False
        if observation.unit == "percent":
            return observation.best == 100
        everyone = self.catalogue.scopes[observation.scope].places
        return observation.unit == "units" and observation.best == everyone

    @question
    def series(self, indicator: str, scope: str | None = None) -> tuple[Observation, ...]:
        """The levels of one indicator and scope up to the edition's year, oldest first."""
        wanted = self._scope_of(indicator, scope)
        years = (self.years[year] for year in sorted(self.years) if year <= self.year)
        levels = (data.by_key.get((indicator, wanted, "level")) for data in years)
        return tuple(level for level in levels if level)

    def _scope_of(self, indicator: str, scope: str | None) -> str:
        of_indicator = known(self.catalogue.indicators, indicator, _INDICATOR)
        if scope is None:
            return of_indicator.scopes[0]
        known(self.catalogue.scopes, scope, _SCOPE)
        return scope

    @question
    def standings(self, indicator: str | None = None) -> tuple[Standing, ...]:
        """What the year's source says of places, for one indicator or all."""
        return tuple(s for s in self.current.standings if indicator in (None, s.indicator))

    @question
    def statements(self, pillar: str | None = None) -> tuple[Statement, ...]:
        """What the year's source says without a number."""
        return tuple(s for s in self.current.statements if pillar in (None, s.pillar))

    @question
    def rulings(self) -> tuple[Ruling, ...]:
        """What was decided about the year's findings."""
        return self.current.rulings

    @question
    def findings_on(self, subject: str) -> tuple[Finding, ...]:
        """What the audit found about one subject, usually an observation's key."""
        return tuple(f for f in self.findings if f.subject == subject)

    @question
    def targets(self, indicator: str | None = None) -> tuple[Target, ...]:
        """The targets of one indicator or all, in catalogue order."""
        return tuple(t for t in self.catalogue.targets if indicator in (None, t.indicator))

    @question
    def references(self, indicator: str | None = None) -> tuple[Reference, ...]:
        """National values for context, of one indicator or all."""
        return tuple(r for r in self.catalogue.references if indicator in (None, r.indicator))

    @question
    def commentary(self, pillar: str, lang: Lang) -> str:
        """The year's own text on a pillar or page, Markdown; empty where there is none."""
        return self.current.commentary.get((pillar, lang), "")

    @question
    def everything(self) -> Report:
        """The whole report: for the audit and other pages that depend on every row."""
        return self
