"""Parts and wholes: of an indicator, and of a scope."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ...model import Observation
from ...words import NO_TEXT, written
from ..examples import Example, Says
from ..facts import Facts, Place
from ..registry import Checked, Noticed, Rule
from ..sentences import evidence, joined, label, sentence


@dataclass(frozen=True)
class Sum:
    """A whole, its parts that have a value, and whether these are all the parts there are."""

    whole: Observation
    parts: tuple[Observation, ...]
    complete: bool

    @property
    def total(self) -> Decimal:
        """What the parts come to, corrected values included."""
        return sum((p.best for p in self.parts if p.best is not None), Decimal(0))

    @property
    def qualified(self) -> bool:
        """Whether any of the values is only "over" or "about" its number."""
        return any(o.qualifier for o in (self.whole, *self.parts))

    def holds(self) -> bool:
        """Whether the parts make the whole, or, if not all are known, do not exceed it."""
        whole = self.whole.best
        if whole is None or self.whole.qualifier in ("over", "at-least", "about"):
            return True
        if self.complete and not self.qualified:
            return self.total == whole
        return self.total <= whole


def indicator_sums(facts: Facts) -> list[Sum]:
    """Every whole of the year with the indicators that count its parts, scope by scope."""
    indicators = facts.report.catalogue.indicators.values()
    parts = [i for i in indicators if i.part_of and i.validity.covers(facts.year)]
    found = []
    for whole, _ in facts.counts:
        places = [(i.id, whole.scope) for i in parts if i.part_of == whole.indicator]
        found += _sum(facts, whole, places)
    return found


def scope_sums(facts: Facts, values: Iterable[tuple[Observation, Decimal]]) -> list[Sum]:
    """Values with those of the scopes that are parts of their own."""
    found = []
    for whole, _ in values:
        places = [(whole.indicator, id) for id in facts.children(whole.scope)]
        found += _sum(facts, whole, places)
    return found


def _sum(facts: Facts, whole: Observation, places: list[Place]) -> list[Sum]:
    """A whole with those of its parts that have a value, if any has."""
    known = tuple(facts.levels[place] for place in places if place in facts.levels)
    return [Sum(whole, known, len(known) == len(places) > 1)] if known else []


_FAULT = written("{what}: the whole is {whole}, but the parts come to {total} ({parts}).{extra}")
_ASK = written("Please confirm the whole and each part of {what}.")
_HOLDS = written("{what}: the parts come to {total} {relation} {whole}, holds.")


def _checked(facts: Facts, found: Sum) -> Checked:
    whole = found.whole.best or Decimal(0)
    listed = [sentence("{what} {n}", what=label(facts.report, p), n=p.best or Decimal(0))
              for p in found.parts]  # fmt: skip
    same = [p for p in found.parts if p.best == whole and len(found.parts) > 1]
    return Checked(
        found.whole,
        found.holds(),
        found.whole.best,
        *(f"{p.key} {evidence(p.best)}" for p in found.parts),
        of=(found.whole, *found.parts),
        whole=whole,
        total=found.total,
        parts=joined(listed),
        relation="=" if found.complete and found.total == whole else "≤",
        extra=sentence(" {part} equals the whole.", part=label(facts.report, same[0]))
        if same
        else NO_TEXT,
    )


def _meetings(whole: str) -> Example:
    """Meetings of two kinds, and how many there are said to be."""
    return Example(
        f"{whole} cuộc họp: 10 cấp tỉnh, 21 ba cấp",
        Says("meetings", whole, quote=f"{whole} cuộc họp"),
        Says("meetings_city", "10", quote="10 cấp tỉnh"),
        Says("meetings_all", "21", quote="21 ba cấp"),
    )


@Rule(
    "parts-and-whole",
    "error",
    title=written("Parts that do not make the whole"),
    explanation=written(
        "Where a source divides a number, the parts come to the whole; where not all "
        "parts are given, they do not exceed it."
    ),
    fault=_FAULT,
    ask=_ASK,
    holds=_HOLDS,
    broken=_meetings("30"),
    mended=_meetings("31"),
)
def parts_and_whole(facts: Facts) -> Noticed:
    """The indicators that count the parts of another come to it."""
    for found in indicator_sums(facts):
        yield _checked(facts, found)


def _dossiers(centre: str) -> Example:
    """Dossiers of a province and of its parts, the Centre's as they are said to be."""
    return Example(
        f"toàn tỉnh 900; Trung tâm {centre}, huyện 300, xã 200",
        Says("received", "900", quote="toàn tỉnh 900"),
        Says("received", centre, "centre", quote=f"Trung tâm {centre}"),
        Says("received", "300", "districts", quote="huyện 300"),
        Says("received", "200", "communes", quote="xã 200"),
    )


@Rule(
    "scopes-and-whole",
    "error",
    title=written("Scopes that do not make the province"),
    explanation=written(
        "The counts of the Centre, the districts and the communes come to that of the "
        "province; where not all are given, they do not exceed it."
    ),
    fault=_FAULT,
    ask=_ASK,
    holds=_HOLDS,
    broken=_dossiers("900"),
    mended=_dossiers("400"),
)
def scopes_and_whole(facts: Facts) -> Noticed:
    """The scopes that are parts of another come to it."""
    for found in scope_sums(facts, facts.counts):
        yield _checked(facts, found)
