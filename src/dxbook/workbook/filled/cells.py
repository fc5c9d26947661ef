"""One row's typed cells against what the data had: what was changed, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from ...model import TextRow
from ...model.catalogue import UnitKind
from ..labels import code_of, plain, qualifier_code, quoted
from ..problems import CellProblem
from ..seen import seen
from .amounts import TypedNumber, Unreadable, read_number
from .grid import GridRow
from .quotes import find_quote

A = TypeVar("A")


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
            self.problem(
                name,
                f"ô này gộp với ô khác ({cell.merged_with}) nên không biết số của dòng nào. "
                "Hãy bỏ gộp ô và ghi từng dòng.",
            )
            return False
        if cell.formula and number and cell.value is None:
            self.problem(
                name,
                "ô là công thức chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại, hoặc gõ số.",
            )
            return False
        if cell.formula and not number:
            self.problem(
                name,
                "ô này là công thức; ở đây chỉ ghi chữ. Nếu chữ bắt đầu bằng dấu =, hãy gõ dấu "
                "nháy đơn ' ở trước.",
            )
            return False
        return True

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
