"""A chart that a notebook draws itself with Altair, shown as the book shows its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from ..parts.tables import Cell, Table
from .drawing import Drawing

if TYPE_CHECKING:
    import pandas as pd


def own_drawing(
    chart: alt.Chart | alt.LayerChart,
    *,
    id: str,
    title: str,
    alternative: str,
    subtitle: str = "",
    note: str = "",
) -> Drawing:
    """A drawing of an Altair chart at the width of the page or of a phone.

    Args:
        chart: its data is a pandas table, which becomes the table behind it.
        id: anchor on the page, letters, digits and underscores.
        title: the finding, as a sentence.
        alternative: what it shows, for who cannot see it.

    Raises:
        ValueError: when the chart has no table of data.
    """
    import pandas as pd

    data = chart.data
    if not isinstance(data, pd.DataFrame):
        raise ValueError("the chart's data must be a pandas table, for its values are shown beside")

    def draw(width: int) -> alt.Chart | alt.LayerChart:
        sized: alt.Chart | alt.LayerChart = chart.properties(
            width=width, autosize=alt.AutoSizeParams(type="fit-x", contains="padding")
        )
        return sized

    table = Table(f"{id}-data", title, tuple(str(c) for c in data.columns), _rows(data))
    return Drawing(
        id=id,
        title=title,
        subtitle=subtitle,
        alternative=alternative,
        table=table,
        draw=draw,
        note=note,
    )


def _rows(data: pd.DataFrame) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(str(cell) for cell in row) for row in data.itertuples(index=False))
