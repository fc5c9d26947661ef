"""What a workbook says, brought together with what the data has by now.

The officer fills in, imports, corrects and imports again; parts of a cut workbook come one after
another. A row is held against three things: what the workbook was made with, what it says now,
and what the data has. Where all three differ and the data's value came from elsewhere, the two
disagree, and only a person can say which is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import TextRow
from ..workbook import NUMBERS, STATUS_WORDS, CellProblem, Trace, split_note, without_trace
from ..workbook.filled import SaidRow
from ..writing import TextTable


@dataclass(frozen=True)
class Change:
    """One row that an import changes.

    Args:
        before, after: None where there is no row.
    """

    table: str
    key: tuple[str, ...]
    before: TextRow | None
    after: TextRow | None


def merged_row(
    said: SaidRow, current: TextRow | None, trace: Trace, *, replace: bool = False
) -> TextRow | None:
    """The row to write: the data's, the workbook's, or the first it was made with.

    Args:
        current: the data's row; None where it has none.
        trace: the workbook that speaks.
        replace: whether it may overrule what came from elsewhere.

    Raises:
        Disagreement: when the data has another value that came from elsewhere.
    """
    if current is None:
        return said.row if said.changed else None
    if without_trace(said.row) == without_trace(current):
        return current
    if current == said.origin:
        return said.row
    by = split_note(current["note"])[1]
    own = by is not None and by.same_origin(trace)
    if not said.changed:
        return said.row if own else current
    if own or replace:
        return said.row
    came = f"{by} đã nhập" if by else "sách đã được sửa, ghi"
    raise Disagreement(
        f"tệp này ghi {_value(said.row)}, nhưng {came} {_value(current)} "
        f"({'.'.join(said.key[:2])}). Hãy thống nhất một số ở cả hai tệp; nếu tệp này đúng thì "
        "nhập lại với --replace."
    )


class Disagreement(Exception):
    """Two workbooks, or a workbook and the data, say different things of one value."""


def merge_numbers(
    table: TextTable, said: Iterable[SaidRow], trace: Trace, *, replace: bool = False
) -> tuple[TextTable, list[CellProblem]]:
    """The observations as they are after the import, and where two sources disagree."""
    rows = table.by_key()
    problems: list[CellProblem] = []
    for one in said:
        try:
            row = merged_row(one, rows.get(one.key), trace, replace=replace)
        except Disagreement as error:
            problems.append(CellProblem(NUMBERS.name, one.cell, str(error)))
            continue
        if row is not None and one.key in rows:
            rows[one.key] = row
        elif row is not None:
            rows = _inserted(rows, one.key, row)
    return table.with_rows(rows.values()), problems


def _inserted(
    rows: Mapping[tuple[str, ...], TextRow], key: tuple[str, ...], row: TextRow
) -> dict[tuple[str, ...], TextRow]:
    """Rows with one more: after the level that it belongs to, its indicator, or at the end."""
    alike = [k for k in rows if k[:2] == key[:2]] or [k for k in rows if k[0] == key[0]]
    if not alike:
        return {**rows, key: row}
    made = list(rows.items())
    made.insert(list(rows).index(alike[-1]) + 1, (key, row))
    return dict(made)


def merge_list(table: TextTable, said: Iterable[SaidRow]) -> TextTable:
    """Places, statements or rulings as they are after the import.

    What the sheet leaves out, or the officer did not touch, stays as the data has it.
    """
    rows = table.by_key()
    for one in said:
        if not one.changed:
            continue
        if one.row:
            rows[one.key] = one.row
        else:
            rows.pop(one.key, None)
    return table.with_rows(rows.values())


def changes(name: str, before: TextTable, after: TextTable) -> list[Change]:
    """Row by row, what differs."""
    had, has = before.by_key(), after.by_key()
    return [
        Change(name, key, had.get(key), has.get(key))
        for key in dict.fromkeys([*had, *has])
        if had.get(key) != has.get(key)
    ]


def _value(row: TextRow) -> str:
    return row["value"].replace(".", ",") or f"«{STATUS_WORDS[row['status']]}»"
