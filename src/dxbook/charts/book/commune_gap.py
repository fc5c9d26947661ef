"""Where do communes lag? Their shares against those of the level above them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ...parts import LABELS
from ...wording import lags, named, points
from ...words import written
from ..drawing import Drawing, drawing, drawn
from ..kinds import Meaning, dots
from ..values import Row, Seen, Value, Words, marks_notes

#: The two levels whose shares are held against each other.
UPPER, LOWER = "agencies-districts", "communes"
#: The levels that some indicators are measured for one by one.
APART = ("districts", "communes")
#: The values of an indicator for the upper and the lower level.
Pair = tuple[Value, Value]


@drawn
def commune_gap(seen: Seen) -> Drawing:
    """Where do communes lag? Shares reported for communes and for the level above them."""
    pillar = seen.pillar if _pairs(seen, seen.pillar) else None
    pairs = _pairs(seen, pillar)
    compared = [(pair, gap) for pair in pairs if (gap := _gap(pair)) is not None]
    compared.sort(key=lambda of: -of[1])
    behind = sum(gap > 0 for _, gap in compared)
    most = name = ""
    if behind:
        (_, commune), gap = compared[0]
        most, name = points(gap, seen.lang), commune.indicator_name
    lower, upper = seen.short(LOWER), seen.short(UPPER)
    ordered = [pair for pair, _ in compared]
    ordered += [pair for pair in pairs if pair not in ordered]
    key = (Meaning(lower, "dot", "orange"), Meaning(upper, "diamond", "blue"))
    return drawing(
        seen,
        lags(behind, len(compared), name, most, seen.lang),
        written(
            "Shares for {lower} against {upper} (which the report takes together), {year}",
            lower=lower,
            upper=upper,
            year=seen.year,
        ),
        [f"{u.indicator_name}: {lower} {c.words}, {upper} {u.words}" for u, c in ordered],
        (
            (LABELS["indicator"], lambda pair: pair[1].link),
            (lower.capitalize(), lambda pair: pair[1].shown),
            (upper.capitalize(), lambda pair: pair[0].shown),
            (written("Difference"), _difference),
        ),
        ordered,
        dots([row for pair in ordered for row in _rows(*pair)], key=key) if ordered else None,
        notes=[*_apart(seen, pillar), *marks_notes(v for pair in pairs for v in pair)],
    )


def _pairs(seen: Seen, pillar: str | None) -> list[Pair]:
    return [
        (upper, seen.value(i, LOWER))
        for i in seen.report.indicators(pillar)
        if {UPPER, LOWER} <= set(i.scopes) and (upper := seen.value(i, UPPER)).is_share
    ]


def _gap(pair: Pair) -> Decimal | None:
    """How far communes are below the upper level, where both are reported."""
    upper, lower = pair
    return None if upper.best is None or lower.best is None else upper.best - lower.best


def _difference(pair: Pair) -> str:
    gap = _gap(pair)
    if gap is None:
        return "–"
    return ("−" if gap > 0 else "+" if gap else "") + points(gap, pair[0].seen.lang)


def _apart(seen: Seen, pillar: str | None) -> list[Words]:
    """The percentages that are reported for each of the two levels by itself."""
    said: list[Words] = []
    for indicator in seen.report.indicators(pillar):
        if not set(APART) <= set(indicator.scopes):
            continue
        levels = [seen.value(indicator, scope) for scope in APART]
        if levels[0].unit.kind == "percent" and all(v.best is not None for v in levels):
            said.append(
                written(
                    "{name} is measured for each level by itself: {said}.",
                    name=named(levels[0].indicator_name, seen.lang),
                    said=", ".join(f"{v.short} {v.words}" for v in levels),
                )
            )
    return said


def _rows(upper: Value, lower: Value) -> Sequence[Row]:
    """Both levels on one line, and in words the one that is not reported."""
    name = lower.indicator_name
    looks = ((lower, "orange", "dot"), (upper, "blue", "diamond"))
    known = sorted((v.best, n) for n, (v, _, _) in enumerate(looks) if v.best is not None)
    rows = []
    for _, n in known:
        value, colour, mark = looks[n]
        rows.append(value.row(name=name, mark=mark) | {"colour": colour})
    if len(known) == 2:
        rows[0] |= {"gap": known[1][0], "gap_colour": "pale"}
    silent = [f"{v.short}: {v.words}" for v in (lower, upper) if v.best is None]
    if silent:
        rows = rows or [{"name": name}]
        rows[0]["words"] = ", ".join(silent)
    return rows
