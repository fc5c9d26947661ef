"""Changes: against both years, and in which unit."""

from __future__ import annotations

import re
from decimal import Decimal

from ..model import Observation, Text
from ..words import NO_TEXT, written
from .examples import Example, Says
from .facts import Facts
from .registry import Fault, Held, Noticed, rule
from .sentences import Parts, evidence, label, places, plain, sentence

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


def _before(facts: Facts, o: Observation) -> Observation | None:
    """Last year's level, where it was not derived from the change itself."""
    before = facts.previous.get((o.indicator, o.scope))
    return None if before is None or before.status == "derived" else before


@rule(
    "change-and-levels",
    "error",
    written("Change that is not the difference of two years"),
    written(
        "A change equals this year’s value less last year’s; between two percentages it "
        "is in percentage points."
    ),
    Example(
        "837 hồ sơ, tăng 265 hồ sơ",
        (
            Says("received", "837", quote="837 hồ sơ"),
            Says("received", "265", measure="change", quote="tăng 265 hồ sơ"),
            Says("received", "527", year=2021),
        ),
    ),
)
def change_and_levels(facts: Facts) -> Noticed:
    """A change is the difference of the two years' levels."""
    for place, o in facts.changes.items():
        level, before = facts.levels.get(place), _before(facts, o)
        if level is None or before is None or level.best is None or before.best is None:
            continue
        if (
            o.best is None
            or level.qualifier
            or before.qualifier
            or facts.unit(o).kind == "unstated"
        ):
            continue
        expected = _expected(facts, o, level.best, before.best)
        words: Parts = {
            "what": label(facts.report, o),
            "level": level.best,
            "before": before.best,
            "change": o.best,
            "year": facts.year - 1,
        }
        if expected is None:
            continue
        tolerance = Decimal(0)
        if facts.unit(level).kind != "count":
            tolerance = slack(level.best, before.best, o.best)
        if abs(expected - o.best) <= tolerance:
            message = sentence(
                "{what}: {level} against {before} in {year}, a change of {change}, holds.", **words
            )
            yield Held(o.key, message, (o, level, before))
            continue
        message = sentence(
            "{what}: a change of {change} is reported, but {level} against {before} in "
            "{year} is {expected}.",
            **words,
            expected=expected,
        )
        yield Fault(o, evidence(o.best, level.best, before.best), message, _ask(facts, o))


def _expected(facts: Facts, o: Observation, level: Decimal, before: Decimal) -> Decimal | None:
    """What the change should be in its own unit: a difference, or per cent of last year's."""
    counted = facts.report.catalogue.units[facts.indicator(o).unit].kind == "count"
    if counted and facts.unit(o).kind == "percent":
        return relative(level, before, o.best or level) if before else None
    return level - before


def _ask(facts: Facts, o: Observation) -> Text:
    return sentence(
        "Please give {what} for {year} and how the change was computed.",
        what=label(facts.report, o),
        year=facts.year - 1,
    )


@rule(
    "change-without-unit",
    "warning",
    written("Change without a unit"),
    written("“Up 70.9” without per cent, points, times or a count cannot be used."),
    Example("tăng 70,9", (Says("received", "70.9", measure="change", unit="unstated"),)),
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
        message = sentence(
            "{what}: the source gives a change of {value} without a unit.{known}",
            what=label(facts.report, o),
            value=o.value,
            known=known,
        )
        question = sentence(
            "{what}: is the change of {value} per cent, percentage points or times?",
            what=label(facts.report, o),
            value=o.value,
        )
        yield Fault(o, evidence(o.value), message, question, "unit")


@rule(
    "percent-or-points",
    "note",
    written("“Up … %” between two percentages"),
    written(
        "Two percentages differ by percentage points; “up 5%” may mean 5 points or 5% of "
        "the old value. With last year’s value it can be checked."
    ),
    Example(
        "đạt 60%, tăng 5%",
        (
            Says("online_share", "60", quote="đạt 60%"),
            Says("online_share", "5", measure="change", unit="percentage-points", quote="tăng 5%"),
        ),
    ),
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
        words: Parts = {"what": label(facts.report, o), "change": o.best}
        if level is None or level.best is None:
            continue
        if before is not None and before.best:
            points_fit = abs(level.best - before.best - o.best) <= slack(
                level.best, before.best, o.best
            )
            percent_fits = relative(level.best, before.best, o.best) == o.best
            if points_fit or not percent_fits:
                if points_fit:
                    message = sentence(
                        "{what}: {change}% is percentage points, as last year’s value shows.",
                        **words,
                    )
                    yield Held(o.key, message, (o, level, before))
                continue  # what fits neither is for change-and-levels to say
        as_points = level.best - o.best
        as_percent = (level.best * HUNDRED / (HUNDRED + o.best)).quantize(Decimal("0.0001"))
        message = sentence(
            "{what}: the source writes a change of {change}%. In percentage points the "
            "year before is {points}%, in per cent it is {percent}%.{only}",
            **words,
            points=as_points,
            percent=as_percent,
            only=_only_points(level.best, o.best),
        )
        question = sentence(
            "{what}: is {change}% percentage points or per cent? What was the share in {year}?",
            **words,
            year=facts.year - 1,
        )
        yield Fault(o, evidence(plain(o.best), level.best), message, question, "unit")


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
