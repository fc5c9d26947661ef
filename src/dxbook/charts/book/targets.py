"""How far are values from the targets of the year, and of later years?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from ...model import Lang, Report, Text
from ...parts.figures import shown
from ...parts.labels import label
from ...parts.tables import Cell, indicator_link, instrument
from ...wording.findings import against_targets, no_later_target, still_to_go
from ...wording.phrases import DOUBTED, VERDICT, aim, capitalised
from ...words import written
from ..drawing import Drawing, drawn
from ..judged import Judged, held, of_the_year
from ..kinds import Meaning, dots
from ..values import marked, marks_note, pillar_of, sentences, source_with, value_of

#: A row of a chart's table.
Row = dict[str, object]


@drawn("targets_distance")
def targets_distance(report: Report, lang: Lang, page: str) -> Drawing:
    """What was missed? Values against the targets of the year that measure the same thing."""
    found = of_the_year(report, pillar_of(report, page)) or of_the_year(report, None)
    missed = sorted((j for j in found if j.judgement.verdict == "missed"), key=lambda j: -j.gap)
    unknown = [j for j in found if j.judgement.verdict == "unknown"]
    unclear = [j for j in found if j.verdict == DOUBTED]
    met = [j for j in found if j not in (*missed, *unclear, *unknown)]
    title = against_targets(
        [(j.value.named(lang), j.amount(report, lang)) for j in missed],
        len(missed) + len(unclear) + len(met),
        len(unknown),
        report.year,
        lang,
        doubted=len(unclear),
    )
    groups = (("missed", missed, "orange"), (DOUBTED, unclear, "grey"), ("met", met, "grey"))
    rows: list[Row] = []
    for verdict, members, colour in groups:
        heading = f"{capitalised(VERDICT[verdict][lang])} ({len(members)})"
        rows += _group(report, heading, members, lang, colour)
    rows += _unknown(report, unknown, lang)
    subtitle = written(
        "Results against the targets for {year}: the province’s plan, or the national "
        "target where the province set none",
        year=report.year,
    )[lang]
    found = [*missed, *unclear, *met, *unknown]
    return _drawing(report, lang, page, "targets_distance", title, subtitle, found, rows)


@drawn("later_targets")
def later_targets(report: Report, lang: Lang, page: str) -> Drawing:
    """How far is there still to go? Targets of later years that measure the same thing."""
    pillar = pillar_of(report, page)
    found = [
        held(report, value_of(report, indicator, target.scope), target)
        for indicator in report.indicators(pillar)
        for target in report.targets(indicator.id)
        if target.year > report.year and target.same and target.scope in indicator.scopes
    ]
    measured = [j for j in found if j.judgement.gap is not None]
    unknown = [j for j in found if j not in measured]
    to_go = sorted((j for j in measured if j.gap > 0), key=lambda j: -j.gap)
    title = no_later_target(len(unknown), len(measured), lang)
    if to_go:
        first = to_go[0]
        goal = aim(first.target, report.unit(first.target.unit), lang)
        title = still_to_go(
            first.value.named(lang), first.amount(report, lang), goal, first.target.year, lang
        )
    rows: list[Row] = []
    for year in sorted({j.target.year for j in measured}):
        due = sorted((j for j in measured if j.target.year == year), key=lambda j: -j.gap)
        heading = f"{label('target', lang)} {Text(vi='năm ', en='for ')[lang]}{year}"
        rows += _group(report, heading, due, lang, "blue")
    rows += _unknown(report, unknown, lang)
    subtitle = written(
        "Results of {year} and targets of later years that measure the same thing", year=report.year
    )[lang]
    found = [*measured, *unknown]
    return _drawing(report, lang, page, "later_targets", title, subtitle, found, rows)


def _drawing(
    report: Report,
    lang: Lang,
    page: str,
    name: str,
    title: str,
    subtitle: str,
    found: Sequence[Judged],
    rows: Sequence[Row],
) -> Drawing:
    said = (
        f"{j.value.named(lang)}: {j.value.said(report, lang)}, {j.clause(report, lang)}"
        for j in found
    )
    return Drawing(
        id=name,
        title=title,
        subtitle=subtitle,
        alternative=sentences(title, "; ".join(said)),
        columns=[label(n, lang) for n in ("indicator", "value", "target", "verdict", "set_by")],
        rows=[_cells(report, j, lang) for j in found],
        draw=dots(rows, key=_key(rows, lang)) if rows else None,
        note=marks_note([j.value for j in found], lang),
        source=source_with(report, lang, page, targets=bool(found), national=False),
    )


def _group(
    report: Report, heading: str, found: Sequence[Judged], lang: Lang, colour: str
) -> list[Row]:
    head = {"group": heading, "group_colour": "orange" if colour == "orange" else "ink"}
    return [head | row for j in found for row in _rows(report, j, lang, colour)]


def _rows(report: Report, held: Judged, lang: Lang, colour: str) -> list[Row]:
    """A target and the value held against it, on one line."""
    value, target, words = held.value, held.target, held.words(report, lang)
    name = value.named(lang)
    if report.unit(target.unit).kind != "percent" or value.best is None:
        return [{"mention": f"{name}: {value.said(report, lang)}. {words}"}]
    missed = colour == "orange"
    goal = {
        "name": name,
        "detail": written(
            "{lang} {lower}", lang=label(target.level, lang), lower=label("target", lang).lower()
        )[lang],
        "note": words,
        "note_colour": "orange" if missed else "muted",
        "mark": "target" if target.high is None else "range",
        "value": target.value,
        "to": target.high,
    }
    look = "open" if held.verdict == DOUBTED else "dot"
    point = marked(report, value, lang, name=name, mark=look, colour=colour)
    if value.best < target.value:
        point |= {"gap": target.value, "gap_colour": "orange" if missed else "pale"}
    return [goal, point]


def _unknown(report: Report, unknown: Iterable[Judged], lang: Lang) -> list[Row]:
    """What cannot be judged, named, with the targets that wait for it."""
    goals: dict[str, list[str]] = {}
    for j in unknown:
        goal = aim(j.target, report.unit(j.target.unit), lang)
        goals.setdefault(j.value.named(lang), []).append(f"{goal} ({j.target.year})")
    reason = written("the report gives no value")[lang]
    heading = f"{capitalised(VERDICT['unknown'][lang])}: {reason} ({len(goals)})"
    target = label("target", lang).lower()
    return [
        {
            "group": heading,
            "group_colour": "muted",
            "mention": f"{name}: {target} {', '.join(goal)}",
        }
        for name, goal in goals.items()
    ]


def _key(rows: Iterable[Row], lang: Lang) -> list[Meaning]:
    marks = {row.get("mark") for row in rows}
    key = (
        Meaning(written("result")[lang], "dot", "ink"),
        Meaning(written("target")[lang], "target", "ink"),
        Meaning(written("target range")[lang], "range", "pale"),
    )
    return [meaning for meaning in key if meaning.mark in marks]


def _cells(report: Report, held: Judged, lang: Lang) -> tuple[Cell, ...]:
    target = held.target
    goal = f"{aim(target, report.unit(target.unit), lang)}, {target.year}"
    behind = held.behind_verdict(report, lang)
    verdict = Markup('<span class="dx-verdict dx-{}">{}</span>{}').format(
        held.verdict,
        capitalised(VERDICT[held.verdict][lang]),
        f": {behind}" if behind else "",
    )
    name: Cell = indicator_link(held.value.indicator, lang)
    if len(held.value.indicator.scopes) > 1:
        name = Markup("{} ({})").format(name, held.value.scope.short[lang])
    return (
        name,
        shown(report, held.value.observation, lang),
        goal,
        verdict,
        instrument(target, lang),
    )
