"""How far are values from the targets of the year, and of later years?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from ...model import Text
from ...parts import LABELS, instrument, scoped_link
from ...wording import DOUBTED, VERDICT, capitalised, named
from ...words import written
from ..drawing import Drawing, drawing, drawn
from ..judged import Judged, by_verdict, held, met_and_missed, of_the_year
from ..kinds import Meaning, dots
from ..values import Column, Row, Seen, Value, marks_notes, source_with


def _name(value: Value) -> Markup:
    return scoped_link(value.indicator, value.scope, value.seen.lang)


#: The table behind a chart of targets.
COLUMNS: Sequence[Column] = (
    (LABELS["indicator"], lambda held: _name(held.value)),
    (LABELS["value"], lambda held: held.value.shown),
    (LABELS["target"], lambda held: f"{held.goal}, {held.target.year}"),
    (LABELS["verdict"], lambda held: held.shown),
    (LABELS["set_by"], lambda held: instrument(held.target, held.value.seen.lang)),
)


@drawn
def targets_distance(seen: Seen) -> Drawing:
    """What was missed? Values against the targets of the year that measure the same thing."""
    by = by_verdict(of_the_year(seen, seen.pillar) or of_the_year(seen, None))
    rows: list[Row] = []
    for verdict, colour in (("missed", "orange"), (DOUBTED, "grey"), ("met", "grey")):
        heading = f"{capitalised(seen.say(VERDICT[verdict]))} ({len(by[verdict])})"
        rows += _group(heading, by[verdict], colour)
    subtitle = written(
        "Results against the targets for {year}: the province’s plan, or the national "
        "target where the province set none",
        year=seen.year,
    )
    members = [held for group in by.values() for held in group]
    rows += _unknown(seen, by["unknown"])
    return _drawing(seen, met_and_missed(seen, by), subtitle, members, rows)


@drawn
def later_targets(seen: Seen) -> Drawing:
    """How far is there still to go? Targets of later years that measure the same thing."""
    found = [
        held(seen.value(indicator, target.scope), target)
        for indicator in seen.report.indicators(seen.pillar)
        for target in seen.report.targets(indicator.id)
        if target.year > seen.year and target.same and target.scope in indicator.scopes
    ]
    measured = [j for j in found if j.judgement.gap is not None]
    unknown = [j for j in found if j not in measured]
    rows: list[Row] = []
    for year in sorted({j.target.year for j in measured}):
        due = sorted((j for j in measured if j.target.year == year), key=lambda j: -j.gap)
        rows += _group(seen.say(written("Target for {year}", year=year)), due, "blue")
    subtitle = written(
        "Results of {year} and targets of later years that measure the same thing", year=seen.year
    )
    title = _still_to_go(seen, measured, unknown)
    rows += _unknown(seen, unknown)
    return _drawing(seen, title, subtitle, [*measured, *unknown], rows)


def _still_to_go(seen: Seen, measured: Sequence[Judged], unknown: Sequence[Judged]) -> Text:
    """Which later target is furthest away, or why that cannot be said."""
    furthest = max(measured, key=lambda j: j.gap, default=None)
    if furthest is not None and furthest.gap > 0:
        return written(
            "The later target furthest away: {name}, {amount} short of {goal} for {year}",
            name=named(furthest.value.name, seen.lang),
            amount=furthest.amount,
            goal=furthest.goal,
            year=furthest.target.year,
        )
    if measured:
        return written("Every later target that can be measured is already reached")
    if unknown:
        return written("The distance to no later target can be measured")
    return written("No target for a later year measures the same as these indicators")


def _drawing(
    seen: Seen, title: Text | str, subtitle: Text, found: Sequence[Judged], rows: Sequence[Row]
) -> Drawing:
    key = (
        Meaning(seen.say(written("result")), "dot", "ink"),
        Meaning(seen.say(written("target")), "target", "ink"),
        Meaning(seen.say(written("target range")), "range", "pale"),
    )
    return drawing(
        seen,
        title,
        subtitle,
        [f"{j.value.name}: {j.value.words}, {j.clause}" for j in found],
        COLUMNS,
        found,
        dots(rows, key=used(key, rows)) if rows else None,
        notes=marks_notes(j.value for j in found),
        source=source_with(seen, targets=bool(found), national=False),
    )


def used(key: Iterable[Meaning], rows: Iterable[Row]) -> list[Meaning]:
    """The meanings of the marks that rows have, where they have several."""
    marks = {row.get("mark", "dot") for row in rows if "mention" not in row}
    return [meaning for meaning in key if meaning.mark in marks] if len(marks) > 1 else []


def mentions(heading: str, said: Iterable[str]) -> list[Row]:
    """Rows under a heading that name what has no place on the scale."""
    return [{"group": heading, "group_colour": "muted", "mention": words} for words in said]


def _group(heading: str, found: Sequence[Judged], colour: str) -> list[Row]:
    head = {"group": heading, "group_colour": "orange" if colour == "orange" else "ink"}
    return [head | row for held in found for row in _rows(held, colour)]


def _rows(held: Judged, colour: str) -> list[Row]:
    """A target and the value held against it, on one line."""
    value, target, seen = held.value, held.target, held.value.seen
    words, missed = capitalised(held.clause), colour == "orange"
    if held.unit.kind != "percent" or value.best is None:
        return [{"mention": f"{value.name}: {value.words}. {words}"}]
    set_for = written(
        "{level} {target}", level=LABELS[target.level], target=seen.say(LABELS["target"]).lower()
    )
    goal = held.row | {
        "detail": seen.say(set_for),
        "note": words,
        "note_colour": "orange" if missed else "muted",
    }
    look = "open" if held.verdict == DOUBTED else "dot"
    point = value.row(name=value.name, mark=look, colour=colour)
    if value.best < target.value:
        point |= {"gap": target.value, "gap_colour": "orange" if missed else "pale"}
    return [goal, point]


def _unknown(seen: Seen, unknown: Iterable[Judged]) -> list[Row]:
    """What cannot be judged, named, with the targets that wait for it."""
    goals: dict[str, list[str]] = {}
    for j in unknown:
        goals.setdefault(j.value.name, []).append(f"{j.goal} ({j.target.year})")
    reason = seen.say(written("the report gives no value"))
    heading = f"{capitalised(seen.say(VERDICT['unknown']))}: {reason} ({len(goals)})"
    target = seen.say(LABELS["target"]).lower()
    return mentions(heading, [f"{name}: {target} {', '.join(goals[name])}" for name in goals])
