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
from ..words import said

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
        """The columns `<stem>_vi` and `<stem>_en` as one text."""
        return Text(self[f"{stem}_vi"], self[f"{stem}_en"])

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
            message = said(
                f"«{cell}» không phải là số viết như 66.40",
                f"{cell!r} is not a plain decimal such as 66.40",
            )
            raise DataError([self.problem(column, message)])
        return Decimal(cell)

    def integer(self, column: str) -> int | None:
        """A whole number, or None where the cell is empty."""
        value = self.number_in(column)
        if value is None:
            return None
        if value != value.to_integral_value():
            cell = self[column]
            message = said(f"«{cell}» không phải là số nguyên", f"{cell!r} is not a whole number")
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
            message = said(
                f"«{cell}» không phải là ngày viết như 2025-06-30",
                f"{cell!r} is not a day such as 2025-06-30",
            )
            raise DataError([self.problem(column, message)]) from None


def read_text(path: Path, file: str) -> str:
    """A UTF-8 file as NFC text with its newlines kept.

    Raises:
        DataError: when the file is missing or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        message = said("thiếu tệp này", "the file is missing")
        raise DataError([Problem(file, None, None, message)]) from None
    except UnicodeDecodeError as error:
        message = said(
            f"không phải mã UTF-8 (byte {error.start}); hãy lưu lại bằng mã UTF-8",
            f"is not UTF-8 (byte {error.start}); save it as UTF-8",
        )
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
                    f"có {len(cells)} ô, dòng tên cột có {len(header)} ô; ô có dấu phẩy thì đặt "
                    "trong ngoặc kép",
                    f"has {len(cells)} cells, the header has {len(header)}",
                )
                raise DataError([Problem(file, number, None, message)])
            yield Row(file, number, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        message = said(f"không đọc được như tệp CSV: {error}", f"is not readable CSV: {error}")
        raise DataError([Problem(file, lines.line_num, None, message)]) from None
