"""A report that knows what the audit found."""

from __future__ import annotations

from dataclasses import replace

from ..model import Report
from .audit import audit


def audited(report: Report) -> Report:
    """The report with what the audit found, and with nothing asked yet."""
    seen = audit(report)
    return replace(report, findings=seen.findings, holds=seen.holds, asked={})
