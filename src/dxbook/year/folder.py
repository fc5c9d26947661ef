"""The folder of a new year: whole, or not there at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..data import read_report, years_in
from ..data.schema import YEAR_TABLES
from ..errors import usage_error
from ..model import LANGS, Report
from ..words import written
from ..workbook import Shown
from ..workbook.sheets import workbook_file
from ..writing import TextTable, require_readable, write_folder
from .contents import NAME, year_content
from .report import propose, source_files, source_text
from .rows import level_rows, previous_edition

#: A year's commentary before anyone has written it; it has no numbers.
STUB = written("The commentary for this year is yet to be written.")
_FIRST, _LAST = 2000, 2099


def parse_year(typed: str) -> int:
    """A year from what was typed.

    Raises:
        UsageError: when it is not a year.

    >>> parse_year("2023")
    2023
    """
    if not (typed.isascii() and typed.isdigit() and _FIRST <= int(typed) <= _LAST):
        raise usage_error("“{typed}” is not a year. Write four digits, such as 2023.", typed=typed)
    return int(typed)


def new_year(
    root: Path, year: int, report_text: tuple[str, str] | None = None, *, allow_gap: bool = False
) -> list[str]:
    """Make `data/<year>/`; nothing else changes.

    Args:
        report_text: the prose report and the name of its file: its values are proposed in the
            workbook, and it becomes the year's source.
        allow_gap: whether the year may stand apart from the years that are there.

    Returns:
        The files made, relative to the root.

    Raises:
        UsageError: when the year is there already, or leaves a gap.
        DataError: when the book's data is not valid to begin with.
    """
    known = years_in(root)
    if year in known or (root / "data" / str(year)).exists():
        raise usage_error(
            "data/{year} is there already. To get its workbook again: `dxbook workbook --year "
            "{year}`.",
            year=year,
        )
    if known and not allow_gap and not {year - 1, year + 1} & set(known):
        there = ", ".join(str(y) for y in known)
        raise usage_error(
            "{year} is not next to a year that the book has ({there}). If the gap is meant, add "
            "--allow-gap.",
            year=year,
            there=there,
        )
    report = read_report(root)
    shown, source = Shown(), {}
    if report_text:
        text, file = source_text(report_text[0]), report_text[1]
        shown, source = propose(text, report, year), source_files(text, file, report, year)
    files = _year_files(report, year, shown, source)
    require_readable(root, {f"{year}/{name}": content for name, content in files.items()})
    write_folder(root / "data" / str(year), files)
    return [f"data/{year}/{name}" for name in files]


def _year_files(
    report: Report, year: int, shown: Shown, source: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The files of a new year, by path relative to its folder."""
    schemas = report.catalogue.schemas
    observations = TextTable(schemas["observations"], tuple(level_rows(report, year)))
    tables = {"observations": observations.rows, "standings": (), "statements": ()}
    files = {
        # First, for this is what the officer opens.
        NAME: workbook_file(year_content(report, year, tables, shown)),
        "observations.csv": observations.csv(),
    }
    files |= {f"{name}.csv": TextTable(schemas[name]).csv() for name in YEAR_TABLES[1:]}
    files |= source
    # Commentary is on every pillar, and on what the last edition wrote on.
    last = previous_edition(report, year)
    past = [page for page, _ in report.years[last].commentary] if last else []
    for page in dict.fromkeys([*report.catalogue.pillars, *past]):
        files |= {f"commentary/{page}.{lang}.md": f"{STUB[lang]}\n".encode() for lang in LANGS}
    return files
