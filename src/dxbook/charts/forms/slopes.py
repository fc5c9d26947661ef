"""Lines from period to period on one scale, each named at its end."""

from __future__ import annotations

import altair as alt

from ...parts import palette
from ..theme import END, Sheet
from .layers import (
    AXIS,
    PICKED,
    as_is,
    fading,
    flags,
    form,
    pixels,
    points,
    table,
    told_points,
    words,
)


def slopes(sheet: Sheet) -> alt.LayerChart:
    """The form; see `kinds.slopes` for the table's columns.

    Parameters of the chart are `low` and `high`, the ends of its scale.
    """
    scale = alt.Scale(domainMin=alt.expr("low"), domainMax=alt.expr("high"), nice=False)

    def y(column: str) -> alt.Y:
        return alt.Y(column, type="quantitative", scale=scale, axis=None)

    x = alt.X(
        "period:O", axis=alt.Axis(**AXIS, grid=True, labelAngle=0), scale=alt.Scale(padding=0)
    )
    end = alt.value("width")
    line = table("run").mark_line(strokeWidth=2.5)
    tie = table("at").mark_rule(color=palette.AXIS, xOffset=8, x2Offset=END - 4)
    layers = (
        line.encode(x, y("value"), as_is(alt.Stroke, "colour"), alt.Detail(["series:N", "run:N"])),
        points(table(), x=x, y=y("value")),
        tie.encode(y("value"), x=end, x2=end, y2="at:Q"),
        words("first", y=y("first_at"), align="right", dx=-12).encode(x),
        words("label", y=y("at"), bold=True, has="label_colour", dx=END).encode(
            as_is(alt.Color, "label_colour"), x=end
        ),
        flags(x=pixels(alt.X, "flag_at"), y=y("at")),
        words("name", y="name_y", dx=END).encode(x=end),
        words("detail", y="detail_y", dx=END, colour="muted").encode(x=end),
    )
    told = told_points(x=x, y=y("value"))
    limits = [alt.param(name="low", value=0), alt.param(name="high", value=100)]
    return form(*map(fading, layers), told, params=[PICKED, *limits])
