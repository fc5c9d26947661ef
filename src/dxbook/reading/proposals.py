"""What reading a report gives: proposals, and the numbers that belong to no known indicator.

What speaks for a proposal becomes a score that means something by a table. It was set on what
fourteen made-up reports in several provinces' manners gave when they were read for the first time,
before anything was mended for them: of the proposals now scored 0.88 and more 97% were right, of
those from 0.8 to 0.88 two in three, from 0.6 to 0.8 as many. Those reports are kept as tests
(`tests/unit/reading/synthetic`) and are read better by now, so a new calibration needs new ones.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..model import Measure, Qualifier
from .clauses import Clause
from .levels import Stated
from .views import View

#: (raw strength, share that was right), between which scores are interpolated.
_TABLE = (
    (0.0, 0.0), (0.4, 0.15), (0.5, 0.25), (0.6, 0.4), (0.7, 0.55), (0.8, 0.75), (0.9, 0.9),
    (1.0, 0.95),
)  # fmt: skip
_LEAD = " \t,;:-–+•*|()."
_ITEM = re.compile(r"(?:\d{1,2}(?:\.\d+)*|[a-zđA-Z])[.)]\s+")
_JOINS = ("và ", "với ", "còn ", "đồng thời ")


@dataclass(frozen=True)
class Proposal:
    """A value that a report seems to state, to be looked at by a person.

    Args:
        unit: id of its unit; a change between percentages is in percentage points.
        quote: verbatim; `start` and `end` are its offsets in the text that was read.
        score: how sure it is; of those scored 0.9, about nine in ten are right.
        note: what differs from the indicator, or was concluded, in Vietnamese; else empty.
    """

    indicator: str
    scope: str
    measure: Measure
    value: Decimal
    qualifier: Qualifier
    numerator: Decimal | None
    denominator: Decimal | None
    unit: str
    quote: str
    start: int
    end: int
    score: float
    note: str


@dataclass(frozen=True)
class Unclaimed:
    """A number that belongs to no known indicator; `token` as written, at `start`."""

    token: str
    start: int
    quote: str


@dataclass(frozen=True)
class Reading:
    """A report as read: proposals in the order of the text, and the numbers left over."""

    year: int
    proposals: tuple[Proposal, ...]
    unclaimed: tuple[Unclaimed, ...]


def proposals(stated: Iterable[Stated], text: str, remarks: Sequence[str]) -> tuple[Proposal, ...]:
    """Proposals in the order of the text, the surest one where several say the same of one value.

    The remarks are noted of every value.
    """
    made = [_proposal(s, text, remarks) for s in stated if not s.repeats]
    best: dict[tuple[object, ...], Proposal] = {}
    for p in sorted(made, key=lambda p: -p.score):
        best.setdefault((p.indicator, p.scope, p.measure, p.value), p)
    return tuple(sorted(best.values(), key=lambda p: (p.start, p.end, -p.score)))


def _proposal(stated: Stated, text: str, remarks: Sequence[str]) -> Proposal:
    start, end = _quoted(text, stated.view.clause, stated.parts.start)
    return Proposal(
        indicator=stated.indicator,
        scope=stated.scope,
        measure=stated.measure,
        value=stated.value,
        qualifier=stated.view.amount.qualifier,
        numerator=stated.parts.numerator,
        denominator=stated.parts.denominator,
        unit=stated.unit,
        quote=text[start:end],
        start=start,
        end=end,
        score=_calibrated(stated.raw),
        note="; ".join(dict.fromkeys([*stated.notes, *remarks])),
    )


def unclaimed(views: Iterable[View], text: str) -> tuple[Unclaimed, ...]:
    """The numbers of views that belong to no known indicator."""
    return tuple(
        Unclaimed(token, at, text[slice(*_quoted(text, view.clause))])
        for view in views
        for at, token in view.amount.tokens
    )


def _calibrated(raw: float) -> float:
    """The score for a raw strength, to two decimals.

    >>> _calibrated(1.0), _calibrated(0.85), _calibrated(0.2)
    (0.95, 0.82, 0.07)
    """
    for (low, at_low), (high, at_high) in itertools.pairwise(_TABLE):
        if raw <= high:
            share = (raw - low) / (high - low)
            return round(at_low + share * (at_high - at_low), 2)
    return _TABLE[-1][1]


def _quoted(text: str, clause: Clause, start: int | None = None) -> tuple[int, int]:
    """Where the quote for a clause's number stands: the clause without loose ends.

    It begins at `start` at the latest, for a percentage that is quoted with what it was made of.
    """
    amount = clause.amount
    assert amount is not None, "only numbers are quoted"
    first = min([amount.begins, *(w.start for w in clause.before)])
    last = max([amount.end, *(w.end for w in clause.after)])
    line = text.rfind("\n", 0, amount.begins) + 1
    first = max(line, first if start is None else min(first, start))
    while first < amount.begins and text[first] in _LEAD:
        first += 1
    if item := _ITEM.match(text, first, amount.begins):
        first = item.end()
    for join in _JOINS:
        if text[first:].lower().startswith(join) and first + len(join) <= amount.begins:
            first += len(join)
    while last > amount.end and text[last - 1] in " \t,;:-–+•*|(.":
        last -= 1
    return first, last
