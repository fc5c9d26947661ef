"""Shares of people and of households, each of its own group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...model import Lang, Reference, Report, Text, judge
from ...parts.figures import due_target, shown
from ...parts.labels import label
from ...parts.tables import Cell, indicator_link
from ...wording.findings import against_targets, different_bases, none_reported
from ...wording.numbers import number, period
from ...wording.phrases import DOUBTED, aim, capitalised
from ...words import written
from ..drawing import Drawing, drawn
from ..judged import Judged
from ..kinds import Meaning, dots
from ..told import told_of_reference
from ..values import (
    Value,
    is_share,
    marked,
    marks_note,
    pillar_of,
    sentences,
    source_with,
    values_of,
)

#: A row of a chart's table.
Row = dict[str, Any]
#: The groups of people that shares are taken of.
PEOPLE = frozenset(
    ("population", "households", "people-15-plus", "eligible-citizens", "adults", "working-age")
)


def people_values(report: Report, pillar: str | None) -> list[Value]:
    """The shares of people and households of a pillar, or of all."""
    return [v for v in values_of(report, pillar, PEOPLE) if is_share(report, v.indicator)]


@drawn("people_bases")
def people_bases(report: Report, lang: Lang, page: str) -> Drawing:
    """What share of people has what? Each share is of another group, which is named."""
    found = people_values(report, None)
    known = sorted((v for v in found if v.best is not None), key=lambda v: -(v.best or 0))
    title = none_reported(written("people")[lang], report.year, lang)
    if known:
        high, low = known[0], known[-1]
        title = different_bases(
            len(known),
            len({v.scope.id for v in known}),
            low.said(report, lang),
            high.said(report, lang),
            lang,
        )
    subtitle = written(
        "Shares of people and households in the province, {year}; below each name, the "
        "group it is a share of",
        year=report.year,
    )[lang]
    return _drawing(report, lang, page, "people_bases", title, subtitle, found, known)


@drawn("households_people")
def households_people(report: Report, lang: Lang, page: str) -> Drawing:
    """How do the page's shares of people and households stand against target and country?"""
    pillar = pillar_of(report, page) or "infrastructure"
    found = people_values(report, pillar) or people_values(report, None)
    known = [v for v in found if v.best is not None]
    held = [
        Judged(v, judge(v.observation, target))
        for v in found
        if (target := due_target(report, v.indicator.id, v.scope.id)) is not None
    ]
    missed = sorted((j for j in held if j.judgement.verdict == "missed"), key=lambda j: -j.gap)
    unknown = sum(1 for j in held if j.judgement.verdict == "unknown")
    title = against_targets(
        [(j.value.named(lang), j.amount(report, lang)) for j in missed],
        len(held) - unknown,
        unknown,
        report.year,
        lang,
        doubted=sum(1 for j in held if j.verdict == DOUBTED),
    )
    subtitle = written(
        "Results of {year} against the year’s target and the country, where it is measured alike",
        year=report.year,
    )[lang]
    return _drawing(report, lang, page, "households_people", title, subtitle, found, known)


def _drawing(
    report: Report,
    lang: Lang,
    page: str,
    name: str,
    title: str,
    subtitle: str,
    found: list[Value],
    known: list[Value],
) -> Drawing:
    silent = [v for v in found if v.best is None]
    rows = [row for v in known for row in _rows(report, v, lang)] + _silent(report, silent, lang)
    said = "; ".join(_said(report, v, lang) for v in (*known, *silent))
    base, national = written("Share of")[lang], written("Country, measured alike")[lang]
    told = (label("value", lang), label("target", lang))
    return Drawing(
        id=name,
        title=title,
        subtitle=subtitle,
        alternative=sentences(title, said),
        columns=(label("indicator", lang), base, *told, national),
        rows=[_cells(report, v, lang) for v in (*known, *silent)],
        draw=dots(rows, key=_key(rows, lang)) if rows else None,
        note=" ".join(filter(None, (marks_note(found, lang), _not_alike(report, found, lang)))),
        source=source_with(
            report,
            lang,
            page,
            targets=any(due_target(report, v.indicator.id, v.scope.id) for v in found),
            national=any(_national(report, v, same=same) for v in found for same in (True, False)),
        ),
    )


def _national(report: Report, value: Value, *, same: bool) -> list[Reference]:
    return [
        r
        for r in report.references(value.indicator.id)
        if r.same is same and r.period.startswith(str(report.year)) and r.high is None
    ]


def _referred(report: Report, reference: Reference, lang: Lang) -> str:
    share = number(reference.value, lang) + "%"
    place = reference.place[lang].lower() if lang == "vi" else reference.place[lang]
    return f"{place}, {_when(reference.period, lang)}: {share}"


def _when(as_of: str, lang: Lang) -> str:
    """A period as words; months from January on are the first of their year."""
    first, _, last = as_of.partition("/")
    year, month = first[:4], last[5:]
    if first != f"{year}-01" or last != f"{year}-{month}":
        return period(as_of, lang)
    count = int(month)
    if count == 12:
        return period(year, lang)
    english = {3: "first quarter of", 6: "first half of"}
    return Text(
        vi=f"{count} tháng đầu năm {year}" if count > 1 else period(first, "vi"),
        en=f"{english.get(count, f'first {count} months of')} {year}"
        if count > 1
        else period(first, "en"),
    )[lang]


def _rows(report: Report, value: Value, lang: Lang) -> list[Row]:
    """A value on its line, with its target and what the country has."""
    target = due_target(report, value.indicator.id, value.scope.id)
    name, notes, rows = value.named(lang), [], []
    point = marked(report, value, lang, name=name)
    if target is not None and value.best is not None:
        mark = "target" if target.high is None else "range"
        rows.append({"name": name, "mark": mark, "value": target.value, "to": target.high})
        notes.append(Judged(value, judge(value.observation, target)).words(report, lang))
        if value.best < target.value:
            point["gap"] = target.value
    rows.append(point)
    for reference in _national(report, value, same=True):
        told = told_of_reference(report, reference, lang)
        above = {"name": name, "mark": "above", "colour": "grey", "told": told}
        rows.append(above | {"value": reference.value})
        notes.append(capitalised(_referred(report, reference, lang)))
    rows[0] |= {
        "detail": written("of: ")[lang] + value.scope.name[lang],
        "note": ". ".join(notes),
    }
    return rows


def _silent(report: Report, silent: Sequence[Value], lang: Lang) -> list[Row]:
    """Values that are not there, named under the reason, an indicator's scopes together."""
    reasons: dict[str, dict[str, list[Value]]] = {}
    for value in silent:
        by_indicator = reasons.setdefault(value.said(report, lang), {})
        by_indicator.setdefault(value.indicator.name[lang], []).append(value)
    rows: list[Row] = []
    for reason, by_indicator in reasons.items():
        count = sum(map(len, by_indicator.values()))
        head = {"group": f"{capitalised(reason)} ({count})", "group_colour": "muted"}
        for name, values in by_indicator.items():
            scopes = ", ".join(v.scope.short[lang] for v in values)
            rows.append(head | {"mention": f"{name}: {scopes}"})
    return rows


def _key(rows: Sequence[Row], lang: Lang) -> list[Meaning]:
    """What the marks mean, where there are several."""
    marks = {row.get("mark", "dot") for row in rows if "mention" not in row}
    key = (
        Meaning(written("result")[lang], "dot"),
        Meaning(written("target of the year")[lang], "target", "ink"),
        Meaning(written("target range")[lang], "range", "pale"),
        Meaning(written("country")[lang], "above", "grey", "paper"),
    )
    return [meaning for meaning in key if meaning.mark in marks] if len(marks) > 1 else []


def _said(report: Report, value: Value, lang: Lang) -> str:
    parts = [f"{value.named(lang)}: {value.said(report, lang)}"]
    parts.append(written("of ")[lang] + value.scope.name[lang])
    target = due_target(report, value.indicator.id, value.scope.id)
    if target is not None:
        parts.append(Judged(value, judge(value.observation, target)).clause(report, lang))
    parts += [_referred(report, r, lang) for r in _national(report, value, same=True)]
    return ", ".join(parts)


def _cells(report: Report, value: Value, lang: Lang) -> tuple[Cell, ...]:
    target = due_target(report, value.indicator.id, value.scope.id)
    national = _national(report, value, same=True)
    return (
        indicator_link(value.indicator, lang),
        value.scope.name[lang],
        shown(report, value.observation, lang),
        aim(target, report.unit(value.indicator.unit), lang) if target else "–",
        ", ".join(f"{number(r.value, lang)}% ({_when(r.period, lang)})" for r in national) or "–",
    )


def _not_alike(report: Report, found: list[Value], lang: Lang) -> str:
    """The national values that are near but not the same, with the reason."""
    near = [r for v in found for r in _national(report, v, same=False)]
    return " ".join(f"{r.name[lang]}, {_referred(report, r, lang)}. {r.note[lang]}" for r in near)
