"""The sheet `Số liệu` as it came back: each row as the observation that it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ...model import NOTHING, TextRow
from ..carried import own_note, seen, split_note, with_trace
from ..columns import NUMBERS
from ..content import before
from ..labels import CONFIRMED, PROPOSED, STATUS_WORDS, code_of, plain, qualifier_code
from ..problems import CellProblem
from .amounts import TypedNumber, comma
from .cells import SaidRow, SaidRows, TypedCells
from .dates import read_date
from .doubts import Entry, doubt, doubt_of_parts
from .grid import GridRow
from .lines import origin_of_line
from .setting import Setting

_TWICE = "trùng chỉ tiêu, phạm vi với ô {cell} mà số khác. Hãy xóa một dòng."
#: A calculation, as the note of a value that the compiler computed must have one.
_SUM = re.compile(r"\d[%\s)]*[-+−–*/×x:÷][\s(]*\d")


@dataclass
class FilledNumbers:
    """What the sheet says, and what is wrong with it.

    Args:
        waiting: how many proposals nobody has confirmed yet.
        proposed: the lines that show what a report says and still have to be looked at.
        differing: the cells whose values are not what the report says, and nobody confirmed.
    """

    said: list[SaidRow] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    waiting: int = 0
    proposed: list[tuple[str, ...]] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)


def read_numbers(rows: Sequence[GridRow], setting: Setting) -> FilledNumbers:
    """Read every row of the sheet."""
    filled = FilledNumbers()
    said = SaidRows(NUMBERS.name, filled.problems, _TWICE)
    for row in rows:
        origin = origin_of_line(row, setting, said)
        if origin is not None:
            cells = TypedCells(NUMBERS.name, row, origin, filled.problems)
            said.keep(_Reading(cells, setting, filled).read())
    return replace(filled, said=said.rows())


class _Reading:
    """Reads one line of the sheet."""

    def __init__(self, cells: TypedCells, setting: Setting, filled: FilledNumbers) -> None:
        self.cells, self.setting, self.filled = cells, setting, filled
        self.origin = cells.origin
        self.kind = setting.catalogue.units[self.origin["unit"]].kind
        self.key = setting.schema("observations").key_of(self.origin)
        self.shown = seen(cells.row.text("proposed"))

    def read(self) -> SaidRow:
        """The row that the line says; as it was, where something is wrong or waits."""
        before_problems = len(self.cells.problems)
        row = self._row()
        if len(self.cells.problems) > before_problems:
            row = self.origin
        cell = self.cells.row.cells["value"].name
        if row != self.origin:
            trace = replace(self.setting.trace, cell=cell)
            row = row | {"note": with_trace(split_note(row["note"])[0], trace)}
        return SaidRow(self.key, self.origin, row, cell)

    def _row(self) -> TextRow:
        cells, origin = self.cells, self.origin
        unit = self._unit()
        self.kind = self.setting.catalogue.units[unit].kind
        value = cells.number("value", self.kind)
        shown = self.shown
        proposed = value is not None and shown is not None and value.value == shown.value
        status = cells.code("status", STATUS_WORDS | {"proposed": PROPOSED})
        if value is not None and status == "not-reported" and not cells.row.text("origin"):
            status = ""  # the word that the workbook was made with, once its hidden column is gone
        waits = proposed and status == "proposed"
        if waits:
            self.filled.waiting += 1
        if waits or (shown and not shown.note and origin["value"]):
            self.filled.proposed.append(self.key)
        if proposed and not origin["value"] and status in ("proposed", "not-reported"):
            return origin
        turned_down = value is None and shown is not None and not origin["value"]
        parts = {
            name: "" if turned_down else self._written(name, cells.number(name, "count"))
            for name in ("numerator", "denominator")
        }
        if shown and not shown.note and origin["value"] and value is not None:
            differs = not proposed or cells.qualifier() != shown.qualifier
            if differs and CONFIRMED not in plain(cells.row.text("note")):
                self.filled.differing.append(cells.row.cells["value"].name)
        unconfirmed = value is None or (bool(origin["value"]) and status == "proposed")
        changes = {
            "value": self._written("value", value),
            "qualifier": self._qualifier(value),
            **parts,
            "unit": unit,
            "status": self._status(status, value),
            "as_of": self._as_of(),
            **self._note(),
            **self._quote(unconfirmed=unconfirmed),
        }
        row = origin | changes
        if row != origin and row["status"] == "derived" and not _SUM.search(row["note"]):
            cells.problem(
                "note" if cells.row.has("note") else "status",
                "đã chọn «suy ra» thì ghi phép tính vào cột Ghi chú, ví dụ 837 - 265.",
            )
        self._hold(row, value)
        return row

    def _written(self, name: str, number: TypedNumber | None) -> str:
        """A number as the data writes it; as the row had it where it is the same number."""
        had = self.origin[name]
        if number is None:
            return ""
        return had if had and Decimal(had) == number.value else f"{number.value:f}"

    def _unit(self) -> str:
        said = self.cells.text("unit")
        had = self.origin["unit"]
        units = self.setting.catalogue.units
        if not said or plain(said) in (plain(units[had].name["vi"]), had):
            return had
        code = code_of({id: unit.name["vi"] for id, unit in units.items()}, said)
        if self.origin["measure"] == "level":
            wanted = units[had].name["vi"]
            self.cells.problem(
                "unit", f"đơn vị của chỉ tiêu này là «{wanted}», không phải «{said}»."
            )
        elif code is None:
            self.cells.problem("unit", f"không có đơn vị «{said}». Hãy chọn trong danh sách.")
        return code or had

    def _qualifier(self, value: TypedNumber | None) -> str:
        """The qualifier's own cell, or else the word typed before the number."""
        said = self.cells.qualifier()
        typed = qualifier_code(value.qualifier) if value else ""
        if said and typed and said != typed:
            self.cells.problem(
                "qualifier", "từ đi kèm ở cột này khác với từ ghi trước con số. Hãy giữ một từ."
            )
        return (said or typed or "") if value else ""

    def _status(self, said: str, value: TypedNumber | None) -> str:
        had = self.origin["status"]
        if value is None:
            if said in NOTHING:
                return said
            if said in ("", "proposed") or (said == had and self.origin["value"]):
                return "not-reported"
            self.cells.problem(
                "status", f"đã chọn «{STATUS_WORDS[said]}» nhưng ô Giá trị trống. Hãy ghi giá trị."
            )
            return had
        if said in NOTHING and not (said == had and not self.origin["value"]):
            self.cells.problem(
                "status",
                f"đã chọn «{STATUS_WORDS[said]}» nhưng ô Giá trị có số {comma(value.value)}. "
                "Hãy xóa số hoặc chọn «báo cáo».",
            )
            return had
        if said in NOTHING or said in ("", "proposed"):
            return had if had not in NOTHING else "reported"
        return said

    def _as_of(self) -> str:
        cells, had = self.cells, self.origin["as_of"]
        if not cells.may_read("as_of") or cells.row.text("as_of") == had:
            return had
        year = self.setting.year
        cell, confirmed = cells.row.cells["as_of"], CONFIRMED in plain(cells.row.text("note"))
        return cells.attempt("as_of", lambda: read_date(cell, year, confirmed=confirmed), had)

    def _note(self) -> TextRow:
        """The officer's note. Without a source text a copied sentence is kept in it."""
        note = own_note(self.cells.text("note"), self.shown)
        had_note, _ = split_note(self.origin["note"])
        note = self.origin["note"] if plain(note) == plain(had_note) else note
        quote = self.cells.text("quote")
        if self.setting.source or not quote or plain(quote) == plain(self.origin["quote"]):
            return {"note": note}
        sentence = f"Trích dẫn: «{' '.join(quote.split())}»"
        return {"note": f"{sentence}; {note}" if note else sentence}

    def _quote(self, *, unconfirmed: bool) -> TextRow:
        """The quote; a sentence that was proposed is none before its number is confirmed."""
        origin = self.origin
        had = {name: origin[name] for name in ("quote", "start", "end")}
        if not self.setting.source:
            return {} if self.cells.text("quote") else dict.fromkeys(had, "")
        found = self.cells.quote(self.setting.source)
        proposed = self.shown is not None and found["start"] == str(self.shown.start)
        if unconfirmed and found != had and proposed:
            return had
        taken_back = bool(origin["value"]) and not self.cells.row.text("value")
        return dict.fromkeys(had, "") if taken_back and found == had else found

    def _hold(self, row: TextRow, value: TypedNumber | None) -> None:
        """Hold changed numbers against unit, last year, numerator and denominator."""
        numbers = ("value", "numerator", "denominator", "unit")
        if all(row[name] == self.origin[name] for name in numbers):
            return
        numerator, denominator = (
            Decimal(row[name]) if row[name] else None for name in ("numerator", "denominator")
        )
        wrong = doubt_of_parts(numerator, denominator)
        if wrong:
            self.cells.problem("numerator" if numerator is not None else "denominator", wrong)
            return
        if value is None:
            if numerator is not None and denominator is not None:
                share = comma(round(numerator * 100 / denominator, 2))
                self.cells.problem(
                    "value",
                    f"có tử số và mẫu số (tính được {share}%) nhưng Giá trị trống. Hãy ghi giá trị "
                    "mà báo cáo nêu, hoặc xóa tử số và mẫu số.",
                )
            return
        entry = Entry(
            value=value.value,
            kind=self.kind,
            measure=row["measure"],
            said_percent=value.said_percent,
            numerator=numerator,
            denominator=denominator,
            before=before(self.setting.report, self.setting.year, row),
            note=row["note"],
            quote=row["quote"] if row["start"] else "",
        )
        wrong = doubt(entry)
        if wrong:
            self.cells.problem("value", wrong)
