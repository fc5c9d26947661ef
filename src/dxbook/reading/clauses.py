"""A report cut into clauses, each with at most one amount.

A line is a paragraph, a heading or a row of a table; a sentence is cut at semicolons, at brackets
that hold numbers, and between two numbers where the second one's subject begins.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .amounts import Amount, amounts_in
from .language import Language
from .tables import Cell, cells, is_heading_row, stated
from .words import CAPITALS, Word, plain

_Item = Word | Amount

_SENTENCE_END = re.compile(rf"(?<=[.!?…])\s+(?=[\W_]*[{CAPITALS}\d])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:TP|Tp|TX|TT|tr|Tr|v\.v|P|Q|H|ThS|TS|ĐT)|^\s*[\dIVXa-zđ]{1,4}|\d\.\d)\.$"
)
_JOINS = frozenset({",", "và", "với", "còn", "|", "-", "–", "•"})


@dataclass(frozen=True)
class Clause:
    """A stretch of a sentence.

    Args:
        amount: the number it states, or None.
        before, after: its words on both sides of the number, marks included.
        sentence, line: numbers of its sentence and line.
        segment: number of its part between semicolons or brackets.
        parent: index of the clause whose brackets hold it, else None.
    """

    amount: Amount | None
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    line: int
    sentence: int
    segment: int
    parent: int | None = None

    @property
    def words(self) -> tuple[Word, ...]:
        """All its words, marks included, without the number."""
        return self.before + self.after

    @functools.cached_property
    def lead(self) -> str:
        """What it says before the number, its words between spaces."""
        return f" {plain(self.before)} "

    @functools.cached_property
    def tail(self) -> str:
        """What it says after the number, its words between spaces."""
        return f" {plain(self.after)} "

    @functools.cached_property
    def phrase(self) -> str:
        """All that it says, the number's place marked."""
        return f"{self.lead}#{self.tail}"


@dataclass(frozen=True)
class Line:
    """A line of the report: its offsets, and whether it is a heading."""

    start: int
    end: int
    heading: bool
    text: str


@dataclass
class Outline:
    """A report's lines and clauses, in order, and the language that it is read with."""

    text: str
    language: Language
    lines: list[Line] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)


def outline(text: str, language: Language) -> Outline:
    """Cut a report as stored, of which all offsets are, into lines and clauses."""
    amounts = amounts_in(text, language)
    out = Outline(text, language)
    sentence = 0
    heading: list[Cell] = []
    for match in re.finditer(r"[^\n]+", text):
        start, end = match.span()
        within = [a for a in amounts if start <= a.start and a.end <= end]
        number = len(out.lines)
        out.lines.append(Line(start, end, _is_heading(match[0], bool(within)), match[0]))
        row = cells(match[0], start)
        if len(row) > 2:
            if is_heading_row(row, within):
                heading = row
                continue
            for amount, before, after in stated(row, heading, within, language):
                out.clauses.append(Clause(amount, before, after, number, sentence, 0))
                sentence += 1
            continue
        heading = []
        for first, last in _sentences(text, start, end, within):
            items = _items(text, first, last, within, language)
            out.clauses += _Cutter(language, number, sentence, len(out.clauses)).cut(items)
            sentence += 1
    return out


def _is_heading(text: str, numbers: bool) -> bool:
    said = text.strip()
    return not numbers and len(said.split()) <= 20 and not re.search(r"[.;,]$", said)


def _sentences(
    text: str, start: int, end: int, amounts: Sequence[Amount]
) -> Iterator[tuple[int, int]]:
    first = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if any(a.start < match.start() and match.end() <= a.end for a in amounts):
            continue
        if _ABBREVIATED.search(text[first : match.start()]):
            continue
        yield first, match.start()
        first = match.end()
    yield first, end


def _items(
    text: str, start: int, end: int, amounts: Sequence[Amount], language: Language
) -> list[_Item]:
    """A sentence's words and amounts in order."""
    within = [a for a in amounts if start <= a.start and a.end <= end]
    items: list[_Item] = [
        word
        for word in language.read(text[start:end], start)
        if not any(a.begins <= word.start and word.end <= a.end for a in within)
    ]
    items.extend(within)
    return sorted(items, key=lambda item: (item.start, item.end))


class _Cutter:
    """Cuts one sentence into clauses; `first` is the index its first clause will have."""

    def __init__(self, language: Language, line: int, sentence: int, first: int) -> None:
        self.language, self.line, self.sentence, self.first = language, line, sentence, first
        self.clauses: list[Clause] = []
        self.segment = 0

    def cut(self, items: list[_Item]) -> list[Clause]:
        """The sentence's clauses; those in brackets come right after the one that holds them."""
        self._stream(items, None)
        return self.clauses

    def _stream(self, items: list[_Item], parent: int | None) -> None:
        outer, inner = _unbracketed(items)
        for segment in _split(outer, ";"):
            self.segment += 1
            for piece in self._pieces(segment):
                self._add(piece, parent)
                index = self.first + len(self.clauses) - 1
                last = max((i.start for i in piece), default=-1)
                first = min((i.start for i in piece), default=-1)
                own = [b for b in inner if first < b[0].start and self._holds(b, last, outer)]
                for bracket in own:
                    inner.remove(bracket)
                    self.segment += 1
                    self._stream(bracket, index)
        for bracket in inner:
            self.segment += 1
            self._stream(bracket, parent)

    @staticmethod
    def _holds(bracket: list[_Item], last: int, outer: list[_Item]) -> bool:
        """Whether a bracket stands inside a piece that ends at `last`, or directly after it."""
        return not any(last < i.start <= bracket[0].start for i in outer)

    def _add(self, piece: list[_Item], parent: int | None) -> None:
        amount = next((item for item in piece if isinstance(item, Amount)), None)
        split = piece.index(amount) if amount else len(piece)
        self.clauses.append(
            Clause(
                amount=amount,
                before=tuple(i for i in piece[:split] if isinstance(i, Word)),
                after=tuple(i for i in piece[split:] if isinstance(i, Word)),
                line=self.line,
                sentence=self.sentence,
                segment=self.segment,
                parent=parent,
            )
        )

    def _pieces(self, segment: list[_Item]) -> list[list[_Item]]:
        """A segment cut so that each piece holds one amount."""
        places = [i for i, item in enumerate(segment) if isinstance(item, Amount)]
        cuts = [0]
        for first, second in itertools.pairwise(places):
            cuts.append(first + 1 + self._border(segment[first + 1 : second]))
        cuts.append(len(segment))
        return [segment[a:b] for a, b in itertools.pairwise(cuts)]

    def _border(self, between: list[_Item]) -> int:
        """Where, between two amounts, what belongs to the second one begins."""
        forms = [i.form if isinstance(i, Word) else "" for i in between]
        end = len(forms)
        core = self._before_copula(forms)
        joins = [i for i, form in enumerate(forms) if form in _JOINS]
        if 0 < core < end and forms[core - 1] in _JOINS:
            return core - 1
        if core < end:
            starting = [i for i in joins if i < core and self._starts_subject(forms, i + 1)]
            if starting:
                return starting[-1]
            commas = [i for i in joins if i < core and forms[i] != "-"]
            return commas[0] if commas else core
        return joins[-1] if joins else end

    def _before_copula(self, forms: list[str]) -> int:
        """Where the copula before the second amount begins; the end where there is none."""
        at = len(forms)
        while at and (
            forms[at - 1] in self.language.copulas
            or (at > 1 and f"{forms[at - 2]} {forms[at - 1]}" == "tỷ lệ")
            or (forms[at - 1] == "tỷ" and at < len(forms) and forms[at] == "lệ")
        ):
            at -= 1
        return at

    def _starts_subject(self, forms: list[str], at: int) -> bool:
        rest = [f for f in forms[at:] if f.isalnum()]
        return any(" ".join(rest[:n]) in self.language.starters for n in (1, 2, 3) if rest)


def _unbracketed(items: list[_Item]) -> tuple[list[_Item], list[list[_Item]]]:
    """Items outside brackets, and each bracket that holds an amount; others stay as they are."""
    outer: list[_Item] = []
    inner: list[list[_Item]] = []
    opened: list[int] = []
    for item in items:
        outer.append(item)
        if not isinstance(item, Word):
            continue
        if item.form == "(":
            opened.append(len(outer) - 1)
        elif item.form == ")" and opened:
            at = opened.pop()
            held = outer[at + 1 : -1]
            if not opened and any(isinstance(i, Amount) for i in held):
                del outer[at:]
                inner.append(held)
    return outer, inner


def _split(items: list[_Item], mark: str) -> list[list[_Item]]:
    parts: list[list[_Item]] = [[]]
    for item in items:
        if isinstance(item, Word) and item.form == mark:
            parts.append([])
        else:
            parts[-1].append(item)
    return [part for part in parts if part]
