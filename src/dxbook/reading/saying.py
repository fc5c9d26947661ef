"""What a clause says by itself: what it counts, and whether it leaves out what it speaks of."""

from __future__ import annotations

from .clauses import Clause, Outline
from .language import Language
from .words import longest

_MARKS = (",", ":", "-", "+", "*", ".")
#: Passed over between a number, or "tỷ lệ", and the noun.
_BEFORE_NOUN = frozenset(
    {"các", "số", "tổng", "của", "lượt", "trên", "trong", "những", "cho", "về"}
)


class Saying:
    """Answers what the clauses of one report say, each by its index.

    Args:
        bare: for each clause whether it leaves out what it speaks of, scopes and plain nouns aside.
        nouns: for each the class of noun after its number and of its subject; "" where not said.
        number_first: for each whether its number opens it, so that what it counts follows.
    """

    def __init__(self, outlined: Outline) -> None:
        self.clauses = clauses = outlined.clauses
        self.language = language = outlined.language
        self._plain = frozenset({*language.scopes, *language.plain})
        self._moves = language.up | language.down
        self._silent = language.stop | language.copulas | self._moves | {"so"}
        self.number_first = [self._opens(c) for c in clauses]
        self.bare = [self._is_bare(i) for i in range(len(clauses))]
        self.nouns = [self._nouns(c) for c in clauses]

    def _opens(self, clause: Clause) -> bool:
        if not clause.tail.strip():
            return False
        forms = [w.form for w in clause.before]
        if forms and forms[-1] in self.language.copulas:
            return forms[-1] == ":" and not self.is_empty(clause.tail)
        last = [f for f in after_mark(forms) if f.isalpha()]
        return all(f in self.language.stop or f in ("và", "với", "còn") for f in last)

    def _is_bare(self, index: int) -> bool:
        clause = self.clauses[index]
        if of_a_total(clause) and self.is_empty(clause.lead):
            return True
        if self.number_first[index]:
            return self.is_empty(clause.tail)
        return self.is_empty(clause.phrase)

    def is_empty(self, text: str) -> bool:
        """Whether words between spaces name nothing but scopes and plain nouns."""
        known = sorted((p for p in self._plain if f" {p} " in text), key=lambda p: (-len(p), p))
        for phrase in known:
            while f" {phrase} " in text:
                text = text.replace(f" {phrase} ", " ")
        return all(w in self._silent or not w.isalpha() for w in text.split())

    def _nouns(self, clause: Clause) -> tuple[str, str]:
        after, before = _noun_at(clause.tail.split(), self.language), clause.lead.split()
        for at in range(len(before) - 1, -1, -1):
            share = before[at] == "lệ" and at and before[at - 1] == "tỷ"
            if not (share or before[at] == "số"):
                continue
            if subject := _noun_at(before[at + 1 :], self.language):
                return after, subject
        return after, ""

    def compares(self, clause: Clause) -> bool:
        """Whether it only says how much more or less than something a number is."""
        return any(clause.phrase.startswith(f" {move} ") for move in self._moves)

    def embedded(self, index: int) -> bool:
        """Whether a percentage is only of the units counted just before it.

        In "04 đơn vị là A, B triển khai 100% hệ thống" the 100% is no value by itself.
        """
        clause, other = self.clauses[index], self.clauses[index - 1]
        if not index or clause.amount is None or other.amount is None or not clause.before:
            return False
        if clause.sentence != other.sentence or not clause.amount.percent or other.amount.percent:
            return False
        verb = clause.before[-1].form
        joins = self.language.copulas | self._moves | {"và", "với", "lệ"}
        counts = self.number_first[index - 1] and self.nouns[index - 1][0] == "agency"
        return counts and verb.isalpha() and verb not in joins


def of_a_total(clause: Clause) -> bool:
    """Whether it says "… % tổng số …", so that what follows is only the denominator."""
    after = " ".join(clause.tail.split()[:3])
    return after.startswith(("tổng số", "trong tổng số", "trên tổng số"))


def after_mark(forms: list[str], marks: tuple[str, ...] = _MARKS) -> list[str]:
    """What stands after the last mark that parts.

    >>> after_mark(["trong", "năm", ",", "có"])
    ['có']
    """
    for at in range(len(forms) - 1, -1, -1):
        if forms[at] in marks:
            return forms[at + 1 :]
    return forms


def _noun_at(forms: list[str], language: Language) -> str:
    """The class of the longest noun that a row of words begins with, or ""."""
    start = 0
    while start < len(forms) and forms[start] in _BEFORE_NOUN:
        if " ".join(forms[start : start + 2]) in language.nouns:
            break
        start += 1
    return "" if start > 3 else longest(forms[start:], language.nouns, 6)[0] or ""
