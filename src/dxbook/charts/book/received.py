"""Dossiers received, and how many of them online: how much is still not online?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ...parts import LABELS
from ...wording import capitalised
from ...words import Text, written
from ..drawing import Drawing, drawing, drawn
from ..kinds import bars
from ..told import Told
from ..values import Row, Seen, Value, Words, marks_notes

RECEIVED, ONLINE = "dossiers_received", "dossiers_online"


@dataclass(frozen=True)
class Received:
    """What one level received, and how much of it online."""

    received: Value
    online: Value
    total: Decimal
    done_online: Decimal

    @property
    def rest(self) -> Decimal:
        """Dossiers received and not handled online."""
        return self.total - self.done_online

    def said(self, part: Decimal, what: str = "") -> str:
        """A part of the total, what it is, and its share in per cent to two decimals."""
        seen = self.received.seen
        return f"{seen.number(part)}{what} ({seen.percent(part, self.total)})"


@drawn
def received_online(seen: Seen) -> Drawing:
    """How much is still not online? Dossiers received and handled online, by level."""
    received, online = seen.report.indicator(RECEIVED), seen.report.indicator(ONLINE)
    levels = [seen.value(received, s) for s in received.scopes if seen.report.scope(s).part_of]
    both = ((v, seen.value(online, v.scope.id)) for v in levels if v.scope.id in online.scopes)
    known = [Received(r, o, r.best, o.best) for r, o in both if r.best and o.best is not None]
    title: Words = seen.none_reported(online.name)
    if known:
        most = max(known, key=lambda r: r.rest)
        title = written(
            "{scope} handled {count} dossiers other than online, {share} of those received",
            scope=capitalised(most.received.short),
            count=seen.number(most.rest),
            share=seen.percent(most.rest, most.total),
        )
    parts_of = [_parts(r) for r in known]
    return drawing(
        seen,
        title,
        written("Dossiers received and handled in {year}: online and the rest", year=seen.year),
        [f"{o['name']}: {rest['total']}, {o['label']}, {rest['label']}" for o, rest in parts_of],
        (
            (LABELS["scope"], lambda r: seen.say(r.received.scope.name)),
            (received.name, lambda r: r.received.shown),
            (online.name, lambda r: r.online.shown),
            (written("The rest, computed"), lambda r: r.said(r.rest)),
        ),
        known,
        bars([part for both in parts_of for part in both]) if known else None,
        notes=[
            _without_online(seen, levels),
            *marks_notes(v for r in known for v in (r.received, r.online)),
        ],
    )


def _parts(r: Received) -> tuple[Row, Row]:
    """The two parts of a level's bar: what is online, and the rest."""
    seen = r.received.seen
    name = {"name": capitalised(r.received.short)}
    online, rest = seen.say(written("online")), seen.say(written("the rest"))
    return name | {
        "value": r.done_online,
        "label": r.said(r.done_online, f" {online}"),
        "told": r.online.told,
    }, name | {
        "value": r.rest,
        "colour": "pale",
        "label": r.said(r.rest, f" {rest}"),
        "total": seen.number(r.total),
        "flag": r.received.flagged or r.online.flagged,
        "told": _rest_told(r),
    }


def _rest_told(r: Received) -> Told | None:
    """What is told of the rest: computed from what was received, whose sentence it leads to."""
    seen, received = r.received.seen, r.received.told
    if received is None:
        return None
    computed = f"{seen.number(r.total)} − {seen.number(r.done_online)}"
    return received | {
        "indicator": seen.say(written("The rest, not online")),
        "value": r.said(r.rest),
        "status": f"{capitalised(seen.say(LABELS['derived']))}: {computed}",
    }


def _without_online(seen: Seen, levels: list[Value]) -> Text | str:
    """Which level states what it received and not how much of it online."""
    silent = [
        v.scope.id
        for v in levels
        if v.best is not None
        and ((o := seen.report.observation(ONLINE, v.scope.id)) is None or o.best is None)
    ]
    if not silent:
        return ""
    return written(
        "Not drawn: {silent}; the report does not give the number online.",
        silent=seen.short(*silent),
    )
