"""How far are values from the targets of the year, and of later years?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from ..model import Judgement, Lang, Report, Target, Text, Unit, judge
from ..parts import palette
from ..parts.figures import due_target, shown
from ..parts.labels import label
from ..parts.tables import Cell, indicator_link, instrument
from ..wording.findings import against_a_level, against_targets, no_later_target, still_to_go
from ..wording.phrases import (
    DOUBTED,
    VERDICT,
    aim,
    capitalised,
    doubted,
    judged,
    short_of,
    verdict_of,
)
from ..words import written
from .drawing import Drawing, drawn
from .plan import Heading, Mention, Plan, Point, Row
from .rows import rows_picture
from .shares import ENDS, marks_note
from .told import told
from .values import Value, pillar_of, source_with, table_of, value_of


@dataclass(frozen=True)
class Judged:
    """A value held against a target."""

    value: Value
    judgement: Judgement

    @property
    def target(self) -> Target:
        """The target."""
        return self.judgement.target

    @property
    def verdict(self) -> str:
        """The verdict as it may be shown; `DOUBTED` where the value is doubted."""
        return verdict_of(self.judgement, doubted=self.value.doubted)

    @property
    def gap(self) -> Decimal:
        """How far below the target; 0 where it is reached or not known."""
        gap = self.judgement.gap
        return -gap if gap is not None and gap < 0 else Decimal(0)

    def clause(self, report: Report, lang: Lang) -> str:
        """What may be said of the value against the target.

        By how much it is above is not said where the audit finds an error in the value.
        """
        say = doubted if self.verdict == DOUBTED else judged
        return say(self.judgement, self._unit(report), lang)

    def behind_verdict(self, report: Report, lang: Lang) -> str:
        """The same to stand behind the verdict, without repeating it; may be empty."""
        if self.verdict == DOUBTED:
            goal = aim(self.target, self._unit(report), lang)
            return against_a_level(goal, lang, above=(self.judgement.gap or 0) > 0)
        if self.verdict in ("to-go", "above-range"):
            return self.amount(report, lang)
        return short_of(self.judgement, self._unit(report), lang)

    def _unit(self, report: Report) -> Unit:
        return report.unit(self.target.unit)

    def words(self, report: Report, lang: Lang) -> str:
        """The same, as a sentence."""
        return capitalised(self.clause(report, lang))

    def amount(self, report: Report, lang: Lang) -> str:
        """The distance in words, with "over" or "less than" where it is only a bound."""
        words = short_of(self.judgement, self._unit(report), lang)
        for before, after in (("kém ", " below"), ("còn ", " to go"), ("vượt ", " above")):
            words = words.removeprefix(before).removesuffix(after)
        return words


def _held(report: Report, value: Value, target: Target) -> Judged:
    return Judged(value, judge(value.observation, target))


def of_the_year(report: Report, pillar: str | None) -> list[Judged]:
    """Every value that has a target of the year: the province's own, or else the national one."""
    found = []
    for indicator in report.indicators(pillar):
        for scope in indicator.scopes:
            target = due_target(report, indicator.id, scope)
            if target is not None:
                found.append(_held(report, value_of(report, indicator, scope), target))
    return found


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
    rows: list[Row | Heading | Mention] = []
    rows += _group(report, VERDICT["missed"][lang], missed, lang, palette.ORANGE)
    rows += _group(report, VERDICT[DOUBTED][lang], unclear, lang, palette.GREY)
    rows += _group(report, VERDICT["met"][lang], met, lang, palette.GREY)
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
        _held(report, value_of(report, indicator, target.scope), target)
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
    rows: list[Row | Heading | Mention] = []
    for year in sorted({j.target.year for j in measured}):
        due = sorted((j for j in measured if j.target.year == year), key=lambda j: -j.gap)
        heading = f"{label('target', lang)} {Text(vi='năm ', en='for ')[lang]}{year}"
        rows += _group(report, heading, due, lang, palette.BLUE, count=False)
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
    found: list[Judged],
    rows: list[Row | Heading | Mention],
) -> Drawing:
    said = "; ".join(
        f"{j.value.named(lang)}: {j.value.said(report, lang)}, {j.clause(report, lang)}"
        for j in found
    )
    plan = Plan(rows, ENDS, _key(rows, lang), title)
    return Drawing(
        id=name,
        title=title,
        subtitle=subtitle,
        alternative=f"{title}. {said}." if said else f"{title}.",
        table=table_of(
            name,
            title,
            (label(n, lang) for n in ("indicator", "value", "target", "verdict", "set_by")),
            (_cells(report, j, lang) for j in found),
        ),
        draw=lambda width: rows_picture(plan, width),
        note=marks_note([j.value for j in found], lang),
        source=source_with(report, lang, page, targets=bool(found), national=False),
    )


def _group(
    report: Report,
    heading: str,
    found: list[Judged],
    lang: Lang,
    colour: str,
    *,
    count: bool = True,
) -> list[Row | Heading | Mention]:
    if not found:
        return []
    ink = palette.ORANGE if colour == palette.ORANGE else palette.INK
    text = f"{capitalised(heading)} ({len(found)})" if count else heading
    return [Heading(text, ink), *(_row(report, j, lang, colour) for j in found)]


def _row(report: Report, held: Judged, lang: Lang, colour: str) -> Row | Mention:
    value, target = held.value, held.target
    words = held.words(report, lang)
    if report.unit(target.unit).kind != "percent" or value.best is None:
        return Mention(f"{value.named(lang)}: {value.said(report, lang)}. {words}")
    goal = Point(target.value, colour=palette.INK, look="tick")
    if target.high is not None:
        goal = Point(target.value, look="band", to=target.high)
    point = Point(
        value.best,
        value.said(report, lang),
        palette.HATCH if value.corrected else colour,
        look="open" if held.verdict == DOUBTED else "dot",
        flagged=value.flagged,
        told=told(report, value.observation, lang),
    )
    missed = colour == palette.ORANGE
    return Row(
        value.named(lang),
        (goal, point),
        written(
            "{lang} {lower}", lang=label(target.level, lang), lower=label("target", lang).lower()
        )[lang],
        gap=(value.best, target.value) if value.best < target.value else None,
        gap_colour=palette.ORANGE if missed else palette.PALE,
        under=words,
        under_colour=palette.ORANGE if missed else palette.MUTED,
    )


def _unknown(report: Report, unknown: Iterable[Judged], lang: Lang) -> list[Heading | Mention]:
    """What cannot be judged, named, with the targets that wait for it."""
    goals: dict[str, list[str]] = {}
    for held in unknown:
        goal = aim(held.target, report.unit(held.target.unit), lang)
        name = held.value.named(lang)
        goals.setdefault(name, []).append(f"{goal} ({held.target.year})")
    if not goals:
        return []
    reason = written("the report gives no value")[lang]
    heading = f"{capitalised(VERDICT['unknown'][lang])}: {reason} ({len(goals)})"
    target = label("target", lang).lower()
    return [
        Heading(heading, palette.MUTED),
        *(Mention(f"{name}: {target} {', '.join(goal)}") for name, goal in goals.items()),
    ]


def _key(rows: Iterable[Row | Heading | Mention], lang: Lang) -> tuple[tuple[Point, str], ...]:
    looks = {point.look for row in rows if isinstance(row, Row) for point in row.points}
    nought = Decimal(0)
    key = (
        (Point(nought, colour=palette.INK), written("result")),
        (Point(nought, colour=palette.INK, look="tick"), written("target")),
        (Point(nought, look="band", to=nought), written("target range")),
    )
    return tuple((point, text[lang]) for point, text in key if point.look in looks)


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
