"""What the chosen numbers state, and what a percentage was made of.

In "A hồ sơ, số hồ sơ trực tuyến là B, đạt C%" numerator and denominator are taken from the fraction
beside the percentage, or from the counts before it in the sentence: those of the two indicators it
is a share of, the one whose subject it shares, or two whose quotient it is to the last decimal
stated.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..model import Measure
from .amounts import agrees
from .choices import Choice
from .clauses import Clause
from .views import View

#: The choices for each number, by the index of its clause.
Levels = Mapping[int, Sequence[Choice]]
#: How much surer a percentage is that its numerator and denominator give.
_SUMS_UP = 1.1


@dataclass(frozen=True)
class Parts:
    """Numerator and denominator, where they begin, whether they give the percentage, and the
    other clauses whose numbers they are."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    start: int | None = None
    agrees: bool = False
    indices: tuple[int, ...] = ()


@dataclass(frozen=True)
class Stated:
    """What a number states of an indicator and scope.

    Args:
        raw: what speaks for it, from 0 to 1.
        repeats: whether another number says the same and is preferred.
    """

    view: View
    indicator: str
    scope: str
    measure: Measure
    value: Decimal
    unit: str
    raw: float
    notes: tuple[str, ...]
    parts: Parts = Parts()
    repeats: bool = False


def stated(
    levels: Levels, clauses: Sequence[Clause], views: Mapping[int, View]
) -> Iterator[Stated]:
    """What the choices state, percentages with what they were made of."""
    for choice in itertools.chain.from_iterable(levels.values()):
        candidate = choice.candidate
        percent = candidate.indicator.unit == "percent"
        made = _parts(choice, clauses, views, levels) if percent else Parts()
        notes = candidate.notes
        if choice.other:
            notes = (*notes, "báo cáo còn nêu số khác cho cùng chỉ tiêu và phạm vi")
        sure = made.agrees and not choice.other
        yield Stated(
            view=candidate.view,
            indicator=candidate.indicator.id,
            scope=candidate.scope,
            measure="level",
            value=candidate.face.value,
            unit=candidate.indicator.unit,
            raw=min(1.0, choice.raw * _SUMS_UP) if sure else choice.raw,
            notes=notes,
            parts=made,
            repeats=choice.repeats,
        )


def _parts(
    choice: Choice, clauses: Sequence[Clause], views: Mapping[int, View], levels: Levels
) -> Parts:
    """What a percentage was made of, as far as the report says."""
    view, value = choice.candidate.view, choice.candidate.face.value
    amount = view.amount
    if amount.numerator is not None and amount.denominator is not None:
        good = amount.gives(value) and not amount.is_fraction
        return Parts(amount.numerator, amount.denominator, None, good)
    for at in range(max(0, view.index - 3), view.index):
        beside = clauses[at].amount
        if clauses[at].sentence != view.clause.sentence or beside is None:
            continue
        if beside.is_fraction and beside.gives(value):
            return Parts(beside.numerator, beside.denominator, beside.begins, True)
    counts = _counts_before(view, clauses)
    for at, other in ((a, b) for a in counts for b in counts if a != b):
        upper, lower = views[at].amount.value, views[other].amount.value
        if agrees(upper, lower, value) and 0 < upper <= lower and lower > 20:
            return Parts(upper, lower, views[min(at, other)].amount.begins, True, (at, other))
    known = {
        c.candidate.indicator.id: at
        for at in reversed(counts)
        for c in levels.get(at, ())
        if c.candidate.scope == choice.candidate.scope
    }
    share_of = choice.candidate.indicator.share_of
    if len(share_of) == 2 and not known.keys().isdisjoint(share_of):
        places = [known.get(part) for part in share_of]
        found = tuple(at for at in places if at is not None)
        values = [None if at is None else views[at].amount.value for at in places]
        return Parts(values[0], values[1], views[min(found)].amount.begins, False, found)
    donor = view.donor
    if donor in counts and donor == view.index - 1 and not view.clause.parent:
        return Parts(views[donor].amount.value, None, views[donor].amount.begins, False, (donor,))
    return Parts()


def _counts_before(view: View, clauses: Sequence[Clause]) -> list[int]:
    """Clauses before it in its sentence that state a count, the nearest first."""
    near = range(view.index - 1, max(-1, view.index - 6), -1)
    amounts = {
        at: clauses[at].amount for at in near if clauses[at].sentence == view.clause.sentence
    }
    return [at for at, a in amounts.items() if a and not a.percent and a.denominator is None]
