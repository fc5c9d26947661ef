"""What a percentage was made of: "A hồ sơ, số hồ sơ trực tuyến là B, đạt C%".

Numerator and denominator are taken from the fraction beside it, or from the counts before it in
the sentence: those of the two indicators it is a share of, the one whose subject it shares, or
two whose quotient it is to the last decimal stated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from .clauses import Clause
from .views import View

if TYPE_CHECKING:
    from .choose import Choice


@dataclass(frozen=True)
class Parts:
    """Numerator and denominator, where they begin, and whether they give the percentage."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    start: int | None = None
    agrees: bool = False
    indices: tuple[int, ...] = ()


def parts(
    choice: Choice,
    clauses: Sequence[Clause],
    views: Mapping[int, View],
    levels: Mapping[int, Sequence[Choice]],
) -> Parts:
    """What a percentage was made of, as far as the report says."""
    view = choice.candidate.view
    amount, value = view.amount, choice.candidate.value
    if amount.numerator is not None and amount.denominator is not None:
        good = agrees(amount.numerator, amount.denominator, value)
        return Parts(amount.numerator, amount.denominator, None, good and not amount.is_fraction)
    for at in _fractions_beside(view, clauses, value):
        beside = views[at].amount
        return Parts(beside.numerator, beside.denominator, beside.begins, True)
    counts = _counts_before(view, clauses)
    for at, other in ((a, b) for a in counts for b in counts if a != b):
        upper, lower = views[at].amount.value, views[other].amount.value
        if agrees(upper, lower, value) and 0 < upper <= lower and lower > 20:
            return Parts(upper, lower, views[min(at, other)].amount.begins, True, (at, other))
    share_of = choice.candidate.entry.indicator.share_of
    stated = {
        c.candidate.entry.indicator.id: at
        for at in reversed(counts)
        for c in levels.get(at, ())
        if c.candidate.reach.scope == choice.candidate.reach.scope
    }
    if len(share_of) == 2 and (share_of[0] in stated or share_of[1] in stated):
        upper_at, lower_at = stated.get(share_of[0]), stated.get(share_of[1])
        found = [at for at in (upper_at, lower_at) if at is not None]
        return Parts(
            None if upper_at is None else views[upper_at].amount.value,
            None if lower_at is None else views[lower_at].amount.value,
            views[min(found)].amount.begins,
            False,
            tuple(found),
        )
    donor = view.donor
    if donor in counts and donor == view.index - 1 and not view.clause.parent:
        return Parts(views[donor].amount.value, None, views[donor].amount.begins, False, (donor,))
    return Parts()


def _fractions_beside(view: View, clauses: Sequence[Clause], value: Decimal) -> list[int]:
    """Clauses just before it, or around it, whose fraction gives the percentage."""
    return [
        at
        for at in range(max(0, view.index - 3), view.index)
        if clauses[at].sentence == view.clause.sentence and gives(clauses[at], value)
    ]


def gives(clause: Clause, value: Decimal) -> bool:
    """Whether a clause's number is a fraction that gives a percentage."""
    amount = clause.amount
    if amount is None or amount.numerator is None or amount.denominator is None:
        return False
    return amount.is_fraction and agrees(amount.numerator, amount.denominator, value)


def stated_beside(clause: Clause, following: Sequence[Clause]) -> bool:
    """Whether one of the clauses that follow states the percentage of a clause's fraction."""
    return any(
        other.sentence == clause.sentence
        and other.amount is not None
        and other.amount.percent
        and gives(clause, other.amount.value)
        for other in following[:3]
    )


def agrees(numerator: Decimal, denominator: Decimal, percent: Decimal) -> bool:
    """Whether a fraction gives a percentage, rounded or cut to the decimals it was stated with.

    >>> agrees(Decimal(144), Decimal(225), Decimal(64)), agrees(Decimal(1), Decimal(3), Decimal(35))
    (True, False)
    """
    if not denominator:
        return False
    exponent = min(0, int(percent.as_tuple().exponent))
    return abs(numerator * 100 / denominator - percent) <= Decimal(1).scaleb(exponent)


def _counts_before(view: View, clauses: Sequence[Clause]) -> list[int]:
    """Clauses before it in its sentence that state a count, the nearest first."""
    found = []
    for at in range(view.index - 1, max(-1, view.index - 6), -1):
        clause = clauses[at]
        if clause.sentence != view.clause.sentence:
            break
        amount = clause.amount
        if amount is not None and not amount.percent and amount.denominator is None:
            found.append(at)
    return found
