"""A text as words in one spelling, each remembering where it stands.

Reports write the same word in several ways ("CBCC", "hoá", "smartphone"); they are compared in
one form. Offsets are always those of the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*|[^\w\s]")
#: The two places where tone marks are written: "hoá" is "hóa", "thuỷ" is "thủy".
_PAIRS = {"oa": ("óòỏõọ", "áàảãạ"), "oe": ("óòỏõọ", "éèẻẽẹ"), "uy": ("úùủũụ", "ýỳỷỹỵ")}
_TONES = {
    vowels[0] + late: early + vowels[1]
    for vowels, (first, second) in _PAIRS.items()
    for early, late in zip(first, second, strict=True)
}
_TONE_AT_END = re.compile(rf"(?<!q)({'|'.join(_TONES)})$")
#: Capital letters of Vietnamese, for a character class.
CAPITALS = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"


@dataclass(frozen=True)
class Word:
    """A word or mark of a text, in the form in which words are compared.

    >>> words("Số hoá")[1]
    Word(form='hóa', start=3, end=6)
    """

    form: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """Whether it is a mark of punctuation."""
        return not self.form[0].isalnum()


def spelling(word: str) -> str:
    """One spelling of a word: composed, lower case, tone marks where they used to be put.

    >>> spelling("Hoá"), spelling("THUỶ"), spelling("quý"), spelling("hoàn")
    ('hóa', 'thủy', 'quý', 'hoàn')
    """
    low = unicodedata.normalize("NFC", word).lower()
    return _TONE_AT_END.sub(lambda m: _TONES[m[1]], low)


def words(text: str, start: int = 0) -> list[Word]:
    """The words and marks of a text; `start` is where it stands in a longer one."""
    return [Word(spelling(m[0]), start + m.start(), start + m.end()) for m in _WORD.finditer(text)]


def phrase(text: str) -> str:
    """A text as comparable words between spaces, without its punctuation.

    >>> phrase("Sở, ban, ngành")
    'sở ban ngành'
    """
    return plain(words(text))


def plain(found: Iterable[Word]) -> str:
    """Words as one phrase, without the marks among them."""
    return " ".join(w.form for w in found if not w.is_mark)


def says(text: str, phrases: Iterable[str]) -> bool:
    """Whether a text, its words between spaces, has one of some phrases.

    >>> says(" các xã phường ", ["xã", "huyện"]), says(" các xã phường ", ["phư"])
    (True, False)
    """
    return any(f" {p} " in text for p in phrases)


def longest(forms: Sequence[str], table: Mapping[str, str], most: int) -> tuple[str | None, int]:
    """What a table has for the longest phrase that some words begin with, and its length in words.

    >>> longest(["hộ", "gia", "đình"], {"hộ": "household", "hộ gia đình": "family"}, 5)
    ('family', 3)
    """
    for length in range(min(most, len(forms)), 0, -1):
        found = table.get(" ".join(forms[:length]))
        if found is not None:
            return found, length
    return None, 0


class Synonyms:
    """Written forms and the one form that is used for each; the longest written form wins.

    >>> same = Synonyms({"cbcc": "cán bộ công chức"})
    >>> [w.form for w in same.replace(words("CBCC tỉnh"))]
    ['cán', 'bộ', 'công', 'chức', 'tỉnh']
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for written, used in forms.items():
            key, value = tuple(phrase(written).split()), tuple(phrase(used).split())
            if key and key != value:
                self._by_first.setdefault(key[0], []).append((key, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def replace(self, found: Iterable[Word]) -> list[Word]:
        """The same words with each written form replaced; the new words stand where it stood."""
        return list(self._replaced(list(found)))

    def _replaced(self, given: list[Word]) -> Iterator[Word]:
        at = 0
        while at < len(given):
            for written, used in self._by_first.get(given[at].form, ()):
                reached = _match(given, at, written)
                if reached and not (len(used) > len(written) and _match(given, at, used)):
                    start, end = given[at].start, given[reached - 1].end
                    yield from (Word(form, start, end) for form in used)
                    at = reached
                    break
            else:
                yield given[at]
                at += 1


def _match(given: list[Word], at: int, wanted: tuple[str, ...]) -> int:
    """Where a phrase ends that begins at a word, marks between its words being skipped; or 0."""
    for form in wanted:
        while at < len(given) and given[at].is_mark and form != wanted[0]:
            at += 1
        if at >= len(given) or given[at].form != form:
            return 0
        at += 1
    return at
