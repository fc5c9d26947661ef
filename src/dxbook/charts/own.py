"""A chart that a notebook draws itself with Altair, shown as the book shows its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..parts import Cell
from . import theme
from .drawing import Drawing
from .explorable import Specification
from .kinds import Picture

if TYPE_CHECKING:
    import altair as alt


def own_drawing(
    chart: alt.Chart | alt.LayerChart | Picture,
    *,
    id: str,
    title: str,
    alternative: str,
    subtitle: str = "",
    note: str = "",
) -> Drawing:
    """A drawing of a notebook's own chart at the width of the page or of a phone.

    Args:
        chart: a kind of `dxbook.charts.kinds` with its table; or an Altair chart, whose data is a
            pandas table. The table becomes the one behind it.
        id: anchor on the page, letters, digits and underscores.
        title: the finding, as a sentence.
        alternative: what it shows, for who cannot see it.

    Raises:
        ValueError: when the chart has no table of data.
    """
    columns, rows = _of_kind(chart) if isinstance(chart, Picture) else _of_altair(chart)
    return Drawing(
        id=id,
        title=title,
        subtitle=subtitle,
        alternative=alternative,
        columns=columns,
        rows=rows,
        draw=chart if isinstance(chart, Picture) else _drawn(chart),
        note=note,
    )


def _of_kind(chart: Picture) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """The columns and rows of a kind's table, but for what its points are told by."""
    columns = [c for c in dict.fromkeys(c for row in chart.rows for c in row) if c != "told"]
    return columns, [tuple(str(row.get(c, "")) for c in columns) for row in chart.rows]


def _of_altair(chart: alt.Chart | alt.LayerChart) -> tuple[list[str], list[tuple[Cell, ...]]]:
    import pandas as pd

    data: Any = chart.data
    if not isinstance(data, pd.DataFrame):
        raise ValueError("the chart's data must be a pandas table, for its values are shown beside")
    rows = [tuple(map(str, row)) for row in data.itertuples(index=False)]
    return [str(c) for c in data.columns], rows


def _drawn(chart: alt.Chart | alt.LayerChart) -> Callable[[int], Specification]:
    """An ordinary Altair chart, in the book's look, as wide as it may be."""
    import altair as alt

    def draw(width: int) -> Specification:
        size = alt.AutoSizeParams(type="fit-x", contains="padding")
        with alt.data_transformers.enable(consolidate_datasets=False):
            made: Specification = chart.properties(width=width, autosize=size).to_dict()
        return made

    theme.enable()
    return draw
