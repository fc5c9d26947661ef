"""The sheet `Cần làm rõ` as it came back: what was decided about each finding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...audit import value_in_doubt
from ...model import Measure, TextRow, observation_key
from ..carried import carried_row
from ..columns import NUMBERS, RULINGS
from ..labels import DECISION, MEASURE, quoted
from ..problems import CellProblem
from .cells import SaidRow, SaidRows, TypedCells, place_of
from .dates import read_day
from .grid import GridRow
from .lines import OVERWRITTEN
from .setting import Setting

_TEXTS = ("reason_vi", "reason_en", "document", "decided_by")
_NEEDED = ("reason_vi", "reason_en", "decided_by", "decided_on")


@dataclass(frozen=True)
class Decided:
    """What rulings are read against.

    Args:
        setting: the book before the import.
        observations: the year's observations as they are after the import.
        cells: where the value of an observation stands in the workbook ("I55"), by its key.
    """

    setting: Setting
    observations: Sequence[TextRow]
    cells: Mapping[tuple[str, ...], str]

    def observation(self, identity: TextRow) -> TextRow | None:
        """The observation that a correction of a finding is joined to, if there is one.

        A finding that rests on several values has none: nothing says which of them is wrong.
        """
        value = value_in_doubt(identity["finding"], identity["value"])
        return next((row for row in self._of_subject(identity) if row["value"] == value), None)

    def has(self, identity: TextRow) -> bool:
        """Whether a finding is about an observation, whatever its value is by now."""
        return any(self._of_subject(identity))

    def _of_subject(self, identity: TextRow) -> Iterator[TextRow]:
        subject = identity["finding"].partition("/")[2]
        for row in self.observations:
            measure: Measure = "change" if row["measure"] == "change" else "level"
            if observation_key(row["indicator"], row["scope"], measure) == subject:
                yield row


def read_rulings(
    rows: Sequence[GridRow], decided: Decided, problems: list[CellProblem]
) -> list[SaidRow]:
    """Read what was decided about each finding; a row that was emptied takes a ruling back."""
    said = SaidRows(RULINGS.name, problems)
    for row in rows:
        empty = not any(row.text(name) for name in RULINGS.typed)
        identity = _identity(row, decided.setting, said, empty=empty)
        if identity is None:
            continue
        cells = TypedCells(RULINGS.name, row, identity)
        made = {} if empty else _Reading(cells, decided).read()
        origin = identity if identity["decision"] else {}
        said.take(cells, SaidRow((identity["finding"],), origin, made, place_of(row, "decision")))
    return said.rows()


def _identity(row: GridRow, setting: Setting, said: SaidRows, *, empty: bool) -> TextRow | None:
    """The finding that a row is about, with its ruling where it had one."""
    code = row.text("finding")
    carried = carried_row(row.text("origin"), setting.schema("rulings"))
    if carried is not None:
        if code in ("", carried["finding"]):
            return carried
        said.refuse(place_of(row, "finding"), OVERWRITTEN)
        return None
    known = setting.tables["rulings"].by_key().get((code,))
    if known is None and not empty:
        said.refuse(
            place_of(row, "decision"),
            "dòng này không còn cột ẩn «dxbook gốc» nên không biết là điểm nào. Hãy lấy lại "
            f"bảng tính bằng «dxbook workbook --year {setting.year}» rồi chép sang.",
        )
    return known


class _Reading:
    """Reads one row of the sheet."""

    def __init__(self, cells: TypedCells, decided: Decided) -> None:
        self.cells, self.decided, self.had = cells, decided, cells.origin
        self.observation = decided.observation(self.had)

    def read(self) -> TextRow:
        """The ruling that the row says."""
        cells = self.cells
        made = self.had | {
            "decision": cells.code("decision", DECISION),
            "new_value": self._new_value(),
            "decided_on": self._day(),
            **{name: self._text(name) for name in _TEXTS},
        }
        if made != self.had or cells.problems:
            self._require(made)
        return made

    def _text(self, name: str) -> str:
        """A text without stray spaces, composed; as the data has it where only spaces differ."""
        had, said = self.had[name], _tidy(self.cells.text(name))
        return had if said == _tidy(had) else said

    def _new_value(self) -> str:
        had, row = self.had["new_value"], self.observation
        kind = self.decided.setting.catalogue.units[row["unit"]].kind if row else "count"
        number = self.cells.number("new_value", kind)
        if number is None:
            return ""
        return had if had and Decimal(had) == number.value else f"{number.value:f}"

    def _day(self) -> str:
        cells, had = self.cells, self.had["decided_on"]
        if not cells.may_read("decided_on"):
            return had
        cell = cells.row.cells["decided_on"]
        if not cell.text:
            return ""
        return cells.attempt("decided_on", lambda: read_day(cell, self.decided.setting.year), had)

    def _lacks(self, made: TextRow, name: str) -> bool:
        """Whether a cell is empty; one that holds what cannot be read was spoken of already."""
        return not made[name] and not self.cells.text(name)

    def _require(self, made: TextRow) -> None:
        """Note what a ruling lacks, or has and may not have, beside what could not be read."""
        if self._lacks(made, "decision"):
            self.cells.problem(
                "decision",
                f"chưa chọn cách xử lý: {quoted(DECISION)}. Muốn bỏ cách xử lý của dòng này thì "
                "xóa hết các ô vàng của dòng.",
            )
        for name in _NEEDED:
            if self._lacks(made, name):
                also = " Sách có hai ngôn ngữ, cần cả hai bản." if name.startswith("reason") else ""
                self.cells.problem(name, f"cột «{RULINGS.title_of(name)}» còn trống.{also}")
        if made["decision"] == "corrected":
            self._require_correction(made)
        elif made["new_value"] and (made["decision"] or not self.cells.text("decision")):
            self.cells.problem(
                "new_value",
                "«Giá trị đúng» chỉ ghi khi chọn «hiệu chỉnh». Hãy xóa số này, hoặc chọn "
                "«hiệu chỉnh».",
            )

    def _require_correction(self, made: TextRow) -> None:
        row = self.observation
        if row is None and ";" not in self.had["value"] and self.decided.has(self.had):
            self.cells.problem(
                "decision",
                f"điểm này dựa trên số {self.had['value'].replace('.', ',')}, nay số liệu đã đổi. "
                "Hãy để trống dòng này, nhập số liệu, rồi chạy «dxbook workbook --year "
                f"{self.decided.setting.year}» và xem lại.",
            )
            return
        if row is None:
            self.cells.problem(
                "decision",
                "điểm này không nói về riêng một con số nên không hiệu chỉnh ở đây được. Hãy chọn "
                "«giữ như báo cáo» hoặc «đã giải thích»; số gõ sai thì sửa ở sheet «Số liệu».",
            )
            return
        if self._lacks(made, "new_value"):
            self.cells.problem("new_value", "đã chọn «hiệu chỉnh» thì phải ghi giá trị đúng.")
        if row["status"] != "corrected":
            self.cells.problem(
                "decision",
                "đã chọn «hiệu chỉnh» thì cột «Tình trạng» của chỉ tiêu đó cũng phải chọn "
                f"«hiệu chỉnh» ({self._line(row)}); nếu không, sách vẫn dùng số cũ.",
            )

    def _line(self, row: TextRow) -> str:
        """Where the observation stands: its row in the workbook where that is known."""
        observations = self.decided.setting.schema("observations")
        cell = self.decided.cells.get(observations.key_of(row))
        if cell:
            return f"sheet «{NUMBERS.name}», dòng {re.sub('[A-Z]', '', cell)}"
        return f"{row['indicator']}, {row['scope']}, {MEASURE[row['measure']]}"


def _tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
