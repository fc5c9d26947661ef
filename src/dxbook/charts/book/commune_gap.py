"""Where do communes lag? Their shares against those of the level above them."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Lang, Report
from ...parts.figures import shown
from ...parts.labels import label
from ...parts.tables import Cell, indicator_link
from ...wording.findings import each_level_apart, lags
from ...wording.phrases import points
from ...words import written
from ..drawing import Drawing, drawn
from ..kinds import Meaning, dots
from ..values import Value, is_share, marked, marks_note, pillar_of, sentences, value_of

#: The two levels whose shares are held against each other.
UPPER, LOWER = "agencies-districts", "communes"
#: The levels that some indicators are measured for one by one.
APART = ("districts", "communes")


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
    key = (Meaning(lower, "dot", "orange"), Meaning(upper, "diamond", "blue"))
    notes = (_apart_note(report, pillar, lang), marks_note([v for p in pairs for v in p], lang))
    return Drawing(
        id="commune_gap",
        title=title,
        subtitle=subtitle,
        alternative=sentences(title, said),
        columns=(*columns, written("Difference")[lang]),
        rows=[_cells(report, u, c, lang) for u, c in ordered],
        draw=dots([r for u, c in ordered for r in _rows(report, u, c, lang)], key=key)
        if ordered
        else None,
        note=" ".join(filter(None, notes)),
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


def _rows(report: Report, upper: Value, lower: Value, lang: Lang) -> Sequence[dict[str, object]]:
    """Both levels on one line, and in words the one that is not reported."""
    name = lower.indicator.name[lang]
    looks = ((lower, "orange", "dot"), (upper, "blue", "diamond"))
    known = sorted((v.best, n) for n, (v, _, _) in enumerate(looks) if v.best is not None)
    rows = []
    for _, n in known:
        value, colour, mark = looks[n]
        rows.append(marked(report, value, lang, name=name, mark=mark) | {"colour": colour})
    if len(known) == 2:
        rows[0] |= {"gap": known[1][0], "gap_colour": "pale"}
    silent = [
        f"{v.scope.short[lang]}: {v.said(report, lang)}" for v in (lower, upper) if v.best is None
    ]
    if silent:
        rows = rows or [{"name": name}]
        rows[0]["words"] = ", ".join(silent)
    return rows


def _cells(report: Report, upper: Value, lower: Value, lang: Lang) -> tuple[Cell, ...]:
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
