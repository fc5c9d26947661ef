"""What a workbook is read against: the book as it stands before the import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ...model import Catalogue, Report, Schema, TextRow
from ...writing import TextTable
from ..carried import Trace


@dataclass(frozen=True)
class Setting:
    """The book that a workbook is read against.

    Args:
        tables: the year's tables by name.
        trace: the workbook; the cell is filled in for each row.
    """

    report: Report
    year: int
    tables: Mapping[str, TextTable]
    trace: Trace

    @property
    def catalogue(self) -> Catalogue:
        """The tables of all years."""
        return self.report.catalogue

    @property
    def source(self) -> str:
        """The year's source text; empty where there is none."""
        return self.report.years[self.year].source_text

    @cached_property
    def observations(self) -> dict[tuple[str, ...], TextRow]:
        """The year's observations by key."""
        return self.tables["observations"].by_key()

    def schema(self, table: str) -> Schema:
        """What a row of a table looks like."""
        return self.catalogue.schemas[table]
