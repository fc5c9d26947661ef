"""The workbook cell behind a value of the data: where an officer mends what the audit noticed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..errors import DxbookError
from ..model import Finding, Observation, Report
from ..workbook import MEASURE, NUMBERS, Trace, code_of, split_note
from ..workbook.filled import GridRow, read_workbook
from .refresh import own_workbook

Lines = Mapping[tuple[str, ...], GridRow]


def workbook_cells(root: Path, report: Report, findings: Iterable[Finding]) -> dict[str, str]:
    """Where each finding about a value that came by workbook is mended, by the finding's id.

    The year's own workbook is looked into, since its rows and columns may have moved since the
    import; of a workbook that came from elsewhere the cell is the one that was imported.

    Returns:
        For example "data/2023/workbook.xlsx, Số liệu!I55"; a value that did not come by workbook
        is not among them.
    """
    of_row = {(o.file, o.row): o for o in report.current.observations}
    traced = [
        (finding, observation, trace)
        for finding in findings
        if (observation := of_row.get((finding.file, finding.row or 0)))
        and (trace := split_note(observation.note)[1])
    ]
    own = own_workbook(root, report.year)
    lines = _lines(own) if any(_is_own(trace, own) for _, _, trace in traced) else {}
    cells = {
        finding.id: _cell(report.year, own, lines, finding, observation, trace)
        for finding, observation, trace in traced
    }
    return {id: cell for id, cell in cells.items() if cell}


def _is_own(trace: Trace, own: Path) -> bool:
    return not trace.part and trace.file == own.name


def _cell(
    year: int, own: Path, lines: Lines, finding: Finding, observation: Observation, trace: Trace
) -> str:
    if not _is_own(trace, own):
        return f"data/{year}/imported/{trace.file}, {trace.sheet}!{trace.cell}"
    line = lines.get((observation.indicator, observation.scope, observation.measure))
    if line is None:
        return f"data/{year}/{trace.file}, {trace.sheet}!{trace.cell}" if own.exists() else ""
    there = finding.column in NUMBERS.typed and line.has(finding.column)
    column = finding.column if there else "value"
    return f"data/{year}/{own.name}, {NUMBERS.name}!{line.cells[column].name}"


def _lines(workbook: Path) -> Lines:
    """The lines of the sheet of numbers by key; none where the workbook cannot be read."""
    try:
        rows = read_workbook(workbook).grids[NUMBERS]
    except DxbookError:
        return {}
    return {
        (row.text("indicator"), row.text("scope"), code_of(MEASURE, row.text("measure")) or ""): row
        for row in rows
    }
