"""Values against earlier years: derived values, and moves out of line."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from ...model import Observation
from ...words import written
from ..examples import Example, Says
from ..facts import Facts
from ..registry import Checked, Noticed, Rule
from ..sentences import plain
from .changes import per_cent_of_count, relative

_SUM = re.compile(r"(?P<a>\d+(?:\.\d+)?)\s*(?P<sign>[-+−])\s*(?P<b>\d+(?:\.\d+)?)")

#: With one earlier year only, a percentage may move by so many points …
WIDE_POINTS = Decimal(40)
#: … and a count grow or shrink by so many times.
WIDE_TIMES = Decimal(4)
#: With more years, a step may be so many times the greatest one before.
STEP_TIMES = 3


def _received(derived: str, note: str) -> Example:
    """837 dossiers, 265 more than a year before, and what was derived for that year."""
    return Example(
        "837 hồ sơ, tăng 265 hồ sơ",
        Says("received", "837", quote="837 hồ sơ"),
        Says("received", "265", measure="change", quote="tăng 265 hồ sơ"),
        Says("received", derived, year=2021, status="derived", note=note),
    )


@Rule(
    "derived-value",
    "error",
    title=written("Derived value that is not its sum"),
    explanation=written(
        "A value of last year derived from this year’s report equals this year’s less the change."
    ),
    fault=written(
        "{what} in {year}: the table has {value}, but {level} and a change of "
        "{change} give {expected}."
    ),
    ask=written("Please give {what} for {year}."),
    holds=written("{what} in {year}: {level} and a change of {change} give {value}, holds."),
    broken=_received("1102", "837 + 265"),
    mended=_received("572", "837 - 265"),
)
def derived_value(facts: Facts) -> Noticed:
    """A derived value is the sum that its note and its inputs give."""
    before = facts.report.years.get(facts.year - 1)
    for o in before.observations if before else ():
        place = (o.indicator, o.scope)
        level, change = facts.levels.get(place), facts.changes.get(place)
        if o.status != "derived" or o.value is None or o.measure != "level":
            continue
        if level is None or change is None or level.best is None or change.best is None:
            continue
        expected = _derived(facts, level.best, change.best, change)
        yield Checked(
            o,
            o.value == expected and _noted(o.note) in (None, expected),
            *(o.value, level.best, change.best),
            subject=f"{o.key}.previous",
            of=(level, change),
            year=o.year,
            value=o.value,
            level=level.best,
            change=change.best,
            expected=expected,
        )


def _derived(facts: Facts, level: Decimal, moved: Decimal, change: Observation) -> Decimal:
    if per_cent_of_count(facts, change):
        return (level * 100 / (100 + moved)).quantize(Decimal(1))
    return level - moved


def _noted(note: str) -> Decimal | None:
    found = _SUM.match(note.strip())
    if not found:
        return None
    a, b = Decimal(found["a"]), Decimal(found["b"])
    return a + b if found["sign"] == "+" else a - b


@Rule(
    "out-of-line",
    "warning",
    title=written("Move out of line with earlier years"),
    explanation=written(
        "A percentage that moves by more than 40 points, or a count that grows or "
        "shrinks more than four times, needs an explanation; with more years known, so "
        "does a step more than three times the greatest before it."
    ),
    fault=written("{what}: {before} in {year}, now {last}{moved}: an unusual move."),
    ask=written("Why did {what} move so much from {year}?"),
    holds=written("{what}: {before} in {year}, now {last}: within the usual."),
    broken=Example(
        "Tiếp nhận 1.200 hồ sơ", Says("received", "1200"), Says("received", "98000", year=2021)
    ),
    mended=Example(
        "Tiếp nhận 98.200 hồ sơ", Says("received", "98200"), Says("received", "91000", year=2021)
    ),
)
def out_of_line(facts: Facts) -> Noticed:
    """A value has not moved more than its history makes likely."""
    for indicator, scope in facts.levels:
        series = _comparable(facts, facts.series(indicator, scope))
        values = [o.best for o in series if o.best is not None]
        if len(values) < 2 or series[-1].year != facts.year:
            continue
        o, last, before = series[-1], values[-1], values[-2]
        yield Checked(
            o,
            _likely(values, facts.unit(o).kind == "percent"),
            *values,
            before=before,
            year=series[-2].year,
            last=last,
            moved=f" ({plain(relative(last, before, Decimal(1)))}%)" if before else "",
        )


def _likely(values: list[Decimal], percent: bool) -> bool:
    last, before = values[-1], values[-2]
    step = abs(last - before)
    if percent:
        within = step <= WIDE_POINTS
        small = Decimal(5)
    else:
        low, high = sorted((abs(last), abs(before)))
        within = high <= max(low * WIDE_TIMES, Decimal(10))
        small = max(abs(before) / 5, Decimal(5))
    steps = [abs(b - a) for a, b in pairwise(values[:-1])]
    if len(steps) >= 2:
        return within and step <= max(STEP_TIMES * max(steps), small)
    return within


def _comparable(facts: Facts, series: list[Observation]) -> list[Observation]:
    """The last stretch of a series that no break divides."""
    divided, cut = facts.report.catalogue.break_between, 0
    for n, (before, after) in enumerate(pairwise(series), start=1):
        if divided(after.indicator, after.scope, before.year, after.year):
            cut = n
    return series[cut:]
