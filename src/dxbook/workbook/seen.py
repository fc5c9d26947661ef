"""What a line of the sheet of numbers shows of a report, as its hidden cell carries it back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from .labels import PROPOSED_NOTE

#: A reading's own note at the start of a cell, in workbooks whose hidden cell does not carry it.
_READING = re.compile(rf"^{PROPOSED_NOTE} [\d,]+(; [^;]*)?")


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
