"""What each number can be understood from: its own clause first, then what it leans on.

"cấp xã đạt 82%" says nothing by itself: its subject stands in the clause before. "95% đơn vị cấp
sở, 100% đơn vị cấp xã đã bố trí cán bộ" shares the verb that follows. A view lists the stretches
of text that bear on one number, each with a weight: 1 for its own words, less for others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .amounts import Amount
from .clauses import Clause, Outline
from .headings import leads
from .saying import Saying, after_mark, of_a_total

OWN = 1.0
#: The clause in whose brackets a number stands that says nothing else.
HOLDER = 0.97
#: The clause whose subject or verb it shares.
DONOR = 0.95
#: The clause of which it is a part ("trong đó").
WHOLE = 0.85
#: The line that introduces a list item; the subject of the sentence before.
LEAD = 0.6
SENTENCE = 0.5
LINE = 0.4
HEADING = 0.35
LATER = 0.3

_Region = tuple[str, float]


@dataclass(frozen=True)
class View:
    """One amount and the text it is understood from.

    Args:
        index: number of its clause in the outline.
        elliptic: whether its own clause leaves out what it speaks of.
        donor: index of the clause that says it, if another does.
        regions: (text, weight), the heaviest first; texts are words between spaces.
        nouns: classes of what it counts or is a share of; none where that is not said.
        after_noun: the class that follows the number directly, or "".
        number_first: whether the number opens its clause, so that what it counts follows.
        embedded: whether it is a percentage of the units counted just before it only.
    """

    index: int
    clause: Clause
    amount: Amount
    elliptic: bool
    donor: int | None
    regions: tuple[_Region, ...]
    nouns: tuple[str, ...]
    after_noun: str
    number_first: bool
    embedded: bool
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

    def __init__(self, outlined: Outline) -> None:
        self.clauses, self.language = outlined.clauses, outlined.language
        self.saying = Saying(outlined)
        self._leads = leads(outlined)

    def views(self) -> Iterator[View]:
        """A view for each number, in the order of the text."""
        for index, clause in enumerate(self.clauses):
            if clause.amount is not None:
                yield self._view(index, clause, clause.amount)

    def _view(self, index: int, clause: Clause, amount: Amount) -> View:
        donor, weight = self._donor(index)
        regions = [*self._own(index), *self._around(index)]
        if donor is not None:
            regions.append((self.clauses[donor].phrase, weight))
        after, subject = self.saying.nouns[index]
        nouns = [n for n in (after, subject) if n][:1]
        if donor is not None and (not nouns or of_a_total(clause)):
            nouns += [n for n in self.saying.nouns[donor] if n][:1]
        return View(
            index=index,
            clause=clause,
            amount=amount,
            elliptic=self.saying.bare[index],
            donor=donor,
            regions=tuple(sorted(regions, key=lambda region: -region[1])),
            nouns=tuple(nouns),
            after_noun=after,
            number_first=self.saying.number_first[index],
            embedded=self.saying.embedded(index),
        )

    # -- its own words -----------------------------------------------------------------------

    def _own(self, index: int) -> list[_Region]:
        """A clause's own words; where its number opens it, what stands before weighs less."""
        clause = self.clauses[index]
        if not self.saying.number_first[index]:
            return [(clause.phrase, OWN)]
        forms = [w.form for w in clause.before]
        last = after_mark(forms, (",",))
        earlier = [f for f in forms[: len(forms) - len(last)] if f.isalnum()]
        own = f" {' '.join(last)} #{clause.tail}"
        return [(own, OWN), *([(f" {' '.join(earlier)} ", LEAD)] if earlier else [])]

    # -- what it leans on --------------------------------------------------------------------

    def _donor(self, index: int) -> tuple[int | None, float]:
        """The clause that says what it speaks of, and how much that weighs."""
        clause = self.clauses[index]
        if not self.saying.bare[index]:
            forms = [w.form for w in clause.before]
            if forms == ["với"]:
                return self._behind(index)
            listed = forms[-1:] == [":"] and clause.tail.strip()
            if listed and self.saying.is_empty(clause.tail):
                ahead = self._ahead(index)
                return (ahead, WHOLE) if ahead is not None else (None, 0.0)
            return None, 0.0
        if self.saying.number_first[index] and (ahead := self._ahead(index)) is not None:
            return ahead, DONOR
        return self._behind(index)

    def _ahead(self, index: int) -> int | None:
        """The clause after it whose verb it shares."""
        clause, noun = self.clauses[index], self.saying.nouns[index][0]
        for at in range(index + 1, len(self.clauses)):
            other = self.clauses[at]
            if other.sentence != clause.sentence or other.parent != clause.parent:
                return None
            if other.amount is None or clause.amount is None or not self.saying.number_first[at]:
                return None
            if other.amount.percent != clause.amount.percent:
                return None
            if not clause.amount.percent and {noun, self.saying.nouns[at][0]} - {"agency"}:
                return None
            if not self.saying.bare[at]:
                return at
        return None

    def _behind(self, index: int) -> tuple[int | None, float]:
        """The clause before it whose subject it shares."""
        clause = self.clauses[index]
        if clause.parent is not None:
            if not self.saying.bare[clause.parent]:
                return clause.parent, DONOR
            return self._behind(clause.parent)
        for at in range(index - 1, -1, -1):
            other = self.clauses[at]
            if other.line != clause.line:
                break
            silent = self.saying.bare[at] or self.saying.compares(other)
            if other.parent is None and not silent:
                again = " này " in clause.phrase
                return at, DONOR if again or other.sentence == clause.sentence else LEAD
        return None, 0.0

    def _around(self, index: int) -> Iterator[_Region]:
        """The rest of its sentence and paragraph, and the headings it stands under."""
        clause, bare = self.clauses[index], self.saying.bare[index]
        if clause.parent is not None:
            yield self.clauses[clause.parent].phrase, HOLDER if bare else WHOLE
        whole = self._whole(index)
        for at in range(index - 1, -1, -1):
            other = self.clauses[at]
            if other.line != clause.line:
                break
            near = SENTENCE if other.sentence == clause.sentence else LINE
            yield other.phrase, WHOLE if at == whole else near
        for at in range(index + 1, min(index + 4, len(self.clauses))):
            other = self.clauses[at]
            if other.sentence == clause.sentence and other.parent == clause.parent:
                own = at == index + 1 and self.saying.embedded(at)
                yield other.phrase, DONOR if own else LATER
        weights = (LEAD if bare else SENTENCE, HEADING)
        yield from zip(self._leads[clause.line], weights, strict=False)

    def _whole(self, index: int) -> int | None:
        """The clause of which this one and its neighbours are parts ("trong đó", "gồm")."""
        clause = self.clauses[index]
        for at in range(index, -1, -1):
            other = self.clauses[at]
            if other.sentence != clause.sentence:
                return None
            crossed = other.segment != clause.segment
            if crossed and self.clauses[index - 1].segment == clause.segment:
                return None
            if any(other.phrase.startswith(f" {p} ") for p in self.language.parts):
                return at - 1 if at else None
        return None
