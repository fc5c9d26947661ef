"""Values of the years before, in the stretches that may be compared."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ..model import Indicator, Observation, Report


def broken_at(report: Report, indicator: str, scope: str, before: int, year: int) -> str | None:
    """The id of the break between two years after which values do not compare, if any."""
    for b in report.breaks():
        if b.comparable or b.indicator not in ("*", indicator) or b.scope not in ("*", scope):
            continue
        if before < int(b.date[:4]) <= year:
            return b.id
    return None


@dataclass(frozen=True)
class Past:
    """The values of one indicator for one scope, of two years or more.

    Args:
        broken: the years whose value may not be compared with the one before.
    """

    indicator: Indicator
    scope: str
    values: tuple[Observation, ...]
    broken: frozenset[int]

    @property
    def comparable(self) -> tuple[Observation, ...]:
        """The latest values that may be compared with each other."""
        start = max((n for n, o in enumerate(self.values) if o.year in self.broken), default=0)
        return self.values[start:]

    @property
    def moved(self) -> Decimal | None:
        """What the comparable values moved by; None where there is only one."""
        run = self.comparable
        return (run[-1].best or Decimal(0)) - (run[0].best or Decimal(0)) if len(run) > 1 else None


def pasts(report: Report, pillar: str | None) -> list[Past]:
    """Everything of a pillar that has values of two years or more."""
    found = []
    for indicator in report.indicators(pillar):
        for scope in indicator.scopes:
            values = tuple(o for o in report.series(indicator.id, scope) if o.best is not None)
            if len(values) < 2 or values[-1].year != report.year:
                continue
            broken = frozenset(
                b.year
                for a, b in pairwise(values)
                if broken_at(report, indicator.id, scope, a.year, b.year)
            )
            found.append(Past(indicator, scope, values, broken))
    return found


def has_history(report: Report, pillar: str) -> bool:
    """Whether anything of a pillar has values of three years or more: two are a change."""
    return any(len(past.values) > 2 for past in pasts(report, pillar))
