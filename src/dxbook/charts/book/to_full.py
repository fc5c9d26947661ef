"""How far is each share from a hundred? Said and tabled; its one sentence needs no picture."""

from __future__ import annotations

from decimal import Decimal

from ...model import Lang, Report
from ...parts.figures import shown
from ...parts.labels import label
from ...parts.tables import Cell, indicator_link
from ...wording.findings import none_reported, shares_at_full
from ...wording.phrases import points
from ...words import written
from ..drawing import Drawing, drawn
from ..values import HUNDRED, Value, is_share, marks_note, pillar_of, sentences, values_of


@drawn("to_full")
def to_full(report: Report, lang: Lang, page: str) -> Drawing:
    """How far is each share of the page's pillar from 100%?"""
    pillar = pillar_of(report, page)
    found = [v for v in values_of(report, pillar) if is_share(report, v.indicator)]
    reported = sorted((v for v in found if v.best is not None), key=lambda v: v.best or 0)
    silent = [v for v in found if v.best is None]
    name = report.pillar(pillar).name[lang] if pillar else written("all pillars")[lang]
    title = none_reported(name, report.year, lang)
    if reported:
        full = sum(1 for v in reported if (v.best or 0) >= HUNDRED)
        furthest = reported[0]
        title = shares_at_full(
            full, len(reported), furthest.named(lang), furthest.said(report, lang), lang
        )
    subtitle = written(
        "{name}: shares that are better when higher, distance from 100%, {year}",
        name=name,
        year=report.year,
    )[lang]
    said = "; ".join(f"{v.named(lang)}: {v.said(report, lang)}" for v in (*reported, *silent))
    columns = (label("indicator", lang), label("scope", lang), label("value", lang))
    return Drawing(
        id="to_full",
        title=title,
        subtitle=subtitle,
        alternative=sentences(title, said),
        columns=(*columns, written("Left to 100%")[lang]),
        rows=[_cells(report, v, lang) for v in (*reported, *silent)],
        note=marks_note(found, lang, drawn=False),
    )


def _cells(report: Report, value: Value, lang: Lang) -> tuple[Cell, ...]:
    left = points(max(HUNDRED - value.best, Decimal(0)), lang) if value.best is not None else "–"
    return (
        indicator_link(value.indicator, lang),
        value.scope.short[lang],
        shown(report, value.observation, lang),
        left,
    )
