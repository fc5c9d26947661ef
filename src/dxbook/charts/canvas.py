"""Marks at places: what the charts of the book are made of.

A chart says where each mark stands, in pixels, for one width; `picture` makes a Vega-Lite
specification of them. Nothing is left to be measured, so that every machine draws the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, TypedDict

import altair as alt
from altair.utils.schemapi import debug_mode

from ..parts import palette
from .told import Told

Align = Literal["left", "center", "right"]
#: Where a flag of the audit is drawn beside a value; a path, for not every font has the sign.
FLAG = "M-4,6V-6M-4,-6L5,-3L-4,0"
DIAMOND = "M0,-6.5L6.5,0L0,6.5L-6.5,0Z"
CIRCLE = "circle"
#: Area of a round dot in square pixels; a path is drawn as it is when its "area" is 4.
_DOT_AREA, _AS_IT_IS = 100, 4


#: A narrower picture is for a phone.
PHONE = 480
#: What a point may be told by is at least so wide and high: a finger's width.
_TOUCH = 24


@dataclass(frozen=True)
class Words:
    """Text whose line is centred on `y`.

    Args:
        series: what it belongs to, where a reader can pick one of several out; likewise below.
    """

    x: float
    y: float
    text: str
    size: float
    align: Align = "left"
    colour: str = palette.INK
    bold: bool = False
    series: str = ""


@dataclass(frozen=True)
class Line:
    """A straight line."""

    x: float
    y: float
    x2: float
    y2: float
    colour: str = palette.AXIS
    thickness: float = 1
    dashed: bool = False
    series: str = ""


@dataclass(frozen=True)
class Box:
    """A rectangle from one corner to the other, filled, outlined or both.

    Args:
        told: what is told of the value it shows, where it shows one; likewise below.
    """

    x: float
    y: float
    x2: float
    y2: float
    fill: str | None = palette.BLUE
    stroke: str | None = None
    dashed: bool = False
    series: str = ""
    told: Told | None = None


@dataclass(frozen=True)
class Shape:
    """A shape drawn around a point, as an SVG path in pixels."""

    x: float
    y: float
    path: str
    fill: str | None = palette.BLUE
    stroke: str | None = None
    thickness: float = 2
    series: str = ""
    told: Told | None = None


@dataclass(frozen=True)
class Spot:
    """A place that tells of a value and is not drawn."""

    x: float
    y: float
    told: Told | None
    series: str = ""


Mark = Words | Line | Box | Shape | Spot


class Picture(alt.LayerChart):
    """An Altair chart of layers that have nothing in common: data and marks of their own.

    Altair looks for what they might share, which takes a dozen copies of each layer, five times as
    long as all else that a picture takes. A test holds what is written here against Altair's own.
    """

    def to_dict(self, validate: bool = True, **settings: Any) -> dict[str, Any]:
        """The Vega-Lite specification, as Altair would write it without validation."""
        if validate:
            return super().to_dict(validate, **settings)
        own = {
            name: alt.SchemaBase.to_dict(value, validate=False)
            if isinstance(value, alt.SchemaBase)
            else value
            for name, value in self._kwds.items()
            if value is not alt.Undefined
        }
        layers = [_written(layer) for layer in self.layer if isinstance(layer, alt.Chart)]
        return {**own, "$schema": alt.SCHEMA_URL, "layer": layers}


def _written(layer: alt.Chart) -> dict[str, Any]:
    return {
        "data": {"values": list(layer.data.values)},
        "mark": layer.mark.to_dict(validate=False),
        "encoding": {
            name: channel.to_dict(validate=False, context={})
            for name, channel in layer.encoding._kwds.items()
            if channel is not alt.Undefined
        },
    }


def dot(x: float, y: float, colour: str, *, filled: bool = True) -> Shape:
    """A round dot; an open one is hollow."""
    return Shape(x, y, CIRCLE, colour if filled else palette.PAPER, colour)


def is_dot(mark: Mark) -> bool:
    """Whether a mark is a round dot."""
    return isinstance(mark, Shape) and mark.path == CIRCLE


def diamond(x: float, y: float, colour: str, *, filled: bool = True) -> Shape:
    """A diamond, for what must be told from a dot without colour."""
    return Shape(x, y, DIAMOND, colour if filled else palette.PAPER, colour)


def polyline(points: Iterable[tuple[float, float]], colour: str, thickness: float) -> Shape:
    """A line through points, in one piece."""
    path = "L".join(f"{round(x, 1):g},{round(y, 1):g}" for x, y in points)
    return Shape(0, 0, f"M{path}", None, colour, thickness)


def of_series(marks: Iterable[Mark], series: str) -> list[Mark]:
    """The marks as those of a series."""
    return [replace(mark, series=series) for mark in marks]


def flag(x: float, y: float) -> Shape:
    """The sign of a value that the audit asks about."""
    return Shape(x, y, FLAG, palette.ORANGE, palette.ORANGE, 1.5)


def lines_of(
    lines: Iterable[str],
    x: float,
    y: float,
    size: float,
    *,
    align: Align = "left",
    colour: str = palette.INK,
    bold: bool = False,
) -> list[Words]:
    """Lines of text below each other, the first centred on `y`."""
    step = leading(size)
    return [Words(x, y + n * step, line, size, align, colour, bold) for n, line in enumerate(lines)]


def text_size(width: float) -> int:
    """The size of letters; larger on a phone, whose picture may be drawn smaller still."""
    return 14 if width < PHONE else 13


def leading(size: float) -> float:
    """The distance of lines of text."""
    return round(size * 1.3)


def picture(width: float, height: float, marks: Iterable[Mark]) -> Picture:
    """An Altair chart of the marks, those of one look together, in the order they first come.

    Where marks tell of values, what they tell is in its `usermeta`, which is not drawn.

    Altair checks every part it is given, which would take a tenth of a second a picture; a test
    checks the whole instead.
    """
    looks: dict[tuple[object, ...], list[Mark]] = {}
    points = []
    for mark in marks:
        if isinstance(mark, Box | Shape | Spot) and mark.told is not None:
            points.append(_point(mark, mark.told))
        if isinstance(mark, Spot):
            continue
        looks.setdefault(_look(mark), []).append(mark)
    with debug_mode(False):
        chart = Picture(
            width=width, height=height, padding=0, autosize=alt.AutoSizeParams(type="none")
        )
        # Given when it is made, the layers would be copied several times, with all in them.
        chart.layer = [_layer(group) for group in looks.values()]
        chart.usermeta = {"points": points}
    return chart


def _look(mark: Mark) -> tuple[object, ...]:
    match mark:
        case Words():
            return Words, mark.size, mark.align, mark.colour, mark.bold
        case Line():
            return Line, mark.colour, mark.thickness, mark.dashed
        case Box():
            return Box, mark.fill, mark.stroke, mark.dashed
        case Shape():
            return Shape, mark.path, mark.fill, mark.stroke, mark.thickness
        case Spot():
            raise TypeError("A spot is not drawn.")


def _layer(group: list[Mark]) -> alt.Chart:
    """Marks of one look as a layer."""
    first = group[0]
    rows: list[dict[str, object]] = [_at(mark) for mark in group]
    channels: list[alt.SchemaBase] = [_place(alt.X, "x"), _place(alt.Y, "y")]
    if isinstance(first, Words):
        channels.append(alt.Text(field="text", type="nominal"))
        for row, mark in zip(rows, group, strict=True):
            row["text"] = mark.text if isinstance(mark, Words) else ""
    elif isinstance(first, Line | Box):
        channels += [alt.X2(field="x2"), alt.Y2(field="y2")]
        for row, mark in zip(rows, group, strict=True):
            if isinstance(mark, Line | Box):
                row |= {"x2": round(mark.x2, 1), "y2": round(mark.y2, 1)}
    # Altair copies lists and all in them, several times over; a tuple it leaves alone.
    chart = alt.Chart(alt.InlineData(values=tuple(rows)), mark=_drawn_as(first))
    return chart.encode(*channels)


def _at(mark: Mark) -> dict[str, object]:
    """Where a mark stands, and what it belongs to, if to a series."""
    of = {"series": mark.series} if mark.series else {}
    return {"x": round(mark.x, 1), "y": round(mark.y, 1), **of}


def _point(mark: Box | Shape | Spot, told: Told) -> dict[str, object]:
    """What a mark tells, and the rectangle to point at to be told it."""
    x2, y2 = (mark.x2, mark.y2) if isinstance(mark, Box) else (mark.x, mark.y)
    wide, high = max(0, _TOUCH - (x2 - mark.x)) / 2, max(0, _TOUCH - (y2 - mark.y)) / 2
    corners = {"x": mark.x - wide, "y": mark.y - high, "x2": x2 + wide, "y2": y2 + high}
    of = {"series": mark.series} if mark.series else {}
    return {**{name: round(at, 1) for name, at in corners.items()}, **of, **told.row()}


def _place(channel: type[alt.X] | type[alt.Y], field: str) -> alt.X | alt.Y:
    """A place in pixels, which is what it says, on no scale."""
    return channel(field=field, type="quantitative", scale=None, axis=None)


def _drawn_as(look: Mark) -> alt.MarkDef:
    """The mark for marks of a look."""
    match look:
        case Words():
            return alt.MarkDef(
                type="text",
                align=look.align,
                baseline="middle",
                color=look.colour,
                fontSize=look.size,
                fontWeight=600 if look.bold else 400,
            )
        case Line():
            dash = [3, 3] if look.dashed else alt.Undefined
            return alt.MarkDef(
                type="rule", color=look.colour, strokeWidth=look.thickness, strokeDash=dash
            )
        case Box():
            dash = [3, 3] if look.dashed else alt.Undefined
            style = _filled(look.fill, look.stroke, 1.5)
            return alt.MarkDef(type="rect", strokeDash=dash, **style)
        case Shape():
            area = _DOT_AREA if look.path == CIRCLE else _AS_IT_IS
            style = _filled(look.fill, look.stroke, look.thickness)
            return alt.MarkDef(type="point", shape=look.path, size=area, opacity=1, **style)
        case Spot():
            raise TypeError("A spot is not drawn.")


class _Style(TypedDict, total=False):
    filled: bool
    fill: str
    stroke: str
    strokeWidth: float


def _filled(fill: str | None, stroke: str | None, thickness: float) -> _Style:
    style = _Style(filled=fill is not None)
    if fill is not None:
        style["fill"] = fill
    if stroke is not None:
        style["stroke"], style["strokeWidth"] = stroke, thickness
    return style
