"""A map of tiles: a tile for each place, about where it lies."""

from __future__ import annotations

from typing import Any

import altair as alt

from ..theme import BETWEEN, Sheet
from .layers import DASHES, as_is, form, key_layers, table


def tiles(sheet: Sheet) -> alt.LayerChart:
    """The form; see `kinds.tiles` for the table's columns."""
    scale = alt.Scale(padding=0, paddingInner=BETWEEN / (sheet.tile + BETWEEN))
    x = alt.X("column:O", axis=None, scale=alt.Scale(padding=0, paddingInner=0.04))
    y = alt.Y("row:O", axis=None, scale=scale)
    rect = table().mark_rect(opacity=1, strokeWidth=1.5)
    dashed = table("dashed").mark_rect(fill=None, opacity=1, strokeWidth=1.5, strokeDash=DASHES)

    def words(column: str, lines: str, **mark: Any) -> alt.Chart:
        text: alt.Chart = table(lines).mark_text(align="center", **mark)
        return text.encode(x, y, alt.Text(column, type="nominal"), as_is(alt.Color, "ink"))

    def named(lines: str, count: int) -> tuple[alt.Chart, alt.Chart]:
        """The words of tiles whose names take so many lines, with what is said below."""
        half = sheet.step * (count + 1) / 2
        return (
            words("name", lines, baseline="line-top", dy=-half, fontWeight=600),
            words("said", lines, baseline="line-bottom", dy=half).properties(name=f"{lines}_said"),
        )

    return form(
        rect.encode(x, y, as_is(alt.Fill, "fill"), as_is(alt.Stroke, "edge")),
        dashed.encode(x, y, as_is(alt.Stroke, "colour")),
        *named("one_line", 1),
        *named("two_lines", 2),
        *key_layers(),
    )
