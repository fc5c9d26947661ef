"""The same thing said twice, and two things said to be the same."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from ...model import Observation
from ...words import NO_TEXT, written
from ..examples import Example, Says
from ..facts import Facts
from ..registry import Checked, Noticed, Rule
from ..sentences import amount, label, places, plain, sentence
from .shares import HUNDRED, made_of


def _received(total: str, number: str) -> Example:
    """Dossiers received, and a share of a thousand of them."""
    share = "600/1.000 trực tuyến (60%)"
    return Example(
        f"Tiếp nhận {total} hồ sơ; {share}",
        Says("received", number, quote=f"{total} hồ sơ"),
        Says("online_share", "60", numerator="600", denominator="1000", quote=share),
    )


@Rule(
    "stated-twice",
    "error",
    title=written("Two statements of one thing that differ"),
    explanation=written(
        "A share’s numerator and denominator are the values that they repeat, of the "
        "same year and scope; an indicator has one value for a scope."
    ),
    fault=written("{what} uses {part}, but {other} is {value}.{stale}"),
    ask=written("Which is the right number for {other}?"),
    holds=written("{what} uses {part}, which is {other}."),
    broken=_received("1.200", "1200"),
    mended=_received("1.000", "1000"),
)
def stated_twice(facts: Facts) -> Noticed:
    """What is stated twice is the same both times."""
    for o, _ in facts.shares:
        parts = (("numerator", o.numerator), ("denominator", o.denominator))
        for (column, part), id in zip(parts, facts.indicator(o).share_of, strict=False):
            level = facts.levels.get((id, o.scope))
            if part is not None and level is not None and level.best is not None:
                yield _compared(facts, o, column, part, level)
    differ = written("{what}: two rows of the table have two values, {a} and {b}.")
    seen: dict[str, Observation] = {}
    for o in facts.observations:
        first = seen.setdefault(o.key, o)
        if first.value != o.value:
            a, b = ("–" if v is None else v for v in (first.value, o.value))
            other = label(facts.report, o)
            yield Checked(o, False, first.value, o.value, fault=differ, a=a, b=b, other=other)


def _compared(
    facts: Facts, o: Observation, column: str, part: Decimal, level: Observation
) -> Checked:
    before, stale = facts.previous.get((level.indicator, level.scope)), NO_TEXT
    if before is not None and before.best == part:
        stale = sentence(" {part} is the value of {year}.", part=part, year=facts.year - 1)
    return Checked(
        o,
        part == level.best,
        *(part, level.best),
        column=column,
        subject=f"{o.key}.{column}",
        of=(level,),
        part=part,
        other=label(facts.report, level),
        value=level.best,
        stale=stale,
    )


def _at_the_centre(number: str) -> Example:
    """Dossiers of the province, and those of the Centre as they are said to be."""
    return Example(
        f"toàn tỉnh 1.234 hồ sơ; Trung tâm {number} hồ sơ",
        Says("received", "1234", quote="toàn tỉnh 1.234 hồ sơ"),
        Says("received", number.replace(".", ""), "centre", quote=f"Trung tâm {number} hồ sơ"),
    )


@Rule(
    "same-value-twice",
    "warning",
    title=written("Two scopes with one number"),
    explanation=written(
        "Two scopes hardly ever have exactly the same odd number: it is usually a copy, "
        "or the province’s number given for one place."
    ),
    fault=written("{a} and {b} have the same number: {value}."),
    ask=written("Is {value} the number for {a} or for {b}?"),
    broken=_at_the_centre("1.234"),
    mended=_at_the_centre("1.134"),
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
            yield Checked(
                second,
                False,
                *(f"{o.scope} {plain(value)}" for o in (first, second)),
                a=label(facts.report, first),
                b=label(facts.report, second),
                value=amount(value, facts.unit(first)),
            )


def _telling(facts: Facts, first: Observation, second: Observation, value: Decimal) -> bool:
    """Whether two scopes would hardly have the value both by chance."""
    kind = facts.unit(first).kind
    if kind == "percent":
        if value in (0, HUNDRED) or all(_computed(facts, o) for o in (first, second)):
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
