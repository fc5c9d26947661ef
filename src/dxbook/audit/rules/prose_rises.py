"""Words for a rise or fall in prose, and whether what they refer to did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...errors import UnknownReference
from ...model import Lang, Report, parse_key
from ...words import written
from ..prose import Passage, Reference
from ..registry import LintRule, Slip
from ..sentences import filled

_RISE: dict[Lang, str] = {
    "vi": r"tăng(?! cường| tốc| trưởng bền vững| ca)|cao hơn năm trước|đi lên",
    "en": r"rose|risen|rises?|increased?|increases|grew|grown|grows?|climbed|gained"
    r"|up (?=from|by)|higher than",
}
_FALL: dict[Lang, str] = {
    "vi": r"giảm(?! thiểu| tải| nghèo| nhẹ| phiền)|thấp hơn năm trước|sụt|đi xuống",
    "en": r"fell|fallen|falls?|decreased?|decreases|declined?|declines|dropped|drops?|shrank"
    r"|down (?=from|by)|lower than",
}
_NOT: dict[Lang, str] = {
    "vi": r"\b(không|chưa|chẳng)( hề)?\s+$",
    "en": r"\b(not|never|no)\s+$|n't\s+$",
}
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n\s*\n|\n(?=[-*#>|])")
#: Aspects of a value that say nothing of whether it rose.
_ELSEWHERE = frozenset({"target", "as_of", "status"})


@dataclass(frozen=True)
class Claim:
    """A word that says that what a reference refers to rose or fell.

    Args:
        rises: what the word says, a negation taken into account.
        strict: whether standing still denies it; "did not rise" allows it.
    """

    word: str
    start: int
    reference: Reference
    rises: bool
    strict: bool

    def agrees(self, moved: Decimal) -> bool:
        """Whether a change has the direction that the word says."""
        if not self.strict:
            return moved >= 0 if self.rises else moved <= 0
        return moved > 0 if self.rises else moved < 0


@LintRule(
    "prose-direction",
    title=written("Word for a rise or fall that is wrong"),
    explanation=written(
        "“Rose” and “fell” agree with the sign of the change that the sentence "
        "refers to, in both languages."
    ),
    broken="giảm còn {glue:}`received`",
    mended="tăng lên {glue:}`received`",
)
def wrong_directions(report: Report, passage: Passage, lang: Lang) -> Iterator[Slip]:
    """Words for a rise or fall of what did not rise or fall, as far as is known."""
    for claim in claims(report, passage, lang):
        key = claim.reference.key
        change = moved(report, key)
        if change is not None and claim.agrees(change):
            continue
        fault = written("The text says “{word}” of “{key}”, but its value moved by {change}.")
        if change is None:
            fault = written(
                "The text says “{word}” of “{key}”, but nothing tells whether it rose or fell."
            )
        message = filled(fault, word=claim.word, key=key, change=change)
        yield Slip(f"{claim.word} … {key}", claim.start, message)


def claims(report: Report, passage: Passage, lang: Lang) -> Iterator[Claim]:
    """Each word for a rise or fall with the reference it goes with, sentence by sentence.

    A word goes with the reference that follows it in its sentence, or else the one before it.
    """
    pattern = re.compile(rf"\b(?:(?P<rise>{_RISE[lang]})|(?P<fall>{_FALL[lang]}))", re.IGNORECASE)
    text = passage.plain
    for start, end in _sentences(text):
        told = [r for r in passage.references if start <= r.start < end and _tells(report, r)]
        words = list(pattern.finditer(text, start, end))
        for m in words:
            if not told or _is_either(text, m, words):
                continue
            after = (r for r in told if r.start >= m.end())
            reference = next(after, told[-1])
            lead = text[max(start, m.start() - 20) : m.start()]
            negated = re.search(_NOT[lang], lead, re.IGNORECASE) is not None
            rises = (m["rise"] is not None) != negated
            yield Claim(m[0].strip(), m.start(), reference, rises, not negated)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for m in _SENTENCE_END.finditer(text):
        yield start, m.start()
        start = m.end()
    yield start, len(text)


def _tells(report: Report, reference: Reference) -> bool:
    try:
        return parse_key(report, reference.key).aspect not in _ELSEWHERE
    except UnknownReference:
        return False


def _is_either(text: str, m: re.Match[str], words: list[re.Match[str]]) -> bool:
    """Whether the word stands in "rose or fell", which claims nothing."""
    for other in words:
        between = text[min(m.end(), other.end()) : max(m.start(), other.start())]
        other_way = (m["rise"] is None) != (other["rise"] is None)
        if other_way and re.fullmatch(r"\s*(/|,|hay|hoặc|và|or|and)?\s*", between):
            return True
    return False


def moved(report: Report, key: str) -> Decimal | None:
    """How far the value of a key moved from the year before; None where it is not known.

    Raises:
        UnknownReference: when the key names nothing.
    """
    parsed = parse_key(report, key)
    change = report.observation(parsed.indicator, parsed.scope, "change")
    if change is not None and change.best is not None:
        return change.best
    now = report.observation(parsed.indicator, parsed.scope)
    before = report.observation(parsed.indicator, parsed.scope, "level", report.year - 1)
    if now is None or before is None or now.best is None or before.best is None:
        return None
    return now.best - before.best
