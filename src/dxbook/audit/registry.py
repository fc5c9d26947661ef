"""What a rule is, and the list of them.

A rule is one function from `Facts` to what it noticed: `Fault` for what does not hold, `Held` for
what it checked and does. The decorator gives it name, severity, words and an example that breaks
it; `RULES` has every rule by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..model import Finding, Hold, Observation, Severity, Text
from .examples import Example
from .facts import Facts


@dataclass(frozen=True)
class Fault:
    """Something that does not hold.

    Args:
        at: the observation it is about, or None where it is about a source or a ruling.
        evidence: the values it rests on, as `words.evidence` writes them.
        question: what to ask the reporting unit.
        subject: what it is about, where that is not `at`.
        file, row: where it stands, where that is not `at`.
    """

    at: Observation | None
    evidence: str
    message: Text
    question: Text
    column: str = "value"
    subject: str = ""
    file: str = ""
    row: int | None = None


@dataclass(frozen=True)
class Held:
    """Something that was checked and holds.

    Args:
        rests_on: the values that it is a check of. With a corrected value it confirms nothing,
            for the correction may have been made from this very check; it is not listed.
    """

    subject: str
    message: Text
    rests_on: tuple[Observation, ...] = ()

    @property
    def confirms(self) -> bool:
        """Whether all that it rests on stands as the source reports it."""
        return all(o.correction is None for o in self.rests_on)


Noticed = Iterator[Fault | Held]
Check = Callable[[Facts], Noticed]


@dataclass(frozen=True)
class Rule:
    """One claim about the data.

    Args:
        title: what it is called, short.
        explanation: what it claims, for a citizen.
        example: the smallest report that breaks it.
        check: the function.
    """

    name: str
    severity: Severity
    title: Text
    explanation: Text
    example: Example
    check: Check

    def run(self, facts: Facts) -> tuple[list[Finding], list[Hold]]:
        """What the rule finds, and what it finds to hold; it runs once over the same facts."""
        if self.name not in facts.noticed:
            facts.noticed[self.name] = self._run(facts)
        return facts.noticed[self.name]

    def _run(self, facts: Facts) -> tuple[list[Finding], list[Hold]]:
        findings: list[Finding] = []
        holds: list[Hold] = []
        for noticed in self.check(facts):
            if isinstance(noticed, Fault):
                findings.append(self._finding(noticed))
            elif noticed.confirms:
                holds.append(Hold(self.name, noticed.subject, noticed.message))
        return findings, holds

    def _finding(self, fault: Fault) -> Finding:
        at = fault.at
        return Finding(
            rule=self.name,
            severity=self.severity,
            subject=fault.subject or (at.key if at else ""),
            file=fault.file or (at.file if at else ""),
            row=at.row if at and fault.row is None else fault.row,
            column=fault.column,
            evidence=fault.evidence,
            message=fault.message,
            question=fault.question,
        )


RULES: dict[str, Rule] = {}


def rule(
    name: str, severity: Severity, title: Text, explanation: Text, example: Example
) -> Callable[[Check], Check]:
    """Make a function a rule.

    Args:
        name: stable, English; findings and rulings are named by it.
        severity: `error` where numbers contradict each other, `warning` where a number is
            doubtful, `note` where something is left unsaid.
    """

    def register(check: Check) -> Check:
        if name in RULES:
            raise ValueError(f"there is a rule {name!r} already")
        RULES[name] = Rule(name, severity, title, explanation, example, check)
        return check

    return register
