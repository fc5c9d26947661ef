"""Targets, and what may honestly be said of a value against one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..words import Text
from .observations import Observation, Qualifier

Verdict = Literal["met", "missed", "above-range", "ahead", "to-go", "unknown", "related"]


@dataclass(frozen=True)
class Target:
    """A value to reach by the end of a year, with the decision that set it.

    Args:
        scope: what the target measures; it may differ from what the report measures.
        high: upper end of a range, else None.
        level: who set it, `province` or `national`.
        same: whether it measures the same thing as the indicator; if not, `difference` says how.
        cited_from: `secondary` where the gazetted text was not at hand.
    """

    id: str
    indicator: str
    scope: str
    year: int
    comparator: Literal[">=", ">", "range"]
    value: Decimal
    high: Decimal | None
    unit: str
    level: Literal["province", "national"]
    instrument: Text
    issued_on: str
    url: str
    cited_from: str
    same: bool
    difference: Text
    quote: str


@dataclass(frozen=True)
class Reference:
    """A national value of about the same time, for context only."""

    id: str
    indicator: str
    scope: str
    name: Text
    place: Text
    period: str
    qualifier: str
    value: Decimal
    high: Decimal | None
    unit: str
    same: bool
    note: Text
    source_title: str
    url: str
    cited_from: str


@dataclass(frozen=True)
class Judgement:
    """A value against a target.

    Args:
        verdict: `met`, `missed` and `above-range` only for a target of the observation's own year
            or an earlier one; `ahead` and `to-go` for a later year; `unknown` when there is no
            value; `related` when the target measures something near.
        gap: value minus target (for a range, minus the nearer end; 0 inside), in the unit's own
            points or counts; None when unknown or related.
        bound: how the gap is to be said: of "over 66.40%" what is missing is `under` the gap, of a
            target of "over 85%" it is `over` it, of both `about`.
    """

    target: Target
    verdict: Verdict
    gap: Decimal | None
    bound: Qualifier = ""


def judge(observation: Observation | None, target: Target) -> Judgement:
    """Say what may be said of an observation against a target.

    A qualified value ("over 66.40%") is judged on the number stated: it is at least that.
    Under a strict comparator the target itself does not meet it, unless the value is "over" it.
    """
    value = observation.best if observation else None
    if observation is None or value is None:
        return Judgement(target, "unknown", None)
    if not target.same or observation.scope != target.scope:
        return Judgement(target, "related", None)
    top = target.high if target.high is not None else target.value
    gap = value - top if value > top else min(value - target.value, Decimal(0))
    if target.comparator != "range":
        gap = value - target.value
    over = value > target.value or (value == target.value and observation.qualifier == "over")
    reached = over if target.comparator == ">" else value >= target.value
    if observation.qualifier in ("under", "nearly") and value == target.value:
        reached = False
    bound = _bound(observation.qualifier == "over", target.comparator == ">", gap > 0)
    if target.year > observation.year:
        return Judgement(target, "ahead" if reached else "to-go", gap, bound)
    if target.comparator == "range" and value > top:
        return Judgement(target, "above-range", gap, bound)
    return Judgement(target, "met" if reached else "missed", gap, bound)


def _bound(over: bool, strict: bool, above: bool) -> Qualifier:
    if above:
        return "over" if over else ""
    if over and strict:
        return "about"
    return "under" if over else "over" if strict else ""
