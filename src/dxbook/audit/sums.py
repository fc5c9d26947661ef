"""Parts and wholes: of an indicator, and of a scope."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..model import Observation
from ..words import NO_TEXT, written
from .examples import Example, Says
from .facts import Facts
from .registry import Fault, Held, Noticed, rule
from .sentences import Parts, evidence, joined, label, plain, sentence


@dataclass(frozen=True)
class Sum:
    """A whole and its parts.

    Args:
        whole: the observation of the whole.
        parts: the parts that have a value.
        complete: whether these are all the parts there are.
    """

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

    def evidence(self) -> str:
        """The values it rests on."""
        return evidence(self.whole.best, *(f"{p.key} {plain_of(p)}" for p in self.parts))


def plain_of(o: Observation) -> str:
    """An observation's value as evidence has it."""
    return "?" if o.best is None else plain(o.best)


def indicator_sums(facts: Facts) -> list[Sum]:
    """Every whole of the year with the indicators that count its parts, scope by scope."""
    found = []
    for whole, _ in facts.counts():
        ids = [
            i.id
            for i in facts.report.catalogue.indicators.values()
            if i.part_of == whole.indicator and i.validity.covers(facts.year)
        ]
        parts = [facts.levels.get((id, whole.scope)) for id in ids]
        known = tuple(p for p in parts if p is not None)
        if known:
            found.append(Sum(whole, known, len(known) == len(ids) > 1))
    return found


def scope_sums(facts: Facts) -> list[Sum]:
    """Every count of the year with the counts of the scopes that are parts of its own."""
    found = []
    for whole, _ in facts.counts():
        children = facts.children(whole.scope)
        known = tuple(
            facts.levels[whole.indicator, id]
            for id in children
            if (whole.indicator, id) in facts.levels
        )
        if known:
            found.append(Sum(whole, known, len(known) == len(children) > 1))
    return found


def _judge(facts: Facts, found: Sum) -> Fault | Held:
    whole = found.whole.best or Decimal(0)
    listed = [sentence("{what} {n}", what=label(facts.report, p), n=p.best or Decimal(0))
              for p in found.parts]  # fmt: skip
    words: Parts = {
        "what": label(facts.report, found.whole),
        "whole": whole,
        "total": found.total,
        "parts": joined(listed),
    }
    if found.holds():
        relation = "=" if found.complete and found.total == whole else "≤"
        message = sentence(
            "{what}: the parts come to {total} {relation} {whole}, holds.",
            **words,
            relation=relation,
        )
        return Held(found.whole.key, message, (found.whole, *found.parts))
    same = [p for p in found.parts if p.best == whole and len(found.parts) > 1]
    extra = (
        sentence(" {part} equals the whole.", part=label(facts.report, same[0]))
        if same
        else NO_TEXT
    )
    message = sentence(
        "{what}: the whole is {whole}, but the parts come to {total} ({parts}).{extra}",
        **words,
        extra=extra,
    )
    question = sentence("Please confirm the whole and each part of {what}.", what=words["what"])
    return Fault(found.whole, found.evidence(), message, question)


@rule(
    "parts-and-whole",
    "error",
    written("Parts that do not make the whole"),
    written(
        "Where a source divides a number, the parts come to the whole; where not all "
        "parts are given, they do not exceed it."
    ),
    Example(
        "30 cuộc họp: 10 cấp tỉnh, 21 ba cấp",
        (
            Says("meetings", "30", quote="30 cuộc họp"),
            Says("meetings_city", "10", quote="10 cấp tỉnh"),
            Says("meetings_all", "21", quote="21 ba cấp"),
        ),
    ),
)
def parts_and_whole(facts: Facts) -> Noticed:
    """The indicators that count the parts of another come to it."""
    for found in indicator_sums(facts):
        yield _judge(facts, found)


@rule(
    "scopes-and-whole",
    "error",
    written("Scopes that do not make the province"),
    written(
        "The counts of the Centre, the districts and the communes come to that of the "
        "province; where not all are given, they do not exceed it."
    ),
    Example(
        "toàn tỉnh 900; Trung tâm 900, huyện 300, xã 200",
        (
            Says("received", "900", quote="toàn tỉnh 900"),
            Says("received", "900", "centre", quote="Trung tâm 900"),
            Says("received", "300", "districts", quote="huyện 300"),
            Says("received", "200", "communes", quote="xã 200"),
        ),
    ),
)
def scopes_and_whole(facts: Facts) -> Noticed:
    """The scopes that are parts of another come to it."""
    for found in scope_sums(facts):
        yield _judge(facts, found)
