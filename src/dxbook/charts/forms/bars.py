"""Bars of one part or more on one scale, with the numbers written beside them."""

from __future__ import annotations

import altair as alt

from ...parts import palette
from ..explorable import TOLD
from ..theme import Sheet
from .layers import DASHES, as_is, flags, form, key_layers, pixels, table, words


def bars(sheet: Sheet) -> alt.LayerChart:
    """The form; see `kinds.bars` for the table's columns."""
    scale = alt.Scale(domainMin=0, nice=False)

    def x(column: str) -> alt.X:
        return alt.X(column, type="quantitative", scale=scale, axis=None)

    y, top = pixels(alt.Y, "y"), pixels(alt.Y, "top")
    part = {"x": x("start"), "x2": "end:Q", "y": top, "y2": "foot:Q"}
    rect = table().mark_rect(opacity=1, strokeWidth=1.5)
    tie = table("rise").mark_rule(color=palette.AXIS, strokeDash=DASHES)
    told = table(TOLD).mark_rect(fill="transparent", opacity=1)
    return form(
        words("name", y="name_y").encode(x=alt.value(0)),
        words("name", y="inset_y", dx=5).encode(x("start")),
        tie.encode(x("start"), pixels(alt.Y, "rise"), y2="top:Q"),
        rect.encode(as_is(alt.Fill, "colour"), as_is(alt.Stroke, "stroke"), **part),
        words("total", y=y, bold=True, dx=7).encode(x("end")),
        flags(x=pixels(alt.X, "flag_at"), y=y),
        *key_layers(),
        told.encode(**part),
    ).transform_stack(stack="value", groupby=["stack"], as_=["start", "end"], sort=[])
