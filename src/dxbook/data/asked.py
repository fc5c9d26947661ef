"""What a page asked of its report, as a small JSON file beside its executed notebook."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from ..model import Question, Report

VARIABLE = "DXBOOK_ASKED"


def write_asked(asked: dict[Question, str]) -> None:
    """Write what was asked to the file that `DXBOOK_ASKED` names, if it names one."""
    target = os.environ.get(VARIABLE)
    if target:
        rows = [[name, list(args), digest] for (name, args), digest in asked.items()]
        Path(target).write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def asked_of(reports: Sequence[Report]) -> dict[Question, str]:
    """What the reports that a page has opened were asked, together.

    A page is seen from one year. One that opens another year too has asked what the build cannot
    ask again, and so is run each time.
    """
    asked: dict[Question, str] = {}
    for report in reports:
        asked |= report.asked
        if report.year != reports[0].year:
            asked[f"seen from {report.year}", ()] = ""
    return asked


def read_asked(path: Path) -> list[tuple[Question, str]]:
    """The questions in a file that `write_asked` wrote, each with the digest of its answer."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [((name, tuple(args)), digest) for name, args, digest in rows]
