"""Shares of people and of households, each of its own group."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Reference, Text
from ...parts import LABELS
from ...wording import capitalised, part_of_year
from ...words import written
from ..drawing import Drawing, drawing, drawn
from ..judged import by_verdict, due, met_and_missed
from ..kinds import Meaning, dots
from ..told import told_of_reference
from ..values import INDICATOR, VALUE, Row, Seen, Value, Words, marks_notes, source_with
from .targets import mentions, used

#: The groups of people that shares are taken of.
PEOPLE = frozenset(
    ("population", "households", "people-15-plus", "eligible-citizens", "adults", "working-age")
)


def people_values(seen: Seen, pillar: str | None) -> list[Value]:
    """The shares of people and households of a pillar, or of all."""
    return [v for v in seen.values(pillar, PEOPLE) if v.is_share]


@drawn
def people_bases(seen: Seen) -> Drawing:
    """What share of people has what? Each share is of another group, which is named."""
    found = people_values(seen, None)
    known = sorted((v for v in found if v.best is not None), key=lambda v: -(v.best or 0))
    subtitle = written(
        "Shares of people and households in the province, {year}; below each name, the "
        "group it is a share of",
        year=seen.year,
    )
    return _drawing(seen, _different_bases(seen, known), subtitle, found, known)


def _different_bases(seen: Seen, known: Sequence[Value]) -> Text:
    """That shares are of different groups, from the least to the greatest."""
    if not known:
        return seen.none_reported(written("people"))
    lowest, shares, bases = known[-1].words, len(known), len({v.scope.id for v in known})
    if shares == 1:
        return written("One share is reported: {lowest}", lowest=lowest)
    groups = written("{shares} shares of the same group", shares=shares)
    if bases > 1:
        groups = written("{shares} shares, of {bases} different groups", shares=shares, bases=bases)
    highest = known[0].words
    return written(
        "From {lowest} to {highest}: {groups}", lowest=lowest, highest=highest, groups=groups
    )


@drawn
def households_people(seen: Seen) -> Drawing:
    """How do the page's shares of people and households stand against target and country?"""
    found = people_values(seen, seen.pillar or "infrastructure") or people_values(seen, None)
    known = [v for v in found if v.best is not None]
    judged = by_verdict(held for v in found if (held := due(v)) is not None)
    subtitle = written(
        "Results of {year} against the year’s target and the country, where it is measured alike",
        year=seen.year,
    )
    return _drawing(seen, met_and_missed(seen, judged), subtitle, found, known)


def _drawing(
    seen: Seen, title: Words, subtitle: Text, found: Sequence[Value], known: Sequence[Value]
) -> Drawing:
    silent = [v for v in found if v.best is None]
    rows = [row for value in known for row in _rows(value)] + _silent(silent)
    key = (
        Meaning(seen.say(written("result")), "dot"),
        Meaning(seen.say(written("target of the year")), "target", "ink"),
        Meaning(seen.say(written("target range")), "range", "pale"),
        Meaning(seen.say(written("country")), "above", "grey", "paper"),
    )
    near = [r for v in found for r in _national(v, same=False)]
    return drawing(
        seen,
        title,
        subtitle,
        map(_said, (*known, *silent)),
        (
            INDICATOR,
            (written("Share of"), lambda value: seen.say(value.scope.name)),
            VALUE,
            (LABELS["target"], lambda value: held.goal if (held := due(value)) else "–"),
            (written("Country, measured alike"), _alike),
        ),
        [*known, *silent],
        dots(rows, key=used(key, rows)) if rows else None,
        notes=[
            *marks_notes(found),
            *(f"{seen.say(r.name)}, {_referred(seen, r)}. {seen.say(r.note)}" for r in near),
        ],
        source=source_with(
            seen,
            targets=any(map(due, found)),
            national=bool(near) or any(_national(v, same=True) for v in found),
        ),
    )


def _national(value: Value, *, same: bool) -> list[Reference]:
    """What the country has: of the same measure, or of one that is near."""
    report = value.seen.report
    return [
        r
        for r in report.references(value.indicator.id)
        if r.same is same and r.period.startswith(str(report.year)) and r.high is None
    ]


def _referred(seen: Seen, reference: Reference) -> str:
    place = seen.say(reference.place)
    place = place.lower() if seen.lang == "vi" else place
    return f"{place}, {part_of_year(reference.period, seen.lang)}: {seen.number(reference.value)}%"


def _rows(value: Value) -> list[Row]:
    """A value on its line, with its target and what the country has."""
    seen, held = value.seen, due(value)
    notes, rows = [], []
    point = value.row(name=value.name)
    if held is not None and value.best is not None:
        rows.append(held.row)
        notes.append(capitalised(held.clause))
        if value.best < held.target.value:
            point["gap"] = held.target.value
    rows.append(point)
    for reference in _national(value, same=True):
        told = told_of_reference(seen.report, reference, seen.lang)
        above = {"name": value.name, "mark": "above", "colour": "grey", "told": told}
        rows.append(above | {"value": reference.value})
        notes.append(capitalised(_referred(seen, reference)))
    detail = seen.say(written("of: ")) + seen.say(value.scope.name)
    rows[0] |= {"detail": detail, "note": ". ".join(notes)}
    return rows


def _silent(silent: Sequence[Value]) -> list[Row]:
    """Values that are not there, named under the reason, an indicator's scopes together."""
    reasons: dict[str, dict[str, list[str]]] = {}
    for value in silent:
        scopes = reasons.setdefault(value.words, {}).setdefault(value.indicator_name, [])
        scopes.append(value.short)
    rows: list[Row] = []
    for reason, by_indicator in reasons.items():
        count = sum(map(len, by_indicator.values()))
        said = [f"{name}: {', '.join(scopes)}" for name, scopes in by_indicator.items()]
        rows += mentions(f"{capitalised(reason)} ({count})", said)
    return rows


def _said(value: Value) -> str:
    seen, held = value.seen, due(value)
    parts = [f"{value.name}: {value.words}"]
    parts.append(seen.say(written("of ")) + seen.say(value.scope.name))
    parts += [held.clause] if held else []
    parts += [_referred(seen, r) for r in _national(value, same=True)]
    return ", ".join(parts)


def _alike(value: Value) -> str:
    seen, national = value.seen, _national(value, same=True)
    said = (f"{seen.number(r.value)}% ({part_of_year(r.period, seen.lang)})" for r in national)
    return ", ".join(said) or "–"
