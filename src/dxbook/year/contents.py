"""What stands in the workbook of a year: its data, and what the audit finds in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from ..audit import STALE, audit, lint
from ..data import read_report, years_in
from ..errors import usage_error
from ..model import Finding, Report, TextRow
from ..workbook import Content, OpenPoint, Shown, cut_by_supplier, number_lines, place_rows
from ..workbook.sheets import workbook_file
from ..writing import blank_row, year_table
from .rows import change_rows, measured, with_changes

#: The year's own workbook, which the officer opens.
NAME = "workbook.xlsx"
_NOTHING = Shown()
_GRAVEST = ("error", "warning", "note")


def year_content(
    report: Report,
    year: int,
    tables: Mapping[str, tuple[TextRow, ...]],
    shown: Shown = _NOTHING,
    points: tuple[OpenPoint, ...] = (),
) -> Content:
    """What stands in the workbook of a year; `tables` are those that it has a sheet for."""
    proposed_changes = [
        blank_row(report.catalogue, (key[0], key[1], "change"), year)
        for key in shown.proposals
        if key[2] == "change" and key[:2] in measured(report.catalogue, year)
    ]
    changes = [*change_rows(report, year), *proposed_changes]
    lines = with_changes(tables["observations"], changes)
    place_key = report.catalogue.schemas["standings"].key_of
    there = {place_key(row) for row in tables["standings"]}
    blank = [row for row in place_rows(report, year) if place_key(row) not in there]
    return Content(
        year=year,
        catalogue=report.catalogue,
        numbers=tuple(number_lines(report, year, lines, shown.proposals)),
        places=(*tables["standings"], *blank),
        statements=tables["statements"],
        unclaimed=shown.unclaimed,
        points=points,
    )


def workbooks_of(
    root: Path, year: int, *, by_supplier: bool = False, shown: Shown = _NOTHING
) -> dict[str, bytes]:
    """The workbook of a year as its data stands, or its parts, by file name.

    Raises:
        UsageError: when the book has no such year.
    """
    if year not in years_in(root):
        known = ", ".join(str(y) for y in years_in(root))
        raise usage_error(
            "The book has no year {year}. Its years: {known}.", year=year, known=known
        )
    names = ("observations", "standings", "statements")
    tables = {name: year_table(root, year, name).rows for name in names}
    report = read_report(root)
    points = () if by_supplier else _open_points(root, report, year)
    content = year_content(report, year, tables, shown, points)
    if not by_supplier:
        return {NAME: workbook_file(content)}
    parts = cut_by_supplier(content)
    return {f"{slug(part.part)}.xlsx": workbook_file(part) for part in parts}


def _open_points(root: Path, report: Report, year: int) -> tuple[OpenPoint, ...]:
    """Every finding that `dxbook check` raises on a year: those to be decided first, gravest first.

    A ruling whose finding is gone is shown by itself, so that the officer can take it back.
    """
    seen = report.for_year(year)
    findings = (*audit(seen).findings, *lint(root, seen))
    rows = {row["finding"]: row for row in year_table(root, year, "rulings").rows}
    lines = {(o.file, o.row): (o.indicator, o.scope, o.measure) for o in seen.current.observations}
    points = (
        _stale(finding, rows) if finding.rule == STALE else _point(finding, rows, lines, report)
        for finding in findings
    )
    return tuple(sorted(points, key=_order))


def _point(
    finding: Finding,
    rows: dict[str, TextRow],
    lines: Mapping[tuple[str, int], tuple[str, ...]],
    report: Report,
) -> OpenPoint:
    schema = report.catalogue.schemas["rulings"]
    standing = rows.get(finding.id)
    covers = standing is not None and finding.ruling is not None
    return OpenPoint(
        finding=finding,
        identity=schema.row(finding=finding.id, value=finding.evidence),
        observation=lines.get((finding.file, finding.row or 0), ()),
        ruling=standing if covers else None,
        earlier=None if covers else standing,
    )


def _stale(finding: Finding, rows: dict[str, TextRow]) -> OpenPoint:
    of_id = {id.replace("/", ":"): row for id, row in rows.items()}
    ruling = of_id[finding.subject]
    return OpenPoint(finding=finding, identity=ruling, ruling=ruling)


def _order(point: OpenPoint) -> tuple[bool, int]:
    decided = point.ruling is not None and point.finding.rule != STALE
    return decided, _GRAVEST.index(point.finding.severity)


def slug(text: str) -> str:
    """A file name for a Vietnamese name.

    >>> slug("Sở Thông tin và Truyền thông")
    'so-thong-tin-va-truyen-thong'
    """
    folded = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
