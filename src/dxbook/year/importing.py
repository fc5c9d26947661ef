"""A filled-in workbook to a plan of changes, and the plan to files.

Everything is read and held against the data first; only when nothing at all is wrong are the
files written, all at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..data import read_report, years_in
from ..data.schema import YEAR_TABLES
from ..errors import usage_error
from ..model import Catalogue
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
    FilledWorkbook,
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
_IMPORTED = "imported"


@dataclass(frozen=True)
class ImportPlan:
    """What an import would do.

    Args:
        tables: the changed tables by name.
        filled: what the sheet of numbers says, proposals that wait to be confirmed among it.
    """

    root: Path
    path: Path
    year: int
    catalogue: Catalogue
    changes: tuple[Change, ...]
    tables: dict[str, TextTable]
    filled: FilledNumbers

    def files(self) -> dict[str, bytes]:
        """The files to write, by path relative to the year's folder."""
        files = {f"{name}.csv": table.csv() for name, table in self.tables.items()}
        own = (self.root / "data" / str(self.year)).resolve()
        if files and not self.path.resolve().is_relative_to(own):
            files[f"{_IMPORTED}/{safe_name(self.path.name)}"] = self.path.read_bytes()
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
        raise usage_error(
            "{name} is a workbook of {year}, which the book does not have. Run `dxbook new-year "
            "{year}` first.",
            name=path.name,
            year=book.year,
        )
    report = read_report(root)
    before = {name: year_table(root, book.year, name) for name in YEAR_TABLES}
    trace = Trace(safe_name(path.name), book.part, NUMBERS.name, "")
    setting = Setting(report, book.year, before, trace)
    after, filled = _imported(book, setting, replace=replace)
    found = [change for name in before for change in changes(name, before[name], after[name])]
    tables = {name: after[name] for name in before if after[name].rows != before[name].rows}
    return ImportPlan(root, path, book.year, report.catalogue, tuple(found), tables, filled)


def _imported(
    book: FilledWorkbook, setting: Setting, *, replace: bool
) -> tuple[dict[str, TextTable], FilledNumbers]:
    """The year's tables as they are after the import, and what the sheet of numbers says."""
    problems: list[CellProblem] = []
    tables, filled = dict(setting.tables), FilledNumbers()
    if NUMBERS in book.grids:
        filled = read_numbers(book.grids[NUMBERS], setting)
        tables["observations"], disagreements = merge_numbers(
            tables["observations"], filled.said, setting.trace, replace=replace
        )
        problems += filled.problems + disagreements
    if PLACES in book.grids:
        places = read_places(book.grids[PLACES], setting, problems)
        tables["standings"] = merge_list(tables["standings"], places)
    if STATEMENTS in book.grids:
        statements = read_statements(book.grids[STATEMENTS], setting, problems)
        tables["statements"] = merge_list(tables["statements"], statements)
    if RULINGS in book.grids:
        cells = {said.key: said.cell for said in filled.said}
        decided = Decided(setting, tables["observations"].rows, cells)
        rulings = read_rulings(book.grids[RULINGS], decided, problems)
        tables["rulings"] = merge_list(tables["rulings"], rulings)
    if problems:
        raise WorkbookError(book.file, list(dict.fromkeys(problems)))
    return tables, filled


def apply_import(plan: ImportPlan) -> None:
    """Write what a plan says, all at once; nothing where it changes nothing.

    Raises:
        DataError: when the data would not be valid; nothing is written then.
    """
    if files := plan.files():
        write_year_files(plan.root, plan.year, files)
