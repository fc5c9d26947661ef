"""The sheets `Địa bàn` and `Nhận định` as they came back."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import TextRow
from ..carried import carried_row
from ..columns import PLACES, STATEMENTS
from ..labels import KIND, LIST, STANDING
from ..problems import CellProblem
from .cells import SaidRow, SaidRows, TypedCells, place_of
from .grid import GridRow
from .setting import Setting

_NO_SOURCE = (
    "năm này chưa có văn bản nguồn nên chưa ghi được câu trích. Hãy đưa báo cáo vào bằng "
    "«dxbook workbook --year {year} --report TỆP», rồi nhập lại."
)


def read_places(
    rows: Sequence[GridRow], setting: Setting, problems: list[CellProblem]
) -> list[SaidRow]:
    """Read which places have, or lack, what an indicator counts."""
    said, schema = SaidRows(PLACES.name, problems), setting.schema("standings")
    known = {"indicator": setting.catalogue.indicators, "place": setting.catalogue.places}
    for row in rows:
        empty = not any(row.text(name) for name in PLACES.typed)
        origin = carried_row(row.text("origin"), schema)
        key = (row.text("indicator"), row.text("place"))
        unknown = [
            (name, code)
            for (name, table), code in zip(known.items(), key, strict=True)
            if code not in table
        ]
        if empty and (origin is None or unknown):
            continue
        cells = TypedCells(PLACES.name, row, origin or schema.row())
        for name, code in unknown:
            cells.problem(
                name,
                f"không có mã «{code}» trong danh mục. Hãy chọn trong danh sách; nếu đã bỏ mã "
                "này thì xóa dòng này.",
            )
        made = {} if empty or unknown else _place(cells, key, setting)
        said.take(cells, SaidRow(key, origin or {}, made, place_of(row, "indicator")))
    return said.rows()


def _place(cells: TypedCells, key: tuple[str, str], setting: Setting) -> TextRow:
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
    return cells.origin | row | _quote(cells, setting)


def read_statements(
    rows: Sequence[GridRow], setting: Setting, problems: list[CellProblem]
) -> list[SaidRow]:
    """Read what the source says without a number.

    A line that the officer added is the statement of the year with its quote or its words, if
    there is one, so that importing twice adds nothing; else it gets the next free id.
    """
    said, schema = SaidRows(STATEMENTS.name, problems), setting.schema("statements")
    known = setting.tables["statements"].rows
    ids = {row["id"] for row in known}
    for row in rows:
        empty = not any(row.text(name) for name in STATEMENTS.typed)
        origin = carried_row(row.text("origin"), schema)
        if empty and origin is None:
            continue
        cells = TypedCells(STATEMENTS.name, row, origin or schema.row())
        made = {} if empty else _statement(cells, setting)
        id = origin["id"] if origin else "" if cells.problems else _id_of(made, known, ids)
        if made:
            made = (origin or {}) | {"id": id} | made
        said.take(cells, SaidRow((id,), origin or {}, made, place_of(row, "text_vi")))
    return said.rows()


def _statement(cells: TypedCells, setting: Setting) -> TextRow:
    catalogue = setting.catalogue
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
    for name in ("pillar", "text_vi", "text_en"):
        if not row[name] and not cells.problems:
            column = STATEMENTS.title_of(name)
            cells.problem(name, f"cột «{column}» còn trống. Sách có hai ngôn ngữ, cần cả hai bản.")
    return row | _quote(cells, setting)


def _quote(cells: TypedCells, setting: Setting) -> TextRow:
    """The quote that every such row needs."""
    if not setting.source:
        cells.problem("quote", _NO_SOURCE.format(year=setting.year))
        return {"quote": "", "start": "", "end": ""}
    if not cells.text("quote"):
        cells.problem("quote", "thiếu câu trích. Hãy chép nguyên văn câu của báo cáo.")
    return cells.quote(setting.source)


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
