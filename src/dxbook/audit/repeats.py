"""The same thing said twice, and two things said to be the same."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from ..model import Observation, Text
from ..words import NO_TEXT, written
from .examples import Example, Says
from .facts import Facts
from .registry import Fault, Held, Noticed, rule
from .sentences import Parts, amount, evidence, label, places, plain, sentence
from .shares import HUNDRED, made_of


@rule(
    "stated-twice",
    "error",
    written("Two statements of one thing that differ"),
    written("A share’s numerator and denominator are the values that they repeat, of the "
"same year and scope; an indicator has one value for a scope."),
    Example(
        "Tiếp nhận 1.200 hồ sơ; 600/1.000 trực tuyến (60%)",
        (
            Says("received", "1200", quote="1.200 hồ sơ"),
            Says(
                "online_share", "60", numerator="600", denominator="1000",
                quote="600/1.000 trực tuyến (60%)",
            ),
        ),
    ),
)  # fmt: skip
def stated_twice(facts: Facts) -> Noticed:
    """What is stated twice is the same both times."""
    for o, _ in facts.shares():
        share_of = facts.indicator(o).share_of
        if len(share_of) != 2:
            continue
        for column, id, part in (
            ("numerator", share_of[0], o.numerator),
            ("denominator", share_of[1], o.denominator),
        ):
            level = facts.levels.get((id, o.scope))
            if part is not None and level is not None and level.best is not None:
                yield _compare(facts, o, column, part, level)
    seen: dict[str, Observation] = {}
    for o in facts.observations:
        first = seen.setdefault(o.key, o)
        if first is not o and first.value != o.value:
            message = sentence(
                "{what}: two rows of the table have two values, {a} and {b}.",
                what=label(facts.report, o),
                a="–" if first.value is None else first.value,
                b="–" if o.value is None else o.value,
            )
            yield Fault(o, evidence(first.value, o.value), message, _which(facts, o))


def _compare(
    facts: Facts, o: Observation, column: str, part: Decimal, level: Observation
) -> Fault | Held:
    words: Parts = {
        "what": label(facts.report, o),
        "part": part,
        "other": label(facts.report, level),
        "value": level.best or Decimal(0),
    }
    if part == level.best:
        message = sentence("{what} uses {part}, which is {other}.", **words)
        return Held(f"{o.key}.{column}", message, (level,))
    before = facts.previous.get((level.indicator, level.scope))
    stale = before is not None and before.best == part
    message = sentence(
        "{what} uses {part}, but {other} is {value}.{stale}",
        **words,
        stale=sentence(" {part} is the value of {year}.", part=part, year=facts.year - 1)
        if stale
        else NO_TEXT,
    )
    resting = evidence(part, level.best)
    return Fault(o, resting, message, _which(facts, level), column, f"{o.key}.{column}")


def _which(facts: Facts, o: Observation) -> Text:
    return sentence("Which is the right number for {what}?", what=label(facts.report, o))


@rule(
    "same-value-twice",
    "warning",
    written("Two scopes with one number"),
    written(
        "Two scopes hardly ever have exactly the same odd number: it is usually a copy, "
        "or the province’s number given for one place."
    ),
    Example(
        "toàn tỉnh 1.234 hồ sơ; Trung tâm 1.234 hồ sơ",
        (
            Says("received", "1234", quote="toàn tỉnh 1.234 hồ sơ"),
            Says("received", "1234", "centre", quote="Trung tâm 1.234 hồ sơ"),
        ),
    ),
)
def same_value_twice(facts: Facts) -> Noticed:
    """Two scopes of an indicator do not share an odd number."""
    by_indicator: dict[str, list[Observation]] = {}
    for o in facts.levels.values():
        by_indicator.setdefault(o.indicator, []).append(o)
    for observations in by_indicator.values():
        for first, second in combinations(observations, 2):
            value = first.value
            if value is None or value != second.value or not _telling(facts, first, second, value):
                continue
            message = sentence(
                "{a} and {b} have the same number: {value}.",
                a=label(facts.report, first),
                b=label(facts.report, second),
                value=amount(value, facts.unit(first)),
            )
            question = sentence(
                "Is {value} the number for {a} or for {b}?",
                a=label(facts.report, first),
                b=label(facts.report, second),
                value=amount(value, facts.unit(first)),
            )
            resting = evidence(f"{first.scope} {plain(value)}", f"{second.scope} {plain(value)}")
            yield Fault(second, resting, message, question)


def _telling(facts: Facts, first: Observation, second: Observation, value: Decimal) -> bool:
    """Whether two scopes would hardly have the value both by chance."""
    kind = facts.unit(first).kind
    if kind == "percent":
        if value in (0, HUNDRED):
            return False
        if all(_computed(facts, o) for o in (first, second)):
            return False
        return places(value) > 0 or value % 5 != 0
    if kind != "count":
        return False
    if value >= 100 or (value > 20 and value % 10 != 0):
        return True
    sizes = [facts.scope(o).places for o in (first, second)]
    return value >= 10 and sizes[0] != sizes[1] and value in sizes


def _computed(facts: Facts, o: Observation) -> bool:
    numerator, denominator = made_of(facts, o)
    if numerator is None or not denominator or o.best is None:
        return False
    return round(HUNDRED * numerator / denominator, places(o.best)) == o.best
