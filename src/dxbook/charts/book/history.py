"""How have values moved over the years? Broken where they may not be compared."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from ...model import Text
from ...parts import LABELS
from ...wording import magnitude, observed, over_years
from ...words import written
from ..drawing import Drawing, drawing, drawn
from ..kinds import series
from ..pasts import Past, broken_at, pasts
from ..values import Column, Row, Seen, Value, Words, marks_notes

#: What is said of a longer line are its ends and extremes.
LONG = 12
#: As many of the latest years stand in the table; the downloads have all.
YEARS_IN_TABLE = 6


@drawn
def history(seen: Seen) -> Drawing:
    """How have the values of the page's pillar moved over the years?"""
    found = pasts(seen.report, seen.pillar)
    years = sorted({o.year for p in found for o in p.values})
    in_table = years[-YEARS_IN_TABLE:]
    columns: list[Column] = [
        (LABELS["indicator"], lambda past: _value(seen, past).link),
        (LABELS["scope"], lambda past: seen.short(past.scope)),
        *((str(year), partial(_cell, seen, year)) for year in in_table),
    ]
    name = seen.name_of(seen.pillar, written("All pillars"))
    earlier = written(
        "The table has the latest {years_in_table} years; earlier ones are in the downloads.",
        years_in_table=YEARS_IN_TABLE,
    )
    return drawing(
        seen,
        _moved(seen, found, years),
        written("{name}: indicators with values of two years or more", name=name),
        [_said(seen, p) for p in found],
        columns,
        found,
        series([row for p in found for row in _line(seen, p)]) if found else None,
        notes=[
            *_notes(seen, found),
            *marks_notes(_value(seen, p) for p in found),
            earlier if len(years) > len(in_table) else "",
        ],
    )


def _moved(seen: Seen, found: Sequence[Past], years: Sequence[int]) -> Words:
    """How many values rose or fell."""
    if not found:
        return written(
            "There is only one year of data ({year}): nothing to draw over time yet", year=seen.year
        )
    compared = [(p, moved) for p in found if (moved := p.moved) is not None]
    runs = [o.year for p, _ in compared for o in p.comparable] or years
    up, down = sum(moved > 0 for _, moved in compared), sum(moved < 0 for _, moved in compared)
    return over_years(len(compared), up, down, min(runs), max(runs), seen.lang)


def _value(seen: Seen, past: Past) -> Value:
    return seen.value(past.indicator, past.scope)


def _cell(seen: Seen, year: int, past: Past) -> str:
    of_year = [o for o in past.values if o.year == year]
    return seen.shown(of_year[0]) if of_year else "–"


def _said(seen: Seen, past: Past) -> str:
    """The values in words: all of a short line; of a long one its ends and extremes."""
    unit = seen.report.unit(past.indicator.unit)
    said = past.values
    if len(said) > LONG:
        by_value = sorted(said, key=lambda o: o.best or Decimal(0))
        kept = {o.year: o for o in (said[0], by_value[0], by_value[-1], said[-1])}
        said = tuple(kept[year] for year in sorted(kept))
    values = ", ".join(f"{o.year} {observed(o, unit, seen.lang)}" for o in said)
    return f"{_value(seen, past).name}: {values}{_broken(seen, past)}"


def _broken(seen: Seen, past: Past) -> str:
    if not past.broken:
        return ""
    years = ", ".join(str(year) for year in sorted(past.broken))
    return seen.say(written(" (from {years} not comparable with before)", years=years))


def _notes(seen: Seen, found: Sequence[Past]) -> list[Text]:
    """Why lines are broken, and what hollow dots are."""
    ids = {
        id_
        for p in found
        for a, b in pairwise(p.values)
        if (id_ := broken_at(seen.report, p.indicator.id, p.scope, a.year, b.year))
    }
    notes = list(dict.fromkeys(b.reason for b in seen.report.breaks() if b.id in ids))
    if any(o.status == "derived" for p in found for o in p.values):
        notes.append(written("Hollow dots: derived from the change that the report states."))
    return notes


def _line(seen: Seen, past: Past) -> Sequence[Row]:
    """The values of one small line; shares are drawn of a hundred."""
    value = _value(seen, past)
    percent = value.unit.kind == "percent"
    return [
        {
            "name": value.name + _broken(seen, past),
            "series": value.name,
            "year": o.year,
            "value": o.best,
            "full": 100 if percent else None,
            "label": magnitude(o.best or Decimal(0), seen.lang) + "%" * percent,
            "open": o.status == "derived",
            "broken": o.year in past.broken,
            "told": seen.told(o),
        }
        for o in past.values
    ]
