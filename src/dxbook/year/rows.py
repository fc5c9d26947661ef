"""The rows of a year that has no values yet: every indicator and scope, in the report's order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..model import Catalogue, Report, TextRow, Validity
from ..writing import blank_row


def measured(catalogue: Catalogue, year: int) -> list[tuple[str, str]]:
    """The (indicator, scope) pairs that exist when a year ends, in catalogue order.

    A yearly report is made at the year's end. From 1 July 2025 there is no district level, so the
    report of 2025 has no rows for it; a half-year's report may still add them.
    """
    last_day = date(year, 12, 31)

    def lasts(validity: Validity) -> bool:
        return validity.covers(year) and (validity.end is None or validity.end >= last_day)

    return [
        (indicator.id, scope)
        for indicator in catalogue.indicators.values()
        if lasts(indicator.validity)
        for scope in indicator.scopes
        if lasts(catalogue.scopes[scope].validity)
    ]


def previous_edition(report: Report, year: int) -> int | None:
    """The newest year before this one that has an edition."""
    return max(
        (y for y, data in report.years.items() if y < year and data.has_edition), default=None
    )


def ordered(
    pairs: Sequence[tuple[str, str]], known: Iterable[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Put pairs in a known order; what it lacks comes after its predecessor in `pairs`.

    >>> ordered([("a", "x"), ("a", "y"), ("b", "x")], [("b", "x"), ("a", "x"), ("c", "x")])
    [('b', 'x'), ('a', 'x'), ('a', 'y')]
    """
    wanted = set(pairs)
    placed = [pair for pair in dict.fromkeys(known) if pair in wanted]
    before: tuple[str, str] | None = None
    for pair in pairs:
        if pair not in placed:
            placed.insert(placed.index(before) + 1 if before else 0, pair)
        before = pair
    return placed


def level_rows(report: Report, year: int) -> list[TextRow]:
    """An empty observation for every indicator and scope of the year."""
    last = previous_edition(report, year)
    known = [(o.indicator, o.scope) for o in report.years[last].observations] if last else []
    pairs = ordered(measured(report.catalogue, year), known)
    return [blank_row(report.catalogue, (i, s, "level"), year) for i, s in pairs]


def change_rows(report: Report, year: int) -> list[TextRow]:
    """Rows for the changes that the last edition's report stated, for the workbook only.

    A change that is not stated is no observation: what changed can be computed from the levels.
    """
    last = previous_edition(report, year)
    valid = set(measured(report.catalogue, year))
    return [
        blank_row(report.catalogue, (o.indicator, o.scope, "change"), year)
        for o in (report.years[last].observations if last else ())
        if o.measure == "change" and (o.indicator, o.scope) in valid
    ]


def with_changes(rows: Sequence[TextRow], changes: Sequence[TextRow]) -> list[TextRow]:
    """Rows with the changes that they lack, each after the level that it belongs to."""
    have = {(r["indicator"], r["scope"], r["measure"]) for r in rows}
    lacking = {
        (c["indicator"], c["scope"]): c
        for c in changes
        if (c["indicator"], c["scope"], "change") not in have
    }
    merged: list[TextRow] = []
    for row in rows:
        merged.append(row)
        change = lacking.get((row["indicator"], row["scope"]))
        if row["measure"] == "level" and change is not None:
            merged.append(change)
    return merged
