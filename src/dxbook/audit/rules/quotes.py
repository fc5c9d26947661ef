"""Is the value what its quote says: number and direction?"""

from __future__ import annotations

import re

from ...model import Observation
from ...words import written
from ..examples import Example, Says
from ..facts import Facts
from ..registry import Checked, Noticed, Rule
from ..sentences import plain

_UP = re.compile(r"\b(tăng|cao hơn)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(giảm|thấp hơn|sụt)\b", re.IGNORECASE)


@Rule(
    "value-in-quote",
    "error",
    title=written("Value that its quote does not say"),
    explanation=written(
        "Every value must be a number of the sentence it quotes, and a share’s numerator "
        "and denominator must stand in the source."
    ),
    fault=written("{what}: the table has {value}, its quote says only: {said}."),
    ask=written("Please confirm the right number for {what}."),
    holds=written("{what}: the value is what the quote says ({value})."),
    broken=Example("Tiếp nhận 1.250 hồ sơ", Says("received", "1520")),
    mended=Example("Tiếp nhận 1.250 hồ sơ", Says("received", "1250")),
    words_in_evidence=True,
)
def value_in_quote(facts: Facts) -> Noticed:
    """Every value, numerator and denominator is a number that the source states."""
    for o in facts.reported:
        if o.quote is None or o.value is None:
            continue
        said = ", ".join(t.text for t in facts.quoted(o)) or "–"
        if facts.stating(o):
            yield Checked(o, True, value=o.value)
        else:
            yield Checked(o, False, o.value, said, value=plain(o.value), said=said)
        yield from _parts_in_source(facts, o)


def _parts_in_source(facts: Facts, o: Observation) -> Noticed:
    everywhere = {v for t in facts.tokens for v in (*t.readings, *t.parts)}
    everywhere |= {v for t in facts.quoted(o) for v in (*t.readings, *t.parts)}
    absent = written("{what}: {part} does not stand in the source.")
    for column, part in (("numerator", o.numerator), ("denominator", o.denominator)):
        if part is not None and part not in everywhere:
            subject = f"{o.key}.{column}"
            yield Checked(
                o, False, part, column=column, subject=subject, fault=absent, part=plain(part)
            )


@Rule(
    "change-direction",
    "error",
    title=written("Direction of a change that its quote denies"),
    explanation=written(
        "A change is positive where the source says that it rose, and negative where it fell."
    ),
    fault=written("{what}: the source writes “{word}” but the change is {value}."),
    ask=written("Did {what} rise or fall from the year before?"),
    holds=written("{what}: the direction is that of the word “{word}”."),
    broken=Example("giảm 40 hồ sơ", Says("received", "40", measure="change")),
    mended=Example("giảm 40 hồ sơ", Says("received", "-40", measure="change")),
    words_in_evidence=True,
)
def change_direction(facts: Facts) -> Noticed:
    """The sign of a change is that of the word before its number."""
    for o in facts.reported:
        if o.measure != "change" or o.value is None or o.quote is None:
            continue
        stating = facts.stating(o)
        end = stating[0].start - o.quote.start if stating else len(o.quote.text)
        before = o.quote.text[:end]
        ups, downs = list(_UP.finditer(before)), list(_DOWN.finditer(before))
        if ups or downs:
            last = max([*ups, *downs], key=lambda m: m.start())
            agrees = o.value != 0 and (o.value > 0) == (last in ups)
            yield Checked(o, agrees, o.value, last[0].lower(), word=last[0], value=o.value)


@Rule(
    "value-without-quote",
    "error",
    title=written("Value without a quote"),
    explanation=written(
        "Where there is a source text, every reported value quotes the sentence that "
        "states it, or its note says where it came from."
    ),
    fault=written("{what}: {value} quotes no sentence of the source."),
    ask=written("Which document gives {what}?"),
    broken=Example("Tiếp nhận 1.250 hồ sơ", Says("meetings", "12", quote="-")),
    mended=Example(
        "Tiếp nhận 1.250 hồ sơ", Says("meetings", "12", quote="-", note="[a.xlsx, Số liệu!I7]")
    ),
)
def value_without_quote(facts: Facts) -> Noticed:
    """A reported value has a quote, or a note that says where it came from."""
    for o in facts.reported if facts.current.source_text else ():
        if o.quote is None and not o.note and o.value is not None:
            yield Checked(o, False, o.value, column="quote", value=plain(o.value))
