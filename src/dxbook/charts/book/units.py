"""Counts of units out of a total: loudspeaker stations, approved security levels."""

from __future__ import annotations

from decimal import Decimal

from ...parts.figures import made_of
from ...parts.labels import LABELS
from ...wording.findings import listed, named
from ...wording.phrases import capitalised
from ...words import written
from ..drawing import Drawing, drawing, drawn
from ..values import VALUE, WHOLE_SCOPE, Seen, Value, Words, marks_notes

STATIONS, LEVELS = "ict_loudspeakers", "security_levels_units"


@drawn
def loudspeaker_stations(seen: Seen) -> Drawing:
    """How many commune loudspeaker stations are ICT-based?"""
    value = seen.value(STATIONS)
    name, o = value.indicator_name, value.observation
    said = f"{name}: {value.words}"
    title: Words = said if value.best is not None else seen.none_reported(name)
    have, total = (o.numerator, o.denominator) if o else (None, None)
    if have is not None and total is not None and have <= total:
        counted, left = seen.number(have), seen.number(total - have)
        title = written(
            "{have} of {total}: {what}; {left} not yet",
            have=counted,
            total=seen.number(total),
            what=named(name, seen.lang),
            left=left,
        )
        has = written("{have} stations ({said})", have=counted, said=value.words)
        said = f"{seen.say(has)}; {seen.say(written('{number} not yet', number=left))}"
    return drawing(
        seen,
        "loudspeaker_stations",
        title,
        f"{name}, {value.short}, {seen.year}",
        [said],
        (
            (LABELS["indicator"], lambda value: value.indicator_name),
            VALUE,
            (written("Made of"), lambda _: made_of(seen.report, o, seen.lang) if o else ""),
        ),
        [value],
        notes=marks_notes([value], drawn=False),
    )


@drawn
def security_levels(seen: Seen) -> Drawing:
    """Who has approved security levels? Units by level, out of the total where it is known."""
    indicator = seen.report.indicator(LEVELS)
    name = seen.say(indicator.name)
    values = [seen.value(indicator, scope) for scope in indicator.scopes]
    known = [v for v in values if v.best is not None]
    title = seen.say(seen.none_reported(name))
    said = [title]
    if known:
        title = f"{named(name, seen.lang)}: {listed([_counted(v) for v in known], seen.lang)}"
        said = [_out_of(v) for v in known]
    silent = [f"{v.short}: {v.words}" for v in values if v.best is None]
    return drawing(
        seen,
        "security_levels",
        title,
        f"{name}, {seen.year}",
        [*said, *silent],
        (WHOLE_SCOPE, VALUE, (written("Total"), _total)),
        values,
        notes=[*(f"{capitalised(s)}." for s in silent), *marks_notes(values, drawn=False)],
    )


def _known_total(value: Value) -> int | None:
    """How many units the scope has, where known and not less than what is counted."""
    places = value.scope.places
    return places if places is not None and places >= (value.best or 0) else None


def _counted(value: Value) -> str:
    total = _known_total(value)
    of = written(" (total not stated)") if total is None else written(" of {total}", total=total)
    return f"{value.short} {value.seen.number(value.best)}{value.seen.say(of)}"


def _total(value: Value) -> str:
    total = _known_total(value)
    if total is None:
        return value.seen.say(LABELS["not_stated"])
    return value.seen.number(Decimal(total))


def _out_of(value: Value) -> str:
    """How many units of a scope, out of how many, where that is known."""
    count, total = int(value.best or 0), _known_total(value)
    said = written("{count}; the report does not say out of how many", count=count)
    if total is not None:
        said = written("{count} of {total}", count=count, total=total)
    return f"{capitalised(value.seen.say(value.scope.name))}: {value.seen.say(said)}"
