"""A kind of chart with a table put into its form, for a page or a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

from ...parts import palette
from ...wording import width_of
from ..forms import form
from ..theme import WIDE, Sheet

if TYPE_CHECKING:
    import altair as alt

Row = dict[str, Any]
Specification = dict[str, Any]


class Frame(Protocol):
    """A table of pandas or the like."""

    def to_dict(self, orient: Any) -> Any:
        """Its rows, where `orient` is "records"."""


#: A row for each value, with the columns that the kind names; others are left as they are.
Table = Iterable[Mapping[str, Any]] | Frame


@dataclass(frozen=True)
class Laid:
    """A table as it stands on a sheet: text in lines, rows at heights.

    Args:
        height: of what lies between the margins.
        margins: left, top, right and bottom, in pixels.
        key: what marks mean: rows of mark, colour and text at places.
        settings: values of the form's parameters.
    """

    rows: Sequence[Row]
    height: float
    margins: tuple[float, float, float, float]
    key: Sequence[Row] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Picture:
    """A kind with a table, to be drawn at any width.

    Args:
        kind: the form's name.
        rows: the table as it was given.
        lay: puts the table on a sheet.
    """

    kind: str
    rows: Sequence[Row]
    lay: Callable[[Sheet], Laid]

    def __call__(self, width: int) -> Specification:
        """The Vega-Lite specification at a width in CSS pixels, with the layer that is told."""
        sheet = Sheet(width)
        laid = self.lay(sheet)
        left, top, right, bottom = laid.margins
        width = round(sheet.width - left - right)
        made = form(self.kind, sheet.phone)
        has = {"key", "key_words"} if laid.key else set()
        has |= {column for row in laid.rows for column in row}
        made = made | {
            "width": width,
            "height": round(laid.height),
            "padding": {
                "left": left,
                "top": top,
                "right": sheet.width - left - width,
                "bottom": bottom,
            },
            "datasets": {"table": [_plain(row) for row in laid.rows], "key": list(laid.key)},
            "layer": [x for x in made["layer"] if "name" not in x or x["name"] in has],
        }
        if "params" in made:
            made["params"] = [
                p | {"value": laid.settings.get(p["name"], p["value"])} for p in made["params"]
            ]
        return made

    def altair(self, width: int = WIDE) -> alt.LayerChart:
        """The same as an Altair chart, to be changed like any other."""
        import altair as alt

        chart: alt.LayerChart = alt.LayerChart.from_dict(self(width))
        return chart


def rows_of(table: Table) -> list[Row]:
    """The rows of a table, without what is empty in them."""
    given = table.to_dict("records") if hasattr(table, "to_dict") else table
    return [{k: v for k, v in row.items() if not _is_empty(v)} for row in given]


def _is_empty(value: Any) -> bool:
    """Whether there is nothing: None, or what pandas writes for it."""
    return value is None or str(value) in ("nan", "<NA>", "NaT")


def _plain(row: Row) -> Row:
    """A row as JSON can have it, its places rounded, its colours in figures."""
    return {name: _as_json(name, value) for name, value in row.items()}


def _as_json(name: str, value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, str) and name.endswith(("colour", "fill", "ink", "stroke", "edge")):
        return palette.COLOURS.get(value, value)
    return value.item() if hasattr(value, "item") else value


@dataclass(frozen=True)
class Meaning:
    """What a mark means, for the key of a chart.

    Args:
        mark: its name, of `forms.layers.SHAPES`.
        fill: its own colour where empty.
    """

    text: str
    mark: str = "dot"
    colour: str = "blue"
    fill: str = ""
    dashed: bool = False


def key_of(
    meanings: Iterable[Meaning], sheet: Sheet, x: float, y: float
) -> tuple[list[Row], float]:
    """The rows of a key that begins at a place, in as many lines as it needs; and how high it is.

    Args:
        x: the left edge of the picture, from that of what is drawn.
        y: the middle of its first line.
    """
    rows: list[Row] = []
    across, down = 0.0, 0.0
    for meaning in meanings:
        wide = 20 + width_of(meaning.text, sheet.size)
        if across and across + wide > sheet.width:
            across, down = 0.0, down + sheet.step + 2
        row = {
            "x": x + across + 7,
            "text_x": x + across + 20,
            "y": y + down,
            "mark": meaning.mark,
            "colour": meaning.colour,
            "fill": meaning.fill or meaning.colour,
            "text": meaning.text,
        }
        rows.append(_plain(row | ({"dashed": True} if meaning.dashed else {})))
        across += wide + 18
    return rows, (down + sheet.step if rows else 0.0)
