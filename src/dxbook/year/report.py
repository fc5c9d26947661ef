"""A prose report as a year's source, and its values as the workbook shows them: to be confirmed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from ..data import read_report as read_data
from ..data import years_in
from ..errors import usage_error
from ..keeping import digest_of
from ..model import Report
from ..workbook import Shown
from ..writing import TextTable, write_year_files


def source_text(raw: str) -> str:
    r"""A report's text as the book keeps it: composed letters, plain line ends, no byte mark.

    >>> source_text("\ufeffa\u0302\r\n")
    'â\n'
    """
    text = unicodedata.normalize("NFC", raw.removeprefix("\ufeff"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def propose(text: str, report: Report, year: int) -> Shown:
    """Read a year's source text; of several values for one observation the surest is kept."""
    from ..reading import Proposal, read_report

    reading = read_report(text, report, year)
    by_score = sorted(reading.proposals, key=lambda p: p.score)
    best: dict[tuple[str, ...], Proposal] = {(p.indicator, p.scope, p.measure): p for p in by_score}
    return Shown(best, tuple((u.token, u.quote) for u in reading.unclaimed))


def source_files(text: str, file: str, report: Report, year: int) -> dict[str, bytes]:
    """A text from a file as the year's source, with its row; by path relative to its folder.

    Who published it is not in the text: the row says so, for the officer to mend.
    """
    content = text.encode()
    past = [s for s in report.catalogue.sources.values() if s.id.endswith(f"-{s.year}")]
    stem = past[-1].id.removesuffix(f"-{past[-1].year}") if past else "report"
    schema = report.catalogue.schemas["sources"]
    row = schema.row(
        id=f"{stem}-{year}",
        year=str(year),
        lang="vi",
        path=f"{year}/source.vi.txt",
        title_vi=f"Báo cáo kết quả chuyển đổi số năm {year}",
        title_en=f"Report on the results of digital transformation in {year}",
        publisher_vi=f"do người biên soạn cung cấp (tệp {file})",
        publisher_en=f"supplied by the compiler (file {file})",
        sha256=digest_of(content),
    )
    return {"source.vi.txt": content, "sources.csv": TextTable(schema, (row,)).csv()}


def add_report(root: Path, year: int, text: str, file: str) -> Shown:
    """Make a report the year's source, and read its values as proposals.

    Raises:
        UsageError: when there is no such year, or it has a source already.
    """
    if year not in years_in(root):
        raise usage_error(
            "The book has no year {year}. Run `dxbook new-year {year}` first.", year=year
        )
    report = read_data(root)
    if any(source.year == year for source in report.catalogue.sources.values()):
        raise usage_error(
            "{year} has its source (data/{year}/source.vi.txt) already. Its quotes rest on that "
            "text, so this command cannot replace it.",
            year=year,
        )
    source = source_text(text)
    shown = propose(source, report, year)
    write_year_files(root, year, source_files(source, file, report, year))
    return shown
