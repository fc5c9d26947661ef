"""Is the value what its quote says: number, qualifier, direction?"""

from __future__ import annotations

import re

from ..data.tokens import Token
from ..model import Observation, Qualifier, Text
from .examples import Example, Says
from .facts import Facts
from .registry import Fault, Held, Noticed, rule
from .words import evidence, label, plain, say

#: What a source says before a number, by the qualifier it is.
QUALIFIER_WORDS: dict[Qualifier, tuple[str, ...]] = {
    "over": ("trên", "hơn", "vượt", "quá"),
    "under": ("dưới", "chưa đến", "chưa tới"),
    "about": ("khoảng", "xấp xỉ", "ước"),
    "nearly": ("gần",),
    "at-least": ("ít nhất", "tối thiểu"),
}
_WORD_BEFORE = re.compile(
    rf"\b({'|'.join(w for words in QUALIFIER_WORDS.values() for w in words)})\s*$", re.IGNORECASE
)
_UP = re.compile(r"\b(tăng|cao hơn)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(giảm|thấp hơn|sụt)\b", re.IGNORECASE)


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


def _reported(facts: Facts) -> list[Observation]:
    return [o for o in facts.observations if o.value is not None and o.status != "derived"]


@rule(
    "value-in-quote",
    "error",
    Text("Số liệu khác câu trích", "Value that its quote does not say"),
    Text(
        "Mỗi số liệu phải đúng là con số trong câu được trích; tử số và mẫu số của tỷ lệ phải có "
        "trong nguồn.",
        "Every value must be a number of the sentence it quotes, and a share's numerator and "
        "denominator must stand in the source.",
    ),
    Example("Tiếp nhận 1.250 hồ sơ", (Says("received", "1520"),)),
)
def value_in_quote(facts: Facts) -> Noticed:
    """Every value, numerator and denominator is a number that the source states."""
    for o in _reported(facts):
        if o.quote is None:
            continue
        tokens = facts.quoted(o)
        said = ", ".join(t.text for t in tokens) or "–"
        question = say(
            "Đề nghị xác nhận con số đúng của {what}.",
            "Please confirm the right number for {what}.",
            what=label(facts.report, o),
        )
        if facts.stating(o):
            yield Held(
                o.key,
                say(
                    "{what}: số liệu đúng như câu trích ({value}).",
                    "{what}: the value is what the quote says ({value}).",
                    what=label(facts.report, o),
                    value=o.value or "",
                ),
            )
        else:
            message = say(
                "{what}: bảng số liệu ghi {value}, câu trích chỉ nêu: {said}.",
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
        message = say(
            "{what}: {part} không có trong nguồn.",
            "{what}: {part} does not stand in the source.",
            what=label(facts.report, o),
            part=plain(part),
        )
        yield Fault(o, evidence(part), message, question, column, f"{o.key}.{column}")


@rule(
    "qualifier-lost",
    "error",
    Text("Từ hạn định bị bỏ hoặc thêm", "Qualifier lost or added"),
    Text(
        "«Trên», «hơn», «gần», «khoảng» đứng trước con số trong nguồn phải đi theo con số ấy: "
        "«trên 3 triệu» không phải là đúng 3.000.000.",
        "“Over”, “nearly” or “about” before a number of the source must stay with it: “over "
        "3 million” is not 3,000,000.",
    ),
    Example("Có trên 500 cuộc họp", (Says("meetings", "500"),)),
)
def qualifier_lost(facts: Facts) -> Noticed:
    """A qualifier in the source is one in the data, and the other way round."""
    for o in _reported(facts):
        stating = facts.stating(o)
        if not stating:
            continue
        text = facts.text_of(o)
        found = [qualifier_before(text, t) for t in stating]
        words = ", ".join(word for _, word in found if word)
        if any(q == o.qualifier for q, _ in found):
            if o.qualifier:
                message = say(
                    "{what}: giữ đúng từ «{word}» của nguồn.",
                    "{what}: keeps the source's “{word}”.",
                    what=label(facts.report, o),
                    word=words,
                )
                yield Held(o.key, message)
            continue
        said = f"{words or '–'} {stating[0].text}"
        message = say(
            "{what}: nguồn viết «{said}», bảng số liệu ghi từ hạn định «{has}».",
            "{what}: the source writes “{said}”, the table has the qualifier “{has}”.",
            what=label(facts.report, o),
            said=said,
            has=o.qualifier or "–",
        )
        question = _exact_question(facts, o)
        yield Fault(o, evidence(o.qualifier or "–", said), message, question, "qualifier")


def _exact_question(facts: Facts, o: Observation) -> Text:
    return say(
        "Con số chính xác của {what} là bao nhiêu?",
        "What is the exact number for {what}?",
        what=label(facts.report, o),
    )


@rule(
    "qualifier-before-exact-number",
    "note",
    Text("Từ hạn định trước một con số lẻ", "Qualifier before an exact number"),
    Text(
        "«Hơn», «trên», «khoảng» thường đi với số tròn; đứng trước một số đếm đến hàng đơn vị thì "
        "không rõ đó là số đúng hay số làm tròn.",
        "“Over” or “about” goes with a round number; before a count given to the last unit it is "
        "not clear whether the number is exact or rounded.",
    ),
    Example("Có hơn 1.234 cuộc họp", (Says("meetings", "1234", qualifier="over"),)),
)
def qualifier_before_exact_number(facts: Facts) -> Noticed:
    """A count of three digits or more with a qualifier ends in a nought."""
    for o, value in facts.counts():
        if not o.qualifier:
            continue
        if value < 100 or value % 10 == 0:
            message = say(
                "{what}: từ hạn định đi với số tròn {n}.",
                "{what}: the qualifier goes with the round number {n}.",
                what=label(facts.report, o),
                n=value,
            )
            yield Held(o.key, message)
            continue
        text = facts.text_of(o)
        words = [qualifier_before(text, t)[1] for t in facts.stating(o)]
        word = next((w for w in words if w), o.qualifier)
        message = say(
            "{what}: nguồn viết «{word} {n}», không rõ là đúng {n} hay là hơn kém.",
            "{what}: the source writes “{word} {n}”; it is not clear whether it is {n} exactly.",
            what=label(facts.report, o),
            word=word,
            n=value,
        )
        yield Fault(
            o, evidence(f"{o.qualifier} {plain(value)}"), message, _exact_question(facts, o)
        )


@rule(
    "change-direction",
    "error",
    Text("Chiều tăng, giảm khác câu trích", "Direction of a change that its quote denies"),
    Text(
        "Số thay đổi phải dương khi nguồn viết «tăng» và âm khi nguồn viết «giảm».",
        "A change is positive where the source says that it rose, and negative where it fell.",
    ),
    Example("giảm 40 hồ sơ", (Says("received", "40", measure="change"),)),
)
def change_direction(facts: Facts) -> Noticed:
    """The sign of a change is that of the word before its number."""
    for o in _reported(facts):
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
            message = say(
                "{what}: chiều thay đổi đúng như chữ «{word}».",
                "{what}: the direction is that of the word “{word}”.",
                what=label(facts.report, o),
                word=last[0],
            )
            yield Held(o.key, message)
            continue
        message = say(
            "{what}: nguồn viết «{word}» nhưng số thay đổi là {value}.",
            "{what}: the source writes “{word}” but the change is {value}.",
            what=label(facts.report, o),
            word=last[0],
            value=o.value,
        )
        question = say(
            "{what} tăng hay giảm so với năm trước?",
            "Did {what} rise or fall from the year before?",
            what=label(facts.report, o),
        )
        yield Fault(o, evidence(o.value, last[0].lower()), message, question)


@rule(
    "value-without-quote",
    "error",
    Text("Số liệu không có câu trích", "Value without a quote"),
    Text(
        "Khi đã có văn bản nguồn, mỗi số liệu báo cáo phải dẫn câu nêu nó, hoặc ghi chú nơi lấy.",
        "Where there is a source text, every reported value quotes the sentence that states it, or "
        "its note says where it came from.",
    ),
    Example("Tiếp nhận 1.250 hồ sơ", (Says("meetings", "12", quote="-"),)),
)
def value_without_quote(facts: Facts) -> Noticed:
    """A reported value has a quote, or a note that says where it came from."""
    if not facts.current.source_text:
        return
    for o in _reported(facts):
        if o.quote is None and not o.note:
            message = say(
                "{what}: {value} không dẫn câu nào của nguồn.",
                "{what}: {value} quotes no sentence of the source.",
                what=label(facts.report, o),
                value=plain(o.value) if o.value is not None else "",
            )
            question = say(
                "{what} lấy từ văn bản nào?",
                "Which document gives {what}?",
                what=label(facts.report, o),
            )
            yield Fault(o, evidence(o.value), message, question, "quote")
