"""“Over”, “about”, “nearly”: words before a number that must stay with it."""

from __future__ import annotations

import re

from ..data.tokens import Token
from ..model import Observation, Qualifier, Text
from ..words import written
from .examples import Example, Says
from .facts import Facts
from .registry import Fault, Held, Noticed, rule
from .sentences import evidence, label, plain, sentence

#: What a source says before a number, by the qualifier it is.
QUALIFIER_WORDS: dict[Qualifier, tuple[str, ...]] = {
    "over": ("trên", "hơn"),
    "under": ("dưới", "chưa đến", "chưa tới"),
    "about": ("khoảng", "xấp xỉ", "ước"),
    "nearly": ("gần",),
    "at-least": ("ít nhất", "tối thiểu"),
}
_WORD_BEFORE = re.compile(
    rf"\b({'|'.join(w for words in QUALIFIER_WORDS.values() for w in words)})\s*$", re.IGNORECASE
)


def qualifier_before(text: str, token: Token) -> tuple[Qualifier, str]:
    """The qualifier that stands right before a number, and its word; empty where none does.

    >>> from ..data.tokens import tokens_in
    >>> qualifier_before("với hơn 4.157 điểm cầu", tokens_in("với hơn 4.157 điểm cầu")[0])
    ('over', 'hơn')
    """
    found = _WORD_BEFORE.search(text[max(0, token.start - 20) : token.start])
    if not found or token.kind == "fraction":
        return "", ""
    word = found[1].lower()
    return next(q for q, words in QUALIFIER_WORDS.items() if word in words), found[1]


@rule(
    "qualifier-lost",
    "error",
    written("Qualifier lost or added"),
    written(
        "“Over”, “nearly” or “about” before a number of the source must stay with it: "
        "“over 3 million” is not 3,000,000."
    ),
    Example("Có trên 500 cuộc họp", (Says("meetings", "500"),)),
)
def qualifier_lost(facts: Facts) -> Noticed:
    """A qualifier in the source is one in the data, and the other way round."""
    for o in facts.reported():
        stating = facts.stating(o)
        if not stating:
            continue
        text = facts.text_of(o)
        found = [qualifier_before(text, t) for t in stating]
        words = ", ".join(word for _, word in found if word)
        if any(q == o.qualifier for q, _ in found):
            if o.qualifier:
                message = sentence(
                    "{what}: keeps the source’s “{word}”.", what=label(facts.report, o), word=words
                )
                yield Held(o.key, message)
            continue
        said = f"{words or '–'} {stating[0].text}"
        message = sentence(
            "{what}: the source writes “{said}”, the table has the qualifier “{has}”.",
            what=label(facts.report, o),
            said=said,
            has=_word(o.qualifier),
        )
        question = _exact_question(facts, o)
        yield Fault(o, evidence(o.qualifier or "–", said), message, question, "qualifier")


def _word(qualifier: Qualifier) -> Text:
    """A qualifier of the data as a reader sees it."""
    return Text(vi=QUALIFIER_WORDS[qualifier][0] if qualifier else "–", en=qualifier or "–")


def _exact_question(facts: Facts, o: Observation) -> Text:
    return sentence("What is the exact number for {what}?", what=label(facts.report, o))


@rule(
    "qualifier-before-exact-number",
    "note",
    written("Qualifier before an exact number"),
    written(
        "“Over” or “about” goes with a round number; before a count given to the last "
        "unit it is not clear whether the number is exact or rounded."
    ),
    Example("Có hơn 1.234 cuộc họp", (Says("meetings", "1234", qualifier="over"),)),
)
def qualifier_before_exact_number(facts: Facts) -> Noticed:
    """A count of three digits or more with a qualifier ends in a nought."""
    for o, value in facts.counts():
        if not o.qualifier:
            continue
        if value < 100 or value % 10 == 0:
            message = sentence(
                "{what}: the qualifier goes with the round number {n}.",
                what=label(facts.report, o),
                n=value,
            )
            yield Held(o.key, message)
            continue
        text = facts.text_of(o)
        said = [(qualifier_before(text, t)[1], t.text) for t in facts.stating(o)]
        word, written = next((s for s in said if s[0]), (_word(o.qualifier), value))
        message = sentence(
            "{what}: the source writes “{word} {written}”; it is not clear whether it is "
            "{n} exactly.",
            what=label(facts.report, o),
            word=word,
            written=written,
            n=value,
        )
        yield Fault(
            o, evidence(f"{o.qualifier} {plain(value)}"), message, _exact_question(facts, o)
        )
