"""The share of dossiers handled online: who is catching up?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from ...model import Measure, Observation, Report, Text
from ...parts import LABELS
from ...wording import capitalised, difference, fastest_and_lowest, observed
from ...words import NO_TEXT, written
from ..drawing import Drawing, drawing, drawn
from ..kinds import slopes
from ..pasts import broken_at
from ..values import Column, Row, Seen, Words, marks_notes

SHARE = "online_share"


@dataclass(frozen=True)
class Course:
    """The values of one or more scopes whose years are all the same."""

    scopes: tuple[str, ...]
    series: tuple[Observation, ...]
    broken: bool

    @property
    def level(self) -> Decimal:
        """The latest value."""
        return self.series[-1].best or Decimal(0)

    @property
    def change(self) -> Decimal | None:
        """What it changed by since the year before, where that may be said."""
        if len(self.series) < 2 or self.broken:
            return None
        return self.level - (self.series[-2].best or Decimal(0))


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


@drawn
def online_share_slopes(seen: Seen) -> Drawing:
    """Who is catching up? The online share by level, as slopes that are never stacked."""
    found = courses(seen.report, SHARE)
    name = seen.say(seen.report.indicator(SHARE).name)
    lowest = min(found, key=lambda c: c.level, default=None)
    moving = [c for c in found if c.change is not None]
    fastest = max(moving, key=lambda c: abs(c.change or Decimal(0)), default=None)
    colours = {id(lowest): "orange", id(fastest): "blue"}
    lines = [_line(seen, c, colours.get(id(c), "grey")) for c in found]
    years = sorted({o.year for c in found for o in c.series}) or [seen.year]
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[-1])
    scopes = [s for c in found for s in c.scopes]
    columns: list[Column] = [
        (LABELS["scope"], lambda scope: seen.say(seen.report.scope(scope).name)),
        *((str(year), partial(_cell, seen, "level", year)) for year in years),
        (LABELS["change"], partial(_cell, seen, "change", seen.year)),
    ]
    return drawing(
        seen,
        _finding(seen, lowest, fastest) if lowest else seen.none_reported(name),
        f"{name}, {seen.say(written('by level'))}, {span}",
        map(_said, lines),
        columns,
        scopes,
        slopes([row for line in lines for row in line]) if lines else None,
        notes=[*_notes(seen, found), *marks_notes(seen.value(SHARE, s) for s in scopes)],
    )


def _finding(seen: Seen, lowest: Course, fastest: Course | None) -> str:
    change = fastest.change if fastest else None
    return fastest_and_lowest(
        seen.short(*fastest.scopes) if fastest else "",
        _difference(seen, change or Decimal(0)) if fastest else "",
        seen.short(*lowest.scopes),
        _words(seen, lowest.series[-1]),
        grew=(change or 0) > 0,
        lang=seen.lang,
    )


def _words(seen: Seen, o: Observation) -> str:
    return observed(o, seen.report.unit(seen.report.indicator(SHARE).unit), seen.lang)


def _difference(seen: Seen, change: Decimal) -> str:
    return difference(change, seen.report.unit(seen.report.indicator(SHARE).unit), seen.lang)


def _cell(seen: Seen, measure: Measure, year: int, scope: str) -> Markup:
    return seen.shown(seen.report.observation(SHARE, scope, measure, year))


def _line(seen: Seen, course: Course, colour: str) -> list[Row]:
    """The values of a course, named by its scopes, which are told as one."""
    scopes = capitalised(seen.short(*course.scopes))
    line: list[Row] = [
        {
            "series": scopes,
            "period": o.year,
            "value": o.best,
            "label": _words(seen, o),
            "colour": colour,
            "open": o.status == "derived",
            "told": (seen.told(o) or {}) | {"scope": scopes},
        }
        for o in course.series
    ]
    line[-1] |= {
        "detail": seen.say(_moved(seen, course)),
        "flag": seen.flagged(course.series[-1]),
        "broken": course.broken,
    }
    return line


def _said(line: Sequence[Row]) -> str:
    values = ", ".join(f"{row['period']} {row['label']}" for row in line)
    detail = line[-1]["detail"]
    return f"{line[0]['series']}: {values}" + (f" ({detail})" if detail else "")


def _moved(seen: Seen, course: Course) -> Words:
    """What is said below a line's name: how it moved, or why that cannot be said."""
    change = course.change
    if course.broken:
        return written("not comparable with the year before")
    if not change:
        return NO_TEXT if change is None else written("unchanged")
    moved = written("up") if change > 0 else written("down")
    return f"{seen.say(moved)} {_difference(seen, change)}"


def _notes(seen: Seen, found: list[Course]) -> list[Text]:
    """That levels whose figures are all the same are drawn as one line, and what is hollow."""
    notes = [
        written(
            "{levels} have the same figures: one line.",
            levels=capitalised(seen.short(*course.scopes)),
        )
        for course in found
        if len(course.scopes) > 1
    ]
    if any(o.status == "derived" for c in found for o in c.series):
        notes.append(
            written(
                "Hollow dots: derived from the change that the report states. Levels do not add up."
            )
        )
    return notes
