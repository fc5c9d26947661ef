"""A small line over the years for each row, on a scale of its own."""

from __future__ import annotations

import altair as alt

from ...parts import palette
from ..theme import LINE, Sheet
from .layers import AXIS, DASHES, PICKED, fading, form, pixels, points, table, told_points, words


def series(sheet: Sheet) -> alt.LayerChart:
    """The form; see `kinds.series` for the table's columns.

    The parameter `years` has those that are named.
    """
    scale = alt.Scale(nice=False, zero=False)
    axis = alt.Axis(**AXIS, values=alt.ExprRef("years"), format="d", grid=False)

    def x(column: str) -> alt.X:
        return alt.X(column, type="quantitative", scale=scale, axis=axis)

    y, foot = pixels(alt.Y, "y"), pixels(alt.Y, "foot")
    line = table("run").mark_line(strokeWidth=2.5, stroke=palette.BLUE)
    cut = table("cut").mark_rule(color=palette.MUTED, strokeDash=DASHES)
    ground = table("until").mark_rule(color=palette.GRID)
    layers = (
        words("name", y="name_y").encode(pixels(alt.X, "name_x")),
        ground.encode(x("year"), foot, x2="until:Q"),
        cut.encode(x("cut"), foot, y2="top:Q"),
        line.encode(x("year"), y, alt.Detail(["row:N", "run:N"])),
        points(table("mark"), x=x("year"), y=y),
        words("first", y=y, align="right", dx=-11).encode(x("year")),
        words("last", y=y, bold=True, dx=11).encode(x("year")),
    )
    years = alt.param(name="years", value=[])
    return form(
        *map(fading, layers), told_points(x=x("year"), y=y), params=[PICKED, years]
    ).transform_calculate(y=f"datum.foot - datum.value / datum.full * {LINE}")
