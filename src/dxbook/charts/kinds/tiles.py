"""A map of tiles: a tile for each place, about where it lies."""

from __future__ import annotations

from collections.abc import Sequence

from ...wording import wrapped
from ..theme import BETWEEN, Sheet
from .picture import Laid, Meaning, Picture, Row, Table, key_of, rows_of

#: What a tile may look like, told apart by form as well as by colour.
LOOKS: dict[str, Row] = {
    "full": {"colour": "blue", "edge": "blue", "fill": "blue", "ink": "paper"},
    "open": {"colour": "blue", "edge": "blue", "fill": "none", "ink": "ink"},
    "unknown": {"colour": "grey", "fill": "grid", "ink": "ink", "dashed": True},
}
#: No tile is wider.
WIDEST = 126


def tiles(table: Table) -> Picture:
    """A map of tiles.

    Args:
        table: a row for each place, with the `row` and `column` of its tile, its `name`, what is
            `said` of it, and how its tile looks: `full`, `open` or `unknown`. What is said of a
            look first stands in the key.
    """
    rows = rows_of(table)
    return Picture("tiles", rows, lambda sheet: _laid(rows, sheet))


def _laid(rows: Sequence[Row], sheet: Sheet) -> Laid:
    across, down = (len({row[of] for row in rows}) for of in ("column", "row"))
    wide = min(WIDEST, (sheet.width + BETWEEN) / across)
    laid = [_tile(row, wide, sheet) for row in rows]
    key, high = key_of(_meanings(rows), sheet, 0, 0)
    top = round(high + 6)
    key = [row | {"y": row["y"] + sheet.step / 2 - top} for row in key]
    plot = round(wide * across - BETWEEN)
    height = (sheet.tile + BETWEEN) * down - BETWEEN
    return Laid(laid, height, (1, top, sheet.width - plot - 1, 2), key)


def _tile(row: Row, wide: float, sheet: Sheet) -> Row:
    """A row with its name in one line or two, and the look of its tile."""
    name = wrapped(row["name"], wide - BETWEEN - 8, sheet.size, bold=True)
    lines = "one_line" if len(name) == 1 else "two_lines"
    return row | LOOKS[row["look"]] | {"name": name, lines: True, f"{lines}_said": True}


def _meanings(rows: Sequence[Row]) -> list[Meaning]:
    """What each look means, and of how many places it is said."""
    meanings = []
    for look, drawn in LOOKS.items():
        said = [row["said"] for row in rows if row["look"] == look]
        if said:
            text = f"{said[0]} ({len(said)})"
            dashed = bool(drawn.get("dashed"))
            meanings.append(Meaning(text, "square", drawn["colour"], drawn["fill"], dashed))
    return meanings
