"""A filled-in workbook to a plan of changes, and the plan to files.

Everything is read and held against the data first; only when nothing at all is wrong are the
files written, all at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..data import read_report, years_in
from ..data.schema import YEAR_TABLES
from ..errors import UsageError
from ..model import Catalogue
from ..words import said
from ..workbook import (
    NUMBERS,
    PLACES,
    RULINGS,
    STATEMENTS,
    CellProblem,
    Trace,
    WorkbookError,
    safe_name,
)
from ..workbook.filled import (
    Decided,
    FilledNumbers,
    Setting,
    read_numbers,
    read_places,
    read_rulings,
    read_statements,
    read_workbook,
)
from ..writing import TextTable, write_year_files, year_table
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
    before = {name: year_table(root, book.year, name) for name in YEAR_TABLES}
    after = dict(before)
    trace = Trace(safe_name(path.name), book.part, NUMBERS.name, "")
    setting = Setting(report, book.year, before, trace)
    filled = FilledNumbers()
    if NUMBERS in book.grids:
        filled = read_numbers(book.grids[NUMBERS], setting)
        after["observations"], disagreements = merge_numbers(
            before["observations"], filled.said, trace, replace=replace
        )
        problems += filled.problems + disagreements
    if PLACES in book.grids:
        places = read_places(book.grids[PLACES], setting, problems)
        after["standings"] = merge_list(before["standings"], places)
    if STATEMENTS in book.grids:
        statements = read_statements(book.grids[STATEMENTS], setting, problems)
        after["statements"] = merge_list(before["statements"], statements)
    if RULINGS in book.grids:
        cells = {said.key: said.cell for said in filled.said}
        decided = Decided(setting, after["observations"].rows, cells)
        rulings = read_rulings(book.grids[RULINGS], decided, problems)
        after["rulings"] = merge_list(before["rulings"], rulings)
    if problems:
        raise WorkbookError(path.name, list(dict.fromkeys(problems)))
    found = [change for name in before for change in changes(name, before[name], after[name])]
    tables = {name: after[name] for name in before if after[name].rows != before[name].rows}
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


def apply_import(plan: ImportPlan) -> None:
    """Write what a plan says, all at once; nothing where it changes nothing.

    Raises:
        DataError: when the data would not be valid; nothing is written then.
    """
    if files := plan.files():
        write_year_files(plan.root, plan.year, files)
