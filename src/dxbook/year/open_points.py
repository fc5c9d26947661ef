"""What the audit finds in a year, as the sheet of rulings shows it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..audit import STALE, audit, lint
from ..model import Finding, Report
from ..workbook.content import OpenPoint
from ..writing.rows import COLUMNS, TextRow, year_table

_GRAVEST = ("error", "warning", "note")


def open_points(root: Path, report: Report, year: int) -> tuple[OpenPoint, ...]:
    """Every finding that `dxbook check` raises on a year: those to be decided first, gravest first.

    A ruling whose finding is gone is shown by itself, so that the officer can take it back.
    """
    seen = report.for_year(year)
    findings = (*audit(seen).findings, *lint(root, seen))
    rows = {row["finding"]: row for row in year_table(root, year, "rulings").rows}
    lines = {(o.file, o.row): (o.indicator, o.scope, o.measure) for o in seen.current.observations}
    points = [
        _stale(finding, rows) if finding.rule == STALE else _point(finding, rows, lines)
        for finding in findings
    ]
    return tuple(sorted(points, key=_order))


def _point(
    finding: Finding,
    rows: dict[str, TextRow],
    lines: Mapping[tuple[str, int], tuple[str, ...]],
) -> OpenPoint:
    identity = {"finding": finding.id, "value": finding.evidence}
    standing = rows.get(finding.id)
    covers = standing is not None and finding.ruling is not None
    return OpenPoint(
        finding=finding,
        identity=dict.fromkeys(COLUMNS["rulings"], "") | identity,
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
