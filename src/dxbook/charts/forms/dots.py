"""Dots on rows of one scale, with what they are held against."""

from __future__ import annotations

import altair as alt

from ...parts import palette
from ..theme import Sheet
from .layers import AXIS, flags, form, key_layers, pixels, points, table, told_points, words


def dots(sheet: Sheet) -> alt.LayerChart:
    """The form; see `kinds.dots` for the table's columns.

    Parameters of the chart are `ticks`, the labelled places of the scale, and `unit`, what
    follows their numbers.
    """
    scale = alt.Scale(domainMin=alt.expr("ticks[0]"), domainMax=alt.expr("peek(ticks)"), nice=False)
    axis = alt.Axis(**AXIS, values=alt.ExprRef("ticks"), labelExpr="datum.label + unit", grid=False)

    def x(column: str) -> alt.X:
        return alt.X(column, type="quantitative")

    y, top = pixels(alt.Y, "y"), pixels(alt.Y, "top")
    left = alt.value(-sheet.names)
    tick = table("first").transform_calculate(tick="ticks").transform_flatten(["tick"])
    band = table("to").mark_rule(strokeWidth=16, color=palette.PALE)
    aim = table("aim").mark_rule(strokeWidth=3, color=palette.INK)
    gap = table("gap").mark_rule(strokeWidth=3)
    silent = table("mention_at").mark_point(
        shape="square", size=64, stroke=palette.GREY, strokeWidth=1.5, filled=False, opacity=1
    )
    label = {"column": "label", "y": y, "bold": True}
    return form(
        tick.mark_rule(color=palette.GRID).encode(
            alt.X("tick:Q", scale=scale, axis=axis), top, y2="foot:Q"
        ),
        band.encode(x("value"), y, x2="to:Q"),
        aim.encode(x("value"), top, y2="foot:Q"),
        gap.encode(x("value"), y, alt.Stroke("gap_colour:N", scale=None), x2="gap:Q"),
        points(table("fill"), x=x("value"), y=y),
        words(**label, has="right_at", dx=11).encode(x("right_at")),
        words(**label, has="left_at", dx=-11, align="right").encode(x("left_at")),
        flags(x=x("flag_at"), y=y),
        words("words", y=y, colour="muted").encode(x("words_at")),
        words("heading", y="heading_y", bold=True, colour="heading_colour").encode(x=left),
        words("name", y="name_y").encode(x=left),
        words("detail", y="detail_y", colour="muted").encode(x=left),
        words("note", y="note_y", colour="note_colour").encode(
            x=left if sheet.phone else alt.value(0)
        ),
        silent.encode(pixels(alt.Y, "mention_at"), x=alt.value(6 - sheet.names)),
        words("mention", y="mention_y", dx=20).encode(x=left),
        *key_layers(),
        told_points(x=x("value"), y=y),
        params=[alt.param(name="ticks", value=[0, 100]), alt.param(name="unit", value="")],
    )
