"""A report that knows what the audit found."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from ..data import Files
from ..data.load import edition_of, parsed, valid_report
from ..model import Report
from .audit import audit

#: Editions whose audits are kept at once: pages are run edition by edition.
EDITIONS_KEPT = 4


def audited(report: Report) -> Report:
    """The report with what the audit found, and with nothing asked yet."""
    seen = audit(report)
    return replace(report, findings=seen.findings, holds=seen.holds, asked={})


def open_report(root: Path, year: int | None = None, place: str = "") -> Report:
    """The data of a book, validated and audited, seen from one year: what a page opens.

    It is the newest edition where no year is named, and the report's own data where no place is.
    As long as the data stays the same, a process (and those forked from it) reads and audits once.

    Raises:
        DataError: with all that is wrong in all the tables.
        UsageError: when the year has no edition.
    """
    report = valid_report(root, place)
    return replace(_audited_edition(report, year or report.year), asked={})


def read_ahead(root: Path, year: int | None = None, place: str = "") -> None:
    """Read and audit what pages will open; whether it is valid they ask when they open it.

    Raises:
        DataError: when a table cannot be read.
        UsageError: when the year has no edition.
    """
    report = parsed(Files(root, place))
    _audited_edition(report, year or report.year)


@lru_cache(EDITIONS_KEPT)
def _audited_edition(report: Report, year: int) -> Report:
    """The same data is the same report (`valid_report`), whose identity is the key here."""
    return audited(edition_of(report, year))
