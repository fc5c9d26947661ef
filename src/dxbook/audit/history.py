"""Values against earlier years: derived values, and moves out of line."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from ..model import Observation
from ..words import written
from .changes import relative
from .examples import Example, Says
from .facts import Facts
from .registry import Fault, Held, Noticed, rule
from .sentences import Parts, evidence, label, plain, sentence

_SUM = re.compile(r"(?P<a>\d+(?:\.\d+)?)\s*(?P<sign>[-+−])\s*(?P<b>\d+(?:\.\d+)?)")

#: With one earlier year only, a percentage may move by so many points …
WIDE_POINTS = Decimal(40)
#: … and a count grow or shrink by so many times.
WIDE_TIMES = Decimal(4)
#: With more years, a step may be so many times the greatest one before.
STEP_TIMES = 3


@rule(
    "derived-value",
    "error",
    written("Derived value that is not its sum"),
    written(
        "A value of last year derived from this year’s report equals this year’s less the change."
    ),
    Example(
        "837 hồ sơ, tăng 265 hồ sơ",
        (
            Says("received", "837", quote="837 hồ sơ"),
            Says("received", "265", measure="change", quote="tăng 265 hồ sơ"),
            Says("received", "1102", year=2021, status="derived", note="837 + 265"),
        ),
    ),
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
        expected = _derived(facts, level.best, change)
        noted = _noted(o.note)
        words: Parts = {
            "what": label(facts.report, o), "year": o.year, "value": o.value,
            "expected": expected, "level": level.best, "change": change.best,
        }  # fmt: skip
        if o.value == expected and noted in (None, expected):
            message = sentence(
                "{what} in {year}: {level} and a change of {change} give {value}, holds.", **words
            )
            yield Held(f"{o.key}.previous", message, (level, change))
            continue
        message = sentence(
            "{what} in {year}: the table has {value}, but {level} and a change of "
            "{change} give {expected}.",
            **words,
        )
        question = sentence("Please give {what} for {year}.", what=words["what"], year=o.year)
        resting = evidence(o.value, level.best, change.best)
        yield Fault(o, resting, message, question, subject=f"{o.key}.previous")


def _derived(facts: Facts, level: Decimal, change: Observation) -> Decimal:
    moved = change.best or Decimal(0)
    counted = facts.report.catalogue.units[facts.indicator(change).unit].kind == "count"
    if counted and facts.unit(change).kind == "percent":
        return (level * 100 / (100 + moved)).quantize(Decimal(1))
    return level - moved


def _noted(note: str) -> Decimal | None:
    found = _SUM.match(note.strip())
    if not found:
        return None
    a, b = Decimal(found["a"]), Decimal(found["b"])
    return a + b if found["sign"] == "+" else a - b


@rule(
    "out-of-line",
    "warning",
    written("Move out of line with earlier years"),
    written(
        "A percentage that moves by more than 40 points, or a count that grows or "
        "shrinks more than four times, needs an explanation; with more years known, so "
        "does a step more than three times the greatest before it."
    ),
    Example(
        "Tiếp nhận 1.200 hồ sơ",
        (Says("received", "1200"), Says("received", "98000", year=2021)),
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
        likely = _likely(values, facts.unit(o).kind == "percent")
        words: Parts = {
            "what": label(facts.report, o), "last": last, "before": before,
            "year": series[-2].year,
        }  # fmt: skip
        if likely:
            message = sentence("{what}: {before} in {year}, now {last}: within the usual.", **words)
            yield Held(o.key, message)
            continue
        moved = f" ({plain(relative(last, before, Decimal(1)))}%)" if before else ""
        message = sentence(
            "{what}: {before} in {year}, now {last}{moved}: an unusual move.", **words, moved=moved
        )
        question = sentence(
            "Why did {what} move so much from {year}?", what=words["what"], year=words["year"]
        )
        yield Fault(o, evidence(*values), message, question)


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
    cut = 0
    for n in range(1, len(series)):
        before, after = series[n - 1], series[n]
        for found in facts.report.catalogue.breaks:
            when = int(found.date[:4])
            covers = found.indicator in ("*", after.indicator) and found.scope in ("*", after.scope)
            if covers and not found.comparable and before.year < when <= after.year:
                cut = n
    return series[cut:]
