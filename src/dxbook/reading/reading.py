"""Reading a prose report: from its text to proposals for a year's values."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..model import Report
from .calibration import calibrated
from .candidates import LEAST, Candidates
from .changes import Change, Changes, direction
from .choose import Choice, choose
from .circumstances import Circumstances
from .clauses import Outline, outline
from .composed import composed
from .language import language
from .lastyear import LastYear, sentences
from .quotes import quote_of
from .shares import Parts, parts
from .values import Proposal, Reading, Unclaimed
from .views import View, Viewer
from .wordings import entries

#: How much surer a percentage is that its numerator and denominator give.
SUMS_UP = 1.1


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
    known_language = language(report.catalogue)
    outlined = outline(text, known_language)
    views = {view.index: view for view in Viewer(outlined, known_language).views()}
    circumstances = Circumstances(outlined, known_language, year)
    make = Candidates(
        catalogue=report.catalogue,
        language=known_language,
        known=entries(report.catalogue, year, known_language),
        last_year=LastYear(sentences(report, year, known_language)),
        circumstances=circumstances,
    )
    candidates = {index: make.of(view) for index, view in views.items()}
    moves = [i for i, view in views.items() if direction(view.clause, known_language)]
    stays = [i for i, view in views.items() if i not in moves and not view.amount.times]
    levels = _by_view(choose(candidates[i] for i in stays))
    matcher = Changes(
        report.catalogue, known_language, outlined.clauses, views, levels, circumstances.year
    )
    changes = {i: matcher.of(views[i], candidates[i]) for i in moves}
    proposals = [
        *_levels(outlined, views, levels, circumstances.remarks),
        *_changes(outlined, changes, circumstances.remarks),
    ]
    return Reading(
        year=year,
        proposals=tuple(sorted(_unrepeated(proposals), key=lambda p: (p.start, p.end, -p.score))),
        unclaimed=tuple(_unclaimed(outlined, views, levels, changes)),
    )


def _by_view(choices: Iterable[Choice]) -> dict[int, list[Choice]]:
    found: dict[int, list[Choice]] = {}
    for choice in choices:
        found.setdefault(choice.candidate.view.index, []).append(choice)
    return found


def _levels(
    outlined: Outline,
    views: Mapping[int, View],
    levels: Mapping[int, Sequence[Choice]],
    remarks: Sequence[str],
) -> Iterator[Proposal]:
    for choices in levels.values():
        for choice in choices:
            if choice.repeats:
                continue
            made = Parts()
            if choice.candidate.entry.indicator.unit == "percent":
                made = parts(choice, outlined.clauses, views, levels)
            yield _level(outlined, choice, made, remarks)


def _level(outlined: Outline, choice: Choice, made: Parts, remarks: Sequence[str]) -> Proposal:
    candidate = choice.candidate
    amount = candidate.view.amount
    raw = min(1.0, choice.raw * SUMS_UP) if made.agrees and not choice.other else choice.raw
    start, end = quote_of(outlined.text, candidate.view.clause, made.start)
    notes = [*candidate.notes]
    if choice.other:
        notes.append("báo cáo còn nêu số khác cho cùng chỉ tiêu và phạm vi")
    notes.extend(remarks)
    return Proposal(
        indicator=candidate.entry.indicator.id,
        scope=candidate.reach.scope,
        measure="level",
        value=candidate.value,
        qualifier=amount.qualifier,
        numerator=made.numerator,
        denominator=made.denominator,
        unit=candidate.entry.indicator.unit,
        quote=outlined.text[start:end],
        start=start,
        end=end,
        score=calibrated(raw),
        note="; ".join(dict.fromkeys(notes)),
    )


def _changes(
    outlined: Outline, changes: Mapping[int, Sequence[Change]], remarks: Sequence[str]
) -> Iterator[Proposal]:
    for found in changes.values():
        for change in found:
            if change.raw < LEAST:
                continue
            start, end = quote_of(outlined.text, change.view.clause)
            notes = [*change.notes, *remarks]
            yield Proposal(
                indicator=change.indicator,
                scope=change.scope,
                measure="change",
                value=change.value,
                qualifier=change.view.amount.qualifier,
                numerator=None,
                denominator=None,
                unit=change.unit,
                quote=outlined.text[start:end],
                start=start,
                end=end,
                score=calibrated(change.raw),
                note="; ".join(dict.fromkeys(notes)),
            )


def _unrepeated(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Proposals, the surest one where several say the same of one value."""
    best: dict[tuple[object, ...], Proposal] = {}
    for p in sorted(proposals, key=lambda p: -p.score):
        best.setdefault((p.indicator, p.scope, p.measure, p.value), p)
    return list(best.values())


def _unclaimed(
    outlined: Outline,
    views: Mapping[int, View],
    levels: Mapping[int, Sequence[Choice]],
    changes: Mapping[int, Sequence[Change]],
) -> Iterator[Unclaimed]:
    used = {i for i, found in changes.items() if any(c.raw >= LEAST for c in found)}
    for index, choices in levels.items():
        used.add(index)
        for choice in choices:
            if choice.candidate.entry.indicator.unit == "percent":
                used.update(parts(choice, outlined.clauses, views, levels).indices)
    for index, view in views.items():
        if index in used:
            continue
        start, end = quote_of(outlined.text, view.clause)
        for at, token in view.amount.tokens:
            yield Unclaimed(token, at, outlined.text[start:end])
