"""A prose report that comes after its year was made: it becomes the year's source then."""

from __future__ import annotations

from pathlib import Path

from ..data import read_report, years_in
from ..errors import UsageError
from ..words import said
from ..writing.snapshots import write_at_once
from ..writing.staging import require_readable
from .proposals import ReadReport, propose, source_files


def add_report(root: Path, year: int, text: str, file: str) -> ReadReport:
    """Make a report the year's source, and read its values as proposals.

    Raises:
        UsageError: when there is no such year, or it has a source already.
    """
    if year not in years_in(root):
        raise UsageError(
            said("The book has no year {year}. Run `dxbook new-year {year}` first.", year=year)
        )
    report = read_report(root)
    if any(source.year == year for source in report.catalogue.sources.values()):
        raise UsageError(
            said(
                "{year} has its source (data/{year}/source.vi.txt) already. Its quotes "
                "rest on that text, so this command cannot replace it.",
                year=year,
            )
        )
    read = propose(text, file, report, year)
    files = source_files(read, report, year)
    require_readable(root, files)
    write_at_once(
        root / "data" / str(year),
        {name.removeprefix(f"{year}/"): content for name, content in files.items()},
    )
    return read
