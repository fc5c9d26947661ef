"""A filled-in workbook to a plan of changes, and the plan to files.

Everything is read and held against the data first; only when nothing at all is wrong are the
files written, all at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..data import read_report, years_in
from ..errors import UsageError
from ..model import Catalogue, Report
from ..words import said
from ..workbook.columns import NUMBERS, PLACES, RULINGS, STATEMENTS
from ..workbook.filled.grid import FilledWorkbook, read_workbook
from ..workbook.filled.lines import Setting
from ..workbook.filled.lists import read_places, read_statements
from ..workbook.filled.numbers import FilledNumbers, read_numbers
from ..workbook.filled.rulings import Decided, read_rulings
from ..workbook.problems import CellProblem, WorkbookError
from ..workbook.trace import Trace, safe_name
from ..writing.rows import TextTable, row_key, year_table
from ..writing.snapshots import write_at_once
from ..writing.staging import require_readable
from .merge import Change, changes, merge_list, merge_numbers

#: Where the workbooks that values are traced to are kept, in the year's folder.
IMPORTED = "imported"


@dataclass(frozen=True)
class ImportPlan:
    """What an import would do.

    Args:
        tables: the changed tables by name.
        waiting: how many proposals nobody has confirmed yet.
        proposed: the lines that show what a report says and still have to be looked at.
        differing: the cells whose values are not what the report says, and nobody confirmed.
    """

    root: Path
    path: Path
    year: int
    changes: tuple[Change, ...]
    tables: dict[str, TextTable]
    waiting: int
    catalogue: Catalogue
    proposed: tuple[tuple[str, ...], ...] = ()
    differing: tuple[str, ...] = ()

    def files(self) -> dict[str, bytes]:
        """The files to write, by path relative to the year's folder."""
        files = {f"{name}.csv": table.csv() for name, table in self.tables.items()}
        own = (self.root / "data" / str(self.year)).resolve()
        if files and not self.path.resolve().is_relative_to(own):
            files[f"{IMPORTED}/{safe_name(self.path.name)}"] = self.path.read_bytes()
        return files


def plan_import(root: Path, path: Path, *, replace: bool = False) -> ImportPlan:
    """Read a workbook and say what it would change; nothing is written.

    Args:
        replace: whether it may overrule values that came from another workbook.

    Raises:
        WorkbookError: with everything that is wrong, by sheet and cell.
        UsageError: when the book has no such year.
    """
    book = read_workbook(path)
    if book.year not in years_in(root):
        raise UsageError(
            said(
                "{name} is a workbook of {year}, which the book does not have. Run "
                "`dxbook new-year {year}` first.",
                name=path.name,
                year=book.year,
            )
        )
    report = read_report(root)
    problems: list[CellProblem] = []
    names = ("observations", "standings", "statements", "rulings")
    before = {name: year_table(root, book.year, name) for name in names}
    after = dict(before)
    filled = FilledNumbers([], [])
    if NUMBERS in book.grids:
        trace = Trace(safe_name(path.name), book.part, NUMBERS, "")
        setting = Setting(
            report=report,
            year=book.year,
            current={row_key("observations", row): row for row in before["observations"].rows},
            source=report.years[book.year].source_text,
            trace=trace,
        )
        filled = read_numbers(book.grids[NUMBERS], setting)
        after["observations"], disagreements = merge_numbers(
            before["observations"], filled.said, trace, NUMBERS, replace=replace
        )
        problems += filled.problems + disagreements
    after |= _lists(book, report, before, problems)
    if RULINGS in book.grids:
        decided = Decided(
            book.year,
            report.catalogue,
            {row["finding"]: row for row in before["rulings"].rows},
            after["observations"].rows,
            {said.key: said.cell for said in filled.said},
        )
        rulings = read_rulings(book.grids[RULINGS], decided, problems)
        after["rulings"] = merge_list("rulings", before["rulings"], rulings)
    if problems:
        raise WorkbookError(path.name, list(dict.fromkeys(problems)))
    found = [change for name in names for change in changes(name, before[name], after[name])]
    tables = {name: after[name] for name in names if after[name].rows != before[name].rows}
    return ImportPlan(
        root,
        path,
        book.year,
        tuple(found),
        tables,
        filled.waiting,
        report.catalogue,
        tuple(filled.proposed),
        tuple(filled.differing),
    )


def _lists(
    book: FilledWorkbook,
    report: Report,
    before: dict[str, TextTable],
    problems: list[CellProblem],
) -> dict[str, TextTable]:
    """The tables of places and statements after the import, where the workbook has them."""
    made: dict[str, TextTable] = {}
    source = report.years[book.year].source_text
    if PLACES in book.grids:
        places = read_places(book.grids[PLACES], report.catalogue, book.year, source, problems)
        made["standings"] = merge_list("standings", before["standings"], places)
    if STATEMENTS in book.grids:
        known = before["statements"].rows
        statements = read_statements(
            book.grids[STATEMENTS], report.catalogue, book.year, source, known, problems
        )
        made["statements"] = merge_list("statements", before["statements"], statements)
    return made


def apply_import(plan: ImportPlan) -> None:
    """Write what a plan says, all at once; nothing where it changes nothing.

    Raises:
        DataError: when the data would not be valid; nothing is written then.
    """
    files = plan.files()
    if not files:
        return
    require_readable(plan.root, {f"{plan.year}/{name}": text for name, text in files.items()})
    write_at_once(plan.root / "data" / str(plan.year), files)
