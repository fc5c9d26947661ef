"""What the forms of the kinds are layered of: the table, its text, its colours and its key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from ...parts import palette
from ..explorable import TOLD

#: The marks of a table by name, as shapes of an area of 100 square pixels.
SHAPES: dict[str, str] = {
    "dot": "circle",
    "open": "circle",
    "diamond": "M0,-1.3L1.3,0L0,1.3L-1.3,0Z",
    "above": "M-1,-.9H1L0,.9Z",
    "target": "M0,-1.8V1.8",
    "range": "M-.8,-1.6H.8V1.6H-.8Z",
    "square": "M-1,-1H1V1H-1Z",
}
#: Beside a value that the audit asks about; a path, for not every font has the sign.
FLAG = "M-4,6V-6M-4,-6L5,-3L-4,0"
AREA, AS_IT_IS = 100, 4
#: What is pointed at is at least so wide and high: a finger's width.
FINGER = 24
#: How much is seen of the series that are not picked out.
FADED = 0.2
DASHES = [3, 3]
#: An axis that is its labels, all of them, above what is drawn.
AXIS: dict[str, Any] = {
    "orient": "top",
    "labelColor": palette.MUTED,
    "labelFlush": False,
    "labelOverlap": False,
    "labelPadding": 5,
    "domain": False,
    "ticks": False,
    "title": None,
}
#: The two layers of a key: its marks, and its words.
KEY = ("key", "key_words")
PICKED = alt.param(name="picked", value="")


def table(column: str = "") -> alt.Chart:
    """A layer of the table, or of those of its rows that have a column.

    The layer is named for the column: a picture leaves it out where no row has that.
    """
    if not column:
        return alt.Chart()
    return alt.Chart(name=column).transform_filter(f"isValid(datum.{column})")


def pixels(channel: Any, column: str) -> Any:
    """A place in pixels, which text that wraps decides: on no scale."""
    return channel(column, type="quantitative", scale=None, axis=None)


def as_is(channel: Any, column: str) -> Any:
    """A colour, as the table has it."""
    return channel(column, type="nominal", scale=None)


def words(
    column: str,
    *,
    y: str | alt.Y = "",
    bold: bool = False,
    colour: str = "",
    has: str = "",
    **mark: Any,
) -> alt.Chart:
    """A layer of text, where a row has some.

    Args:
        y: a column of pixels, from where its lines go down; or a channel that they are centred on.
        colour: the name of a colour, or a column of colours.
        has: the column that a row with text of this kind has, if not `y` or the text itself.
    """
    looks: dict[str, Any] = {
        "align": "left",
        "baseline": "line-top" if isinstance(y, str) else "middle",
    }
    if colour in palette.COLOURS:
        looks["color"] = palette.COLOURS[colour]
    if bold:
        looks["fontWeight"] = 600
    place = pixels(alt.Y, y) if isinstance(y, str) else y
    column_of = has or (y if isinstance(y, str) else column)
    layer: alt.Chart = table(column_of).mark_text(**looks | mark)
    layer = layer.encode(place, alt.Text(column, type="nominal"))
    if colour not in {"", *palette.COLOURS}:
        layer = layer.encode(as_is(alt.Color, colour))
    return layer


def points(layer: alt.Chart, **channels: Any) -> alt.Chart:
    """The layer as marks by name, in the table's colours."""
    shapes = alt.Scale(domain=list(SHAPES), range=list(SHAPES.values()))
    made: alt.Chart = layer.mark_point(size=AREA, opacity=1, strokeWidth=2).encode(
        alt.Shape("mark:N", scale=shapes, legend=None),
        as_is(alt.Fill, "fill"),
        as_is(alt.Stroke, "colour"),
        **channels,
    )
    return made


def flags(**channels: Any) -> alt.Chart:
    """A layer of signs beside values that the audit asks about."""
    looks: dict[str, Any] = {
        "fill": palette.ORANGE,
        "stroke": palette.ORANGE,
        "strokeWidth": 1.5,
        "opacity": 1,
    }
    made: alt.Chart = table("flag_at").mark_point(shape=FLAG, size=AS_IT_IS, **looks)
    return made.encode(**channels)


def told_points(**channels: Any) -> alt.Chart:
    """The places of values, to be pointed at."""
    looks: dict[str, Any] = {"fill": "transparent", "strokeWidth": 0, "opacity": 1}
    made: alt.Chart = table(TOLD).mark_point(shape="square", size=FINGER**2, **looks)
    return made.encode(**channels)


def fading(layer: alt.Chart) -> alt.Chart:
    """The layer, its marks faded while a series is picked that they are not of."""
    other = "picked && datum.series && datum.series !== picked"
    return layer.encode(opacity=alt.condition(other, alt.value(FADED), alt.value(1)))


def key_layers() -> list[alt.Chart]:
    """What marks mean: the rows of the dataset `key`, each a mark with its words."""
    x, y = pixels(alt.X, "x"), pixels(alt.Y, "y")
    dashes = alt.condition("datum.dashed", alt.value(DASHES), alt.value([]))
    key = alt.Chart(alt.NamedData("key"))
    text = key.mark_text(align="left", baseline="middle", color=palette.MUTED)
    layers = (
        points(key, x=x, y=y, strokeDash=dashes),
        text.encode(pixels(alt.X, "text_x"), y, alt.Text("text:N")),
    )
    return [layer.properties(name=name) for layer, name in zip(layers, KEY, strict=True)]


def form(*layers: alt.Chart, params: Sequence[alt.Parameter] = ()) -> alt.LayerChart:
    """The layers as a form: a chart whose tables, width, height and margins are put in later."""
    sized: Any = alt.layer(*layers, data=alt.NamedData("table")).properties(
        autosize=alt.AutoSizeParams(type="none")
    )
    chart: alt.LayerChart = sized.add_params(*params)
    return chart
