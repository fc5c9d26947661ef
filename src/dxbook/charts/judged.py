"""Values held against their targets: what may be said of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from ..model import Judgement, Target, Unit, judge
from ..parts import due_target, verdict_cell
from ..wording import (
    DOUBTED,
    against_a_level,
    against_targets,
    aim,
    distance,
    doubted,
    judged,
    short_of,
    verdict_of,
)
from .values import Row, Seen, Value


@dataclass(frozen=True)
class Judged:
    """A value held against a target."""

    value: Value
    judgement: Judgement

    @property
    def target(self) -> Target:
        """The target."""
        return self.judgement.target

    @property
    def unit(self) -> Unit:
        """The unit of the target."""
        return self.value.seen.report.unit(self.target.unit)

    @property
    def goal(self) -> str:
        """What the target asks, in words."""
        return aim(self.target, self.unit, self.value.seen.lang)

    @property
    def verdict(self) -> str:
        """The verdict as it may be shown; `DOUBTED` where the value is doubted."""
        return verdict_of(self.judgement, doubted=self.value.doubted)

    @property
    def gap(self) -> Decimal:
        """How far below the target; 0 where it is reached or not known."""
        gap = self.judgement.gap
        return -gap if gap is not None and gap < 0 else Decimal(0)

    @property
    def clause(self) -> str:
        """What may be said of the value against the target.

        By how much it is above is not said where the audit finds an error in the value.
        """
        say = doubted if self.verdict == DOUBTED else judged
        return say(self.judgement, self.unit, self.value.seen.lang)

    @property
    def shown(self) -> Markup:
        """The verdict as a cell of a table, and behind it the distance, where it may be said."""
        lang = self.value.seen.lang
        behind = short_of(self.judgement, self.unit, lang)
        if self.verdict == DOUBTED:
            behind = against_a_level(self.goal, lang, above=(self.judgement.gap or 0) > 0)
        elif self.verdict in ("to-go", "above-range"):
            behind = self.amount
        return verdict_cell(self.verdict, behind, lang)

    @property
    def amount(self) -> str:
        """The distance in words, with "over" or "less than" where it is only a bound; or empty."""
        return distance(self.judgement, self.unit, self.value.seen.lang)

    @property
    def row(self) -> Row:
        """The target as a row of a picture's table."""
        mark = "target" if self.target.high is None else "range"
        place = {"value": self.target.value, "to": self.target.high}
        return {"name": self.value.name, "mark": mark} | place


def held(value: Value, target: Target) -> Judged:
    """A value against a target."""
    return Judged(value, judge(value.observation, target))


def due(value: Value) -> Judged | None:
    """A value against its target of the year: the province's own, or else the national one."""
    target = due_target(value.seen.report, value.indicator.id, value.scope.id)
    return held(value, target) if target is not None else None


def of_the_year(seen: Seen, pillar: str | None) -> list[Judged]:
    """Every value that has a target of the year."""
    return [
        judged
        for indicator in seen.report.indicators(pillar)
        for scope in indicator.scopes
        if (judged := due(seen.value(indicator, scope))) is not None
    ]


def by_verdict(found: Iterable[Judged]) -> dict[str, list[Judged]]:
    """Judged values by what may be said of them; what was missed by most stands first."""
    by: dict[str, list[Judged]] = {"missed": [], DOUBTED: [], "met": [], "unknown": []}
    for held in found:
        by[held.verdict if held.verdict in by else "met"].append(held)
    by["missed"].sort(key=lambda held: -held.gap)
    return by


def met_and_missed(seen: Seen, by: Mapping[str, Sequence[Judged]]) -> str:
    """How many targets of the year were missed, which, and by how much."""
    return against_targets(
        [(held.value.name, held.amount) for held in by["missed"]],
        sum(map(len, by.values())) - len(by["unknown"]),
        len(by["unknown"]),
        seen.year,
        seen.lang,
        doubted=len(by[DOUBTED]),
    )
