"""What does the report say, and what does it not? One square for each value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Lang, Report, Text
from ..parts import palette
from ..parts.figures import shown
from ..parts.labels import label
from ..parts.tables import Cell, indicator_link
from ..wording.findings import plural
from ..wording.findings_of_counts import not_said
from ..wording.phrases import capitalised
from ..words import written
from .drawing import Drawing, drawn
from .squares import Kind, Strip, squares_picture
from .values import HUNDRED, Value, is_share, pillar_of, table_of, values_of

#: What a value may be, with its square, in the order of the squares.
KINDS: tuple[tuple[str, Kind, Text], ...] = (
    ("full", Kind(0, palette.BLUE), written("at 100%")),
    ("below", Kind(0, palette.BLUE, "half"), written("below 100%")),
    ("count", Kind(0, palette.GREY, "small"), written("counted")),
    ("partly", Kind(0, palette.ORANGE, "left"), written("partly reported")),
    ("silent", Kind(0, palette.ORANGE, "hollow"), written("not reported")),
)


@dataclass(frozen=True)
class Counted:
    """How many values of a group are of each kind."""

    name: str
    values: tuple[Value, ...]
    by_kind: dict[str, int]

    @property
    def flagged(self) -> int:
        """How many values the audit asks about."""
        return sum(1 for v in self.values if v.flagged)

    @property
    def silent(self) -> int:
        """How many values are not reported."""
        return self.by_kind["silent"]


def kind_of(report: Report, value: Value) -> str:
    """Which kind a value is of."""
    if value.best is None:
        return "partly" if value.partly else "silent"
    if not is_share(report, value.indicator):
        return "count"
    return "full" if value.best >= HUNDRED else "below"


def counted(report: Report, name: str, values: Sequence[Value]) -> Counted:
    """Count the values of a group by kind."""
    kinds = [kind_of(report, v) for v in values]
    return Counted(name, tuple(values), {k: kinds.count(k) for k, _, _ in KINDS})


@drawn("coverage_grid")
def coverage_grid(report: Report, lang: Lang, page: str) -> Drawing:
    """What does the report not say? Every pillar, one square for each value."""
    groups = [counted(report, p.name[lang], values_of(report, p.id)) for p in report.pillars()]
    where = written("All pillars")[lang]
    return _grid(report, lang, "coverage_grid", where, groups, label("pillar", lang))


@drawn("reported")
def reported(report: Report, lang: Lang, page: str) -> Drawing:
    """What does the report not say of the page's pillar? What is missing is named."""
    pillar = pillar_of(report, page)
    if pillar is None:
        return coverage_grid(report, lang, page)
    return _of_pillar(report, lang, pillar, "reported")


@drawn("economy_reported")
def economy_reported(report: Report, lang: Lang, page: str) -> Drawing:
    """What does the report not say of the digital economy?"""
    return _of_pillar(report, lang, "economy", "economy_reported")


def _of_pillar(report: Report, lang: Lang, pillar: str, name: str) -> Drawing:
    values = values_of(report, pillar)
    title = report.pillar(pillar).name[lang]
    sections = [
        counted(report, s.name[lang], [v for v in values if v.indicator.section == s.id])
        for s in report.sections(pillar)
    ]
    loose = [v for v in values if not v.indicator.section]
    groups = [*([counted(report, title, loose)] if loose else []), *sections]
    return _grid(report, lang, name, title, groups, label("scope", lang), named=True)


def _grid(
    report: Report,
    lang: Lang,
    name: str,
    where: str,
    groups: list[Counted],
    heads: str,
    *,
    named: bool = False,
) -> Drawing:
    total = sum(len(g.values) for g in groups)
    partly = sum(g.by_kind["partly"] for g in groups)
    title = not_said(sum(g.silent for g in groups), total, where, lang, partly=partly)
    strips = [_strip(report, g, lang, named=named) for g in groups if g.values]
    key = [
        (kind, f"{text[lang]} ({sum(g.by_kind[k] for g in groups)})")
        for k, kind, text in KINDS
        if any(g.by_kind[k] for g in groups)
    ]
    said = "; ".join(f"{g.name}: {_in_words(g, lang)}" for g in groups if g.values)
    flagged = sum(g.flagged for g in groups)
    note = Text(
        vi=f"⚑ {flagged} giá trị cần làm rõ, không kể mức thay đổi; xem trang kiểm tra số liệu.",
        en=f"⚑ {plural(flagged, 'value is', 'values are')} to be clarified, changes not counted; "
        "see the page “Checking the numbers”.",
    )
    columns = (
        heads,
        *(text[lang].capitalize() for _, _, text in KINDS),
        written("To be clarified")[lang],
    )
    rows: list[tuple[Cell, ...]] = [
        (g.name, *(str(g.by_kind[k]) for k, _, _ in KINDS), str(g.flagged)) for g in groups
    ]
    table = table_of(name, title, columns, rows)
    if named:
        table = table_of(name, title, *_each_value(report, groups, lang))
    return Drawing(
        id=name,
        title=title,
        subtitle=written(
            "Values of {year}: one square is one indicator for one scope", year=report.year
        )[lang],
        alternative=f"{title}. {said}." if said else f"{title}.",
        table=table,
        draw=lambda width: squares_picture(strips, width, nothing=title, key=key),
        note=note[lang] if flagged else "",
    )


def _in_words(group: Counted, lang: Lang) -> str:
    parts = [f"{group.by_kind[k]} {text[lang]}" for k, _, text in KINDS if group.by_kind[k]]
    if group.flagged:
        parts.append(written("{flagged} to be clarified", flagged=group.flagged)[lang])
    return ", ".join(parts)


def _strip(report: Report, group: Counted, lang: Lang, *, named: bool) -> Strip:
    kinds = tuple(replace(kind, count=group.by_kind[k]) for k, kind, _ in KINDS if group.by_kind[k])
    under = _in_words(group, lang)
    if named:
        said = []
        for kind, text in (("silent", "not-reported"), ("partly", "partly")):
            lacking = [v for v in group.values if kind_of(report, v) == kind]
            names = list(dict.fromkeys(v.indicator.name[lang] for v in lacking))
            if names:
                said.append(f"{capitalised(label(text, lang))}: {'; '.join(names)}")
        under = ". ".join(said) or under
    return Strip(group.name, kinds, under, group.flagged > 0)


def _each_value(
    report: Report, groups: list[Counted], lang: Lang
) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    columns = tuple(label(n, lang) for n in ("indicator", "scope", "value"))
    rows: list[tuple[Cell, ...]] = [
        (
            indicator_link(v.indicator, lang),
            v.scope.short[lang],
            shown(report, v.observation, lang),
        )
        for g in groups
        for v in g.values
    ]
    return columns, rows
