"""Reading CSV tables as text: rows that remember where they stand."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from ..errors import DataError, Problem
from ..model import Text, Validity
from ..words import LANGS, said

_PLAIN_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True)
class Row:
    """One row of a table. Cells are text, as written; an absent column reads as empty.

    Args:
        file: the table's path relative to the book's root.
        number: line as a spreadsheet counts, the header being 1.
    """

    file: str
    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def problem(self, column: str | None, message: str) -> Problem:
        """A problem at this row."""
        return Problem(self.file, self.number, column, message)

    def text(self, stem: str) -> Text:
        """The columns `<stem>_<language>` as one text."""
        return Text(**{lang: self[f"{stem}_{lang}"] for lang in LANGS})

    def words(self, column: str) -> tuple[str, ...]:
        """A cell of space-separated ids."""
        return tuple(self[column].split())

    def number_in(self, column: str) -> Decimal | None:
        """A plain decimal as precise as written, or None where the cell is empty.

        Raises:
            DataError: when the cell is not a plain decimal.
        """
        cell = self[column]
        if not cell:
            return None
        if not _PLAIN_DECIMAL.fullmatch(cell):
            message = said("{cell!r} is not a plain decimal such as 66.40", cell=cell)
            raise DataError([self.problem(column, message)])
        return Decimal(cell)

    def integer(self, column: str) -> int | None:
        """A whole number, or None where the cell is empty."""
        value = self.number_in(column)
        if value is None:
            return None
        if value != value.to_integral_value():
            cell = self[column]
            message = said("{cell!r} is not a whole number", cell=cell)
            raise DataError([self.problem(column, message)])
        return int(value)

    def validity(self) -> Validity:
        """The columns `valid_from` and `valid_to`."""
        return Validity(self._day("valid_from"), self._day("valid_to"))

    def _day(self, column: str) -> date | None:
        cell = self[column]
        try:
            return date.fromisoformat(cell) if cell else None
        except ValueError:
            message = said("{cell!r} is not a day such as 2025-06-30", cell=cell)
            raise DataError([self.problem(column, message)]) from None


def read_text(path: Path, file: str) -> str:
    """A UTF-8 file as NFC text with its newlines kept.

    Raises:
        DataError: when the file is missing or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        message = said("the file is missing")
        raise DataError([Problem(file, None, None, message)]) from None
    except UnicodeDecodeError as error:
        message = said("is not UTF-8 (byte {start}); save it as UTF-8", start=error.start)
        raise DataError([Problem(file, None, None, message)]) from None


def read_table(root: Path, file: str) -> list[Row]:
    """The rows of a CSV table.

    Args:
        root: the book's root.
        file: the table's path relative to it.

    Raises:
        DataError: when the file is missing, is not UTF-8, or has rows of another length.
    """
    text = unicodedata.normalize("NFC", read_text(root / file, file)).removeprefix("\ufeff")
    return list(_rows(text, file))


def _rows(text: str, file: str) -> Iterator[Row]:
    lines = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header = next(lines, [])
        for number, cells in enumerate(lines, start=2):
            if not cells:
                continue
            if len(cells) != len(header):
                message = said(
                    "has {count} cells, the header has {count_2}",
                    count=len(cells),
                    count_2=len(header),
                )
                raise DataError([Problem(file, number, None, message)])
            yield Row(file, number, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        message = said("is not readable CSV: {error}", error=error)
        raise DataError([Problem(file, lines.line_num, None, message)]) from None
