"""Shares: within 0–100, and equal to what they are made of."""

from __future__ import annotations

from decimal import Decimal

from ..model import Observation, Text
from ..words import written
from .examples import Example, Says
from .facts import Facts
from .registry import Fault, Held, Noticed, rule
from .sentences import Parts, evidence, label, places, sentence

HUNDRED = Decimal(100)


def half_step(value: Decimal) -> Decimal:
    """Half of the last decimal place a value was given with.

    >>> half_step(Decimal("88.48")), half_step(Decimal("64"))
    (Decimal('0.005'), Decimal('0.5'))
    """
    return Decimal(5).scaleb(-places(value) - 1)


def made_of(facts: Facts, o: Observation) -> tuple[Decimal | None, Decimal | None]:
    """A share's numerator and denominator: its own, or else the levels it is the share of."""
    numerator, denominator = o.numerator, o.denominator
    share_of = facts.indicator(o).share_of
    if len(share_of) == 2:
        upper = facts.levels.get((share_of[0], o.scope))
        lower = facts.levels.get((share_of[1], o.scope))
        if numerator is None and upper is not None:
            numerator = upper.best
        if denominator is None and lower is not None:
            denominator = lower.best
    return numerator, denominator


@rule(
    "share-out-of-range",
    "error",
    written("Share outside 0–100%"),
    written(
        "The share of a part in its whole lies between 0% and 100%, and the numerator is "
        "not greater than the denominator."
    ),
    Example("đạt 120%", (Says("online_share", "120"),)),
)
def share_out_of_range(facts: Facts) -> Noticed:
    """Shares lie between nought and a hundred."""
    for o, value in facts.shares():
        numerator, denominator = made_of(facts, o)
        too_many = numerator is not None and denominator is not None and numerator > denominator
        if 0 <= value <= HUNDRED and not too_many:
            continue
        message = sentence(
            "{what}: {value}% cannot be the share of a part ({n}/{d}).",
            what=label(facts.report, o),
            value=value,
            n="?" if numerator is None else numerator,
            d="?" if denominator is None else denominator,
        )
        yield Fault(o, evidence(value, numerator, denominator), message, recount(facts, o))


def recount(facts: Facts, o: Observation) -> Text:
    """What to ask about a share that does not hold."""
    return sentence(
        "Please recompute {what} and give its numerator and denominator.",
        what=label(facts.report, o),
    )


@rule(
    "share-of-counts",
    "error",
    written("Share that is not its numerator over its denominator"),
    written("A share equals its numerator over its denominator, rounded to the decimals reported."),
    Example(
        "84/120 xã (75%)",
        (Says("teams", "75", "communes", numerator="84", denominator="120"),),
    ),
)
def share_of_counts(facts: Facts) -> Noticed:
    """A share is its numerator over its denominator at the reported precision."""
    for o, value in facts.shares():
        numerator, denominator = made_of(facts, o)
        if numerator is None or denominator is None or denominator <= 0:
            continue
        exact = HUNDRED * numerator / denominator
        shown = exact.quantize(Decimal(1).scaleb(-places(value) - 2))
        parts: Parts = {
            "what": label(facts.report, o),
            "n": numerator,
            "d": denominator,
            "value": value,
        }
        if abs(exact - value) <= half_step(value):
            message = sentence("{what}: {n}/{d} = {value}%, holds.", **parts)
            yield Held(o.key, message, (o,))
            continue
        message = sentence(
            "{what}: {value}% is reported, but {n}/{d} = {exact}%.", **parts, exact=shown
        )
        yield Fault(o, evidence(value, numerator, denominator), message, recount(facts, o))
