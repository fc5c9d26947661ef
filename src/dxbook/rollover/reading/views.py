"""What each number can be understood from: its own clause first, then what it leans on.

"cấp xã đạt 82%" says nothing by itself: its subject stands in the clause before. "95% đơn vị cấp
sở, 100% đơn vị cấp xã đã bố trí cán bộ" shares the verb that follows. A view lists the stretches
of text that bear on one number, each with a weight: 1 for its own words, less for others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .amounts import Amount
from .clauses import Clause, Line, Outline
from .language import Language

OWN, DONOR, WHOLE, SENTENCE, LINE, LEAD, HEADING, LATER = 1.0, 0.9, 0.85, 0.5, 0.4, 0.6, 0.35, 0.3
_BULLET = re.compile(r"^\s*([-+•*–]|\(?\w{1,4}[.)])\s")


@dataclass(frozen=True)
class View:
    """One amount and the text it is understood from.

    Args:
        index: number of its clause in the outline.
        elliptic: whether its own clause leaves out what it speaks of.
        donor: index of the clause that says it, if another does.
        regions: (text, weight), the heaviest first; texts are words between spaces.
        noun: class of what it counts or is a share of, "" where not said.
    """

    index: int
    clause: Clause
    amount: Amount
    elliptic: bool
    donor: int | None
    regions: tuple[tuple[str, float], ...]
    noun: str
    after_noun: str
    seen: dict[str, float] = field(default_factory=dict, compare=False, repr=False)

    def evidence(self, phrase: str) -> float:
        """How near to the number a phrase stands, from 0 (nowhere) to 1 (in its own clause)."""
        if phrase not in self.seen:
            wanted = f" {phrase} "
            self.seen[phrase] = max((w for text, w in self.regions if wanted in text), default=0.0)
        return self.seen[phrase]

    @property
    def own(self) -> str:
        """The words of its own clause, and of the one it leans on."""
        return " ".join(text for text, weight in self.regions if weight >= DONOR)


class Viewer:
    """Makes the views of a report's numbers."""

    def __init__(self, outlined: Outline, language: Language) -> None:
        self.outline, self.language = outlined, language
        self.clauses = outlined.clauses
        self._bare = [self._says_nothing(c) for c in self.clauses]
        self._nouns = [self._noun(c) for c in self.clauses]
        self._leads = [self._lead(i) for i in range(len(outlined.lines))]

    def views(self) -> Iterator[View]:
        """A view for each number, in the order of the text."""
        for index, clause in enumerate(self.clauses):
            if clause.amount is not None:
                yield self._view(index, clause, clause.amount)

    # -- what a clause says ------------------------------------------------------------------

    def _number_first(self, clause: Clause) -> bool:
        """Whether its number opens it, so that what it counts follows."""
        before = [w.form for w in clause.before]
        if not any(not w.is_mark for w in clause.after):
            return False
        if not before:
            return True
        return before[-1] in (",", ":", "và", "với", "còn", "-", "+") or " ".join(
            before[-2:]
        ) in self.language.parts

    def _says_nothing(self, clause: Clause) -> bool:
        """Whether it leaves out what it speaks of, scopes and plain nouns aside."""
        if self._number_first(clause):
            text = clause.phrase.partition("#")[2]
        else:
            text = clause.phrase
        for known in (self.language.scopes, self.language.nouns):
            for phrase in _longest(text, known):
                text = text.replace(f" {phrase} ", " ", 1)
        left = [
            w
            for w in text.split()
            if w not in self.language.stop and w not in self.language.copulas and w.isalpha()
        ]
        changes = self.language.up | self.language.down
        return not [w for w in left if w not in changes and w != "so"]

    def _noun(self, clause: Clause) -> tuple[str, str]:
        """The class of noun after its number, and of its subject ("tỷ lệ …", "số …")."""
        after = _noun_at([w.form for w in clause.after if not w.is_mark], self.language)
        before = [w.form for w in clause.before if not w.is_mark]
        subject = ""
        for at in range(len(before) - 1, -1, -1):
            said = before[at - 1] if at else ""
            if before[at] == "lệ" and said == "tỷ" or before[at] == "số":
                subject = _noun_at(before[at + 1 :], self.language)
                if subject:
                    break
        return after, subject

    # -- what a clause leans on --------------------------------------------------------------

    def _donor(self, index: int) -> tuple[int | None, float]:
        clause = self.clauses[index]
        if not self._bare[index]:
            return None, 0.0
        if self._number_first(clause) and (ahead := self._ahead(index)) is not None:
            return ahead, DONOR
        return self._behind(index)

    def _ahead(self, index: int) -> int | None:
        """The clause after it whose verb it shares."""
        clause, noun = self.clauses[index], self._nouns[index][0]
        for at in range(index + 1, len(self.clauses)):
            other = self.clauses[at]
            if other.sentence != clause.sentence or other.parent != clause.parent:
                return None
            if other.amount is None or clause.amount is None or not self._number_first(other):
                return None
            if other.amount.percent != clause.amount.percent:
                return None
            if noun and self._nouns[at][0] != noun:
                return None
            if not self._bare[at]:
                return at
        return None

    def _behind(self, index: int) -> tuple[int | None, float]:
        """The clause before it whose subject it shares."""
        clause = self.clauses[index]
        if clause.parent is not None:
            if not self._bare[clause.parent]:
                return clause.parent, DONOR
            return self._behind(clause.parent)
        for at in range(index - 1, -1, -1):
            other = self.clauses[at]
            if other.line != clause.line:
                break
            if other.parent is not None and clause.parent is None:
                continue
            if not self._bare[at]:
                return at, DONOR if other.sentence == clause.sentence else LEAD
        return None, 0.0

    def _lead(self, number: int) -> tuple[str, ...]:
        """The line that introduces a list item, and the heading it stands under."""
        lines, found = self.outline.lines, []
        mark = _bullet(lines[number])
        for at in range(number - 1, -1, -1):
            line = lines[at]
            introduces = line.heading or line.text.rstrip().endswith(":")
            if introduces and _bullet(line) != mark or (mark and not _bullet(line)):
                found.append(self._line_end(line))
                mark = _bullet(line)
            if len(found) == 2 or line.heading and not mark:
                break
        return tuple(found)

    def _line_end(self, line: Line) -> str:
        text = line.text if line.heading else re.split(r"(?<=[.;])\s", line.text.strip())[-1]
        return f" {self.language.phrase(text)} "

    # -- the view ----------------------------------------------------------------------------

    def _view(self, index: int, clause: Clause, amount: Amount) -> View:
        donor, weight = self._donor(index)
        regions = [(clause.phrase, OWN)]
        if donor is not None:
            regions.append((self.clauses[donor].phrase, weight))
        if clause.parent is not None:
            regions.append((self.clauses[clause.parent].phrase, WHOLE))
        part = any(clause.phrase.startswith(f" {p} ") for p in self.language.parts)
        for at in range(index - 1, -1, -1):
            other = self.clauses[at]
            if other.line != clause.line:
                break
            near = other.sentence == clause.sentence
            regions.append((other.phrase, (WHOLE if part else SENTENCE) if near else LINE))
            part = False
        for other in self.clauses[index + 1 : index + 4]:
            if other.sentence == clause.sentence and other.parent == clause.parent:
                regions.append((other.phrase, LATER))
        for text, lead in zip(self._leads[clause.line], (LEAD, HEADING), strict=False):
            regions.append((text, lead if self._bare[index] or lead == HEADING else SENTENCE))
        after, subject = self._nouns[index]
        noun = after or subject
        if not noun and donor is not None:
            noun = self._nouns[donor][0] if self._number_first(self.clauses[donor]) else ""
            noun = noun or self._nouns[donor][1]
        regions.sort(key=lambda region: -region[1])
        return View(
            index=index,
            clause=clause,
            amount=amount,
            elliptic=self._bare[index],
            donor=donor,
            regions=tuple(regions),
            noun=noun,
            after_noun=after,
        )


def _bullet(line: Line) -> str:
    found = _BULLET.match(line.text)
    return re.sub(r"\w+", "a", found[1]) if found else ""


def _longest(text: str, known: object) -> list[str]:
    """Known phrases that stand in a text, longest first."""
    assert isinstance(known, (dict,)), known
    return sorted((p for p in known if f" {p} " in text), key=lambda p: -len(p))


_SKIPPED = frozenset({"các", "số", "tổng", "của", "lượt", "trên", "trong", "những", "cho", "về"})


def _noun_at(forms: list[str], language: Language) -> str:
    """The class of the longest noun that a row of words begins with."""
    start = 0
    while start < len(forms) and forms[start] in _SKIPPED:
        if " ".join(forms[start : start + 2]) in language.nouns:
            break
        start += 1
    if start > 3:
        return ""
    for length in range(min(6, len(forms) - start), 0, -1):
        found = language.nouns.get(" ".join(forms[start : start + length]))
        if found:
            return found
    return ""
