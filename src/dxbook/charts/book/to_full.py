"""How far is each share from a hundred? Said and tabled; its one sentence needs no picture."""

from __future__ import annotations

from decimal import Decimal

from ...wording.findings import shares_at_full
from ...wording.phrases import points
from ...words import written
from ..drawing import Drawing, drawing, drawn
from ..values import HUNDRED, INDICATOR, SCOPE, VALUE, Seen, Value, Words, marks_notes


@drawn
def to_full(seen: Seen) -> Drawing:
    """How far is each share of the page's pillar from 100%?"""
    found = [v for v in seen.values(seen.pillar) if v.is_share]
    reported = sorted((v for v in found if v.best is not None), key=lambda v: v.best or 0)
    name = seen.name_of(seen.pillar, written("all pillars"))
    title: Words = seen.none_reported(name)
    if reported:
        full, furthest = sum((v.best or 0) >= HUNDRED for v in reported), reported[0]
        title = shares_at_full(full, len(reported), furthest.name, furthest.words, seen.lang)
    subtitle = written(
        "{name}: shares that are better when higher, distance from 100%, {year}",
        name=name,
        year=seen.year,
    )
    members = [*reported, *(v for v in found if v.best is None)]
    return drawing(
        seen,
        "to_full",
        title,
        subtitle,
        [f"{v.name}: {v.words}" for v in members],
        (INDICATOR, SCOPE, VALUE, (written("Left to 100%"), _left)),
        members,
        notes=marks_notes(found, drawn=False),
    )


def _left(value: Value) -> str:
    if value.best is None:
        return "–"
    return points(max(HUNDRED - value.best, Decimal(0)), value.seen.lang)
