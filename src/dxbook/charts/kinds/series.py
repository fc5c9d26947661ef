"""A small line over the years for each row, on a scale of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from ...wording import width_of, wrapped
from ..theme import Sheet
from .picture import Laid, Picture, Row, Table, rows_of

#: The height of a row, of which its line takes `theme.LINE`.
TALL = 52
#: A longer line has dots at its ends only.
DOTTED = 12


def series(table: Table) -> Picture:
    """A small line over the years for each row.

    Args:
        table: a row for each value, by `name` and from the first `year` to the last. `value` is
            drawn from nought to `full` (the highest where it is not said); `label` stands beside
            the first and the last. A value is `open` where it is not certain, and `broken` where
            it may not be compared with the one before. `told` is what is told of it.
    """
    rows = rows_of(table)
    return Picture("series", rows, lambda sheet: _laid(rows, sheet))


def _laid(rows: Sequence[Row], sheet: Sheet) -> Laid:
    lines = [[dict(row) for row in line] for _, line in groupby(rows, key=lambda r: r["name"])]
    ends = [row for line in lines for row in (line[0], line[-1])]
    room = 12 + round(max(width_of(row["label"], sheet.size, bold=True) for row in ends))
    left = room + (0 if sheet.phone else sheet.names)
    plot = sheet.width - left - room - 6
    years = sorted({row["year"] for row in rows})
    y = 6.0
    for number, line in enumerate(lines):
        y = _line(line, number, y, sheet)
        line[0]["name_x"] = -left
    return Laid(
        [row for line in lines for row in line],
        y,
        (left, sheet.step + 4, sheet.width - left - plot, 0),
        settings={"years": years_named(years, plot, sheet.size)},
    )


def _line(line: list[Row], number: int, y: float, sheet: Sheet) -> float:
    """Give the values of a line their places; returns where it ends."""
    step = sheet.step
    room = sheet.width if sheet.phone else sheet.names - 24
    name = wrapped(line[0]["name"], room, sheet.size)
    top = y + (step * len(name) if sheet.phone else 0)
    high = TALL if sheet.phone else max(TALL, step * len(name) + 8)
    full = max(float(row["value"]) for row in line) or 1.0
    whole, runs = line[0]["name"], 0
    for row in line:
        runs += bool(row.get("broken"))
        row |= {"row": number, "run": runs, "top": top + 4, "foot": top + high - 8}
        row |= {"full": float(row.get("full", full)), "colour": "blue", "series": whole}
        row["fill"] = "paper" if row.get("open") else "blue"
    for before, row in pairwise(line):
        if row.get("broken"):
            row["cut"] = (before["year"] + row["year"]) / 2
    dotted = [row for run in _runs(line) for row in (run[0], run[-1])]
    for row in line if len(line) <= DOTTED else dotted:
        row["mark"] = "open" if row.get("open") else "dot"
    for run in _runs(line):
        if len(run) == 1:
            del run[0]["run"]
    names_y = y + 2 if sheet.phone else top + (high - step * len(name)) / 2
    line[0] |= {"name": name, "name_y": names_y, "first": line[0]["label"]}
    line[0]["until"] = line[-1]["year"]
    line[-1]["last"] = line[-1]["label"]
    return top + high + 6


def _runs(line: Sequence[Row]) -> list[list[Row]]:
    """The stretches of a line that may be drawn."""
    return [list(run) for _, run in groupby(line, key=lambda row: row["run"])]


def years_named(years: Sequence[int], room: float, size: float) -> list[int]:
    """The years to write above a line so wide: all where they fit, else the first and the last."""
    each = width_of("2000", size) * 1.5
    span = years[-1] - years[0]
    closest = min((b - a for a, b in pairwise(years)), default=0)
    return list(years) if span and room / span * closest >= each else [years[0], years[-1]]
