"""Tables of a year as rows of text, read and written to the byte."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..data.tables import read_text
from ..model import Catalogue

#: A row of a table: text by column, as it stands in the file.
TextRow = dict[str, str]

COLUMNS: dict[str, tuple[str, ...]] = {
    "observations": (
        "indicator", "scope", "measure", "value", "qualifier", "numerator", "denominator", "unit",
        "status", "as_of", "quote", "start", "end", "note",
    ),
    "standings": ("indicator", "place", "standing", "list", "quote", "start", "end"),
    "statements": (
        "id", "pillar", "section", "indicator", "kind", "text_vi", "text_en", "quote", "start",
        "end",
    ),
    "rulings": (
        "finding", "decision", "value", "new_value", "reason_vi", "reason_en", "document",
        "decided_by", "decided_on",
    ),
    "sources": (
        "id", "year", "lang", "path", "title_vi", "title_en", "publisher_vi", "publisher_en",
        "url", "sha256", "retrieved_on",
    ),
}  # fmt: skip
#: The columns that name a row of a table.
KEYS: dict[str, tuple[str, ...]] = {
    "observations": ("indicator", "scope", "measure"),
    "standings": ("indicator", "place"),
    "statements": ("id",),
    "rulings": ("finding",),
}


@dataclass(frozen=True)
class TextTable:
    """A table as text.

    Args:
        columns: the header.
        rows: in the order of the file; every row has every column.
    """

    columns: tuple[str, ...]
    rows: tuple[TextRow, ...]

    def csv(self) -> bytes:
        r"""The table as the book's files are written.

        >>> TextTable(("a", "b"), ({"a": "1", "b": "x, y"},)).csv()
        b'a,b\n1,"x, y"\n'
        """
        out = io.StringIO()
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(self.columns)
        lines.writerows([row.get(column, "") for column in self.columns] for row in self.rows)
        return out.getvalue().encode()


def parse_table(text: str) -> TextTable:
    """A table from CSV text."""
    lines = [cells for cells in csv.reader(io.StringIO(text, newline="")) if cells]
    header = tuple(lines[0]) if lines else ()
    return TextTable(header, tuple(dict(zip(header, cells, strict=True)) for cells in lines[1:]))


def year_table(root: Path, year: int, name: str) -> TextTable:
    """A table of a year; empty, with its usual header, where the year does not have it."""
    file = f"data/{year}/{name}.csv"
    if not (root / file).exists():
        return TextTable(COLUMNS[name], ())
    return parse_table(read_text(root / file, file))


def row_key(name: str, row: TextRow) -> tuple[str, ...]:
    """What names a row of a table."""
    return tuple(row.get(column, "") for column in KEYS[name])


def appended(csv_text: str, row: Sequence[str]) -> str:
    r"""The text of a table with one row more, the rest as it is.

    >>> appended("a,b\n1,2\n", ["3", "x, y"])
    'a,b\n1,2\n3,"x, y"\n'
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(row)
    return csv_text + ("" if csv_text.endswith("\n") else "\n") + out.getvalue()


def empty_csv(name: str) -> bytes:
    """A table with its header only."""
    return TextTable(COLUMNS[name], ()).csv()


def table_of(name: str, rows: Iterable[TextRow]) -> TextTable:
    """A table of a year with its usual header."""
    return TextTable(COLUMNS[name], tuple(rows))


def blank_row(catalogue: Catalogue, key: tuple[str, str, str], year: int) -> TextRow:
    """An observation that is yet to be reported."""
    indicator, scope, measure = key
    unit = catalogue.indicators[indicator].unit
    if measure == "change" and catalogue.units[unit].kind == "percent":
        unit = "percentage-points"
    row = dict.fromkeys(COLUMNS["observations"], "")
    return row | {
        "indicator": indicator,
        "scope": scope,
        "measure": measure,
        "unit": unit,
        "status": "not-reported",
        "as_of": str(year),
    }
