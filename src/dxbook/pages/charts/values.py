"""What charts ask of a report: values with their names, flags and targets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ...model import Indicator, Lang, Observation, Report, Scope
from ...wording.numbers import observed
from ...wording.phrases import STATUS
from ..tables import Cell, Table

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Value:
    """One indicator for one scope in the year, reported or not."""

    indicator: Indicator
    scope: Scope
    observation: Observation | None
    flagged: bool

    @property
    def best(self) -> Decimal | None:
        """The value to draw, or None where there is none."""
        return self.observation.best if self.observation else None

    @property
    def corrected(self) -> bool:
        """Whether the value drawn is the compiler's."""
        return self.observation is not None and self.observation.correction is not None

    def said(self, report: Report, lang: Lang) -> str:
        """The value in words with qualifier and unit, or why there is none."""
        o = self.observation
        if o is None or o.best is None:
            return STATUS[o.status if o else "not-reported"][lang]
        return observed(o, report.unit(o.unit), lang)

    def named(self, lang: Lang) -> str:
        """Indicator and scope; the scope is left out where there is only one."""
        name = self.indicator.name[lang]
        if len(self.indicator.scopes) == 1:
            return name
        return f"{name} ({self.scope.short[lang]})"


def value_of(report: Report, indicator: Indicator, scope: str | None = None) -> Value:
    """The year's value of an indicator for a scope."""
    wanted = scope or indicator.scopes[0]
    observation = report.observation(indicator.id, wanted)
    return Value(indicator, report.scope(wanted), observation, flagged(report, observation))


def values_of(report: Report, pillar: str | None) -> list[Value]:
    """Every indicator of a pillar, or of all, for each of its scopes of the year."""
    return [
        value_of(report, indicator, scope)
        for indicator in report.indicators(pillar)
        for scope in indicator.scopes
        if report.scope(scope).validity.covers(report.year)
    ]


def is_share(report: Report, indicator: Indicator) -> bool:
    """Whether an indicator is a percentage that is better when higher."""
    return report.unit(indicator.unit).kind == "percent" and indicator.direction == "higher"


def flagged(report: Report, observation: Observation | None) -> bool:
    """Whether the audit asks about a value."""
    if observation is None or observation.year != report.year:
        return False
    return any(f.severity != "note" for f in report.findings_on(observation.key))


def pillar_of(report: Report, page: str) -> str | None:
    """The pillar that a page is about; None for the other pages."""
    return page if any(p.id == page for p in report.pillars()) else None


def table_of(
    name: str, title: str, columns: Iterable[str], rows: Iterable[tuple[Cell, ...]]
) -> Table:
    """The table of a chart."""
    return Table(f"{name}-data", title, tuple(columns), tuple(rows))
