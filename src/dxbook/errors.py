"""What can go wrong, and whose it is to mend.

    DxbookError            the user's to mend: one message, exit 2, no traceback
    ├── UsageError         a year, language or option that does not exist
    ├── DataError          tables or sources that do not hold what they must
    ├── UnknownReference   a page names a value, chart or indicator that is not there
    ├── PageError          a notebook that cannot be run as it stands (no parameters cell …)
    ├── PageFailed         a notebook whose code raised; it is kept for a look (exit 1, or 2 when
    │                      what it raised is itself a DxbookError: the user's to mend)
    ├── PagesFailed        several of these, all that one run found
    └── BookError          Jupyter Book refused the staged book

Findings of the audit are not errors: they are values (`dxbook.model.Finding`).
Anything else that is raised is a bug, and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .words import Value, said, said_count


class DxbookError(Exception):
    """The user's to mend. Its text says what, where and what to do, in the user's language."""

    exit_code = 2


class UsageError(DxbookError):
    """A year, language, option or folder that does not exist."""


def usage_error(message: str, /, **values: Value) -> UsageError:
    """A `UsageError` that says a message of the catalogues; see `dxbook.words.said`."""
    return UsageError(said(message, **values))


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the data.

    Args:
        file: path as the user knows it, relative to the book's root.
        row: line of the file as a spreadsheet counts, the header being 1; None for the whole file.
        column: name of the column; None for the whole row.
        message: what was found, what was expected and what to do, in the user's language.
    """

    file: str
    row: int | None
    column: str | None
    message: str

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += said(", row {row}", row=self.row)
        if self.column is not None:
            place += said(", column {column}", column=self.column)
        return f"{place}: {self.message}"


class DataError(DxbookError):
    """Tables or sources that do not hold what they must; all problems at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        heading = said_count("{count} problem in the data:", "{count} problems in the data:", count)
        super().__init__("\n".join([heading, *(f"  {problem}" for problem in self.problems)]))


class UnknownReference(DxbookError):
    """A page or text names something that the data does not have."""


class PageError(DxbookError):
    """A notebook that cannot be run as it stands."""


class PageFailed(DxbookError):
    """A notebook whose code raised. The executed notebook is kept.

    Args:
        page: name of the page.
        cell: number of the failing cell, counted from 1 over all cells.
        cause: last line of the traceback.
        kept: where the failed notebook lies.
        exit_code: 2 where the cause is bad input rather than bad code.
    """

    def __init__(
        self, page: str, cell: int | None, cause: str, kept: Path | None, exit_code: int = 1
    ) -> None:
        self.page, self.cell, self.cause, self.kept = page, cell, cause, kept
        self.exit_code = exit_code
        where = said("page {page}", page=page)
        if cell is not None:
            where += said(", cell {cell}", cell=cell)
        look = said("\n  The notebook with its outputs is kept at {kept}", kept=kept)
        super().__init__(f"{where}: {cause}{look if kept else ''}")


class PagesFailed(DxbookError):
    """Several pages of one run failed; the others have run."""

    def __init__(self, failures: Sequence[PageFailed]) -> None:
        self.failures = tuple(failures)
        self.exit_code = max(failure.exit_code for failure in failures)
        heading = said("{count} pages failed:", count=len(failures))
        super().__init__("\n".join([heading, *(f"  {failure}" for failure in failures)]))


class BookError(DxbookError):
    """Jupyter Book refused the staged book; its warnings are in the message."""
