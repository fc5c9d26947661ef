"""How have values moved over the years? Broken where they may not be compared."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from ...model import Lang, Report
from ...parts.figures import shown
from ...parts.labels import label
from ...parts.tables import Cell, indicator_link
from ...wording.findings_of_counts import one_year_only, over_years
from ...wording.numbers import magnitude, observed
from ...words import written
from ..drawing import Drawing, drawn
from ..kinds import series
from ..pasts import Past, broken_at, pasts
from ..told import told
from ..values import marks_note, pillar_of, sentences, value_of

#: What is said of a longer line are its ends and extremes.
LONG = 12
#: As many of the latest years stand in the table; the downloads have all.
YEARS_IN_TABLE = 6


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
    notes = (
        _note(report, found, lang),
        marks_note(values, lang),
        years_left_out(len(years) - len(in_table), lang),
    )
    return Drawing(
        id="history",
        title=title,
        subtitle=written("{name}: indicators with values of two years or more", name=name)[lang],
        alternative=sentences(title, said),
        columns=(label("indicator", lang), label("scope", lang), *map(str, in_table)),
        rows=[_cells(report, p, in_table, lang) for p in found],
        draw=series([row for p in found for row in _line(report, p, lang)]) if found else None,
        note=" ".join(filter(None, notes)),
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
    if len(said) > LONG:
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


def _line(report: Report, past: Past, lang: Lang) -> Sequence[dict[str, object]]:
    """The values of one small line; shares are drawn of a hundred."""
    percent = report.unit(past.indicator.unit).kind == "percent"
    name = _name(report, past, lang)
    return [
        {
            "name": name + _broken(past, lang),
            "series": name,
            "year": o.year,
            "value": o.best,
            "full": 100 if percent else None,
            "label": magnitude(o.best or Decimal(0), lang) + "%" * percent,
            "open": o.status == "derived",
            "broken": o.year in past.broken,
            "told": told(report, o, lang),
        }
        for o in past.values
    ]
