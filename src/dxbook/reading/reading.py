"""Reading a prose report: from its text to proposals for a year's values."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from ..model import Report
from .candidates import LEAST, Candidates
from .changes import Changes, direction
from .choices import Choice, choose
from .clauses import outline
from .doubts import Circumstances
from .language import Language
from .levels import stated
from .proposals import Reading, proposals, unclaimed
from .texts import composed
from .views import Viewer


def read_report(text: str, report: Report, year: int) -> Reading:
    """Read a prose report and propose values for a year.

    Args:
        text: the report as stored; all offsets are characters of it.
        report: the catalogue, and last year's sentences where there are any. The year itself need
            not exist; what is known of it is not looked at.
        year: the year that the report is about.
    """
    if unicodedata.is_normalized("NFC", text):
        return _read(text, report, year)
    whole, places = composed(text)
    return _moved(_read(whole, report, year), text, places)


def _moved(reading: Reading, text: str, places: Sequence[int]) -> Reading:
    """A reading of a text's whole letters, as one of the text as it is stored."""
    return Reading(
        year=reading.year,
        proposals=tuple(
            replace(
                p,
                start=places[p.start],
                end=places[p.end],
                quote=text[places[p.start] : places[p.end]],
            )
            for p in reading.proposals
        ),
        unclaimed=tuple(replace(u, start=places[u.start]) for u in reading.unclaimed),
    )


def _read(text: str, report: Report, year: int) -> Reading:
    outlined = outline(text, Language(report.catalogue))
    views = {view.index: view for view in Viewer(outlined).views()}
    circumstances = Circumstances(outlined, year)
    make = Candidates(report, year, circumstances)
    candidates = {index: make.of(view) for index, view in views.items()}
    moves = [i for i, view in views.items() if direction(view.clause, outlined.language)]
    stays = [i for i, view in views.items() if i not in moves and not view.amount.times]
    levels: dict[int, list[Choice]] = {}
    for choice in choose(candidates[i] for i in stays):
        levels.setdefault(choice.candidate.view.index, []).append(choice)
    changes = Changes(report.catalogue, outlined, views, levels, circumstances.year)
    found = [
        *stated(levels, outlined.clauses, views),
        *(c for i in moves for c in changes.of(views[i], candidates[i]) if c.raw >= LEAST),
    ]
    used = {index for s in found for index in (s.view.index, *s.parts.indices)}
    left = [view for index, view in views.items() if index not in used]
    return Reading(year, proposals(found, text, circumstances.remarks), unclaimed(left, text))
