"""What a table looks like: its columns, and those that name a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

#: A row of a table: text by column, as it stands in the file.
TextRow = dict[str, str]


@dataclass(frozen=True)
class Schema:
    """The columns of a table, in the order of the file, and those that name a row, as the data
    package's descriptor says them."""

    columns: tuple[str, ...]
    key: tuple[str, ...]

    def row(self, **cells: str) -> TextRow:
        """A row with these cells, the others empty.

        >>> Schema(("id", "name"), ("id",)).row(name="x")
        {'id': '', 'name': 'x'}
        """
        return dict.fromkeys(self.columns, "") | cells

    def key_of(self, row: Mapping[str, str]) -> tuple[str, ...]:
        """What names a row.

        >>> Schema(("id", "name"), ("id",)).key_of({"id": "a", "name": "x"})
        ('a',)
        """
        return tuple(row.get(column, "") for column in self.key)
