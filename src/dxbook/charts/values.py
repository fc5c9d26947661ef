"""What charts ask of a report: values with their names, flags and targets."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from ..model import Indicator, Lang, Observation, Report, Scope, Text, Unit
from ..parts import (
    LABELS,
    Cell,
    cited_with_link,
    indicator_link,
    is_doubted,
    is_partly_reported,
    made_of,
    shown,
    status_in_words,
)
from ..wording import capitalised, listed, number, observed
from ..words import written
from .told import Told, told

HUNDRED = Decimal(100)
#: A row of a chart's table.
Row = dict[str, Any]
#: Words of the language that is read, or of every language.
Words = str | Text
#: A column of the table behind a chart: its head, and its cell for what the row is of.
Column = tuple[Words, Callable[[Any], Cell]]


@dataclass(frozen=True)
class Seen:
    """A report as a chart of a name sees it: in a language, for the page that shows it."""

    report: Report
    lang: Lang
    page: str = ""
    chart: str = ""

    @property
    def year(self) -> int:
        """The year that the report is of."""
        return self.report.year

    @property
    def pillar(self) -> str | None:
        """The pillar that the page is about; None for the other pages."""
        return self.page if any(p.id == self.page for p in self.report.pillars()) else None

    def say(self, words: Words) -> str:
        """Words in the language that is read."""
        return words if isinstance(words, str) else words[self.lang]

    def number(self, value: Decimal | None) -> str:
        """A number as the language writes it; nought for none."""
        return number(value or Decimal(0), self.lang)

    def percent(self, part: Decimal, whole: Decimal) -> str:
        """A part of a whole in per cent, to two decimals."""
        return f"{self.number((HUNDRED * part / whole).quantize(Decimal('0.01')))}%"

    def listed(self, names: Iterable[Text]) -> str:
        """Names one after the other."""
        return listed([name[self.lang] for name in names], self.lang)

    def short(self, *scopes: str) -> str:
        """The short name of a scope; of several, one after the other."""
        return self.listed(self.report.scope(s).short for s in scopes)

    def name_of(self, pillar: str | None, every: Text) -> str:
        """The name of a pillar, or what all of them are called."""
        return self.say(self.report.pillar(pillar).name if pillar else every)

    def value(self, indicator: Indicator | str, scope: str | None = None) -> Value:
        """The year's value of an indicator for a scope."""
        found = self.report.indicator(indicator) if isinstance(indicator, str) else indicator
        wanted = scope or found.scopes[0]
        observation = self.report.observation(found.id, wanted)
        return Value(self, found, self.report.scope(wanted), observation)

    def values(self, pillar: str | None, scopes: Container[str] | None = None) -> list[Value]:
        """Every indicator of a pillar, or of all, for each of its scopes of the year.

        Args:
            scopes: those that are wanted, where not all are.
        """
        return [
            self.value(indicator, scope)
            for indicator in self.report.indicators(pillar)
            for scope in indicator.scopes
            if (scopes is None or scope in scopes)
            and self.report.scope(scope).validity.covers(self.year)
        ]

    def shown(self, observation: Observation | None) -> Markup:
        """An observation as a cell of a table, leading to the sentence that states it."""
        return shown(self.report, observation, self.lang)

    def told(self, observation: Observation | None) -> Told | None:
        """What is told of an observation that is pointed at; None where there is no value."""
        return told(self.report, observation, self.lang)

    def flagged(self, observation: Observation | None) -> bool:
        """Whether the audit asks about a value."""
        if observation is None or observation.year != self.year:
            return False
        return any(f.severity != "note" for f in self.report.findings_on(observation.key))

    def none_reported(self, what: Words) -> Text:
        """That the year's report says nothing of something."""
        return written("The {year} report gives no share: {what}", year=self.year, what=what)


@dataclass(frozen=True)
class Value:
    """One indicator for one scope in the year, reported or not."""

    seen: Seen
    indicator: Indicator
    scope: Scope
    observation: Observation | None

    @property
    def best(self) -> Decimal | None:
        """The value to draw, or None where there is none."""
        return self.observation.best if self.observation else None

    @property
    def unit(self) -> Unit:
        """The unit of its indicator."""
        return self.seen.report.unit(self.indicator.unit)

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage that is better when higher."""
        return self.unit.kind == "percent" and self.indicator.direction == "higher"

    @property
    def flagged(self) -> bool:
        """Whether the audit asks about it."""
        return self.seen.flagged(self.observation)

    @property
    def doubted(self) -> bool:
        """Whether the audit holds that it cannot be as it stands."""
        return is_doubted(self.seen.report, self.observation)

    @property
    def partly(self) -> bool:
        """Whether there is no value, but the report names some of what it would count."""
        return is_partly_reported(self.seen.report, self.observation)

    @property
    def corrected(self) -> bool:
        """Whether the value drawn is the compiler's."""
        return self.observation is not None and self.observation.correction is not None

    @property
    def words(self) -> str:
        """The value in words with qualifier and unit, or why there is none."""
        o, report, lang = self.observation, self.seen.report, self.seen.lang
        if o is None or o.best is None:
            return status_in_words(report, o, lang)
        return observed(o, report.unit(o.unit), lang)

    @property
    def indicator_name(self) -> str:
        """The name of its indicator."""
        return self.indicator.name[self.seen.lang]

    @property
    def short(self) -> str:
        """The short name of its scope."""
        return self.scope.short[self.seen.lang]

    @property
    def name(self) -> str:
        """Indicator and scope; the scope is left out where there is only one."""
        one = len(self.indicator.scopes) == 1
        return self.indicator_name if one else f"{self.indicator_name} ({self.short})"

    @property
    def link(self) -> Markup:
        """The name of its indicator, leading to the card."""
        return indicator_link(self.indicator, self.seen.lang)

    @property
    def shown(self) -> Markup:
        """The value as a cell of a table."""
        return self.seen.shown(self.observation)

    @property
    def made_of(self) -> str:
        """The counts that it is a share of, as a cell of a table; empty where none are given."""
        o, seen = self.observation, self.seen
        return made_of(seen.report, o, seen.lang) if o else ""

    @property
    def told(self) -> Told | None:
        """What is told of it when it is pointed at."""
        return self.seen.told(self.observation)

    def row(self, **columns: Any) -> Row:
        """The value as a row of a picture's table: hatched where it is corrected."""
        row = {"value": self.best, "label": self.words, "flag": self.flagged, "told": self.told}
        return row | columns | ({"colour": "hatch"} if self.corrected else {})


#: Columns of a table whose rows are values.
INDICATOR: Column = (LABELS["indicator"], lambda value: value.link)
SCOPE: Column = (LABELS["scope"], lambda value: value.short)
WHOLE_SCOPE: Column = (LABELS["scope"], lambda value: value.scope.name[value.seen.lang])
VALUE: Column = (LABELS["value"], lambda value: value.shown)
RATIO: Column = (written("Made of"), lambda value: value.made_of)


def source_with(seen: Seen, *, targets: bool, national: bool) -> Markup:
    """The year's report and where targets and national values are from; empty for neither."""
    drawn = [
        *((written("targets"),) if targets else ()),
        *((written("national values"),) if national else ()),
    ]
    if not drawn:
        return Markup("")
    own, what = seen.report.source(), seen.listed(drawn)
    where = written('see <a href="targets.html">Against the targets</a>')
    if seen.page == "targets":
        where = written("see the tables on this page")
    before = Markup("{}; ").format(cited_with_link(own, seen.lang)) if own else ""
    there = Markup(seen.say(where))
    return Markup("{}{}: {}").format(before, what if own else capitalised(what), there)


def marks_notes(values: Iterable[Value], *, drawn: bool = True) -> list[Text]:
    """What the marks of the values mean, for those that are there.

    Args:
        drawn: whether there is a picture, in which a corrected value is hatched.
    """
    values, notes = list(values), []
    if any(v.flagged for v in values):
        notes.append(
            written("⚑ beside a value: to be clarified; see the page “Checking the numbers”.")
        )
    if drawn and any(v.corrected for v in values):
        notes.append(written("Hatched: a value corrected by the compiler."))
    return notes
