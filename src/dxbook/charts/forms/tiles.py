"""A map of tiles: a tile for each place, about where it lies."""

from __future__ import annotations

import altair as alt

from ..theme import BETWEEN, Sheet
from .layers import DASHES, as_is, form, key_layers, table

#: Between a tile's edge and its words.
MARGIN = 8


def tiles(sheet: Sheet) -> alt.LayerChart:
    """The form; see `kinds.tiles` for the table's columns."""
    scale = alt.Scale(padding=0, paddingInner=BETWEEN / (sheet.tile + BETWEEN))
    x = alt.X("column:O", axis=None, scale=alt.Scale(padding=0, paddingInner=0.04))
    y = alt.Y("row:O", axis=None, scale=scale)
    dashes = alt.condition("datum.dashed", alt.value(DASHES), alt.value([]))
    rect = table().mark_rect(opacity=1, strokeWidth=1.5)

    def words(column: str, **mark: object) -> alt.Chart:
        text = table().mark_text(align="center", **mark)
        return text.encode(x, y, alt.Text(column, type="nominal"), as_is(alt.Color, "ink"))

    half = sheet.tile / 2 - MARGIN
    return form(
        rect.encode(x, y, as_is(alt.Fill, "fill"), as_is(alt.Stroke, "colour"), strokeDash=dashes),
        words("name", baseline="line-top", dy=-half, fontWeight=600),
        words("said", baseline="line-bottom", dy=half),
        *key_layers(),
    )
