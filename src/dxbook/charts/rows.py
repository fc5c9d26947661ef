"""Rows of dots on one scale: a name, one or more values, what they are held against.

On a page the name stands left of its scale, on a phone above it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from ..parts import palette
from ..wording.lettering import width_of, wrapped
from .canvas import (
    PHONE,
    Align,
    Box,
    Line,
    Mark,
    Picture,
    Shape,
    Spot,
    Words,
    diamond,
    dot,
    flag,
    leading,
    lines_of,
    picture,
    text_size,
)
from .plan import Heading, Mention, Plan, Point, Row
from .sentence import sentence_picture

_TRIANGLE = "M-5,-18H5L0,-9Z"
#: How far above its place its middle is.
_ABOVE = 13.5


@dataclass(frozen=True)
class Frame:
    """Where the parts of a row stand at a width."""

    width: float
    phone: bool
    size: float
    left: float
    right: float
    low: float
    high: float

    def at(self, value: Decimal) -> float:
        """The place of a value on the scale."""
        share = (float(value) - self.low) / ((self.high - self.low) or 1)
        return self.left + share * (self.right - self.left)

    @property
    def names_room(self) -> float:
        """The width of the names."""
        return self.width if self.phone else self.left - 24


def rows_picture(plan: Plan, width: int) -> Picture:
    """The rows below each other, with their scale and key."""
    if not plan.rows:
        return sentence_picture(plan.nothing, width)
    frame = _frame(plan, width)
    marks: list[Mark] = []
    y = _key(plan, frame, marks)
    scaled = any(isinstance(row, Row) for row in plan.rows)
    top = y = y + (leading(frame.size) + 6 if scaled else 0)
    body: list[Mark] = []
    ticks = _ticks(plan, frame)
    for row in plan.rows:
        match row:
            case Heading():
                y = _heading(row, frame, y, body)
            case Mention():
                y = _mention(row, frame, y, body)
            case Row():
                y = _row(row, frame, y, body, ticks)
    if scaled:
        marks += _scale(plan, frame, top)
    made = picture(width, round(y + 6), sorted([*marks, *body], key=_depth))
    made.usermeta["points"].sort(key=_turn)
    return made


def _turn(point: dict[str, Any]) -> tuple[float, float]:
    """When a point has its turn: row by row, what others state after the report's own."""
    above = 2 * _ABOVE if point["source"] else 0
    return point["y"] + point["y2"] + above, point["x"]


def _depth(mark: Mark) -> int:
    """What lies below what: bands, ticks of the scale, lines, hollow marks, full ones, words."""
    match mark:
        case Box() | Spot():
            return 0
        case Line():
            return 2
        case Shape():
            if mark.fill is None:
                return 1
            return 3 if mark.fill == palette.PAPER else 4
        case Words():
            return 5


def _frame(plan: Plan, width: int) -> Frame:
    phone = width < PHONE
    size = text_size(width)
    rows = [row for row in plan.rows if isinstance(row, Row)]
    room = 8 + max(
        (width_of(label, size) / 2 for _, label in plan.ends),
        default=0,
    )
    for row in rows:
        for point in row.points:
            share = float(point.value) / (float(plan.ends[-1][0]) or 1)
            if share > 0.8:
                needed = width_of(point.label, size, bold=True) + 14 + 14 * point.flagged
                room = max(room, needed)
    left = 8.0 if phone else round(width * 0.41)
    low, high = (float(end) for end, _ in (plan.ends[0], plan.ends[-1]))
    return Frame(width, phone, size, left, width - min(room, 150), low, high)


def _key(plan: Plan, frame: Frame, marks: list[Mark]) -> float:
    """The key in a line or more; returns where it ends."""
    if not plan.key:
        return 0
    x, y = 0.0, frame.size * 0.8
    for point, text in plan.key:
        wide = 20 + width_of(text, frame.size)
        if x and x + wide > frame.width:
            x, y = 0.0, y + leading(frame.size) + 2
        marks += _drawn(point, x + 7, y + (13 if point.look == "above" else 0), x + 14)
        marks.append(Words(x + 20, y, text, frame.size, colour=palette.MUTED))
        x += wide + 18
    return y + leading(frame.size) * 0.7


def _scale(plan: Plan, frame: Frame, top: float) -> list[Mark]:
    """The labels of the scale's ends, above the rows."""
    marks: list[Mark] = []
    for value, label in plan.ends:
        flush = frame.phone and value == plan.ends[0][0]
        x = 0 if flush else frame.at(value)
        y = top - frame.size * 0.75
        align: Align = "left" if flush else "center"
        marks.append(Words(x, y, label, frame.size, align, palette.MUTED))
    return marks


def _ticks(plan: Plan, frame: Frame) -> str:
    """The places of the scale's ends, as one path for every row."""
    return "".join(f"M{frame.at(value):.1f},-9V9" for value, _ in plan.ends)


def _heading(heading: Heading, frame: Frame, y: float, marks: list[Mark]) -> float:
    step = leading(frame.size)
    lines = wrapped(heading.text, frame.width, frame.size, bold=True)
    y += step * 1.05
    marks += lines_of(lines, 0, y, frame.size, colour=heading.colour, bold=True)
    return y + step * (len(lines) - 0.35)


def _mention(mention: Mention, frame: Frame, y: float, marks: list[Mark]) -> float:
    step = leading(frame.size)
    lines = wrapped(mention.text, frame.width - 20, frame.size)
    y += step * 0.75
    marks.append(Box(2, y - 4, 10, y + 4, None, palette.GREY))
    marks += lines_of(lines, 20, y, frame.size)
    return y + step * (len(lines) - 0.5) + 2


def _row(row: Row, frame: Frame, y: float, marks: list[Mark], ticks: str) -> float:
    """Draw a row whose top is at y; returns where it ends."""
    step = leading(frame.size)
    name = wrapped(row.name, frame.names_room, frame.size)
    detail = wrapped(row.detail, frame.names_room, frame.size) if row.detail else ()
    names_height = step * (len(name) + len(detail))
    under_x = 0 if frame.phone else frame.left
    under = wrapped(row.under, frame.width - under_x, frame.size) if row.under else ()
    pad = 7 * any(point.look == "above" for point in row.points)
    names_y = y + step * 0.5 + (5 if frame.phone else 7)
    if frame.phone:
        line_y = names_y + names_height + pad
        end = line_y + step * len(under) + 16
    else:
        line_y = names_y + (pad if under else (names_height - step) / 2)
        end = max(names_y + names_height - step / 2, line_y + step * (len(under) + 0.5)) + 7
    marks.append(Shape(0, line_y, ticks, None, palette.GRID, 1))
    marks += lines_of(name, 0, names_y, frame.size)
    marks += lines_of(detail, 0, names_y + step * len(name), frame.size, colour=palette.MUTED)
    _values(row, frame, line_y, marks)
    marks += lines_of(under, under_x, line_y + step + 2, frame.size, colour=row.under_colour)
    return end


def _values(row: Row, frame: Frame, y: float, marks: list[Mark]) -> None:
    if row.gap is not None:
        a, b = (frame.at(v) for v in row.gap)
        marks.append(Line(a, y, b, y, row.gap_colour, 3))
    for point in row.points:
        other = frame.at(point.to) if point.to is not None else frame.at(point.value)
        marks += _drawn(point, frame.at(point.value), y, other)
    if row.words:
        x = 0 if frame.phone else frame.left
        if row.points:
            x = max(frame.at(p.value) for p in row.points) + 16
        marks.append(Words(x, y, row.words, frame.size, colour=palette.MUTED))
    marks += _labels(row, frame, y)


def _drawn(point: Point, x: float, y: float, other: float) -> list[Mark]:
    match point.look:
        case "dot":
            return [replace(dot(x, y, point.colour), told=point.told)]
        case "open":
            return [replace(dot(x, y, point.colour, filled=False), told=point.told)]
        case "diamond":
            return [replace(diamond(x, y, point.colour), told=point.told)]
        case "above":
            drawn = Shape(x, y, _TRIANGLE, palette.PAPER, point.colour, 1.5)
            return [drawn, Spot(x, y - _ABOVE, point.told)]
        case "tick":
            return [Line(x, y - 9, x, y + 9, point.colour, 3)]
        case "band":
            return [Box(min(x, other), y - 8, max(x, other), y + 8, palette.PALE)]


def _labels(row: Row, frame: Frame, y: float) -> list[Mark]:
    """The labels beside their points, each on the side that is free."""
    labelled = sorted((p for p in row.points if p.label), key=lambda p: p.value)
    ends = [frame.at(v) for v in row.gap or ()] + [
        frame.at(v) for p in row.points for v in (p.value, p.to) if v is not None
    ]
    marks: list[Mark] = []
    for n, point in enumerate(labelled):
        x = frame.at(point.value)
        wide = width_of(point.label, frame.size, bold=True) + 15 * point.flagged
        something_right = any(end > x + 1 for end in ends)
        room_left = x - 12 - wide >= (0 if frame.phone else frame.left - 8)
        leftward = something_right and room_left and n == 0
        if leftward:
            marks.append(Words(x - 11, y, point.label, frame.size, "right", bold=True))
            start = x - 11 - wide
        else:
            after = max(ends) if something_right and n == 0 else x
            start = after + 11
            marks.append(Words(start, y, point.label, frame.size, "left", bold=True))
            start += wide - 15
        if point.flagged:
            marks.append(flag(start + 8, y))
    return marks
