"""What belongs to one year: values, what is said without a number, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Literal

from ..words import Lang, Text

Measure = Literal["level", "change"]
Qualifier = Literal["", "over", "under", "about", "nearly", "at-least"]
Status = Literal[
    "reported", "derived", "corrected", "not-reported", "not-collected", "not-applicable"
]
NOTHING: frozenset[Status] = frozenset({"not-reported", "not-collected", "not-applicable"})
Standing_ = Literal["has", "lacks"]
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Quote:
    """The exact stretch of a source that states something.

    Args:
        start, end: character offsets in the source text, end exclusive.
        source: id of the source.
    """

    text: str
    start: int
    end: int
    source: str

    @property
    def anchor(self) -> str:
        """The place of the quote on the source page."""
        return f"q-{self.start}-{self.end}"

    def spans(self, start: int, end: int) -> bool:
        """Whether a stretch of its source, end exclusive, stands in it."""
        return self.start <= start and end <= self.end


@dataclass(frozen=True)
class Observation:
    """One value of one indicator for one scope in one year.

    Args:
        value: as precise as reported; None when `status` is one of the three kinds of nothing.
        qualifier: what the source says before the number; "over 3 million" is not 3,000,000.
        as_of: a year, a month or a day in ISO form.
        correction: the compiler's value, where a ruling corrects the reported one.
        file, row: where the observation stands, the header being row 1.
    """

    year: int
    indicator: str
    scope: str
    measure: Measure
    value: Decimal | None
    qualifier: Qualifier
    numerator: Decimal | None
    denominator: Decimal | None
    unit: str
    status: Status
    as_of: str
    quote: Quote | None
    note: str
    file: str
    row: int
    correction: Decimal | None = None

    @property
    def key(self) -> str:
        """The name by which pages and rulings refer to it."""
        return observation_key(self.indicator, self.scope, self.measure)

    @property
    def best(self) -> Decimal | None:
        """The value to show and compute with: the correction, or else what was reported."""
        return self.value if self.correction is None else self.correction

    def change_from(self, before: Observation, percent: bool) -> Observation | None:
        """The change from an earlier level, computed: `derived`, and its note is the sum.

        There is none where either has no value, or is not exact. That of percentages is in
        percentage points.
        """
        if self.best is None or before.best is None or self.qualifier or before.qualifier:
            return None
        return replace(
            self,
            measure="change",
            value=self.best - before.best,
            correction=None,
            numerator=None,
            denominator=None,
            unit="percentage-points" if percent else self.unit,
            status="derived",
            quote=None,
            note=f"{self.best} - {before.best}",
        )


def observation_key(indicator: str, scope: str, measure: Measure = "level") -> str:
    """Name an observation.

    >>> observation_key("online_share", "communes", "change")
    'online_share.communes.change'
    """
    key = f"{indicator}.{scope}"
    return key if measure == "level" else f"{key}.{measure}"


@dataclass(frozen=True)
class Standing:
    """What the source says of a place.

    Args:
        closed: whether the list it stands in is complete; on a closed list silence means
            the other, on an open one it means not stated.
    """

    year: int
    indicator: str
    place: str
    standing: Standing_
    closed: bool
    quote: Quote
    file: str
    row: int


@dataclass(frozen=True)
class Statement:
    """What the source says without a number, weaknesses included."""

    id: str
    year: int
    pillar: str
    section: str
    indicator: str
    kind: Literal["strength", "weakness", "context"]
    text: Text
    quote: Quote
    file: str
    row: int


@dataclass(frozen=True)
class Ruling:
    """What the compiler decided about a finding.

    Args:
        finding: id of the finding, made of its rule and subject.
        value: the evidence it was decided on; when that moves, the ruling no longer covers.
        new_value: the compiler's value, where corrected. Only the issuing body can
            correct its own document.
    """

    year: int
    finding: str
    decision: Literal["as-reported", "corrected", "explained"]
    value: str
    new_value: Decimal | None
    reason: Text
    document: str
    decided_by: str
    decided_on: str
    file: str
    row: int

    @property
    def corrects(self) -> tuple[str, str]:
        """The key and the value of the observation that a correction is joined to.

        Evidence is the value in doubt, and then, after "; ", what else the finding rests on.

        >>> told = ("76.1; 67,1%", None, Text(), "", "", "", "", 2)
        >>> Ruling(2022, "value-in-quote/fibre.households", "corrected", *told).corrects
        ('fibre.households', '76.1')
        """
        return self.finding.partition("/")[2], self.value.partition("; ")[0]


@dataclass(frozen=True)
class YearData:
    """One year's folder.

    Args:
        commentary: Markdown by (pillar, language).
        source_text: the year's source; empty where the year is known only by derivation.
    """

    year: int
    observations: tuple[Observation, ...]
    standings: tuple[Standing, ...]
    statements: tuple[Statement, ...]
    rulings: tuple[Ruling, ...]
    commentary: Mapping[tuple[str, Lang], str]
    source_text: str
    has_edition: bool

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str, str], Observation]:
        """The observations by indicator, scope and measure, which no two have alike."""
        return {(o.indicator, o.scope, o.measure): o for o in reversed(self.observations)}


@dataclass(frozen=True)
class Finding:
    """Something the audit noticed.

    Args:
        rule: name of the rule; `subject` is what it is about, usually an observation's key.
        evidence: the values it rests on, as text; a ruling covers only this evidence.
        message: what is wrong, in both languages.
        question: what to ask the reporting unit.
    """

    rule: str
    severity: Severity
    subject: str
    file: str
    row: int | None
    column: str
    evidence: str
    message: Text
    question: Text
    ruling: Ruling | None = None

    @property
    def id(self) -> str:
        """Stable: rule and subject."""
        return f"{self.rule}/{self.subject}"


@dataclass(frozen=True)
class Hold:
    """Something the audit checked and that holds."""

    rule: str
    subject: str
    message: Text


@dataclass(frozen=True)
class Edition:
    """One year in one language, of the whole report or of one place.

    >>> Edition(2022, "vi").folder, Edition(2022, "vi", "viet-tri").folder
    ('2022', '2022-viet-tri')
    """

    year: int
    lang: Lang
    place: str = ""

    @property
    def folder(self) -> str:
        """Its folder below that of its language."""
        return f"{self.year}-{self.place}" if self.place else str(self.year)

    @property
    def name(self) -> str:
        """What its files are named after.

        >>> Edition(2022, "vi", "viet-tri").name
        '2022-vi-viet-tri'
        """
        return "-".join(filter(None, (str(self.year), self.lang, self.place)))
