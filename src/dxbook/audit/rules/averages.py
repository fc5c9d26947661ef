"""Shares of parts against the share of the whole, and what is left for the part not stated."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...model import Observation, Text
from ...words import NO_TEXT, written
from ..examples import Example, Says
from ..facts import Facts
from ..registry import Checked, Noticed, Rule
from ..sentences import evidence, label, label_of, plain, sentence
from .shares import HUNDRED, half_step, made_of
from .sums import Sum, scope_sums

_CENT = Decimal("0.01")


def _dossiers(online: str, share: str, centre: str) -> Example:
    """1,000 dossiers of a province, those of the Centre as they are said to be."""
    return Example(
        f"1.000 hồ sơ, {online} trực tuyến, đạt {share}%; Trung tâm {centre}; "
        "huyện 300, 150 trực tuyến, 50%; xã 400, 100 trực tuyến, 25%",
        Says("received", "1000", quote="1.000 hồ sơ"),
        Says("online", online, quote=f"{online} trực tuyến"),
        Says("online_share", share, numerator=online, denominator="1000", quote=f"đạt {share}%"),
        Says("received", centre.replace(".", ""), "centre", quote=f"Trung tâm {centre}"),
        Says("received", "300", "districts", quote="huyện 300"),
        Says("online", "150", "districts", quote="150 trực tuyến, 50%"),
        Says("online_share", "50", "districts", quote="150 trực tuyến, 50%"),
        Says("received", "400", "communes", quote="xã 400"),
        Says("online", "100", "communes", quote="100 trực tuyến, 25%"),
        Says("online_share", "25", "communes", quote="100 trực tuyến, 25%"),
    )


_BROKEN, _MENDED = _dossiers("900", "90", "1.000"), _dossiers("500", "50", "300")


@Rule(
    "shares-average",
    "error",
    title=written("Shares of parts that cannot average to the whole’s"),
    explanation=written(
        "The whole’s share is the weighted average of its parts’: it lies between the "
        "lowest and the highest, and not above what the rest could give at 100%."
    ),
    fault=written("{what}: {value}%, but the parts allow only {low}% to {high}%.{why}"),
    ask=written("Please give the numerator and denominator of each part behind {what}."),
    holds=written("{what}: {value}% lies within the {low}–{high}% that the parts allow."),
    broken=_BROKEN,
    mended=_MENDED,
)
def shares_average(facts: Facts) -> Noticed:
    """The shares of parts can average to the whole's."""
    for split in scope_sums(facts, facts.shares):
        value = split.whole.best or Decimal(0)
        low, high, why = _reach(facts, split)
        slack = half_step(value) + _CENT
        within = low - slack <= value <= high + slack
        rests_on = _resting_on(facts, split)
        yield Checked(split.whole, within, *rests_on, value=value, low=low, high=high, why=why)


def _resting_on(facts: Facts, split: Sum) -> Iterator[str]:
    for o in (split.whole, *split.parts):
        made = "/".join(evidence(v) for v in made_of(facts, o))
        yield f"{o.scope} {made} {evidence(o.best)}"


def _reach(facts: Facts, split: Sum) -> tuple[Decimal, Decimal, Text]:
    """The least and greatest share that the parts allow, and what else may be said."""
    shares = [o.best for o in split.parts if o.best is not None]
    low, high = (min(shares), max(shares)) if split.complete else (Decimal(0), HUNDRED)
    total = made_of(facts, split.whole)[1]
    made = [made_of(facts, o) for o in split.parts]
    known = [(n, d) for n, d in made if n is not None and d is not None]
    why = NO_TEXT
    if total and known and sum(d for _, d in known) <= total:
        counted = sum((n for n, _ in known), Decimal(0))
        rest = total - sum((d for _, d in known), Decimal(0))
        low = max(low, (HUNDRED * counted / total).quantize(_CENT))
        high = min(high, (HUNDRED * (counted + rest) / total).quantize(_CENT))
        why = _as_separate_counts(facts, split)
    return low, high, why


def _as_separate_counts(facts: Facts, split: Sum) -> Text:
    """What the parts give when each is a count of its own and not a part of the stated total."""
    upper = lower = Decimal(0)
    for o in split.parts:
        numerator, denominator = made_of(facts, o)
        if denominator is None or o.best is None:
            return NO_TEXT
        upper += numerator or _numerator(facts, split.whole, o, denominator)
        lower += denominator
    if not lower or lower == made_of(facts, split.whole)[1]:
        return NO_TEXT
    return sentence(
        " Taken as separate counts they give {upper}/{lower} = {share}%.",
        upper=upper,
        lower=lower,
        share=(HUNDRED * upper / lower).quantize(_CENT),
    )


def _numerator(facts: Facts, whole: Observation, o: Observation, denominator: Decimal) -> Decimal:
    """What a part's share makes of its denominator; the whole's own numerator where it is it."""
    upper, lower = made_of(facts, whole)
    if upper is not None and (lower, whole.best) == (denominator, o.best):
        return upper
    return (denominator * (o.best or 0) / HUNDRED).quantize(Decimal(1))


@Rule(
    "more-than-there-is",
    "error",
    title=written("More of a part than there is of the whole"),
    explanation=written(
        "There cannot be more dossiers online than dossiers received, not even in the "
        "part that the source leaves out and only subtraction gives."
    ),
    fault=written("{upper}: {n}, more than {lower}: {d}."),
    ask=written("Please give the number received and the number online for {what} alone."),
    holds=written("{upper}: {n} ≤ {lower}: {d}."),
    broken=_BROKEN,
    mended=_MENDED,
)
def more_than_there_is(facts: Facts) -> Noticed:
    """No part is greater than what it is part of, stated or by subtraction."""
    for indicator in facts.report.catalogue.indicators.values():
        if len(indicator.share_of) != 2:
            continue
        upper_id, lower_id = indicator.share_of
        for scope in facts.report.catalogue.scopes:
            upper, lower = facts.levels.get((upper_id, scope)), facts.levels.get((lower_id, scope))
            if upper is not None and lower is not None and upper.best and lower.best:
                yield _stated(facts, upper, lower)
                yield from _remainder(facts, upper, lower)


def _stated(facts: Facts, upper: Observation, lower: Observation) -> Checked:
    n, d = upper.best or Decimal(0), lower.best or Decimal(0)
    above, below = label(facts.report, upper), label(facts.report, lower)
    return Checked(upper, n <= d, n, d, what=below, upper=above, lower=below, n=n, d=d)


def _remainder(facts: Facts, upper: Observation, lower: Observation) -> Noticed:
    """The one part that is left out, by subtraction."""
    children = facts.children(upper.scope)
    uppers = {id: facts.levels.get((upper.indicator, id)) for id in children}
    lowers = {id: facts.levels.get((lower.indicator, id)) for id in children}
    left_out = [id for id, o in uppers.items() if o is None]
    if len(children) < 2 or len(left_out) != 1:
        return
    scope = left_out[0]
    n, d = upper.best or Decimal(0), lower.best or Decimal(0)
    shown = [f"{upper.scope} {plain(n)}/{plain(d)}"]
    for id in children:
        above, below = uppers[id], lowers[id]
        if id == scope:
            continue
        if above is None or below is None or above.best is None or below.best is None:
            return
        n, d = n - above.best, d - below.best
        shown.append(f"{above.scope} {plain(above.best)}/{plain(below.best)}")
    yield Checked(
        lowers[scope] or upper,
        0 <= n <= d,
        *shown,
        held=written("The whole less the other scopes: {upper} {n} ≤ {lower} {d}."),
        fault=written(
            "If the whole less the other scopes is what remains, {lower} is {d} and {upper} "
            "is {n}, which cannot be."
        ),
        upper=label_of(facts.report, upper.indicator, scope),
        lower=label_of(facts.report, lower.indicator, scope),
        n=n,
        d=d,
    )
