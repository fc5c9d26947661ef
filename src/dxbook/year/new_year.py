"""The folder of a new year: whole, or not there at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from ..data import read_report, years_in
from ..errors import UsageError
from ..model import LANGS, Lang, Report
from ..words import said
from ..workbook.sheets import workbook_file
from ..writing.rows import TextTable, empty_csv, table_of
from ..writing.staging import require_readable
from .proposals import ReadReport, propose, source_files
from .year_content import year_content
from .year_rows import level_rows, previous_edition

#: A year's commentary before anyone has written it; it has no numbers.
STUB: dict[Lang, str] = {
    "vi": "Thuyết minh của năm này chưa được viết.\n",
    "en": "The commentary for this year is yet to be written.\n",
}
_FIRST, _LAST = 2000, 2099


def parse_year(typed: str) -> int:
    """A year from what was typed.

    Raises:
        UsageError: when it is not a year.

    >>> parse_year("2023")
    2023
    """
    if not (typed.isascii() and typed.isdigit() and _FIRST <= int(typed) <= _LAST):
        raise UsageError(
            said("“{typed}” is not a year. Write four digits, such as 2023.", typed=typed)
        )
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
        raise UsageError(
            said(
                "data/{year} is there already. To get its workbook again: `dxbook "
                "workbook --year {year}`.",
                year=year,
            )
        )
    if known and not allow_gap and not {year - 1, year + 1} & set(known):
        there = ", ".join(str(y) for y in known)
        raise UsageError(
            said(
                "{year} is not next to a year that the book has ({there}). If the gap is "
                "meant, add --allow-gap.",
                year=year,
                there=there,
            )
        )
    report = read_report(root)
    read = propose(*report_text, report, year) if report_text else None
    files = year_files(report, year, read)
    require_readable(root, {f"{year}/{name}": content for name, content in files.items()})
    _write_whole(root / "data" / str(year), files)
    return [f"data/{year}/{name}" for name in files]


def year_files(report: Report, year: int, read: ReadReport | None = None) -> dict[str, bytes]:
    """The files of a new year, by path relative to its folder."""
    observations = table_of("observations", level_rows(report, year))
    files = {
        # First, for this is what the officer opens.
        "workbook.xlsx": _workbook(report, year, observations, read),
        "observations.csv": observations.csv(),
    }
    files |= {f"{name}.csv": empty_csv(name) for name in ("standings", "statements", "rulings")}
    if read:
        prefix = f"{year}/"
        sources = source_files(read, report, year)
        files |= {name.removeprefix(prefix): content for name, content in sources.items()}
    for page in _pages(report, year):
        files |= {f"commentary/{page}.{lang}.md": STUB[lang].encode() for lang in LANGS}
    return files


def _workbook(report: Report, year: int, observations: TextTable, read: ReadReport | None) -> bytes:
    tables = {"observations": observations.rows, "standings": (), "statements": ()}
    if read is None:
        return workbook_file(year_content(report, year, tables))
    return workbook_file(year_content(report, year, tables, read.proposals, read.unclaimed))


def _pages(report: Report, year: int) -> list[str]:
    """The pages that have commentary: every pillar, and what the last edition wrote on."""
    last = previous_edition(report, year)
    past = [page for page, _ in report.years[last].commentary] if last else []
    return list(dict.fromkeys([*report.catalogue.pillars, *past]))


def _write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder beside its place and then rename it."""
    beside = folder.parent / f".{folder.name}.new-{os.getpid()}"
    try:
        for name, content in files.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
