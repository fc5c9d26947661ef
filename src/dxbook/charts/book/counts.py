"""A count and the parts it is made of: e-ID accounts as bars, online meetings in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ...model import Text
from ...wording import named
from ...words import NO_TEXT, written
from ..drawing import Drawing, drawing, drawn
from ..kinds import bars
from ..values import INDICATOR, VALUE, Row, Seen, Value, Words, marks_notes


@dataclass(frozen=True)
class Made:
    """A whole and the parts that state theirs."""

    whole: Value
    parts: tuple[Value, ...]

    @property
    def known(self) -> tuple[Value, ...]:
        """The parts with a value."""
        return tuple(v for v in self.parts if v.best is not None)

    @property
    def total(self) -> Decimal:
        """What the parts add up to."""
        return sum((v.best or Decimal(0) for v in self.known), Decimal(0))

    @property
    def complete(self) -> bool:
        """Whether the whole and all of its parts are stated."""
        return self.whole.best is not None and len(self.known) == len(self.parts) > 0

    @property
    def adds_up(self) -> bool:
        """Whether the parts make the whole."""
        return self.complete and self.total == self.whole.best

    def share(self, part: Value) -> str:
        """A part in per cent of the whole, to two decimals."""
        whole = self.whole.best or self.total
        return part.seen.percent(part.best or Decimal(0), whole) if whole else ""


def made_of_parts(seen: Seen, whole: str) -> Made:
    """A count and the indicators that count a part of it."""
    parts = [seen.value(i) for i in seen.report.indicators() if i.part_of == whole]
    return Made(seen.value(whole), tuple(parts))


@drawn
def eid_accounts(seen: Seen) -> Drawing:
    """How many e-ID accounts are of each level? A corrected part is hatched."""

    def finding(made: Made) -> Text:
        last = made.known[-1]
        return written(
            "{share} of {whole} are {name}{by}",
            share=made.share(last),
            whole=made.whole.words,
            name=named(last.indicator_name, seen.lang),
            by=written(", by the corrected count") if last.corrected else NO_TEXT,
        )

    return _counted(seen, finding, picture=True)


@drawn
def online_meetings(seen: Seen) -> Drawing:
    """Between whom were the online meetings held? With the check that the parts add up."""

    def finding(made: Made) -> Text:
        most = max(made.known, key=lambda part: part.best or 0)
        return written(
            "Of {whole}, most are {name}: {count} ({share})",
            whole=made.whole.words,
            name=named(most.indicator_name, seen.lang),
            count=seen.number(most.best),
            share=made.share(most),
        )

    return _counted(seen, finding, picture=False)


def _counted(seen: Seen, finding: Callable[[Made], Text], *, picture: bool) -> Drawing:
    made = made_of_parts(seen, seen.chart)
    whole, name = made.whole, made.whole.indicator_name
    title: Words = seen.none_reported(name)
    if made.complete and not made.adds_up:
        title = written(
            "The parts add up to {total}, not to the stated total of {whole}",
            total=seen.number(made.total),
            whole=whole.words,
        )
    elif whole.best is not None:
        title = finding(made) if made.known else f"{name}: {whole.words}"
    values, check = [whole, *made.parts], seen.say(_check(seen, made))
    rows = _bars(made) if picture else []

    def share(value: Value) -> str:
        return made.share(value) if value is not whole and value.best is not None else "–"

    return drawing(
        seen,
        title,
        f"{name}, {whole.short}, {seen.year}",
        [f"{v.indicator_name}: {v.words}" for v in values],
        (INDICATOR, VALUE, (written("Share of the total, computed"), share)),
        values,
        bars(rows) if rows else None,
        notes=[check, *marks_notes(values, drawn=picture)],
        after=check,
    )


def _check(seen: Seen, made: Made) -> Words:
    """The sum of the parts, and whether it is the whole; not where one is computed from it."""
    if not made.complete:
        return ""
    computed = _computed(made)
    if computed is not None:
        one_other = len(made.parts) == 2
        return written(
            "{part} is the total less {other}, so this sum is not an independent check.",
            part=seen.number(computed.best),
            other=written("the other part") if one_other else written("the other parts"),
        )
    added, total = " + ".join(seen.number(v.best) for v in made.parts), seen.number(made.total)
    if made.adds_up:
        return written("Check: {added} = {total}, as stated.", added=added, total=total)
    return written(
        "Check: {added} = {total}, not the stated total of {whole}.",
        added=added,
        total=total,
        whole=seen.number(made.whole.best),
    )


def _computed(made: Made) -> Value | None:
    """The part whose correction is what the others leave of the total, where there is one.

    A correction that a ruling takes from another document than the report is not computed.
    """
    corrected = [v for v in made.parts if v.corrected]
    if not made.adds_up or made.whole.corrected or len(corrected) != 1:
        return None
    [part] = corrected
    report, source = part.seen.report, part.seen.report.source()
    own = {"", *(source.title.values() if source else ())}
    elsewhere = any(
        f.ruling is not None and f.ruling.decision == "corrected" and f.ruling.document not in own
        for f in report.findings_on(part.observation.key if part.observation else "")
    )
    return None if elsewhere else part


def _bars(made: Made) -> list[Row]:
    """The whole, and below it its parts, each from where the one before ended."""
    rows = [
        value.row(
            name=value.indicator_name,
            stack="parts",
            label=None,
            total=f"{value.seen.number(value.best)} ({made.share(value)})",
            colour="blue",
        )
        for value in made.known
    ]
    if made.whole.best is None:
        return rows
    total = made.whole.seen.number(made.whole.best)
    whole = made.whole.row(name=made.whole.indicator_name, stack="whole", label=None, total=total)
    return [whole | {"colour": "grey"}, *rows]
