"""Dots on rows of one scale, with what they are held against.

On a page the name stands left of its scale, on a phone above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from ...wording import width_of, wrapped
from ..theme import Sheet
from .picture import Laid, Meaning, Picture, Row, Table, key_of, rows_of

#: Marks that lie above their row, so as not to cover those on it, and how far.
ABOVE, RISE = "above", 13.5


def dots(
    table: Table,
    *,
    key: Iterable[Meaning] = (),
    ticks: Sequence[float] = (0, 50, 100),
    unit: str = "%",
) -> Picture:
    """Dots on rows of one scale.

    Args:
        table: a row for each mark; those of one `name` that follow each other lie on one line.
            `value` is where it stands and `mark` what it is: `dot` (unless another is said),
            `open`, `diamond`, `above`, `target`, or `range`, which reaches to `to`. Beside it
            stands `label`, and a flag where `flag` is true; its `colour` is one of the palette.
            From it a line leads to `gap`, in `gap_colour`. `group` heads the rows of one group,
            in `group_colour`; `detail` stands below the name, `note` (in `note_colour`) below
            the marks, `words` in place of those that are not there. A row with a `mention` alone
            names what has no place on the scale. `told` is what is told of the value.
        key: what the marks mean.
        ticks: labelled places of the scale, from its lower to its upper end.
        unit: what follows their numbers.
    """
    rows, meanings = rows_of(table), tuple(key)
    return Picture("dots", rows, lambda sheet: _laid(rows, meanings, ticks, unit, sheet))


def _laid(
    rows: Sequence[Row],
    meanings: Sequence[Meaning],
    ticks: Sequence[float],
    unit: str,
    sheet: Sheet,
) -> Laid:
    scaled = any("mention" not in row for row in rows)
    right = _room(rows, ticks, unit, sheet)
    key, high = key_of(meanings, sheet, -sheet.names, 0)
    top = round(high + bool(key) * 6 + (sheet.step + 6 if scaled else 0))
    key = [row | {"y": row["y"] + sheet.step / 2 - top} for row in key]
    plot = sheet.width - sheet.names - right
    laid, y = [], 0.0
    group = None
    for (heading, *_), members in groupby(
        rows, key=lambda row: (row.get("group"), row.get("name"), row.get("mention"))
    ):
        line = [dict(row) for row in members]
        if heading and heading != group:
            y = _headed(line[0], sheet, y)
        group = heading
        y = _mentioned(line, sheet, y) if "mention" in line[0] else _lined(line, sheet, y)
        if "mention" not in line[0]:
            _labelled(line, ticks, plot, sheet)
            line[0]["first"] = True
        laid += line
    settings = {"ticks": list(ticks) if scaled else [], "unit": unit}
    return Laid(laid, y + 4, (sheet.names, top, right, 2), key, settings)


def _room(rows: Sequence[Row], ticks: Sequence[float], unit: str, sheet: Sheet) -> float:
    """The margin right of the scale, for labels of what lies near its end."""
    room = 8 + width_of(f"{ticks[-1]:g}{unit}", sheet.size) / 2
    for row in rows:
        if "label" in row and float(row["value"]) > ticks[0] + 0.8 * (ticks[-1] - ticks[0]):
            wide = width_of(row["label"], sheet.size, bold=True)
            room = max(room, wide + 14 + 14 * bool(row.get("flag")))
    return round(min(room, 150))


def _headed(row: Row, sheet: Sheet, y: float) -> float:
    lines = wrapped(row["group"], sheet.width, sheet.size, bold=True)
    row |= {"heading": lines, "heading_y": y + sheet.step * 0.55}
    row["heading_colour"] = row.get("group_colour", "ink")
    return y + sheet.step * (len(lines) + 0.7)


def _mentioned(line: list[Row], sheet: Sheet, y: float) -> float:
    [row] = line
    lines = wrapped(row["mention"], sheet.width - 20, sheet.size)
    row |= {"mention": lines, "mention_y": y + sheet.step * 0.25}
    row["mention_at"] = y + sheet.step * 0.75
    return y + sheet.step * (len(lines) + 0.25) + 2


def _lined(line: list[Row], sheet: Sheet, y: float) -> float:
    """Give the marks of a line and the words about them their heights; returns where it ends."""
    step, first = sheet.step, line[0]
    room = sheet.width if sheet.phone else sheet.names - 24
    name = wrapped(first["name"], room, sheet.size)
    detail = wrapped(first["detail"], room, sheet.size) if first.get("detail") else ()
    note_room = sheet.width - (0 if sheet.phone else sheet.names)
    note = wrapped(first["note"], note_room, sheet.size) if first.get("note") else ()
    high = step * (len(name) + len(detail))
    pad = 7 * any(row.get("mark") == ABOVE for row in line)
    top = y + (5 if sheet.phone else 7)
    if sheet.phone:
        at = top + high + pad + step / 2 + 2
        end = at + step * len(note) + 16
    else:
        at = top + step / 2 + (pad if note else (high - step) / 2)
        end = max(top + high, at + step * (len(note) + 0.5)) + 7
    first |= {"name": name, "name_y": top}
    if detail:
        first |= {"detail": detail, "detail_y": top + step * len(name)}
    if note:
        first |= {"note": note, "note_y": at + step / 2 + 2}
        first["note_colour"] = first.get("note_colour", "muted")
    for row in line:
        mark = row.setdefault("mark", "dot") if "value" in row else ""
        colour = row.get("colour", "blue")
        row |= {"y": at - RISE if mark == ABOVE else at, "top": at - 9, "foot": at + 9}
        if mark == "target":
            row["aim"] = True
        elif mark and mark != "range":
            row |= {"colour": colour, "fill": "paper" if mark in ("open", ABOVE) else colour}
        if "gap" in row:
            row["gap_colour"] = row.get("gap_colour", "orange")
    return end


def _labelled(line: list[Row], ticks: Sequence[float], plot: float, sheet: Sheet) -> None:
    """Put the labels beside their marks, each on the side that is free."""
    low, unit = float(ticks[0]), (float(ticks[-1]) - float(ticks[0])) / plot

    def pixel(value: Any) -> float:
        return (float(value) - low) / unit

    ends = [pixel(row[n]) for row in line for n in ("value", "to", "gap") if n in row]
    labelled = sorted((r for r in line if r.get("label")), key=lambda row: float(row["value"]))
    for n, row in enumerate(labelled):
        x, size = pixel(row["value"]), sheet.size
        wide = width_of(row["label"], size, bold=True)
        crowded = n == 0 and any(end > x + 1 for end in ends)
        room = sheet.names if sheet.phone else 8
        if crowded and x - 12 - wide - 15 * bool(row.get("flag")) >= -room:
            row["left_at"] = row["value"]
            flag = x - 11 - wide - 7
        else:
            after = max(ends) if crowded else x
            row["right_at"] = low + after * unit
            flag = after + 11 + wide + 8
        if row.get("flag"):
            row["flag_at"] = low + flag * unit
    if line[0].get("words"):
        line[0]["words_at"] = low + (max(ends) + 16) * unit if ends else low
