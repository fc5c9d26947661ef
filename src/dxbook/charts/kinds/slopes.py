"""Lines from period to period on one scale, each named at its end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ...wording import width_of, wrapped
from ..theme import END, Sheet
from .picture import Laid, Picture, Row, Table, rows_of

#: How high the scale is drawn, and the margin at its two ends.
TALL, EDGE = 296, 10


def slopes(table: Table, *, low: float = 0, high: float = 100) -> Picture:
    """Lines from period to period.

    Args:
        table: a row for each value, by `series` and from the first `period` to the last. `value`
            is where it stands and `label` how it is said beside the line's ends. The last row of
            a series has the line's `detail`, to stand below its name, and a flag where `flag` is
            true. `colour` is one of the palette; a value is `open` where it is not certain, and
            `broken` where it may not be compared with the one before. `told` is what is told of
            the value.
        low: the lower end of the scale, and `high` the upper; turned round, lower is better.
    """
    rows = rows_of(table)
    return Picture("slopes", rows, lambda sheet: _laid(rows, low, high, sheet))


def _laid(rows: Sequence[Row], low: float, high: float, sheet: Sheet) -> Laid:
    lines = [[dict(row) for row in line] for _, line in groupby(rows, key=lambda r: r["series"])]
    unit = (high - low) / (TALL - 2 * EDGE)

    def pixel(row: Row) -> float:
        return TALL - EDGE - (float(row["value"]) - low) / unit

    def value(y: float) -> float:
        return low + (TALL - EDGE - y) * unit

    one = len({row["period"] for row in rows}) == 1
    left = 40 if one else 18 + round(max(width_of(line[0]["label"], sheet.size) for line in lines))
    plot = 1 if one else 110 if sheet.phone else sheet.width - 270 - left
    room = sheet.width - left - plot - END
    blocks = [_block(line[-1], room, sheet) for line in lines]
    heights = [sheet.step * sum(map(len, block)) + 6 for block in blocks]
    places = _apart([pixel(line[-1]) for line in lines], heights, sheet.step)
    starts = spread([pixel(line[0]) for line in lines], sheet.step, 0, TALL)
    for line, block, y, start in zip(lines, blocks, places, starts, strict=True):
        _told_apart(line)
        last, (label, name, detail) = line[-1], block
        grey = last.get("colour", "grey") == "grey"
        last |= {"at": value(y), "label_colour": "muted" if grey else last["colour"]}
        last |= {"name": name, "name_y": y + sheet.step / 2}
        if detail:
            last |= {"detail": detail, "detail_y": y + sheet.step * (len(name) + 0.5)}
        if last.get("flag"):
            last["flag_at"] = plot + END + 10 + width_of(label[0], sheet.size, bold=True)
        if not one:
            line[0] |= {"first": line[0]["label"], "first_at": value(start)}
    foot = max(TALL, *(y + h - sheet.step / 2 for y, h in zip(places, heights, strict=True)))
    top = round(sheet.step * 1.5)
    settings = {"low": value(TALL), "high": value(0)}
    return Laid(
        [row for line in lines for row in line],
        TALL,
        (left, top, sheet.width - left - plot, round(foot + 4 - TALL)),
        settings=settings,
    )


def _told_apart(line: list[Row]) -> None:
    """Give the values of a line their looks, and the stretches that may be drawn a number."""
    runs = 0
    for row in line:
        runs += bool(row.get("broken"))
        row |= {"run": runs, "mark": "open" if row.get("open") else "dot"}
        row["colour"] = row.get("colour", "grey")
        row["fill"] = "paper" if row.get("open") else row["colour"]
    for row in line:
        if sum(1 for other in line if other.get("run") == row["run"]) == 1:
            del row["run"]


def _block(row: Row, room: float, sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    """The lines of words at the end of a line: its value, its name, and what is said of it."""
    detail = wrapped(row["detail"], room, sheet.size) if row.get("detail") else ()
    return (row["label"],), wrapped(row["series"], room, sheet.size), detail


def spread(places: Sequence[float], apart: float, top: float, bottom: float) -> list[float]:
    """Places moved as little as needed to stand apart, in their order, between top and bottom.

    >>> spread([10, 12, 50], 20, 0, 100)
    [10, 30, 50]
    """
    order = sorted(range(len(places)), key=lambda n: places[n])
    moved = list(places)
    low = top
    for n in order:
        moved[n] = low = max(moved[n], low)
        low += apart
    high = bottom
    for n in reversed(order):
        moved[n] = high = min(moved[n], high)
        high -= apart
    return moved


def _apart(ends: Sequence[float], heights: Sequence[float], step: float) -> list[float]:
    """Where the first line of each block of words stands, so that no two blocks touch."""
    order = sorted(range(len(ends)), key=lambda n: ends[n])
    at = list(ends)
    for bottom in (TALL - step, TALL - step, float("inf")):
        low = 0.0
        for n in order:
            at[n] = max(at[n], low)
            low = at[n] + heights[n]
        over = max(0.0, low - bottom)
        at = [place - over for place in at]
    return at
