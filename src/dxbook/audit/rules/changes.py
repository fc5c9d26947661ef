"""Changes: against both years, and in which unit."""

from __future__ import annotations

import re
from decimal import Decimal

from ...model import Observation, Text
from ...words import NO_TEXT, written
from ..examples import Example, Says
from ..facts import Facts
from ..registry import Checked, Noticed, Rule
from ..sentences import places, sentence

HUNDRED = Decimal(100)
_POINTS = re.compile(r"điểm\s+(phần trăm|%)|đpt", re.IGNORECASE)


def step_of(*values: Decimal) -> Decimal:
    """One unit in the last place of the coarsest of several values.

    >>> step_of(Decimal("88.48"), Decimal("0.4"))
    Decimal('0.1')
    """
    return Decimal(1).scaleb(-min(places(v) for v in values))


def slack(*values: Decimal) -> Decimal:
    """How far a difference of rounded percentages may be off by rounding alone.

    Only from two decimals on: with fewer, sources subtract the rounded numbers.
    """
    step = step_of(*values)
    return step if step <= Decimal("0.01") else Decimal(0)


def relative(level: Decimal, before: Decimal, like: Decimal) -> Decimal:
    """The change in per cent, with as many decimals as another value.

    >>> relative(Decimal(110), Decimal(80), Decimal("37.5"))
    Decimal('37.5')
    """
    return (HUNDRED * (level - before) / before).quantize(Decimal(1).scaleb(-places(like)))


def per_cent_of_count(facts: Facts, change: Observation) -> bool:
    """Whether a change is per cent of last year's count, not a difference."""
    counted = facts.report.catalogue.units[facts.indicator(change).unit].kind == "count"
    return counted and facts.unit(change).kind == "percent"


def _before(facts: Facts, o: Observation) -> Observation | None:
    """Last year's level, where it was not derived from the change itself."""
    before = facts.previous.get((o.indicator, o.scope))
    return None if before is None or before.status == "derived" else before


def _received(before: str) -> Example:
    """837 dossiers, 265 more than a year before, and what that year's table has."""
    return Example(
        "837 hồ sơ, tăng 265 hồ sơ",
        Says("received", "837", quote="837 hồ sơ"),
        Says("received", "265", measure="change", quote="tăng 265 hồ sơ"),
        Says("received", before, year=2021),
    )


@Rule(
    "change-and-levels",
    "error",
    title=written("Change that is not the difference of two years"),
    explanation=written(
        "A change equals this year’s value less last year’s; between two percentages it "
        "is in percentage points."
    ),
    fault=written(
        "{what}: a change of {change} is reported, but {level} against {before} in "
        "{year} is {expected}."
    ),
    ask=written("Please give {what} for {year} and how the change was computed."),
    holds=written("{what}: {level} against {before} in {year}, a change of {change}, holds."),
    broken=_received("527"),
    mended=_received("572"),
)
def change_and_levels(facts: Facts) -> Noticed:
    """A change is the difference of the two years' levels."""
    for place, o in facts.changes.items():
        level, before = facts.levels.get(place), _before(facts, o)
        if level is None or before is None or level.qualifier or before.qualifier:
            continue
        now, then, change = level.best, before.best, o.best
        if now is None or then is None or change is None or facts.unit(o).kind == "unstated":
            continue
        expected = now - then
        if per_cent_of_count(facts, o):
            if not then:
                continue
            expected = relative(now, then, change)
        tolerance = slack(now, then, change) if facts.unit(level).kind != "count" else Decimal(0)
        yield Checked(
            o,
            abs(expected - change) <= tolerance,
            *(change, now, then),
            of=(o, level, before),
            level=now,
            before=then,
            year=facts.year - 1,
            change=change,
            expected=expected,
        )


@Rule(
    "change-without-unit",
    "warning",
    title=written("Change without a unit"),
    explanation=written("“Up 70.9” without per cent, points, times or a count cannot be used."),
    fault=written("{what}: the source gives a change of {value} without a unit.{known}"),
    ask=written("{what}: is the change of {value} per cent, percentage points or times?"),
    broken=Example("tăng 70,9", Says("received", "70.9", measure="change", unit="unstated")),
    mended=Example("tăng 70,9%", Says("received", "70.9", measure="change", unit="percent")),
)
def change_without_unit(facts: Facts) -> Noticed:
    """Every change has a unit."""
    for place, o in facts.changes.items():
        if facts.unit(o).kind != "unstated" or o.value is None:
            continue
        before = facts.previous.get(place)
        level = facts.levels.get(place)
        known = NO_TEXT
        if before and level and before.best and level.best is not None:
            known = sentence(
                " Against last year it is {difference}, that is {percent}%.",
                difference=level.best - before.best,
                percent=relative(level.best, before.best, o.value),
            )
        yield Checked(o, False, o.value, column="unit", value=o.value, known=known)


def _up_by_five(*last_year: Says) -> Example:
    """A share of 60% that is "up 5%", with last year's where it is known."""
    return Example(
        "đạt 60%, tăng 5%",
        Says("online_share", "60", quote="đạt 60%"),
        Says("online_share", "5", measure="change", unit="percentage-points", quote="tăng 5%"),
        *last_year,
    )


@Rule(
    "percent-or-points",
    "note",
    title=written("“Up … %” between two percentages"),
    explanation=written(
        "Two percentages differ by percentage points; “up 5%” may mean 5 points or 5% of "
        "the old value. With last year’s value it can be checked."
    ),
    fault=written(
        "{what}: the source writes a change of {change}%. In percentage points the "
        "year before is {points}%, in per cent it is {percent}%.{only}"
    ),
    ask=written(
        "{what}: is {change}% percentage points or per cent? What was the share in {year}?"
    ),
    holds=written("{what}: {change}% is percentage points, as last year’s value shows."),
    broken=_up_by_five(),
    mended=_up_by_five(Says("online_share", "55", year=2021)),
)
def percent_or_points(facts: Facts) -> Noticed:
    """A change between percentages says points, or last year's value shows that it is."""
    for place, o in facts.changes.items():
        level, before = facts.levels.get(place), _before(facts, o)
        kind = facts.report.catalogue.units[facts.indicator(o).unit].kind
        if kind != "percent" or o.best is None or facts.unit(o).kind == "unstated":
            continue
        percents = [t for t in facts.stating(o) if t.kind == "percent"]
        text = facts.text_of(o)
        if not percents or any(_POINTS.match(text[t.end - 1 :].lstrip("% ")) for t in percents):
            continue
        if level is None or level.best is None:
            continue
        if before is not None and before.best:
            off = abs(level.best - before.best - o.best)
            if off <= slack(level.best, before.best, o.best):
                yield Checked(o, True, of=(o, level, before), change=o.best)
                continue
            if relative(level.best, before.best, o.best) != o.best:
                continue  # what fits neither is for change-and-levels to say
        as_percent = level.best * HUNDRED / (HUNDRED + o.best)
        yield Checked(
            o,
            False,
            *(o.best, level.best),
            column="unit",
            change=o.best,
            points=level.best - o.best,
            percent=as_percent.quantize(Decimal("0.0001")),
            only=_only_points(level.best, o.best),
            year=facts.year - 1,
        )


def _only_points(level: Decimal, change: Decimal) -> Text:
    """Say so where no value of last year, as precise as this year's, makes the change per cent."""
    step = Decimal(1).scaleb(-places(level))
    guess = (level * HUNDRED / (HUNDRED + change)).quantize(step)
    if any(p and relative(level, p, change) == change for p in (guess - step, guess, guess + step)):
        return NO_TEXT
    return sentence(
        " No value of the year before with as many decimals makes {change} per cent; "
        "only percentage points fit.",
        change=change,
    )
