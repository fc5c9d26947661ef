"""What charts ask of a report: values with their names, flags and targets."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from ..model import Indicator, Lang, Observation, Report, Scope
from ..parts.citation import cited_with_link
from ..parts.figures import is_doubted, is_partly_reported, status_in_words
from ..parts.tables import Cell, Table
from ..wording.findings import listed
from ..wording.numbers import observed
from ..wording.phrases import capitalised
from ..words import written

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Value:
    """One indicator for one scope in the year, reported or not."""

    indicator: Indicator
    scope: Scope
    observation: Observation | None
    flagged: bool
    doubted: bool = False
    """Whether the audit holds that it cannot be as it stands."""
    partly: bool = False
    """Whether there is no value, but the report names some of what it would count."""

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
            return status_in_words(report, o, lang)
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
    return Value(
        indicator,
        report.scope(wanted),
        observation,
        flagged(report, observation),
        is_doubted(report, observation),
        is_partly_reported(report, observation),
    )


def values_of(
    report: Report, pillar: str | None, scopes: Container[str] | None = None
) -> list[Value]:
    """Every indicator of a pillar, or of all, for each of its scopes of the year.

    Args:
        scopes: those that are wanted, where not all are: what is not wanted is not asked for.
    """
    return [
        value_of(report, indicator, scope)
        for indicator in report.indicators(pillar)
        for scope in indicator.scopes
        if (scopes is None or scope in scopes) and report.scope(scope).validity.covers(report.year)
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


def source_with(report: Report, lang: Lang, page: str, *, targets: bool, national: bool) -> Markup:
    """The year's report and where targets and national values are from; empty for neither."""
    drawn = [
        *((written("targets"),) if targets else ()),
        *((written("national values"),) if national else ()),
    ]
    if not drawn:
        return Markup("")
    own = report.source()
    what = listed([text[lang] for text in drawn], lang)
    where = Markup(
        written("see the tables on this page")[lang]
        if page == "targets"
        else written('see <a href="targets.html">Against the targets</a>')[lang]
    )
    before = Markup("{}; ").format(cited_with_link(own, lang)) if own else ""
    return Markup("{}{}: {}").format(before, what if own else capitalised(what), where)


def table_of(
    name: str, title: str, columns: Iterable[str], rows: Iterable[tuple[Cell, ...]]
) -> Table:
    """The table of a chart."""
    return Table(f"{name}-data", title, tuple(columns), tuple(rows))
