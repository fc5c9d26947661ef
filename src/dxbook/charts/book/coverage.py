"""What does the report say, and what does it not? How many values of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from ...model import Text
from ...parts import LABELS
from ...wording import not_said
from ...words import written, written_count
from ..drawing import Drawing, drawing, drawn
from ..values import HUNDRED, INDICATOR, SCOPE, VALUE, Column, Seen, Value

#: What a value may be, in the order they are told.
KINDS: dict[str, Text] = {
    "full": written("at 100%"),
    "below": written("below 100%"),
    "count": written("counted"),
    "partly": written("partly reported"),
    "silent": written("not reported"),
}


@dataclass(frozen=True)
class Group:
    """The values of a pillar, or of a section of one."""

    name: str
    values: Sequence[Value]

    def count(self, kind: str) -> int:
        """How many values are of a kind."""
        return sum(kind_of(v) == kind for v in self.values)

    @property
    def flagged(self) -> int:
        """How many values the audit asks about."""
        return sum(v.flagged for v in self.values)

    def said(self, seen: Seen) -> str:
        """How many values are of each kind, in words."""
        counts = ((self.count(kind), text) for kind, text in KINDS.items())
        parts = [f"{count} {seen.say(text)}" for count, text in counts if count]
        if self.flagged:
            parts.append(seen.say(written("{flagged} to be clarified", flagged=self.flagged)))
        return f"{self.name}: {', '.join(parts)}"


def kind_of(value: Value) -> str:
    """Which kind a value is of."""
    if value.best is None:
        return "partly" if value.partly else "silent"
    if not value.is_share:
        return "count"
    return "full" if value.best >= HUNDRED else "below"


@drawn
def coverage_grid(seen: Seen) -> Drawing:
    """What does the report not say? Every pillar."""
    groups = [Group(seen.say(p.name), seen.values(p.id)) for p in seen.report.pillars()]
    columns: list[Column] = [
        (LABELS["pillar"], lambda group: group.name),
        *((seen.say(text).capitalize(), partial(_cell, kind)) for kind, text in KINDS.items()),
        (written("To be clarified"), lambda group: str(group.flagged)),
    ]
    where = seen.say(written("All pillars"))
    return _coverage(seen, where, groups, columns, groups)


def _cell(kind: str, group: Group) -> str:
    return str(group.count(kind))


@drawn
def reported(seen: Seen) -> Drawing:
    """What does the report not say of the page's pillar? What is missing is named."""
    pillar = seen.pillar
    if pillar is None:
        return coverage_grid(replace(seen, chart="coverage_grid"))
    return _of_pillar(seen, pillar)


@drawn
def economy_reported(seen: Seen) -> Drawing:
    """What does the report not say of the digital economy?"""
    return _of_pillar(seen, "economy")


def _of_pillar(seen: Seen, pillar: str) -> Drawing:
    values, where = seen.values(pillar), seen.say(seen.report.pillar(pillar).name)
    loose = Group(where, [v for v in values if not v.indicator.section])
    groups = [loose] if loose.values else []
    for section in seen.report.sections(pillar):
        members = [v for v in values if v.indicator.section == section.id]
        groups.append(Group(seen.say(section.name), members))
    named = [value for group in groups for value in group.values]
    return _coverage(seen, where, groups, (INDICATOR, SCOPE, VALUE), named)


def _coverage(
    seen: Seen,
    where: str,
    groups: Sequence[Group],
    columns: Sequence[Column],
    members: Iterable[Any],
) -> Drawing:
    silent, partly = (sum(g.count(kind) for g in groups) for kind in ("silent", "partly"))
    total, flagged = sum(len(g.values) for g in groups), sum(g.flagged for g in groups)
    note = written_count(
        "⚑ {count} value is to be clarified, changes not counted; "
        "see the page “Checking the numbers”.",
        "⚑ {count} values are to be clarified, changes not counted; "
        "see the page “Checking the numbers”.",
        flagged,
    )
    return drawing(
        seen,
        not_said(silent, total, where, seen.lang, partly=partly),
        written("Values of {year}: each is one indicator for one scope", year=seen.year),
        [g.said(seen) for g in groups if g.values],
        columns,
        members,
        notes=[note] if flagged else [],
    )
