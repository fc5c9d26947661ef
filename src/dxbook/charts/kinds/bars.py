"""Bars of one part or more on one scale, with the numbers written beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ...wording import width_of, wrapped
from ..theme import Sheet
from .picture import Laid, Meaning, Picture, Row, Table, key_of, rows_of

#: How thick a bar is.
THICK = 24


def bars(table: Table) -> Picture:
    """Bars of one part or more.

    Args:
        table: a row for each part; those of one `name` that follow each other are one bar, from
            nought. `value` is how long it is, `colour` one of the palette, `label` what is said
            of it below the bar, `total` what stands at the bar's end, with a flag where `flag`
            is true. Bars of one `stack` continue each other. `told` is what is told of the value.
    """
    rows = rows_of(table)
    return Picture("bars", rows, lambda sheet: _laid(rows, sheet))


def _laid(rows: Sequence[Row], sheet: Sheet) -> Laid:
    found = [
        [{"stack": name, **row} for row in members]
        for name, members in groupby(rows, key=lambda row: row["name"])
    ]
    room = round(12 + max(_room(bar, sheet) for bar in found))
    plot = sheet.width - room
    ends: dict[str, float] = {}
    for row in (row for bar in found for row in bar):
        ends[row["stack"]] = ends.get(row["stack"], 0) + float(row["value"])
    unit = (max(ends.values()) or 1) / plot
    laid: list[Row] = []
    key: list[Row] = []
    starts: dict[str, float] = {}
    y = 0.0
    for bar in found:
        start = starts.get(bar[0]["stack"], 0)
        starts[bar[0]["stack"]] = start + sum(float(row["value"]) for row in bar)
        y = _bar(bar, (start / unit, starts[bar[0]["stack"]] / unit), sheet, y)
        meanings = [
            Meaning(row["label"], "square", row["colour"], row["stroke"])
            for row in bar
            if row.get("label")
        ]
        below, high = key_of(meanings, sheet, 0, y)
        laid, key, y = (
            [*laid, *bar],
            [*key, *below],
            y + high + (0 if below else -0.6 * sheet.step) + 12,
        )
    return Laid(laid, y - 6, (0, 0, room, 0), key)


def _room(bar: Sequence[Row], sheet: Sheet) -> float:
    wide = [width_of(row["total"], sheet.size, bold=True) for row in bar if row.get("total")]
    return max(wide, default=0) + 16 * any(row.get("flag") for row in bar)


def _bar(bar: list[Row], reach: tuple[float, float], sheet: Sheet, y: float) -> float:
    """Give the parts of a bar, and the words about it, their places; returns where a key stands."""
    first, step, (x, end) = bar[0], sheet.step, reach
    names = wrapped(first["name"], sheet.width, sheet.size) if first["name"] else ()
    inset = x > 0 and x + 5 + max(width_of(name, sheet.size) for name in names) <= sheet.width
    top = y + step * len(names) + 4
    for row in bar:
        row |= {"top": top, "foot": top + THICK, "y": top + THICK / 2}
        row["colour"] = row.get("colour", "blue")
        row["stroke"] = "blue" if row["colour"] == "hatch" else row["colour"]
        if row.get("flag"):
            wide = width_of(row["total"], sheet.size, bold=True)
            row["flag_at"] = end + 15 + wide
    first |= {"name": names, "inset_y" if inset else "name_y": y}
    if x:
        first["rise"] = top - (step + 30 if inset else 4)
    return top + THICK + step * 0.75
