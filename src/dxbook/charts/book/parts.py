"""Do the parts add up? The share of the whole against what its parts allow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from ...model import Report, Text
from ...wording import STATUS, capitalised, points
from ...words import written
from ..drawing import Drawing, drawing, drawn
from ..kinds import dots
from ..values import HUNDRED, RATIO, VALUE, WHOLE_SCOPE, Row, Seen, Value, marks_notes
from .online import SHARE
from .received import ONLINE, RECEIVED

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Sums:
    """The whole's counts, held against those of the parts that state both theirs.

    Args:
        rest: what is left to receive for the parts that do not state theirs.
        needed: what the rest would have to have done online.
        apart: numerator and denominator of all parts, each as a count of its own; None where a
            part states too little.
    """

    received: Decimal
    online: Decimal
    rest: Decimal
    needed: Decimal
    apart: tuple[Decimal, Decimal] | None

    @property
    def ceiling(self) -> Decimal:
        """The greatest share possible: all of the rest online."""
        most = self.online - self.needed + max(self.rest, Decimal(0))
        return (HUNDRED * most / self.received).quantize(CENT)

    @property
    def possible(self) -> bool:
        """Whether the rest could have done what is needed."""
        return Decimal(0) <= self.needed <= self.rest

    @property
    def share_apart(self) -> Decimal | None:
        """The share of all parts, each as a count of its own."""
        if self.apart is None:
            return None
        return (HUNDRED * self.apart[0] / self.apart[1]).quantize(CENT)

    @property
    def two_readings(self) -> bool:
        """Whether the total may be that of all parts, or of one part only."""
        return self.apart is not None and self.apart[1] != self.received

    def fits_neither(self, whole: Decimal) -> bool:
        """Whether both readings give something other than the share of the whole."""
        share = self.share_apart
        if self.possible or share is None or not self.two_readings:
            return False
        return share.quantize(whole) != whole


def sums(report: Report) -> Sums | None:
    """The counts behind the share of the whole; None where too little is stated."""
    whole = report.indicator(SHARE).scopes[0]
    received, online = _count(report, RECEIVED, whole), _count(report, ONLINE, whole)
    scopes = [s.id for s in report.scopes() if s.part_of == whole]
    scopes = [s for s in scopes if report.scope(s).validity.covers(report.year)]
    both = [
        (r, o)
        for s in scopes
        if (r := _count(report, RECEIVED, s)) is not None
        and (o := _count(report, ONLINE, s)) is not None
    ]
    if not received or online is None or not both:
        return None
    return Sums(
        received,
        online,
        received - sum(r for r, _ in both),
        online - sum(o for _, o in both),
        _apart(report, scopes, received, online),
    )


def _count(report: Report, indicator: str, scope: str) -> Decimal | None:
    if scope not in report.indicator(indicator).scopes:
        return None
    observation = report.observation(indicator, scope)
    return observation.best if observation else None


def _apart(
    report: Report, scopes: list[str], received: Decimal, online: Decimal
) -> tuple[Decimal, Decimal] | None:
    above = below = Decimal(0)
    whole = report.observation(SHARE)
    for scope in scopes:
        r, o, share = (_count(report, i, scope) for i in (RECEIVED, ONLINE, SHARE))
        if r is None or (o is None and share is None):
            return None
        if o is None and share is not None:
            same = r == received and whole is not None and share == whole.best
            o = online if same else (r * share / HUNDRED).quantize(Decimal(1))
        above, below = above + (o or 0), below + r
    return (above, below) if below else None


@drawn
def parts_whole(seen: Seen) -> Drawing:
    """Do the parts add up? The share of the whole, of the parts, and what they allow."""
    indicator = seen.report.indicator(SHARE)
    whole, *parts = (seen.value(indicator, scope) for scope in indicator.scopes)
    found = sums(seen.report) if whole.best is not None else None
    readings = _readings(seen, found, whole)
    stated = [_stated(v) for v in (whole, *parts) if v.best is not None]
    made = drawing(
        seen,
        _against_whole(seen, found, whole),
        f"{whole.indicator_name}, {seen.year}",
        [
            *(f"{v.short} {v.words}" for v in (whole, *parts)),
            *(f"{r['name']}: {r['label']}. {r['note']}" for r in readings),
        ],
        (WHOLE_SCOPE, VALUE, RATIO),
        [whole, *parts],
        dots([*stated, *readings]) if stated else None,
        notes=marks_notes([whole, *parts]),
    )
    return replace(made, rows=[*made.rows, *((r["name"], r["label"], r["note"]) for r in readings)])


def _against_whole(seen: Seen, found: Sums | None, whole: Value) -> Text:
    """Whether the share of the whole can be made of its parts."""
    if found is None or whole.best is None:
        return written("There is too little data to hold the overall share against its parts")
    ceiling = f"{seen.number(found.ceiling)}%"
    if found.possible:
        return written(
            "The overall share of {whole} does not contradict the parts that are stated, "
            "which allow up to {ceiling}",
            whole=whole.words,
            ceiling=ceiling,
        )
    if found.fits_neither(whole.best):
        return written(
            "{whole} fits neither reading: at most {ceiling}, or {apart}",
            whole=whole.words,
            ceiling=ceiling,
            apart=f"{seen.number(found.share_apart)}%",
        )
    return written(
        "{whole} does not agree with its parts, which allow {ceiling} at most",
        whole=whole.words,
        ceiling=ceiling,
    )


def _stated(value: Value) -> Row:
    o, seen = value.observation, value.seen
    ratio = ""
    if o is not None and o.numerator is not None and o.denominator is not None:
        ratio = f"{seen.number(o.numerator)}/{seen.number(o.denominator)}"
    group = seen.say(written("As reported"))
    return value.row(group=group, name=capitalised(value.short), detail=ratio)


def _readings(seen: Seen, found: Sums | None, whole: Value) -> list[Row]:
    """The two ways to read the total, and what each gives."""
    if found is None or whole.best is None:
        return []
    total = seen.number(found.received)
    name = written("{total} is the total of all levels: at most", total=total)
    against = None if found.possible else whole.best
    rows = [_reading(seen, name, found.ceiling, against, seen.say(_why(seen, found)))]
    share, apart = found.share_apart, found.apart
    if share is not None and apart is not None and found.two_readings:
        name = written("{total} is only one part, each level counted apart: together", total=total)
        against = whole.best if share < whole.best else None
        ratio = f"{seen.number(apart[0])}/{seen.number(apart[1])}"
        rows.append(_reading(seen, name, share, against, ratio))
    return rows


def _reading(seen: Seen, name: Text, share: Decimal, against: Decimal | None, note: str) -> Row:
    if against is not None:
        lacking = points(abs(share - against), seen.lang)
        less = written("{lacking} less than reported", lacking=lacking)
        note = f"{note}; {seen.say(less)}"
    said, status = f"{seen.number(share)}%", capitalised(seen.say(STATUS["derived"]))
    return {
        "group": seen.say(written("Two readings")),
        "name": seen.say(name),
        "mark": "open",
        "value": share,
        "label": said,
        "gap": against,
        "note": note,
        "told": {"indicator": seen.say(name), "value": said, "status": f"{status}: {note}"},
    }


def _why(seen: Seen, found: Sums) -> Text:
    rest, needed = seen.number(found.rest), seen.number(found.needed)
    if found.possible and found.rest == 0:
        return written(
            "The levels that state theirs come to the whole total; of others the report "
            "says nothing, which is not to say that they received none"
        )
    if found.possible:
        return written(
            "If the total has all levels, {rest} dossiers are left for those that state "
            "none, {needed} of them online: possible",
            rest=rest,
            needed=needed,
        )
    return written(
        "The rest received only {rest} dossiers, yet would need {needed} online",
        rest=rest,
        needed=needed,
    )
