"""Of how many? Denominators that are not stated, or that no number of places can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ..model import Observation, Text
from ..words import NO_TEXT, written
from .examples import Example, Says
from .facts import Facts
from .registry import Fault, Held, Noticed, rule
from .sentences import Parts, evidence, label, places, sentence
from .shares import HUNDRED, half_step, made_of, recount

_UNITS = r"(xã|phường|thị trấn|huyện|đơn vị|cơ quan|UBND|sở|ban|ngành)\b"
_COUNTED = re.compile(rf"\s*(các |số |tổng số )*{_UNITS}", re.IGNORECASE)
_COUNTED_FIRST = re.compile(rf"tỷ lệ (các |số )*{_UNITS}", re.IGNORECASE)
_REST = re.compile(r"\bcòn( lại)?( có)?\s*$", re.IGNORECASE)
_WITHOUT = re.compile(r"[^.;]*\b(chưa|không)\b", re.IGNORECASE)


def counts_units(facts: Facts, o: Observation) -> bool:
    """Whether a share is of communes, districts or other units, which can be counted.

    The quote says so: the percentage stands before their name ("93% xã"), or the quote begins
    with it ("Tỷ lệ xã …").
    """
    text = facts.text_of(o)
    quote = o.quote.text if o.quote else ""
    after = any(_COUNTED.match(text[t.end : t.end + 40]) for t in facts.stating(o))
    return after or bool(_COUNTED_FIRST.match(quote))


@rule(
    "denominator-unstated",
    "note",
    written("Share whose denominator is not stated"),
    written(
        "A share of units, or a share given with a count, implies a denominator; where "
        "the source does not state it, say so and do not guess."
    ),
    Example("450 hồ sơ, đạt 75%", (Says("online_share", "75", numerator="450"),)),
)
def denominator_unstated(facts: Facts) -> Noticed:
    """A share of units, or with a count, has a denominator."""
    for o, value in facts.shares():
        numerator, denominator = made_of(facts, o)
        if denominator is not None or not 0 < value < HUNDRED:
            continue
        if numerator is None and not counts_units(facts, o):
            continue
        implied = _implied_denominator(facts, o, value, numerator)
        message = sentence(
            "{what}: {value}%, but the source does not state the denominator.{implied}",
            what=label(facts.report, o),
            value=value,
            implied=implied,
        )
        question = sentence(
            "{what}: {value}% of how many?", what=label(facts.report, o), value=value
        )
        resting = (value,) if numerator is None else (value, numerator)
        yield Fault(o, evidence(*resting), message, question, "denominator")


def _implied_denominator(
    facts: Facts, o: Observation, value: Decimal, numerator: Decimal | None
) -> Text:
    step = half_step(value)
    if numerator is not None:
        least = (HUNDRED * numerator / (value + step)).to_integral_value(ROUND_CEILING)
        most = (HUNDRED * numerator / (value - step)).to_integral_value(ROUND_FLOOR)
        return sentence(
            " From {n}, the denominator is about {least}–{most}.",
            n=numerator,
            least=least,
            most=most,
        )
    whole = facts.scope(o).places
    if whole is None:
        return NO_TEXT
    return sentence(" The scope has {n} units.", n=Decimal(whole))


@rule(
    "share-of-places",
    "error",
    written("Share that no whole number of places gives"),
    written(
        "With a known number of places a share can take only some values: no number of "
        "10 districts makes 95% (the GRIM test, Brown and Heathers, 2017)."
    ),
    Example("95% huyện đã phê duyệt", (Says("teams", "95", "districts"),)),
)
def share_of_places(facts: Facts) -> Noticed:
    """Some whole number of the scope's places makes the share."""
    for o, value in facts.shares():
        whole = facts.scope(o).places
        if not whole or whole == 1 or o.denominator is not None or not 0 < value < HUNDRED:
            continue
        if o.qualifier or not counts_units(facts, o):
            continue
        fitting = list(_numerators(value, whole))
        shown = f"{fitting[0]}–{fitting[-1]}" if len(fitting) > 1 else "".join(map(str, fitting))
        parts: Parts = {"what": label(facts.report, o), "value": value, "whole": Decimal(whole)}
        if fitting:
            message = sentence(
                "{what}: {value}% is {shown} of {whole} places.", **parts, shown=shown
            )
            yield Held(o.key, message)
            continue
        message = sentence("{what}: no whole number of {whole} places makes {value}%.", **parts)
        yield Fault(o, evidence(value, Decimal(whole)), message, recount(facts, o))


def _numerators(value: Decimal, whole: int) -> Iterator[int]:
    step = half_step(value)
    for n in range(whole + 1):
        if abs(HUNDRED * n / whole - value) <= step:
            yield n


@rule(
    "share-and-rest",
    "error",
    written("Share and remaining units that do not agree"),
    written(
        "Where a source gives the share that has something and the number of units that "
        "still do not, some total must satisfy both."
    ),
    Example(
        "100% đơn vị đã bố trí cán bộ. Còn 02 đơn vị chưa bố trí",
        (
            Says("teams", "100", "districts", quote="100% đơn vị"),
            Says("lacking", "2", "districts", quote="Còn 02 đơn vị"),
        ),
    ),
)
def share_and_rest(facts: Facts) -> Noticed:
    """A share and the number of units left over allow a total."""
    for rest, count in facts.counts():
        share = _share_before(facts, rest)
        if share is None or share.best is None:
            continue
        value = share.best
        below, step = HUNDRED - value, half_step(value)
        least = HUNDRED * count / (below + step)
        most = HUNDRED * count / (below - step) if below > step else None
        least = max(count, least).to_integral_value(ROUND_CEILING)
        top = most.to_integral_value(ROUND_FLOOR) if most is not None else None
        exact = value == HUNDRED and places(value) == 0
        impossible = (top is not None and top < least) or (exact and count > 0)
        impossible = impossible or (count == 0 and below > step)
        parts: Parts = {"what": label(facts.report, share), "value": value, "n": count}
        if impossible:
            message = sentence(
                "{what}: {value}%, yet {n} units still lack it; no total satisfies both.", **parts
            )
            yield Fault(share, evidence(value, count), message, recount(facts, share))
        elif top is not None:
            message = sentence(
                "{what}: {value}% with {n} units left is a total of {least} to {top} units.",
                **parts,
                least=least,
                top=top,
            )
            yield Held(share.key, message)


def _share_before(facts: Facts, rest: Observation) -> Observation | None:
    """The share that "còn … chưa" completes: the same scope, right before in the same line."""
    text, stating = facts.text_of(rest), facts.stating(rest)
    if not stating or rest.quote is None:
        return None
    token = stating[0]
    if not _REST.search(text[max(0, token.start - 20) : token.start]):
        return None
    if not _WITHOUT.match(text[token.end : token.end + 80]):
        return None
    line_start = text.rfind("\n", 0, token.start) + 1
    before = [
        o
        for o, _ in facts.shares()
        if o.scope == rest.scope
        and o.quote is not None
        and o.quote.source == rest.quote.source
        and line_start <= o.quote.start < rest.quote.start
    ]
    return max(before, key=lambda o: o.quote.start if o.quote else 0, default=None)
