"""How far is each share from a hundred, and where do communes lag?"""

from __future__ import annotations

from decimal import Decimal

from ..model import Lang, Report
from ..parts import palette
from ..parts.figures import shown
from ..parts.labels import label
from ..parts.tables import Cell, indicator_link
from ..wording.findings import each_level_apart, lags, none_reported, shares_at_full
from ..wording.phrases import capitalised, points
from ..words import written
from .drawing import Drawing, drawn
from .plan import Heading, Look, Mention, Plan, Point, Row
from .rows import rows_picture
from .told import told
from .values import HUNDRED, Value, is_share, pillar_of, table_of, value_of, values_of

ENDS = ((Decimal(0), "0%"), (Decimal(50), "50%"), (HUNDRED, "100%"))
#: The two levels whose shares are held against each other.
UPPER, LOWER = "agencies-districts", "communes"
#: The levels that some indicators are measured for one by one.
APART = ("districts", "communes")


@drawn("to_full")
def to_full(report: Report, lang: Lang, page: str) -> Drawing:
    """How far is each share of the page's pillar from 100%? Not reported is said, not drawn."""
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
    plan = Plan(
        [*_to_full_rows(report, reported, lang), *mentions(report, silent, lang)],
        ENDS,
        nothing=title,
    )
    said = "; ".join(f"{v.named(lang)}: {v.said(report, lang)}" for v in (*reported, *silent))
    columns = (label("indicator", lang), label("scope", lang), label("value", lang))
    left = written("Left to 100%")[lang]
    return Drawing(
        id="to_full",
        title=title,
        subtitle=subtitle,
        alternative=f"{title}. {said}." if said else f"{title}.",
        table=table_of(
            "to_full",
            title,
            (*columns, left),
            (_to_full_cells(report, v, lang) for v in (*reported, *silent)),
        ),
        draw=lambda width: rows_picture(plan, width),
        note=marks_note(found, lang),
    )


def _to_full_rows(report: Report, reported: list[Value], lang: Lang) -> list[Row | Heading]:
    short = [v for v in reported if v.best is not None and v.best < HUNDRED]
    full = [v for v in reported if v not in short]
    rows: list[Row | Heading] = []
    for heading, group in (
        (written("Below 100%")[lang], short),
        (written("At 100%")[lang], full),
    ):
        if group and short and full:
            rows.append(Heading(f"{heading} ({len(group)})"))
        rows += [_to_full_row(report, v, lang) for v in group]
    return rows


def _to_full_row(report: Report, value: Value, lang: Lang) -> Row:
    best = value.best or Decimal(0)
    colour = palette.HATCH if value.corrected else palette.BLUE
    tells = told(report, value.observation, lang)
    point = Point(best, value.said(report, lang), colour, flagged=value.flagged, told=tells)
    gap = (best, HUNDRED) if best < HUNDRED else None
    return Row(value.indicator.name[lang], (point,), value.scope.short[lang], gap)


def mentions(report: Report, silent: list[Value], lang: Lang) -> list[Heading | Mention]:
    """Values that are not there, named under the reason, an indicator's scopes together."""
    reasons: dict[str, dict[str, list[Value]]] = {}
    for value in silent:
        by_indicator = reasons.setdefault(value.said(report, lang), {})
        by_indicator.setdefault(value.indicator.id, []).append(value)
    rows: list[Heading | Mention] = []
    for reason, by_indicator in reasons.items():
        count = sum(len(values) for values in by_indicator.values())
        rows.append(Heading(f"{capitalised(reason)} ({count})", palette.MUTED))
        for values in by_indicator.values():
            scopes = ", ".join(v.scope.short[lang] for v in values)
            rows.append(Mention(f"{values[0].indicator.name[lang]}: {scopes}"))
    return rows


def _to_full_cells(report: Report, value: Value, lang: Lang) -> tuple[Cell, ...]:
    left = points(max(HUNDRED - value.best, Decimal(0)), lang) if value.best is not None else "–"
    return (
        indicator_link(value.indicator, lang),
        value.scope.short[lang],
        shown(report, value.observation, lang),
        left,
    )


def marks_note(values: list[Value], lang: Lang) -> str:
    """What the marks of the values mean, for those that are there."""
    said = []
    if any(v.flagged for v in values):
        said.append(
            written("⚑ beside a value: to be clarified; see the page “Checking the numbers”.")[lang]
        )
    if any(v.corrected for v in values):
        said.append(written("Hatched: a value corrected by the compiler.")[lang])
    return " ".join(said)


@drawn("commune_gap")
def commune_gap(report: Report, lang: Lang, page: str) -> Drawing:
    """Where do communes lag? Shares reported for communes and for the level above them."""
    pillar = pillar_of(report, page)
    pillar = pillar if _pairs(report, pillar) else None
    pairs = _pairs(report, pillar)
    compared = [
        (u, c, u.best - c.best) for u, c in pairs if u.best is not None and c.best is not None
    ]
    compared.sort(key=lambda pair: -pair[2])
    behind = [pair for pair in compared if pair[2] > 0]
    most = behind[0] if behind else None
    title = lags(
        len(behind),
        len(compared),
        most[1].indicator.name[lang] if most else "",
        points(most[2], lang) if most else "",
        lang,
    )
    lower, upper = (report.scope(s).short[lang] for s in (LOWER, UPPER))
    ordered = [(u, c) for u, c, _ in compared]
    ordered += [pair for pair in pairs if pair not in ordered]
    plan = Plan(
        [_gap_row(report, u, c, lang) for u, c in ordered],
        ENDS,
        key=(
            (Point(HUNDRED, colour=palette.ORANGE), lower),
            (Point(HUNDRED, colour=palette.BLUE, look="diamond"), upper),
        ),
        nothing=title,
    )
    said = "; ".join(
        f"{u.indicator.name[lang]}: {lower} {c.said(report, lang)}, {upper} {u.said(report, lang)}"
        for u, c in ordered
    )
    subtitle = written(
        "Shares for {lower} against {upper} (which the report takes together), {year}",
        lower=lower,
        upper=upper,
        year=report.year,
    )[lang]
    columns = (label("indicator", lang), lower.capitalize(), upper.capitalize())
    return Drawing(
        id="commune_gap",
        title=title,
        subtitle=subtitle,
        alternative=f"{title}. {said}." if said else f"{title}.",
        table=table_of(
            "commune_gap",
            title,
            (*columns, written("Difference")[lang]),
            (_gap_cells(report, u, c, lang) for u, c in ordered),
        ),
        draw=lambda width: rows_picture(plan, width),
        note=" ".join(
            filter(
                None,
                (
                    _apart_note(report, pillar, lang),
                    marks_note([v for pair in pairs for v in pair], lang),
                ),
            )
        ),
    )


def _apart_note(report: Report, pillar: str | None, lang: Lang) -> str:
    """The percentages that are reported for each of the two levels by itself."""
    said = []
    for indicator in report.indicators(pillar):
        if report.unit(indicator.unit).kind != "percent" or not set(APART) <= set(indicator.scopes):
            continue
        values = [value_of(report, indicator, scope) for scope in APART]
        if all(v.best is not None for v in values):
            levels = [f"{v.scope.short[lang]} {v.said(report, lang)}" for v in values]
            said.append(each_level_apart(indicator.name[lang], levels, lang))
    return " ".join(said)


def _pairs(report: Report, pillar: str | None) -> list[tuple[Value, Value]]:
    both = (
        i
        for i in report.indicators(pillar)
        if {UPPER, LOWER} <= set(i.scopes) and is_share(report, i)
    )
    return [(value_of(report, i, UPPER), value_of(report, i, LOWER)) for i in both]


def _gap_row(report: Report, upper: Value, lower: Value, lang: Lang) -> Row:
    marked_as: tuple[tuple[Value, str, Look], ...] = (
        (lower, palette.ORANGE, "dot"),
        (upper, palette.BLUE, "diamond"),
    )
    marked = [
        Point(
            v.best,
            v.said(report, lang),
            colour,
            look,
            v.flagged,
            told=told(report, v.observation, lang),
        )
        for v, colour, look in marked_as
        if v.best is not None
    ]
    silent = [
        f"{v.scope.short[lang]}: {v.said(report, lang)}" for v in (lower, upper) if v.best is None
    ]
    gap = None
    if upper.best is not None and lower.best is not None and upper.best != lower.best:
        gap = (min(upper.best, lower.best), max(upper.best, lower.best))
    return Row(
        lower.indicator.name[lang],
        tuple(marked),
        gap=gap,
        gap_colour=palette.PALE,
        words=", ".join(silent),
    )


def _gap_cells(report: Report, upper: Value, lower: Value, lang: Lang) -> tuple[Cell, ...]:
    gap = "–"
    if upper.best is not None and lower.best is not None:
        gap = points(lower.best - upper.best, lang)
        if lower.best != upper.best:
            sign = "−" if lower.best < upper.best else "+"
            gap = sign + gap
    return (
        indicator_link(lower.indicator, lang),
        shown(report, lower.observation, lang),
        shown(report, upper.observation, lang),
        gap,
    )


__all__ = ["ENDS", "commune_gap", "marks_note", "to_full"]
