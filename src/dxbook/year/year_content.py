"""The workbook of a year, made from the year's data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from ..data import read_report, years_in
from ..errors import UsageError
from ..model import Report
from ..words import said
from ..workbook.content import (
    Content,
    OpenPoint,
    Proposed,
    cut_by_supplier,
    number_lines,
    place_rows,
)
from ..workbook.sheets import workbook_file
from ..writing.rows import TextRow, blank_row, row_key, year_table
from .open_points import open_points
from .year_rows import change_rows, measured, with_changes

Proposals = Mapping[tuple[str, ...], Proposed]
Unclaimed = tuple[tuple[str, str], ...]


def year_content(
    report: Report,
    year: int,
    tables: Mapping[str, tuple[TextRow, ...]],
    proposals: Proposals | None = None,
    unclaimed: Unclaimed = (),
    points: tuple[OpenPoint, ...] = (),
) -> Content:
    """What stands in the workbook of a year.

    Args:
        tables: the year's observations, standings and statements.
        proposals: values read out of a report, by the key of their observation.
        points: the findings of the audit with their rulings.
    """
    waiting = dict(proposals or {})
    lines = with_changes(tables["observations"], change_rows(report, year))
    proposed_changes = [
        blank_row(report.catalogue, (key[0], key[1], "change"), year)
        for key in waiting
        if key[2] == "change" and key[:2] in measured(report.catalogue, year)
    ]
    lines = with_changes(lines, proposed_changes)
    there = {row_key("standings", row) for row in tables["standings"]}
    blank = [row for row in place_rows(report, year) if row_key("standings", row) not in there]
    return Content(
        year=year,
        catalogue=report.catalogue,
        numbers=tuple(number_lines(report, year, lines, waiting)),
        places=(*tables["standings"], *blank),
        statements=tables["statements"],
        unclaimed=unclaimed,
        points=points,
    )


def workbooks_of(
    root: Path,
    year: int,
    *,
    by_supplier: bool = False,
    proposals: Proposals | None = None,
    unclaimed: Unclaimed = (),
) -> dict[str, bytes]:
    """The workbook of a year as its data stands, or its parts, by file name.

    Raises:
        UsageError: when the book has no such year.
    """
    if year not in years_in(root):
        known = ", ".join(str(y) for y in years_in(root))
        raise UsageError(
            said("The book has no year {year}. Its years: {known}.", year=year, known=known)
        )
    names = ("observations", "standings", "statements")
    tables = {name: year_table(root, year, name).rows for name in names}
    report = read_report(root)
    points = () if by_supplier else open_points(root, report, year)
    content = year_content(report, year, tables, proposals, unclaimed, points)
    if not by_supplier:
        return {"workbook.xlsx": workbook_file(content)}
    parts = cut_by_supplier(content)
    return {f"{slug(part.part)}.xlsx": workbook_file(part) for part in parts}


def slug(text: str) -> str:
    """A file name for a Vietnamese name.

    >>> slug("Sở Thông tin và Truyền thông")
    'so-thong-tin-va-truyen-thong'
    """
    folded = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
