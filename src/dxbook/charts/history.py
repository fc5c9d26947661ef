"""How have values moved over the years? Broken where they may not be compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ..model import Indicator, Lang, Observation, Report
from ..parts import palette
from ..parts.figures import shown
from ..parts.labels import label
from ..parts.tables import Cell, indicator_link
from ..wording.findings_of_counts import one_year_only, over_years
from ..wording.lettering import width_of, wrapped
from ..wording.numbers import magnitude, observed
from ..words import written
from .canvas import (
    PHONE,
    Align,
    Line,
    Mark,
    Picture,
    Spot,
    Words,
    dot,
    is_dot,
    leading,
    lines_of,
    of_series,
    picture,
    polyline,
    text_size,
)
from .drawing import Drawing, drawn
from .sentence import sentence_picture
from .shares import marks_note
from .slopes import broken_at
from .told import told
from .values import HUNDRED, pillar_of, table_of, value_of

TALL = 52
#: A longer line has dots at its ends only, and is told by them.
DOTTED = 12
#: As many of the latest years stand in the table; the downloads have all.
YEARS_IN_TABLE = 6


@dataclass(frozen=True)
class Past:
    """The values of one indicator for one scope, of two years or more.

    Args:
        broken: the years whose value may not be compared with the one before.
    """

    indicator: Indicator
    scope: str
    values: tuple[Observation, ...]
    broken: frozenset[int]

    @property
    def comparable(self) -> tuple[Observation, ...]:
        """The latest values that may be compared with each other."""
        start = max((n for n, o in enumerate(self.values) if o.year in self.broken), default=0)
        return self.values[start:]

    @property
    def runs(self) -> list[tuple[Observation, ...]]:
        """The values in stretches that may be compared within, oldest first."""
        starts = [n for n, o in enumerate(self.values) if n == 0 or o.year in self.broken]
        return [self.values[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]

    @property
    def moved(self) -> Decimal | None:
        """What the comparable values moved by; None where there is only one."""
        run = self.comparable
        return (run[-1].best or Decimal(0)) - (run[0].best or Decimal(0)) if len(run) > 1 else None


def pasts(report: Report, pillar: str | None) -> list[Past]:
    """Everything of a pillar that has values of two years or more."""
    found = []
    for indicator in report.indicators(pillar):
        for scope in indicator.scopes:
            values = tuple(o for o in report.series(indicator.id, scope) if o.best is not None)
            if len(values) < 2 or values[-1].year != report.year:
                continue
            broken = frozenset(
                b.year
                for a, b in pairwise(values)
                if broken_at(report, indicator.id, scope, a.year, b.year)
            )
            found.append(Past(indicator, scope, values, broken))
    return found


def has_history(report: Report, pillar: str) -> bool:
    """Whether anything of a pillar has values of three years or more: two are a change."""
    return any(len(past.values) > 2 for past in pasts(report, pillar))


@drawn("history")
def history(report: Report, lang: Lang, page: str) -> Drawing:
    """How have the values of the page's pillar moved over the years?"""
    pillar = pillar_of(report, page)
    found = pasts(report, pillar)
    years = sorted({o.year for p in found for o in p.values})
    title = one_year_only(report.year, lang)
    moves = [m for p in found if (m := p.moved) is not None]
    if found:
        runs = [o.year for p in found if p.moved is not None for o in p.comparable] or years
        up, down = sum(1 for m in moves if m > 0), sum(1 for m in moves if m < 0)
        title = over_years(len(moves), up, down, min(runs), max(runs), lang)
    name = report.pillar(pillar).name[lang] if pillar else written("All pillars")[lang]
    said = "; ".join(_said(report, p, lang) for p in found)
    values = [value_of(report, p.indicator, p.scope) for p in found]
    in_table = years[-YEARS_IN_TABLE:]
    columns = (label("indicator", lang), label("scope", lang), *map(str, in_table))
    return Drawing(
        id="history",
        title=title,
        subtitle=written("{name}: indicators with values of two years or more", name=name)[lang],
        alternative=f"{title}. {said}." if said else f"{title}.",
        table=table_of(
            "history",
            title,
            columns,
            (_cells(report, p, in_table, lang) for p in found),
        ),
        draw=lambda width: _draw(report, found, years, lang, title, width),
        note=" ".join(
            filter(
                None,
                (
                    _note(report, found, lang),
                    marks_note(values, lang),
                    years_left_out(len(years) - len(in_table), lang),
                ),
            )
        ),
    )


def years_left_out(count: int, lang: Lang) -> str:
    """That the table begins later than the picture; nothing where it does not."""
    if count <= 0:
        return ""
    return written(
        "The table has the latest {years_in_table} years; earlier ones are in the downloads.",
        years_in_table=YEARS_IN_TABLE,
    )[lang]


def _said(report: Report, past: Past, lang: Lang) -> str:
    """The values in words: all of a short line; of a long one its ends and extremes."""
    unit = report.unit(past.indicator.unit)
    said = past.values
    if len(said) > DOTTED:
        by_value = sorted(said, key=lambda o: o.best or Decimal(0))
        kept = {o.year: o for o in (said[0], by_value[0], by_value[-1], said[-1])}
        said = tuple(kept[year] for year in sorted(kept))
    values = ", ".join(f"{o.year} {observed(o, unit, lang)}" for o in said)
    return f"{_name(report, past, lang)}: {values}{_broken(past, lang)}"


def _name(report: Report, past: Past, lang: Lang) -> str:
    name = past.indicator.name[lang]
    if len(past.indicator.scopes) == 1:
        return name
    return f"{name} ({report.scope(past.scope).short[lang]})"


def _broken(past: Past, lang: Lang) -> str:
    if not past.broken:
        return ""
    years = ", ".join(str(year) for year in sorted(past.broken))
    return written(" (from {years} not comparable with before)", years=years)[lang]


def _cells(report: Report, past: Past, years: list[int], lang: Lang) -> tuple[Cell, ...]:
    by_year = {o.year: o for o in past.values}
    return (
        indicator_link(past.indicator, lang),
        report.scope(past.scope).short[lang],
        *(shown(report, by_year[y], lang) if y in by_year else "–" for y in years),
    )


def _note(report: Report, found: list[Past], lang: Lang) -> str:
    """Why lines are broken, and what hollow dots are."""
    ids = {
        id_
        for p in found
        for a, b in pairwise(p.values)
        if (id_ := broken_at(report, p.indicator.id, p.scope, a.year, b.year))
    }
    reasons = dict.fromkeys(b.reason[lang] for b in report.breaks() if b.id in ids)
    derived = any(o.status == "derived" for p in found for o in p.values)
    hollow = written("Hollow dots: derived from the change that the report states.")[lang]
    return " ".join([*reasons, *([hollow] if derived else [])])


def _draw(
    report: Report,
    found: Sequence[Past],
    years: list[int],
    lang: Lang,
    nothing: str,
    width: int,
) -> Picture:
    if not found:
        return sentence_picture(nothing, width)
    size = text_size(width)
    step = leading(size)
    left = 0 if width < PHONE else round(width * 0.41)
    label_room = 12 + max(
        width_of(magnitude(o.best or Decimal(0), lang) + "%", size, bold=True)
        for p in found
        for o in (p.values[0], p.values[-1])
    )
    first, last = left + label_room, width - label_room - 6

    def x(year: int) -> float:
        return first + (year - years[0]) / ((years[-1] - years[0]) or 1) * (last - first)

    marks: list[Mark] = [
        Words(x(year), step * 0.6, str(year), size, "center", palette.MUTED)
        for year in years_named(years, last - first, size)
    ]
    y = step + 6.0
    for past in found:
        room = width if width < PHONE else left - 24
        name = wrapped(_name(report, past, lang) + _broken(past, lang), room, size)
        top = y + (step * len(name) if width < PHONE else 0)
        height = max(TALL, 0 if width < PHONE else step * len(name) + 8)
        names_y = y + step * 0.6 if width < PHONE else top + (height - step * len(name) + step) / 2
        own: list[Mark] = [*lines_of(name, 0, names_y, size)]
        own += _line(report, past, lang, (top, height), x, size)
        marks += of_series(own, _name(report, past, lang) if len(found) > 1 else "")
        y = top + height + 6
    # Dots lie on lines: an open one would show what is drawn after it.
    return picture(width, round(y), sorted(marks, key=is_dot))


def years_named(years: Sequence[int], room: float, size: float) -> Sequence[int]:
    """The years to write above a line so wide: all where they fit, else the first and the last."""
    each = width_of("2000", size) * 1.5
    span = years[-1] - years[0]
    closest = min((b - a for a, b in pairwise(years)), default=0)
    return years if span and room / span * closest >= each else (years[0], years[-1])


def _line(
    report: Report,
    past: Past,
    lang: Lang,
    place: tuple[float, float],
    x: Callable[[int], float],
    size: float,
) -> list[Mark]:
    """One small line on its own scale from nought, with its first and last value."""
    top, height = place
    unit = report.unit(past.indicator.unit)
    highest = max(o.best or Decimal(0) for o in past.values)
    full = float(HUNDRED if unit.kind == "percent" else highest) or 1.0

    def y(o: Observation) -> float:
        return top + height - 8 - float(o.best or 0) / full * (height - 16)

    base = top + height - 8
    a, b = past.values[0], past.values[-1]
    marks: list[Mark] = [Line(x(a.year), base, x(b.year), base, palette.GRID)]
    for run in past.runs:
        if len(run) > 1:
            line = ((x(o.year), y(o)) for o in run)
            marks.append(polyline(line, palette.BLUE, 2.5))
        if run[0].year in past.broken:
            before = past.values[past.values.index(run[0]) - 1]
            middle = (x(before.year) + x(run[0].year)) / 2
            marks.append(Line(middle, top + 4, middle, base, palette.MUTED, dashed=True))
    ends = {o.year for run in past.runs for o in (run[0], run[-1])}
    for o in past.values:
        what = told(report, o, lang)
        if len(past.values) <= DOTTED or o.year in ends:
            point = dot(x(o.year), y(o), palette.BLUE, filled=o.status != "derived")
            marks.append(replace(point, told=what))
        else:
            marks.append(Spot(x(o.year), y(o), what))
    percent = "%" if unit.kind == "percent" else ""
    for o, align, shift in ((a, "right", -11), (b, "left", 11)):
        words = magnitude(o.best or Decimal(0), lang) + percent
        side: Align = "right" if align == "right" else "left"
        marks.append(Words(x(o.year) + shift, y(o), words, size, side, bold=o is b))
    return marks
