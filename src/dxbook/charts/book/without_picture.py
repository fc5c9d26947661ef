"""Charts that a sentence and a table tell: shares up to a hundred, a rank, counts of units."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from ...model import Reference, Report
from ...parts import LABELS
from ...wording import capitalised, listed, named, points, quantity, rank_moved, shares_at_full
from ...words import written
from ..drawing import Drawing, drawing, drawn
from ..values import HUNDRED, INDICATOR, RATIO, SCOPE, VALUE, WHOLE_SCOPE, Seen, Value, marks_notes

STATIONS, LEVELS = "ict_loudspeakers", "security_levels_units"


@drawn
def to_full(seen: Seen) -> Drawing:
    """How far is each share of the page's pillar from 100%?"""
    found = [v for v in seen.values(seen.pillar) if v.is_share]
    reported = sorted((v for v in found if v.best is not None), key=lambda v: v.best or 0)
    name = seen.name_of(seen.pillar, written("all pillars"))
    title = seen.say(seen.none_reported(name))
    if reported:
        full, furthest = sum((v.best or 0) >= HUNDRED for v in reported), reported[0]
        title = shares_at_full(full, len(reported), furthest.name, furthest.words, seen.lang)
    subtitle = written(
        "{name}: shares that are better when higher, distance from 100%, {year}",
        name=name,
        year=seen.year,
    )
    members = [*reported, *(v for v in found if v.best is None)]
    return drawing(
        seen,
        title,
        subtitle,
        [f"{v.name}: {v.words}" for v in members],
        (INDICATOR, SCOPE, VALUE, (written("Left to 100%"), _left)),
        members,
        notes=marks_notes(found, drawn=False),
    )


def _left(value: Value) -> str:
    if value.best is None:
        return "–"
    return points(max(HUNDRED - value.best, Decimal(0)), value.seen.lang)


def ranks(report: Report) -> list[Reference]:
    """The ranks up to the edition's year, oldest first."""
    found = [r for r in report.references() if report.unit(r.unit).kind == "rank"]
    return sorted((r for r in found if int(_year(r)) <= report.year), key=_year)


def _year(reference: Reference) -> str:
    return reference.period[:4]


@drawn
def dti_rank(seen: Seen) -> Drawing:
    """How does the province rank in the national index? A lower number is better."""
    found, lang = ranks(seen.report), seen.lang
    said = {r.id: quantity(r.value, seen.report.unit(r.unit), lang) for r in found}
    better = subtitle = seen.say(written("a lower rank is better"))
    no_rank = written("There is no rank of the province up to {year}", year=seen.year)
    title = seen.say(no_rank)
    if found:
        last = found[-1]
        name, place, now = last.name[lang], last.place[lang], said[last.id]
        title, subtitle = f"{place}: {now}, {_year(last)}", f"{name}; {better}"
    if len(found) > 1:
        change = int(last.value - found[-2].value)
        title = rank_moved(name, place, said[found[-2].id], now, change, lang)
    return drawing(
        seen,
        title,
        subtitle,
        [f"{_year(r)}: {said[r.id]}" for r in found],
        (
            (written("Year"), _year),
            (LABELS["value"], lambda rank: said[rank.id]),
            (LABELS["source"], _source),
        ),
        found,
        notes=[found[-1].note] if found else [],
        after=better.capitalize() if found else "",
        source=_sources(found),
    )


def _source(reference: Reference) -> Markup:
    return Markup('<a href="{}" rel="noopener">{}</a>').format(
        reference.url, reference.source_title
    )


def _sources(found: list[Reference]) -> Markup:
    """Every source once; one whose title names another stands for both."""
    titles = [r.source_title for r in found]
    kept = [
        r
        for n, r in enumerate(found)
        if not any(r.source_title in title for title in titles[n + 1 :])
    ]
    return Markup("; ").join(_source(r) for r in kept)


@drawn
def loudspeaker_stations(seen: Seen) -> Drawing:
    """How many commune loudspeaker stations are ICT-based?"""
    value = seen.value(STATIONS)
    name, o = value.indicator_name, value.observation
    said = f"{name}: {value.words}"
    title = said if value.best is not None else seen.none_reported(name)
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
        title,
        f"{name}, {value.short}, {seen.year}",
        [said],
        ((LABELS["indicator"], lambda value: value.indicator_name), VALUE, RATIO),
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
