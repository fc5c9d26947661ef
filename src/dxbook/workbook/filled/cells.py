"""One row's typed cells against what the data had: what was changed, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from ...model import TextRow, UnitKind
from ..carried import seen, without_trace
from ..labels import code_of, plain, qualifier_code, quoted
from ..problems import CellProblem
from .amounts import TypedNumber, Unreadable, read_number
from .grid import GridRow
from .quotes import find_quote

A = TypeVar("A")

_TWICE = "trùng với ô {cell} mà nội dung khác. Hãy xóa một dòng."


@dataclass(frozen=True)
class SaidRow:
    """What a sheet says of one row.

    Args:
        origin: the row as the workbook was made with it; empty for one that was added to a list.
        row: the row as it is now; empty where the officer emptied it.
        cell: where it stands in the workbook.
    """

    key: tuple[str, ...]
    origin: TextRow
    row: TextRow
    cell: str

    @property
    def changed(self) -> bool:
        """Whether the officer changed anything."""
        return self.row != self.origin


@dataclass
class TypedCells:
    """Reads the cells of one row and keeps what is wrong with them.

    Args:
        origin: the row as the workbook was made with it; what a missing column leaves as it was.
    """

    sheet: str
    row: GridRow
    origin: TextRow
    problems: list[CellProblem] = field(default_factory=list)

    def problem(self, name: str, message: str) -> None:
        """Note what is wrong with a field's cell."""
        cell = self.row.cells.get(name)
        self.problems.append(CellProblem(self.sheet, cell.name if cell else "", message))

    def attempt(self, name: str, read: Callable[[], A], otherwise: A) -> A:
        """Read a cell; what is unreadable is noted, and the rest of the row is read on."""
        try:
            return read()
        except Unreadable as error:
            self.problem(name, str(error))
            return otherwise

    def may_read(self, name: str, *, number: bool = False) -> bool:
        """Whether a cell of the column is there and may be read.

        A formula's stored result serves as a number; text must be typed.
        """
        cell = self.row.cells.get(name)
        if cell is None:
            return False
        if cell.merged_with and cell.text:
            wrong = (
                f"ô này gộp với ô khác ({cell.merged_with}) nên không biết số của dòng nào. "
                "Hãy bỏ gộp ô và ghi từng dòng."
            )
        elif cell.formula and number and cell.value is None:
            wrong = "ô là công thức chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại, hoặc gõ số."
        elif cell.formula and not number:
            wrong = (
                "ô này là công thức; ở đây chỉ ghi chữ. Nếu chữ bắt đầu bằng dấu =, hãy gõ dấu "
                "nháy đơn ' ở trước."
            )
        else:
            return True
        self.problem(name, wrong)
        return False

    def number(self, name: str, kind: UnitKind) -> TypedNumber | None:
        """A cell as a number, or what the row had where the column is not there."""
        had = self.origin.get(name, "")
        before = TypedNumber(Decimal(had)) if had else None
        if not self.may_read(name, number=True):
            return before
        cell = self.row.cells[name]
        typed = self.attempt(
            name, lambda: read_number(cell.value, cell.number_format, kind), before
        )
        if typed and before and typed.value == before.value and not typed.qualifier:
            return TypedNumber(before.value, typed.said_percent)
        return typed

    def text(self, name: str) -> str:
        """A cell as text, or what the row had where the column is not there."""
        if not self.may_read(name):
            return self.origin.get(name, "")
        return self.row.text(name)

    def code(self, name: str, words: dict[str, str]) -> str:
        """A cell as the code of one of some words."""
        said = self.text(name)
        code = code_of(words, said) if said else ""
        if code is None:
            self.problem(name, f"«{said}» không có trong danh sách: {quoted(words)}.")
            return self.origin.get(name, "")
        return code

    def qualifier(self) -> str:
        """The qualifier's cell as a code."""
        said = self.text("qualifier")
        code = qualifier_code(said)
        if code is None:
            self.problem(
                "qualifier",
                f"«{said}» không phải là từ đi kèm đã biết. Hãy chọn: trên, hơn, dưới, khoảng, "
                "gần, ít nhất; hoặc để trống.",
            )
            return self.origin.get("qualifier", "")
        return code

    def quote(self, source: str) -> TextRow:
        """The quote with its offsets in the source; as the row had it where it was not changed."""
        had = {name: self.origin.get(name, "") for name in ("quote", "start", "end")}
        said = self.text("quote")
        if plain(said) == plain(had["quote"]):
            return had
        if not said:
            return dict.fromkeys(had, "")
        shown = seen(self.row.text("proposed"))
        near = int(had["start"]) if had["start"] else shown.start if shown else None
        found = self.attempt("quote", lambda: find_quote(said, source, near), None)
        if found is None:
            return had
        return {"quote": found.text, "start": str(found.start), "end": str(found.end)}


class SaidRows:
    """Gathers what the rows of a sheet say, and what is wrong with them.

    Args:
        twice: what to say of a second row of the same key that says something else; `{cell}` is
            the cell of the first.
    """

    def __init__(self, sheet: str, problems: list[CellProblem], twice: str = _TWICE) -> None:
        self.sheet, self.problems, self._twice = sheet, problems, twice
        self._said: dict[tuple[str, ...], SaidRow] = {}

    def refuse(self, cell: str, message: str) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(CellProblem(self.sheet, cell, message))

    def take(self, cells: TypedCells, said: SaidRow) -> None:
        """Take a row in, unless something is wrong with its cells or another one says otherwise."""
        self.problems += cells.problems
        if not cells.problems:
            self.keep(said)

    def keep(self, said: SaidRow) -> None:
        """Take a row in, unless another one of the same key says something else."""
        other = self._said.setdefault(said.key, said)
        if without_trace(other.row) != without_trace(said.row):
            self.refuse(said.cell, self._twice.format(cell=other.cell))

    def rows(self) -> list[SaidRow]:
        """The rows, each key once."""
        return list(self._said.values())


def place_of(row: GridRow, name: str) -> str:
    """Where a row is mended: the cell of a field, or the first of the row."""
    return row.cells[name].name if name in row.cells else f"A{row.number}"
