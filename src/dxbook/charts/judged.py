"""Values held against their targets: what may be said of each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..model import Judgement, Lang, Report, Target, Unit, judge
from ..parts.figures import due_target
from ..wording.findings import against_a_level
from ..wording.phrases import DOUBTED, aim, capitalised, doubted, judged, short_of, verdict_of
from .values import Value, value_of


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
    def verdict(self) -> str:
        """The verdict as it may be shown; `DOUBTED` where the value is doubted."""
        return verdict_of(self.judgement, doubted=self.value.doubted)

    @property
    def gap(self) -> Decimal:
        """How far below the target; 0 where it is reached or not known."""
        gap = self.judgement.gap
        return -gap if gap is not None and gap < 0 else Decimal(0)

    def clause(self, report: Report, lang: Lang) -> str:
        """What may be said of the value against the target.

        By how much it is above is not said where the audit finds an error in the value.
        """
        say = doubted if self.verdict == DOUBTED else judged
        return say(self.judgement, self._unit(report), lang)

    def behind_verdict(self, report: Report, lang: Lang) -> str:
        """The same to stand behind the verdict, without repeating it; may be empty."""
        if self.verdict == DOUBTED:
            goal = aim(self.target, self._unit(report), lang)
            return against_a_level(goal, lang, above=(self.judgement.gap or 0) > 0)
        if self.verdict in ("to-go", "above-range"):
            return self.amount(report, lang)
        return short_of(self.judgement, self._unit(report), lang)

    def _unit(self, report: Report) -> Unit:
        return report.unit(self.target.unit)

    def words(self, report: Report, lang: Lang) -> str:
        """The same, as a sentence."""
        return capitalised(self.clause(report, lang))

    def amount(self, report: Report, lang: Lang) -> str:
        """The distance in words, with "over" or "less than" where it is only a bound."""
        words = short_of(self.judgement, self._unit(report), lang)
        for before, after in (("kém ", " below"), ("còn ", " to go"), ("vượt ", " above")):
            words = words.removeprefix(before).removesuffix(after)
        return words


def held(report: Report, value: Value, target: Target) -> Judged:
    """A value against a target."""
    return Judged(value, judge(value.observation, target))


def of_the_year(report: Report, pillar: str | None) -> list[Judged]:
    """Every value that has a target of the year: the province's own, or else the national one."""
    found = []
    for indicator in report.indicators(pillar):
        for scope in indicator.scopes:
            target = due_target(report, indicator.id, scope)
            if target is not None:
                found.append(held(report, value_of(report, indicator, scope), target))
    return found
