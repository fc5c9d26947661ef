"""Shares of parts against the share of the whole, and what is left for the part not stated."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..model import Observation, Text
from ..words import NO_TEXT, written
from .examples import Example, Says
from .facts import Facts
from .registry import Fault, Held, Noticed, rule
from .sentences import Parts, evidence, label, label_of, plain, sentence
from .shares import HUNDRED, half_step, made_of
from .sums import plain_of

_CENT = Decimal("0.01")
_EXAMPLE_ROWS = (
    Says("received", "1000", quote="1.000 hồ sơ"),
    Says("online", "900", quote="900 trực tuyến"),
    Says("online_share", "90", numerator="900", denominator="1000", quote="đạt 90%"),
    Says("received", "1000", "centre", quote="Trung tâm 1.000"),
    Says("received", "300", "districts", quote="huyện 300"),
    Says("online", "150", "districts", quote="150 trực tuyến, 50%"),
    Says("online_share", "50", "districts", quote="150 trực tuyến, 50%"),
    Says("received", "400", "communes", quote="xã 400"),
    Says("online", "100", "communes", quote="100 trực tuyến, 25%"),
    Says("online_share", "25", "communes", quote="100 trực tuyến, 25%"),
)
_EXAMPLE_TEXT = (
    "1.000 hồ sơ, 900 trực tuyến, đạt 90%; Trung tâm 1.000; huyện 300, 150 trực tuyến, 50%; "
    "xã 400, 100 trực tuyến, 25%"
)


@dataclass(frozen=True)
class Split:
    """The share of a whole and the stated shares of the parts of its scope.

    Args:
        complete: whether every part of the scope has its share stated.
    """

    whole: Observation
    parts: tuple[Observation, ...]
    complete: bool


def splits(facts: Facts) -> list[Split]:
    """Every share that is stated for a scope and for parts of it."""
    found = []
    for whole, _ in facts.shares():
        children = facts.children(whole.scope)
        shares = [facts.levels.get((whole.indicator, id)) for id in children]
        parts = tuple(o for o in shares if o is not None)
        if parts:
            found.append(Split(whole, parts, len(parts) == len(children) > 1))
    return found


def _resting_on(facts: Facts, split: Split) -> str:
    shown = []
    for o in (split.whole, *split.parts):
        numerator, denominator = made_of(facts, o)
        made = "/".join("?" if v is None else plain(v) for v in (numerator, denominator))
        shown.append(f"{o.scope} {made} {plain_of(o)}")
    return evidence(*shown)


def _known(facts: Facts, split: Split) -> list[tuple[Decimal, Decimal]]:
    """Numerator and denominator of every part that states both."""
    known = []
    for o in split.parts:
        numerator, denominator = made_of(facts, o)
        if numerator is not None and denominator is not None:
            known.append((numerator, denominator))
    return known


@rule(
    "shares-average",
    "error",
    written("Shares of parts that cannot average to the whole’s"),
    written(
        "The whole’s share is the weighted average of its parts’: it lies between the "
        "lowest and the highest, and not above what the rest could give at 100%."
    ),
    Example(_EXAMPLE_TEXT, _EXAMPLE_ROWS),
)
def shares_average(facts: Facts) -> Noticed:
    """The shares of parts can average to the whole's."""
    for split in splits(facts):
        value = split.whole.best or Decimal(0)
        low, high, why = _reach(facts, split)
        step = half_step(value)
        words: Parts = {
            "what": label(facts.report, split.whole),
            "value": value,
            "low": low,
            "high": high,
        }
        if low - step - _CENT <= value <= high + step + _CENT:
            message = sentence(
                "{what}: {value}% lies within the {low}–{high}% that the parts allow.", **words
            )
            yield Held(split.whole.key, message)
            continue
        message = sentence(
            "{what}: {value}%, but the parts allow only {low}% to {high}%.{why}", **words, why=why
        )
        question = sentence(
            "Please give the numerator and denominator of each part behind {what}.",
            what=label(facts.report, split.whole),
        )
        yield Fault(split.whole, _resting_on(facts, split), message, question)


def _reach(facts: Facts, split: Split) -> tuple[Decimal, Decimal, Text]:
    """The least and greatest share that the parts allow, and what else may be said."""
    shares = [o.best for o in split.parts if o.best is not None]
    low, high = (min(shares), max(shares)) if split.complete else (Decimal(0), HUNDRED)
    total = made_of(facts, split.whole)[1]
    known = _known(facts, split)
    why = NO_TEXT
    if total and known and sum(d for _, d in known) <= total:
        counted = sum((n for n, _ in known), Decimal(0))
        rest = total - sum((d for _, d in known), Decimal(0))
        low = max(low, (HUNDRED * counted / total).quantize(_CENT))
        high = min(high, (HUNDRED * (counted + rest) / total).quantize(_CENT))
        why = _as_separate_counts(facts, split)
    return low, high, why


def _as_separate_counts(facts: Facts, split: Split) -> Text:
    """What the parts give when each is a count of its own and not a part of the stated total."""
    upper = lower = Decimal(0)
    for o in split.parts:
        denominator = made_of(facts, o)[1]
        if denominator is None or o.best is None:
            return NO_TEXT
        numerator = made_of(facts, o)[0] or _numerator(facts, split.whole, o, denominator)
        upper, lower = upper + numerator, lower + denominator
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


@rule(
    "more-than-there-is",
    "error",
    written("More of a part than there is of the whole"),
    written(
        "There cannot be more dossiers online than dossiers received, not even in the "
        "part that the source leaves out and only subtraction gives."
    ),
    Example(_EXAMPLE_TEXT, _EXAMPLE_ROWS),
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


def _stated(facts: Facts, upper: Observation, lower: Observation) -> Fault | Held:
    words: Parts = {"upper": label(facts.report, upper), "lower": label(facts.report, lower)}
    n, d = upper.best or Decimal(0), lower.best or Decimal(0)
    if n <= d:
        message = sentence("{upper}: {n} ≤ {lower}: {d}.", **words, n=n, d=d)
        return Held(upper.key, message)
    message = sentence("{upper}: {n}, more than {lower}: {d}.", **words, n=n, d=d)
    return Fault(upper, evidence(n, d), message, _ask(facts, lower))


def _ask(facts: Facts, o: Observation) -> Text:
    return sentence(
        "Please give the number received and the number online for {what} alone.",
        what=label(facts.report, o),
    )


def _remainder(facts: Facts, upper: Observation, lower: Observation) -> Noticed:
    """The one part that is left out, by subtraction."""
    children = facts.children(upper.scope)
    uppers = {id: facts.levels.get((upper.indicator, id)) for id in children}
    lowers = {id: facts.levels.get((lower.indicator, id)) for id in children}
    left_out = [id for id, o in uppers.items() if o is None]
    if len(children) < 2 or len(left_out) != 1:
        return
    scope = left_out[0]
    others = [id for id in children if id != scope]
    taken = [(uppers[id], lowers[id]) for id in others]
    n, d = upper.best or Decimal(0), lower.best or Decimal(0)
    shown = [f"{upper.scope} {plain(n)}/{plain(d)}"]
    for above, below in taken:
        if above is None or below is None or above.best is None or below.best is None:
            return
        n, d = n - above.best, d - below.best
        shown.append(f"{above.scope} {plain(above.best)}/{plain(below.best)}")
    words: Parts = {
        "upper": label_of(facts.report, upper.indicator, scope),
        "lower": label_of(facts.report, lower.indicator, scope),
        "n": n,
        "d": d,
    }
    at = lowers[scope] or upper
    if 0 <= n <= d:
        message = sentence("The whole less the other scopes: {upper} {n} ≤ {lower} {d}.", **words)
        yield Held(at.key, message)
        return
    message = sentence(
        "If the whole less the other scopes is what remains, {lower} is {d} and {upper} "
        "is {n}, which cannot be.",
        **words,
    )
    yield Fault(at, evidence(*shown), message, _ask(facts, at))
