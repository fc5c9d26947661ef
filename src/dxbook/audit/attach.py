"""A report that knows what the audit found."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from ..data import data_digest
from ..data.load import edition_of, parsed, require_valid_data
from ..model import Report
from .audit import audit

#: Years whose audits are kept at once: pages are run edition by edition.
YEARS_KEPT = 4


def audited(report: Report) -> Report:
    """The report with what the audit found, and with nothing asked yet."""
    seen = audit(report)
    return replace(report, findings=seen.findings, holds=seen.holds, asked={})


def open_report(root: Path, year: int | None = None) -> Report:
    """The data of a book, validated and audited, seen from one year: what a page opens.

    As long as the data stays the same, a process (and those forked from it) reads and audits once.

    Args:
        root: the book's root.
        year: the edition's year; the newest edition when None.

    Raises:
        DataError: with all that is wrong in all the tables.
        UsageError: when the year has no edition.
    """
    digest = require_valid_data(root)
    newest = parsed(root, digest).year
    return replace(_audited_edition(root, digest, year or newest), asked={})


def read_ahead(root: Path, year: int | None = None) -> None:
    """Read and audit what pages will open; whether it is valid they ask when they open it.

    Raises:
        DataError: when a table cannot be read.
        UsageError: when the year has no edition.
    """
    digest = data_digest(root)
    _audited_edition(root, digest, year or parsed(root, digest).year)


@lru_cache(YEARS_KEPT)
def _audited_edition(root: Path, digest: str, year: int) -> Report:
    return audited(edition_of(parsed(root, digest), year))
