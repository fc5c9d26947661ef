"""What a workbook carries back of what the officer need not see, and what a note says of it.

A hidden cell has the row that a line was made from, another what a report says of it. A value that
the year's source text does not state has no quote: its trace, at the end of its note, is the file,
sheet and cell that it was typed into. The trace also tells two workbooks apart that say different
things of the same value.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal

from ..model import Schema, TextRow
from .labels import PROPOSED_NOTE

#: A reading's own note at the start of a cell, in workbooks whose hidden cell does not carry it.
_READING = re.compile(rf"^{PROPOSED_NOTE} [\d,]+(; [^;]*)?")
_TRACE = re.compile(
    r"\s*\[(?P<file>[^\[\]]+?)(?: \(phần (?P<part>[^\[\]]+)\))?, "
    r"(?P<sheet>[^\[\]!]+)!(?P<cell>[A-Z]+[0-9]+)\]$"
)


def origin_of(row: TextRow) -> str:
    """A row as the hidden column carries it.

    >>> origin_of({"indicator": "antivirus", "value": "75", "note": ""})
    '{"indicator":"antivirus","value":"75"}'
    """
    said = {column: text for column, text in row.items() if text}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def carried_row(text: str, schema: Schema) -> TextRow | None:
    """The row that a hidden cell carries, or None where it is empty or was damaged."""
    try:
        said = json.loads(text)
        return schema.row(**{str(name): str(value) for name, value in said.items()})
    except (ValueError, AttributeError):
        return None


@dataclass(frozen=True)
class Seen:
    """A value that was read out of a report.

    Args:
        start: where its sentence stands in the source.
        note: what was noted about the reading, where the line waits to be confirmed; empty where
            the report says something else than the line, which is only shown beside.
    """

    value: Decimal
    start: int
    qualifier: str = ""
    note: str = ""

    def carried(self) -> str:
        """The text of the hidden cell.

        >>> Seen(Decimal("83.50"), 120, "over", "đọc từ báo cáo, độ chắc 0,90").carried()
        '83.50@120@over@đọc từ báo cáo, độ chắc 0,90'
        """
        return f"{self.value:f}@{self.start}@{self.qualifier}@{self.note}".rstrip("@")


def seen(text: str) -> Seen | None:
    """What a hidden cell carries; None where it is empty or was damaged.

    >>> seen("83.50@120"), seen("x")
    (Seen(value=Decimal('83.50'), start=120, qualifier='', note=''), None)
    """
    value, start, qualifier, note = (text.split("@", 3) + [""] * 4)[:4]
    if not re.fullmatch(r"-?\d+(\.\d+)?", value) or not start.isdigit():
        return None
    return Seen(Decimal(value), int(start), qualifier, note)


def own_note(note: str, shown: Seen | None) -> str:
    """The officer's own words in a cell: never what was noted about the reading.

    >>> own_note("độ chắc 0,90; hai số; đã hỏi", Seen(Decimal(5), 0, "", "độ chắc 0,90; hai số"))
    'đã hỏi'
    """
    if shown and shown.note and note.startswith(shown.note):
        return note[len(shown.note) :].lstrip("; ")
    found = _READING.match(note)
    return note[found.end() :].lstrip("; ") if found else note


@dataclass(frozen=True)
class Trace:
    """A cell of a workbook, or of the part of a reporting unit."""

    file: str
    part: str
    sheet: str
    cell: str

    def __str__(self) -> str:
        """The trace as it stands in a note.

        >>> str(Trace("workbook.xlsx", "", "Số liệu", "I12"))
        '[workbook.xlsx, Số liệu!I12]'
        """
        part = f" (phần {self.part})" if self.part else ""
        return f"[{self.file}{part}, {self.sheet}!{self.cell}]"

    def same_origin(self, other: Trace) -> bool:
        """Whether both are of one workbook. A whole workbook may be saved under another name."""
        return self.part == other.part and (not self.part or self.file == other.file)


def split_note(note: str) -> tuple[str, Trace | None]:
    """A note without its trace, and the trace.

    >>> split_note("đã kiểm tra [y-te.xlsx (phần Sở Y tế), Số liệu!I7]")[1].part
    'Sở Y tế'
    >>> split_note("837 - 265")
    ('837 - 265', None)
    """
    found = _TRACE.search(note)
    if not found:
        return note, None
    trace = Trace(found["file"], found["part"] or "", found["sheet"], found["cell"])
    return note[: found.start()], trace


def with_trace(note: str, trace: Trace) -> str:
    """A note with its trace at the end."""
    return f"{note} {trace}".strip()


def safe_name(file: str) -> str:
    """A file's name as it may stand in a trace.

    >>> safe_name("so lieu [moi].xlsx")
    'so lieu (moi).xlsx'
    """
    return file.replace("[", "(").replace("]", ")")


def without_trace(row: dict[str, str]) -> dict[str, str]:
    """A row whose note has no trace: what it says, wherever it came from."""
    return row | {"note": split_note(row["note"])[0]} if "note" in row else row
