"""What a rule is, and the lists of them.

A rule is one function, from `Facts` to all that it checked. What decorates it says everything else
of it, once: name, severity, words, an example that breaks it and the same example mended. `RULES`
has every rule by name, `LINT_RULES` those of prose; importing `dxbook.audit.rules` fills both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import KW_ONLY, dataclass, field

from ..model import Finding, Hold, Lang, Observation, Report, Severity, Text
from ..words import NO_TEXT
from .examples import Example
from .facts import Facts
from .prose import Passage
from .sentences import Part, Parts, Value, evidence, filled, label


class Checked:
    """Something that a rule checked.

    Args:
        at: the observation it is about, or None where it is about a source or a ruling.
        holds: whether the rule's claim is true of it.
        rests_on: the values it rests on; a ruling covers a finding as long as they are the same.
        column: the column in doubt.
        subject, file, row: what it is about and where that stands, where it is not `at`.
        of: the observations that it is a check of. With a corrected one it confirms nothing, for
            the correction may have been made from this very check; then it is not listed.
        fault, held: what to say in place of the rule's own words.
        parts: what the words tell of, by their names in braces; `{what}` is `at`.
    """

    def __init__(
        self,
        at: Observation | None,
        holds: bool,
        *rests_on: Value,
        column: str = "value",
        subject: str = "",
        file: str = "",
        row: int | None = None,
        of: tuple[Observation, ...] = (),
        fault: Text | None = None,
        held: Text | None = None,
        **parts: Part,
    ) -> None:
        self.at, self.holds, self.rests_on, self.column = at, holds, rests_on, column
        self.subject = subject or (at.key if at else "")
        self.file = file or (at.file if at else "")
        self.row = at.row if at and row is None else row
        self.confirms = all(o.correction is None for o in of)
        self.fault, self.held, self.parts = fault, held, parts

    def words(self, template: Text, report: Report) -> Text:
        """A sentence about it."""
        what: Parts = {"what": label(report, self.at)} if self.at else {}
        return filled(template, **(what | self.parts))


Noticed = Iterator[Checked]
Check = Callable[[Facts], Noticed]


@dataclass(eq=False)
class Rule:
    """One claim about the data; it decorates the function that checks it.

    Args:
        name: stable, English; findings and rulings are named by it.
        severity: `error` where numbers contradict each other, `warning` where a number is
            doubtful, `note` where something is left unsaid.
        title: what it is called, short.
        explanation: what it claims, for a citizen.
        fault, ask, holds: what it says of a value that breaks it, what to ask the reporting unit
            then, and what it says of one that keeps it; nothing where it only complains.
        broken, mended: the smallest report that breaks it, and the same made right.
        kind: what its findings are called, where the name of their severity would not be true.
        words_in_evidence: whether its evidence is one value and then words of the quote.
    """

    name: str
    severity: Severity
    _: KW_ONLY
    title: Text
    explanation: Text
    fault: Text
    ask: Text
    holds: Text = NO_TEXT
    broken: Example
    mended: Example
    kind: Text = NO_TEXT
    words_in_evidence: bool = False
    check: Check = field(init=False)

    def __call__(self, check: Check) -> Check:
        """Make a function the rule's check, and the rule one of those that are run."""
        if self.name in RULES:
            raise ValueError(f"there is a rule {self.name!r} already")
        self.check = check
        RULES[self.name] = self
        return check

    def run(self, facts: Facts) -> tuple[list[Finding], list[Hold]]:
        """What the rule finds, and what it finds to hold; it runs once over the same facts."""
        if self.name not in facts.noticed:
            findings: list[Finding] = []
            holds: list[Hold] = []
            for seen in self.check(facts):
                if not seen.holds:
                    findings.append(self._finding(facts.report, seen))
                elif self.holds and seen.confirms:
                    message = seen.words(seen.held or self.holds, facts.report)
                    holds.append(Hold(self.name, seen.subject, message))
            facts.noticed[self.name] = findings, holds
        return facts.noticed[self.name]

    def _finding(self, report: Report, seen: Checked) -> Finding:
        return Finding(
            rule=self.name,
            severity=self.severity,
            subject=seen.subject,
            file=seen.file,
            row=seen.row,
            column=seen.column,
            evidence=evidence(*seen.rests_on),
            message=seen.words(seen.fault or self.fault, report),
            question=seen.words(self.ask, report),
        )


RULES: dict[str, Rule] = {}


def value_in_doubt(finding: str, evidence: str) -> str:
    """The evidence of a finding, without words of the quote: one value, or all it rests on.

    >>> value_in_doubt("value-in-quote/fibre_households.households", "76.1; 67,1%")
    '76.1'
    """
    rule = RULES.get(finding.partition("/")[0])
    return evidence.partition("; ")[0] if rule and rule.words_in_evidence else evidence


@dataclass(frozen=True)
class Slip:
    """Something that prose says and may not: the words, where, and what is wrong with them."""

    words: str
    start: int
    message: Text


Look = Callable[[Report, Passage, Lang], Iterator[Slip]]


@dataclass(eq=False)
class LintRule:
    """One claim about the book's prose; it decorates the function that looks for slips.

    Args:
        broken, mended: a text that breaks it, and one that may stand in its place.
    """

    name: str
    _: KW_ONLY
    title: Text
    explanation: Text
    broken: str
    mended: str
    look: Look = field(init=False)

    def __call__(self, look: Look) -> Look:
        """Make a function the rule's look, and the rule one of those that are run."""
        self.look = look
        LINT_RULES[self.name] = self
        return look


LINT_RULES: dict[str, LintRule] = {}
