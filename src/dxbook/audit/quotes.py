"""Is the value what its quote says: number and direction?"""

from __future__ import annotations

import re

from ..model import Observation, Text
from ..words import written
from .examples import Example, Says
from .facts import Facts
from .registry import Fault, Held, Noticed, rule
from .sentences import evidence, label, plain, sentence

_UP = re.compile(r"\b(tăng|cao hơn)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(giảm|thấp hơn|sụt)\b", re.IGNORECASE)


@rule(
    "value-in-quote",
    "error",
    written("Value that its quote does not say"),
    written(
        "Every value must be a number of the sentence it quotes, and a share’s numerator "
        "and denominator must stand in the source."
    ),
    Example("Tiếp nhận 1.250 hồ sơ", (Says("received", "1520"),)),
)
def value_in_quote(facts: Facts) -> Noticed:
    """Every value, numerator and denominator is a number that the source states."""
    for o in facts.reported():
        if o.quote is None:
            continue
        tokens = facts.quoted(o)
        said = ", ".join(t.text for t in tokens) or "–"
        question = sentence(
            "Please confirm the right number for {what}.", what=label(facts.report, o)
        )
        if facts.stating(o):
            yield Held(
                o.key,
                sentence(
                    "{what}: the value is what the quote says ({value}).",
                    what=label(facts.report, o),
                    value=o.value or "",
                ),
            )
        else:
            message = sentence(
                "{what}: the table has {value}, its quote says only: {said}.",
                what=label(facts.report, o),
                value=plain(o.value) if o.value is not None else "",
                said=said,
            )
            yield Fault(o, evidence(o.value, said), message, question)
        yield from _parts_in_source(facts, o, question)


def _parts_in_source(facts: Facts, o: Observation, question: Text) -> Noticed:
    everywhere = {v for t in facts.tokens for v in (*t.readings, *t.parts)}
    everywhere |= {v for t in facts.quoted(o) for v in (*t.readings, *t.parts)}
    for column, part in (("numerator", o.numerator), ("denominator", o.denominator)):
        if part is None or part in everywhere:
            continue
        message = sentence(
            "{what}: {part} does not stand in the source.",
            what=label(facts.report, o),
            part=plain(part),
        )
        yield Fault(o, evidence(part), message, question, column, f"{o.key}.{column}")


@rule(
    "change-direction",
    "error",
    written("Direction of a change that its quote denies"),
    written("A change is positive where the source says that it rose, and negative where it fell."),
    Example("giảm 40 hồ sơ", (Says("received", "40", measure="change"),)),
)
def change_direction(facts: Facts) -> Noticed:
    """The sign of a change is that of the word before its number."""
    for o in facts.reported():
        if o.measure != "change" or o.value is None or o.quote is None:
            continue
        stating = facts.stating(o)
        end = stating[0].start - o.quote.start if stating else len(o.quote.text)
        before = o.quote.text[:end]
        ups, downs = list(_UP.finditer(before)), list(_DOWN.finditer(before))
        if not ups and not downs:
            continue
        last = max([*ups, *downs], key=lambda m: m.start())
        rises = last in ups
        if (o.value > 0) == rises and o.value != 0:
            message = sentence(
                "{what}: the direction is that of the word “{word}”.",
                what=label(facts.report, o),
                word=last[0],
            )
            yield Held(o.key, message)
            continue
        message = sentence(
            "{what}: the source writes “{word}” but the change is {value}.",
            what=label(facts.report, o),
            word=last[0],
            value=o.value,
        )
        question = sentence(
            "Did {what} rise or fall from the year before?", what=label(facts.report, o)
        )
        yield Fault(o, evidence(o.value, last[0].lower()), message, question)


@rule(
    "value-without-quote",
    "error",
    written("Value without a quote"),
    written(
        "Where there is a source text, every reported value quotes the sentence that "
        "states it, or its note says where it came from."
    ),
    Example("Tiếp nhận 1.250 hồ sơ", (Says("meetings", "12", quote="-"),)),
)
def value_without_quote(facts: Facts) -> Noticed:
    """A reported value has a quote, or a note that says where it came from."""
    if not facts.current.source_text:
        return
    for o in facts.reported():
        if o.quote is None and not o.note:
            message = sentence(
                "{what}: {value} quotes no sentence of the source.",
                what=label(facts.report, o),
                value=plain(o.value) if o.value is not None else "",
            )
            question = sentence("Which document gives {what}?", what=label(facts.report, o))
            yield Fault(o, evidence(o.value), message, question, "quote")
