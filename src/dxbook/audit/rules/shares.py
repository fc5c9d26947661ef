"""Shares: within 0–100, and equal to what they are made of."""

from __future__ import annotations

from decimal import Decimal

from ...model import Observation
from ...words import written
from ..examples import Example, Says
from ..facts import Facts
from ..registry import Checked, Noticed, Rule
from ..sentences import places

HUNDRED = Decimal(100)
#: What to ask about a share that does not hold.
RECOUNT = written("Please recompute {what} and give its numerator and denominator.")


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


@Rule(
    "share-out-of-range",
    "error",
    title=written("Share outside 0–100%"),
    explanation=written(
        "The share of a part in its whole lies between 0% and 100%, and the numerator is "
        "not greater than the denominator."
    ),
    fault=written("{what}: {value}% cannot be the share of a part ({n}/{d})."),
    ask=RECOUNT,
    broken=Example("đạt 120%", Says("online_share", "120")),
    mended=Example("đạt 100%", Says("online_share", "100")),
)
def share_out_of_range(facts: Facts) -> Noticed:
    """Shares lie between nought and a hundred."""
    for o, value in facts.shares:
        n, d = made_of(facts, o)
        more = n is not None and d is not None and n > d
        if more or not 0 <= value <= HUNDRED:
            yield Checked(o, False, value, n, d, value=value, n=n, d=d)


@Rule(
    "share-of-counts",
    "error",
    title=written("Share that is not its numerator over its denominator"),
    explanation=written(
        "A share equals its numerator over its denominator, rounded to the decimals reported."
    ),
    fault=written("{what}: {value}% is reported, but {n}/{d} = {exact}%."),
    ask=RECOUNT,
    holds=written("{what}: {n}/{d} = {value}%, holds."),
    broken=Example(
        "84/120 xã (75%)", Says("teams", "75", "communes", numerator="84", denominator="120")
    ),
    mended=Example(
        "84/120 xã (70%)", Says("teams", "70", "communes", numerator="84", denominator="120")
    ),
)
def share_of_counts(facts: Facts) -> Noticed:
    """A share is its numerator over its denominator at the reported precision."""
    for o, value in facts.shares:
        n, d = made_of(facts, o)
        if n is None or d is None or d <= 0:
            continue
        exact = HUNDRED * n / d
        shown = exact.quantize(Decimal(1).scaleb(-places(value) - 2))
        holds = abs(exact - value) <= half_step(value)
        yield Checked(o, holds, value, n, d, of=(o,), value=value, n=n, d=d, exact=shown)
