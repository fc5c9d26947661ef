"""Tables of a year as rows of text, read and written to the byte."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..data import Files
from ..data.schema import descriptor, schemas
from ..model import Catalogue, Schema, TextRow


@dataclass(frozen=True)
class TextTable:
    """A table as text.

    Args:
        schema: with the columns that its file has.
        rows: in the order of the file; every row has every column.
    """

    schema: Schema
    rows: tuple[TextRow, ...] = ()

    def by_key(self) -> dict[tuple[str, ...], TextRow]:
        """The rows by what names them."""
        return {self.schema.key_of(row): row for row in self.rows}

    def with_rows(self, rows: Iterable[TextRow]) -> TextTable:
        """The table with other rows."""
        return replace(self, rows=tuple(rows))

    def csv(self) -> bytes:
        r"""The table as the book's files are written.

        >>> TextTable(Schema(("a", "b"), ("a",)), ({"a": "1", "b": "x, y"},)).csv()
        b'a,b\n1,"x, y"\n'
        """
        columns = self.schema.columns
        cells = ([row.get(column, "") for column in columns] for row in self.rows)
        return _csv_lines([columns, *cells]).encode()


def _csv_lines(lines: Iterable[Iterable[str]]) -> str:
    """Lines of cells as the book's tables are written."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()


def parse_table(text: str, key: tuple[str, ...] = ()) -> TextTable:
    """A table from CSV text; its key is the columns that name a row."""
    lines = [cells for cells in csv.reader(io.StringIO(text, newline="")) if cells]
    header = tuple(lines[0]) if lines else ()
    rows = tuple(dict(zip(header, cells, strict=True)) for cells in lines[1:])
    return TextTable(Schema(header, key), rows)


def year_table(root: Path, year: int, name: str) -> TextTable:
    """A table of a year; empty, with its usual columns, where the year does not have it."""
    files, file = Files(root), f"data/{year}/{name}.csv"
    schema = schemas(descriptor(files))[name]
    return parse_table(files.text(file), schema.key) if file in files else TextTable(schema)


def appended(csv_text: str, row: Mapping[str, str]) -> str:
    r"""The text of a table with one row more, the rest as it is.

    >>> appended("a,b\n1,2\n", {"b": "x, y", "a": "3"})
    'a,b\n1,2\n3,"x, y"\n'
    """
    columns = parse_table(csv_text).schema.columns
    line = _csv_lines([[row.get(column, "") for column in columns]])
    return csv_text + ("" if csv_text.endswith("\n") else "\n") + line


def blank_row(catalogue: Catalogue, key: tuple[str, str, str], year: int) -> TextRow:
    """An observation that is yet to be reported."""
    indicator, _, measure = key
    unit = catalogue.indicators[indicator].unit
    if measure == "change" and catalogue.units[unit].kind == "percent":
        unit = "percentage-points"
    return unreported(catalogue, key, unit, year)


def unreported(catalogue: Catalogue, key: tuple[str, str, str], unit: str, year: int) -> TextRow:
    """An observation that is yet to be reported, of what the catalogue may not have yet."""
    indicator, scope, measure = key
    return catalogue.schemas["observations"].row(
        indicator=indicator,
        scope=scope,
        measure=measure,
        unit=unit,
        status="not-reported",
        as_of=str(year),
    )
