"""Values read out of a prose report, as the workbook shows them: for the officer to confirm."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field

from ..model import Report
from ..workbook.content import Proposed
from ..writing.rows import TextTable


@dataclass(frozen=True)
class ReadReport:
    """A prose report with what was read out of it.

    Args:
        text: as it becomes the year's source.
        file: the name of the file it came from.
        proposals: the best one for each observation.
        unclaimed: numbers that belong to no known indicator, with their quotes.
    """

    text: str
    file: str
    proposals: dict[tuple[str, ...], Proposed] = field(default_factory=dict)
    unclaimed: tuple[tuple[str, str], ...] = ()


def source_text(raw: str) -> str:
    r"""A report's text as the book keeps it: composed letters, plain line ends, no byte mark.

    >>> source_text("\ufeffa\u0302\r\n")
    'â\n'
    """
    text = unicodedata.normalize("NFC", raw.removeprefix("\ufeff"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def propose(raw: str, file: str, report: Report, year: int) -> ReadReport:
    """Read a prose report; of several values for one observation the surest is kept."""
    from ..reading import read_report

    text = source_text(raw)
    reading = read_report(text, report, year)
    best: dict[tuple[str, ...], Proposed] = {}
    for p in sorted(reading.proposals, key=lambda p: p.score):
        best[p.indicator, p.scope, p.measure] = Proposed(
            value=p.value,
            qualifier=p.qualifier,
            numerator=p.numerator,
            denominator=p.denominator,
            quote=p.quote,
            start=p.start,
            score=p.score,
            note=p.note,
            unit=p.unit,
        )
    unclaimed = tuple((u.token, u.quote) for u in reading.unclaimed)
    return ReadReport(text, file, best, unclaimed)


def source_files(read: ReadReport, report: Report, year: int) -> dict[str, bytes]:
    """The report's text as the year's source, with its row; by path relative to `data/`.

    Who published it is not in the text: the row says so, for the officer to mend.
    """
    content = read.text.encode()
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
        publisher_vi=f"do người biên soạn cung cấp (tệp {read.file})",
        publisher_en=f"supplied by the compiler (file {read.file})",
        sha256=hashlib.sha256(content).hexdigest(),
    )
    return {
        f"{year}/source.vi.txt": content,
        f"{year}/sources.csv": TextTable(schema, (row,)).csv(),
    }
