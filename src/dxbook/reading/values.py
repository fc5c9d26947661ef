"""What reading a report gives: proposals, and the numbers that belong to no known indicator."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..model import Measure, Qualifier


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
