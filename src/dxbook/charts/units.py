"""Counts of units out of a total: loudspeaker stations, approved security levels."""

from __future__ import annotations

from decimal import Decimal

from ..model import Lang, Observation, Report
from ..parts import palette
from ..parts.figures import made_of, shown
from ..parts.labels import label
from ..wording.findings import none_reported
from ..wording.findings_of_counts import how_many_have, some_of
from ..wording.numbers import number
from ..wording.phrases import capitalised
from ..words import written
from .bars import Bar, Part, bars_picture
from .canvas import Picture
from .drawing import Drawing, drawn
from .shares import marks_note
from .squares import MANY, Kind, Strip, squares_picture
from .values import Value, table_of, value_of

STATIONS, LEVELS = "ict_loudspeakers", "security_levels_units"


@drawn("loudspeaker_stations")
def loudspeaker_stations(report: Report, lang: Lang, page: str) -> Drawing:
    """How many commune loudspeaker stations are ICT-based? One square a station."""
    value = value_of(report, report.indicator(STATIONS))
    name = value.indicator.name[lang]
    ratio = _ratio(value.observation)
    title = none_reported(name, report.year, lang)
    said, has, lacks = f"{name}: {value.said(report, lang)}", "", ""
    if ratio is not None:
        have, total = ratio
        title = some_of(
            number(have, lang), number(total, lang), name, number(total - have, lang), lang
        )
        has = written(
            "{have} stations ({said})",
            have=lambda lang: number(have, lang),
            said=lambda lang: value.said(report, lang),
        )[lang]
        lacks = written("{number} not yet", number=lambda lang: number(total - have, lang))[lang]
        said = f"{has}; {lacks}"
    elif value.best is not None:
        title = said
    each = written("one square is one station")[lang]
    columns = (label("indicator", lang), label("value", lang), written("Made of")[lang])
    made = made_of(report, value.observation, lang) if value.observation else ""
    return Drawing(
        id="loudspeaker_stations",
        title=title,
        subtitle=f"{name}, {value.scope.short[lang]}, {report.year}; {each}",
        alternative=f"{title}. {said}.",
        table=table_of(
            "loudspeaker_stations",
            title,
            columns,
            [(name, shown(report, value.observation, lang), made)],
        ),
        draw=lambda width: _stations(ratio, has, lacks, title, width),
        note=marks_note([value], lang),
    )


def _ratio(o: Observation | None) -> tuple[Decimal, Decimal] | None:
    if o is None or o.numerator is None or o.denominator is None or o.denominator < o.numerator:
        return None
    return o.numerator, o.denominator


def _stations(
    ratio: tuple[Decimal, Decimal] | None, has: str, lacks: str, nothing: str, width: int
) -> Picture:
    if ratio is None:
        return squares_picture([], width, nothing=nothing)
    have, total = ratio
    if total > MANY:
        parts = (Part(have, has), Part(total - have, lacks, palette.PALE))
        return bars_picture([Bar("", parts, "")], width, nothing=nothing)
    kinds = (Kind(int(have)), Kind(int(total - have), palette.GREY, "hollow"))
    key = list(zip(kinds, (has, lacks), strict=True))
    return squares_picture([Strip("", kinds)], width, nothing=nothing, key=key)


@drawn("security_levels")
def security_levels(report: Report, lang: Lang, page: str) -> Drawing:
    """Who has approved security levels? Units by level, out of the total where it is known."""
    indicator = report.indicator(LEVELS)
    values = [value_of(report, indicator, s) for s in indicator.scopes]
    known = [v for v in values if v.best is not None]
    title = none_reported(indicator.name[lang], report.year, lang)
    if known:
        title = how_many_have([_counted(v, lang) for v in known], indicator.name[lang], lang)
    strips = [_level_strip(v, lang) for v in known]
    said = "; ".join(f"{s.name}: {s.under}" for s in strips) or title
    silent = [f"{v.scope.short[lang]}: {v.said(report, lang)}" for v in values if v.best is None]
    columns = (label("scope", lang), label("value", lang), written("Total")[lang])
    each = written("one square is one unit")[lang]
    return Drawing(
        id="security_levels",
        title=title,
        subtitle=f"{indicator.name[lang]}, {report.year}; {each}",
        alternative=f"{title}. {'; '.join([said, *silent])}.",
        table=table_of(
            "security_levels",
            title,
            columns,
            (
                (v.scope.name[lang], shown(report, v.observation, lang), _total(v, lang))
                for v in values
            ),
        ),
        draw=lambda width: squares_picture(strips, width, nothing=title, side=15),
        note=" ".join([*(f"{capitalised(s)}." for s in silent), marks_note(values, lang)]).strip(),
    )


def _counted(value: Value, lang: Lang) -> str:
    count = number(value.best or Decimal(0), lang)
    total = _known_total(value)
    of = written(" (total not stated)")[lang]
    if total is not None:
        of = written(" of {total}", total=total)[lang]
    return f"{value.scope.short[lang]} {count}{of}"


def _known_total(value: Value) -> int | None:
    """How many units the scope has, where known and not less than what is counted."""
    places = value.scope.places
    return places if places is not None and places >= (value.best or 0) else None


def _total(value: Value, lang: Lang) -> str:
    total = _known_total(value)
    return number(Decimal(total), lang) if total is not None else label("not_stated", lang)


def _level_strip(value: Value, lang: Lang) -> Strip:
    count, total = int(value.best or 0), _known_total(value)
    drawn_count = min(count, MANY)
    kinds = [Kind(drawn_count)]
    if total is not None:
        kinds.append(Kind(min(total, MANY) - drawn_count, palette.GREY, "hollow"))
        under = written("{count} of {total}", count=count, total=total)[lang]
    else:
        under = written("{count}; the report does not say out of how many", count=count)[lang]
    name = capitalised(value.scope.name[lang])
    return Strip(name, tuple(kinds), under, value.flagged)
