"""The words of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model import Observation
from ...words import written
from ..examples import Example, Says
from ..facts import Facts
from ..registry import Checked, Noticed, Rule

_WORD = re.compile(r"[^\W\d_]+")
#: Words that Vietnamese doubles on purpose, or that end one word and begin the next ("chữ ký số
#: số 1", "các xã xã hội hóa").
REDUPLICATED = frozenset({
    "ai", "ba", "chiều", "chậm", "con", "dần", "gần", "hay", "hằng", "luôn", "lâu", "lần", "mãi",
    "mỗi", "ngang", "ngay", "người", "ngày", "nhà", "nho", "nhỏ", "năm", "nơi", "rất", "rồi",
    "song", "suốt", "sáng", "số", "sớm", "thường", "tháng", "trăm", "tối", "từ", "từng", "vui",
    "xa", "xanh", "xã", "đau", "đêm", "đều", "đời", "đường",
})  # fmt: skip


def doubled(text: str) -> Iterator[tuple[int, int, str]]:
    """Words written twice in a row, with the offsets of both together.

    >>> [words for _, _, words in doubled("xã đã đã nhận; người dân người dân biết dần dần")]
    ['đã đã', 'người dân người dân']
    """
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        for length in (3, 2, 1):
            first = words[at : at + length]
            second = words[at + length : at + 2 * length]
            if len(second) < length or not _same(text, first, second):
                continue
            if length == 1 and first[0][0].lower() in REDUPLICATED:
                continue
            start, end = first[0].start(), second[-1].end()
            yield start, end, text[start:end]
            at += 2 * length - 1
            break
        at += 1


def _same(text: str, first: list[re.Match[str]], second: list[re.Match[str]]) -> bool:
    """Whether the second words are the first again, with nothing but spaces between them."""
    if [w[0].lower() for w in first] != [w[0].lower() for w in second]:
        return False
    gaps = [text[a.end() : b.start()] for a, b in pairwise([*first, *second])]
    return all(gap.isspace() and "\n" not in gap for gap in gaps)


@Rule(
    "doubled-words",
    "note",
    title=written("Words written twice"),
    explanation=written(
        "Words written twice in a row show that the sentence was not proof-read; the "
        "quote keeps them as they are."
    ),
    fault=written("The source writes words twice: “{words}”."),
    ask=written("Please check the sentence with “{words}”."),
    kind=written("Slip of the pen"),
    broken=Example("Tiếp nhận tiếp nhận 1.250 hồ sơ", Says("received", "1250")),
    mended=Example("Tiếp nhận dần dần 1.250 hồ sơ", Says("received", "1250")),
)
def doubled_words(facts: Facts) -> Noticed:
    """No words are written twice in a row."""
    text = facts.current.source_text
    source = facts.source.id if facts.source else str(facts.year)
    for start, end, words in doubled(text):
        quoting = _narrowest(facts, start, end)
        line = text.count("\n", 0, start) + 1
        yield Checked(
            quoting,
            False,
            words,
            column="quote",
            subject="" if quoting else f"{source}.line-{line}.{words.replace(' ', '-')}",
            file="" if quoting else facts.source_file,
            row=None if quoting else line,
            words=words,
        )


def _narrowest(facts: Facts, start: int, end: int) -> Observation | None:
    quoting = [o for o in facts.observations if o.quote and o.quote.spans(start, end)]
    return min(quoting, key=lambda o: o.quote.end - o.quote.start if o.quote else 0, default=None)
