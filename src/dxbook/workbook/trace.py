"""Where an imported value came from: the workbook's file, sheet and cell, at the end of its note.

A value that the year's source text does not state has no quote; its trace is the cell of the
workbook. The trace also tells two workbooks apart that say different things of the same value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TRACE = re.compile(
    r"\s*\[(?P<file>[^\[\]]+?)(?: \(phần (?P<part>[^\[\]]+)\))?, "
    r"(?P<sheet>[^\[\]!]+)!(?P<cell>[A-Z]+[0-9]+)\]$"
)


@dataclass(frozen=True)
class Trace:
    """A cell of a workbook.

    Args:
        part: the reporting unit whose part the workbook is; empty for a whole workbook.
    """

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
        if self.part != other.part:
            return False
        return not self.part or self.file == other.file


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
