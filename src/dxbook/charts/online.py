"""The share of dossiers handled online: who is catching up?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from ..model import Lang, Observation, Report, Text
from ..parts import palette
from ..parts.figures import shown
from ..parts.labels import label
from ..parts.tables import Cell
from ..wording.findings import listed, none_reported
from ..wording.findings_of_counts import fastest_and_lowest
from ..wording.numbers import observed
from ..wording.phrases import capitalised, difference
from ..words import written
from .drawing import Drawing, drawn
from .shares import marks_note
from .slopes import Moment, Series, broken_at, slopes_picture
from .told import Told, told
from .values import HUNDRED, flagged, table_of, value_of

SHARE = "online_share"


@dataclass(frozen=True)
class Course:
    """The values of one or more scopes whose years are all the same."""

    scopes: tuple[str, ...]
    series: tuple[Observation, ...]
    broken: bool

    def level(self) -> Decimal:
        """The latest value."""
        return self.series[-1].best or Decimal(0)

    def distance(self) -> Decimal:
        """How far it moved, up or down."""
        return abs(self.change or Decimal(0))

    @property
    def change(self) -> Decimal | None:
        """What it changed by since the year before, where that may be said."""
        if len(self.series) < 2 or self.broken:
            return None
        return self.level() - (self.series[-2].best or Decimal(0))


def courses(report: Report, indicator: str) -> list[Course]:
    """The courses of an indicator over this year and the one before, coinciding scopes as one."""
    found: dict[tuple[object, ...], Course] = {}
    for scope in report.indicator(indicator).scopes:
        series = tuple(
            o
            for o in report.series(indicator, scope)
            if o.best is not None and o.year in (report.year - 1, report.year)
        )
        if not series or series[-1].year != report.year:
            continue
        broken = broken_at(report, indicator, scope, report.year - 1, report.year) is not None
        look = (*((o.year, o.best) for o in series), broken)
        same = found.get(look)
        scopes = (*(same.scopes if same else ()), scope)
        found[look] = Course(scopes, same.series if same else series, broken)
    return list(found.values())


@drawn("online_share_slopes")
def online_share_slopes(report: Report, lang: Lang, page: str) -> Drawing:
    """Who is catching up? The online share by level, as slopes that are never stacked."""
    found = courses(report, SHARE)
    name = report.indicator(SHARE).name[lang]
    unit = report.unit(report.indicator(SHARE).unit)
    names = {c.scopes: _scopes(report, c.scopes, lang) for c in found}
    title = none_reported(name, report.year, lang)
    lowest = min(found, key=Course.level, default=None)
    moving = [c for c in found if c.change is not None]
    fastest = max(moving, key=Course.distance, default=None)
    if lowest is not None:
        amount = difference(fastest.change or Decimal(0), unit, lang) if fastest else ""
        title = fastest_and_lowest(
            names[fastest.scopes] if fastest else "",
            amount,
            names[lowest.scopes],
            observed(lowest.series[-1], unit, lang),
            grew=fastest is not None and (fastest.change or 0) > 0,
            lang=lang,
        )
    colours = {id(lowest): palette.ORANGE, id(fastest): palette.BLUE}
    series = [
        Series(
            capitalised(names[c.scopes]),
            tuple(
                Moment(
                    o.year,
                    o.best or Decimal(0),
                    observed(o, unit, lang),
                    flagged(report, o),
                    o.status == "derived",
                    _told(report, o, capitalised(names[c.scopes]), lang),
                )
                for o in c.series
            ),
            colours.get(id(c), palette.GREY),
            _moved(report, c, lang),
            frozenset({report.year}) if c.broken else frozenset(),
        )
        for c in found
    ]
    years = sorted({o.year for c in found for o in c.series}) or [report.year]
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[-1])
    said = "; ".join(
        f"{s.name}: " + ", ".join(f"{m.year} {m.label}" for m in s.moments)
        + (f" ({s.detail})" if s.detail else "")
        for s in series
    )  # fmt: skip
    values = [value_of(report, report.indicator(SHARE), s) for c in found for s in c.scopes]
    return Drawing(
        id="online_share_slopes",
        title=title,
        subtitle=f"{name}, {Text(vi='theo cấp', en='by level')[lang]}, {span}",
        alternative=f"{title}. {capitalised(said)}." if said else f"{title}.",
        table=table_of(
            "online_share_slopes",
            title,
            (label("scope", lang), *(str(y) for y in years), label("change", lang)),
            (_course_cells(report, s, years, lang) for c in found for s in c.scopes),
        ),
        draw=lambda width: slopes_picture(series, width, Decimal(0), HUNDRED, nothing=title),
        note=" ".join(
            filter(
                None,
                (
                    _one_line_note(report, found, lang),
                    _slopes_note(found, lang),
                    marks_note(values, lang),
                ),
            )
        ),
    )


def _told(report: Report, o: Observation, scopes: str, lang: Lang) -> Told | None:
    """What is told of a value that may stand for several scopes at once."""
    one = told(report, o, lang)
    return replace(one, scope=scopes) if one is not None else None


def _scopes(report: Report, scopes: tuple[str, ...], lang: Lang) -> str:
    return listed([report.scope(s).short[lang] for s in scopes], lang)


def _moved(report: Report, course: Course, lang: Lang) -> str:
    """What is said below a line's name: how it moved, or why that cannot be said."""
    change = course.change
    if course.broken:
        return written("not comparable with the year before")[lang]
    if change is None:
        return ""
    if change == 0:
        return written("unchanged")[lang]
    moved = written("up") if change > 0 else written("down")
    amount = difference(change, report.unit(report.indicator(SHARE).unit), lang)
    return f"{moved[lang]} {amount}"


def _one_line_note(report: Report, found: list[Course], lang: Lang) -> str:
    """That levels whose figures are all the same are drawn as one line."""
    return " ".join(
        written(
            "{capitalised} have the same figures: one line.",
            capitalised=capitalised(_scopes(report, c.scopes, lang)),
        )[lang]
        for c in found
        if len(c.scopes) > 1
    )


def _slopes_note(found: list[Course], lang: Lang) -> str:
    if any(o.status == "derived" for c in found for o in c.series):
        return written(
            "Hollow dots: derived from the change that the report states. Levels do not add up."
        )[lang]
    return ""


def _course_cells(report: Report, scope: str, years: list[int], lang: Lang) -> tuple[Cell, ...]:
    levels = (report.observation(SHARE, scope, "level", year) for year in years)
    return (
        report.scope(scope).name[lang],
        *(shown(report, o, lang) for o in levels),
        shown(report, report.observation(SHARE, scope, "change"), lang),
    )
