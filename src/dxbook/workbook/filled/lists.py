"""The sheets `Địa bàn` and `Nhận định` as they came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Catalogue
from ...writing.rows import COLUMNS, TextRow
from ..columns import STATEMENT_COLUMNS, Column
from ..labels import KIND, LIST, STANDING
from ..problems import CellProblem
from .cells import TypedCells
from .grid import Grid, GridRow
from .lines import carried_row

_NO_SOURCE = (
    "năm này chưa có văn bản nguồn nên chưa ghi được câu trích. Hãy đưa báo cáo vào bằng "
    "«dxbook workbook --year {year} --report TỆP», rồi nhập lại."
)


@dataclass(frozen=True)
class SaidListRow:
    """What a sheet says of a place, or states.

    Args:
        origin: the row that the workbook was made with; None for one that was added.
        row: None where the officer emptied it.
    """

    key: tuple[str, ...]
    origin: TextRow | None
    row: TextRow | None
    cell: str

    @property
    def changed(self) -> bool:
        """Whether the officer changed anything."""
        return self.row != self.origin


def read_places(
    grid: Grid, catalogue: Catalogue, year: int, source: str, problems: list[CellProblem]
) -> list[SaidListRow]:
    """Read which places have, or lack, what an indicator counts."""
    said: dict[tuple[str, ...], SaidListRow] = {}
    for row in grid.rows:
        typed = [row.text(name) for name in ("standing", "list", "quote")]
        origin = carried_row(row.text("origin"), COLUMNS["standings"])
        if not any(typed) and origin is None:
            continue
        key = (row.text("indicator"), row.text("place"))
        known = key[0] in catalogue.indicators and key[1] in catalogue.places
        if not any(typed) and not known:
            continue
        cells = TypedCells(grid.sheet, row, origin or dict.fromkeys(COLUMNS["standings"], ""))
        for name, code, table in (
            ("indicator", key[0], catalogue.indicators),
            ("place", key[1], catalogue.places),
        ):
            if code not in table:
                cells.problem(
                    name,
                    f"không có mã «{code}» trong danh mục. Hãy chọn trong danh sách; nếu đã bỏ mã "
                    "này thì xóa dòng này.",
                )
        made = _place(cells, key, year, source) if any(typed) and not cells.problems else None
        problems += cells.problems
        if not cells.problems:
            keep(said, SaidListRow(key, origin, made, place_of(row, "indicator")), grid, problems)
    return list(said.values())


def _place(cells: TypedCells, key: tuple[str, ...], year: int, source: str) -> TextRow:
    standing = cells.code("standing", STANDING)
    if not standing and not cells.problems:
        cells.problem("standing", "chưa chọn «có» hay «chưa có». Không biết thì xóa cả dòng.")
    row = {
        "indicator": key[0],
        "place": key[1],
        "standing": standing,
        # An open list is the careful reading: silence then says nothing of the others.
        "list": cells.code("list", LIST) or "open",
    }
    return cells.origin | row | _quote(cells, year, source)


def read_statements(
    grid: Grid,
    catalogue: Catalogue,
    year: int,
    source: str,
    known: Sequence[TextRow],
    problems: list[CellProblem],
) -> list[SaidListRow]:
    """Read what the source says without a number.

    Args:
        known: the year's statements. A line that the officer added is the one with its quote or
            its words, if there is one, so that importing twice adds nothing; else it gets the
            next free id.
    """
    ids = {row["id"] for row in known}
    said: dict[tuple[str, ...], SaidListRow] = {}
    typed_fields = [c.field for c in STATEMENT_COLUMNS if c.use == "typed"]
    for row in grid.rows:
        origin = carried_row(row.text("origin"), COLUMNS["statements"])
        empty = not any(row.text(name) for name in typed_fields)
        if empty and origin is None:
            continue
        cells = TypedCells(grid.sheet, row, origin or dict.fromkeys(COLUMNS["statements"], ""))
        made = None if empty else _statement(cells, catalogue, year, source)
        problems += cells.problems
        if cells.problems:
            continue
        id = origin["id"] if origin else _id_of(made or {}, known, ids)
        if made:
            made = (origin or {}) | {"id": id} | made
        keep(said, SaidListRow((id,), origin, made, place_of(row, "text_vi")), grid, problems)
    return list(said.values())


def _statement(cells: TypedCells, catalogue: Catalogue, year: int, source: str) -> TextRow:
    pillars = {id: pillar.name["vi"] for id, pillar in catalogue.pillars.items()}
    sections = {id: section.name["vi"] for id, section in catalogue.sections.items()}
    indicators = {id: id for id in catalogue.indicators}
    row = {
        "pillar": cells.code("pillar", pillars),
        "section": cells.code("section", sections),
        "indicator": cells.code("indicator", indicators),
        "kind": cells.code("kind", KIND) or "context",
        "text_vi": cells.text("text_vi"),
        "text_en": cells.text("text_en"),
    }
    for name, column in _needed(STATEMENT_COLUMNS, ("pillar", "text_vi", "text_en")):
        if not row[name] and not cells.problems:
            cells.problem(name, f"cột «{column}» còn trống. Sách có hai ngôn ngữ, cần cả hai bản.")
    return row | _quote(cells, year, source)


def _needed(columns: tuple[Column, ...], fields: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(column.field, column.title) for column in columns if column.field in fields]


def _quote(cells: TypedCells, year: int, source: str) -> TextRow:
    """The quote that every such row needs."""
    if not source:
        cells.problem("quote", _NO_SOURCE.format(year=year))
        return {"quote": "", "start": "", "end": ""}
    if not cells.text("quote"):
        cells.problem("quote", "thiếu câu trích. Hãy chép nguyên văn câu của báo cáo.")
    return cells.quote(source)


def _id_of(row: TextRow, known: Sequence[TextRow], taken: set[str]) -> str:
    for name in ("quote", "text_vi"):
        for there in known:
            if there[name] == row[name]:
                return there["id"]
    pillar, number = row["pillar"], 1
    while f"{pillar}_{number}" in taken:
        number += 1
    taken.add(f"{pillar}_{number}")
    return f"{pillar}_{number}"


def place_of(row: GridRow, name: str) -> str:
    """Where a row is mended: the cell of a field, or the first of the row."""
    return row.cells[name].name if name in row.cells else f"A{row.number}"


def keep(
    said: dict[tuple[str, ...], SaidListRow],
    one: SaidListRow,
    grid: Grid,
    problems: list[CellProblem],
) -> None:
    """Take a row in, unless another one of the same key says something else."""
    other = said.setdefault(one.key, one)
    if other is not one and other.row != one.row:
        message = f"trùng với ô {other.cell} mà nội dung khác. Hãy xóa một dòng."
        problems.append(CellProblem(grid.sheet, one.cell, message))
