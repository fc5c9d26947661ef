"""All the rules over one year, with the rulings that cover what they find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..model import Finding, Hold, Report, Ruling
from .facts import Facts
from .registry import RULES


@dataclass(frozen=True)
class Audit:
    """What does not hold, with its ruling where it was ruled on, and what was checked and holds."""

    findings: tuple[Finding, ...]
    holds: tuple[Hold, ...]

    @property
    def unruled(self) -> tuple[Finding, ...]:
        """The findings that no ruling covers."""
        return tuple(f for f in self.findings if f.ruling is None)


def audit(report: Report) -> Audit:
    """Run every rule over the report's year; other years are its history."""
    facts = Facts(report)
    findings: list[Finding] = []
    holds: list[Hold] = []
    for rule in RULES.values():
        found, held = rule.run(facts)
        findings += found
        holds += held
    return Audit(ruled(findings, report.current.rulings), tuple(holds))


def ruled(findings: Iterable[Finding], rulings: Iterable[Ruling]) -> tuple[Finding, ...]:
    """The findings, each with the ruling that covers it.

    A ruling covers a finding of its name as long as the evidence is what it was decided on.
    """
    covering = {(r.finding, r.value): r for r in rulings}
    return tuple(replace(f, ruling=covering.get((f.id, f.evidence))) for f in findings)
