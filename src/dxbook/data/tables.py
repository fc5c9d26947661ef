"""Reading CSV tables as text: rows that remember where they stand."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar, cast

from ..errors import DataError, Problem
from ..model import Text, Validity
from ..words import LANGS, said
from .files import Files

A = TypeVar("A")

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

    def made(self, of: type[A], **given: object) -> A:
        """The row as a value of the model.

        A field is read from the column of its name, as its type says (`_READ`); a number that must
        be there is 0 where the cell is empty.

        Args:
            given: the fields that no column has.

        Raises:
            DataError: when a cell is not of its field's type.
        """
        kind, cells = cast(type, of), self.cells
        read = {
            name: how(self, name) if how else cells.get(name, "")
            for name, how in _fields(kind)
            if name not in given
        }
        return of(**read, **given)

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
            message = said("{cell!r} is not a whole number", cell=self[column])
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


_Read = Callable[[Row, str], Any]
#: How a field is read from the column of its name, by its type as the model writes it. What is
#: not here is text, be it of words to choose from, which are checked when data is validated.
_READ: Mapping[str, _Read] = {
    "bool": lambda row, column: row[column] == "true",
    "int": lambda row, column: row.integer(column) or 0,
    "int | None": Row.integer,
    "Decimal": lambda row, column: row.number_in(column) or Decimal(0),
    "Decimal | None": Row.number_in,
    "tuple[str, ...]": Row.words,
    "Text": Row.text,
    "Validity": lambda row, _: row.validity(),
}
#: Where a row stands is in no column.
_WHERE: Mapping[str, _Read] = {
    "file": lambda row, _: row.file,
    "row": lambda row, _: row.number,
}


@lru_cache
def _fields(of: type) -> tuple[tuple[str, _Read | None], ...]:
    """Each field of a value with how it is read; None for text."""
    return tuple((f.name, _WHERE.get(f.name) or _READ.get(str(f.type))) for f in fields(of))


def read_rows(
    files: Files, file: str, make: Callable[[Row], A], problems: list[Problem]
) -> list[A]:
    """What is made of each row of a CSV table; of those that cannot be read, nothing.

    What is wrong is added to the problems. Where the file is missing, is not UTF-8, or has rows of
    another length, nothing is made of any row.
    """
    made = []
    try:
        for row in list(_rows(files, file)):
            try:
                made.append(make(row))
            except DataError as error:
                problems.extend(error.problems)
    except DataError as error:
        problems.extend(error.problems)
    return made


def _rows(files: Files, file: str) -> Iterator[Row]:
    text = unicodedata.normalize("NFC", files.text(file)).removeprefix("\ufeff")
    lines = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header = next(lines, [])
        for number, cells in enumerate(lines, start=2):
            if not cells:
                continue
            if len(cells) != len(header):
                message = said(
                    "has {count} cells, the header has {wanted}",
                    count=len(cells),
                    wanted=len(header),
                )
                raise DataError([Problem(file, number, None, message)])
            yield Row(file, number, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        message = said("is not readable CSV: {error}", error=error)
        raise DataError([Problem(file, lines.line_num, None, message)]) from None
