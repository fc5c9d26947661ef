"""How likely each number is to be each indicator's value.

A candidate's raw strength is the product of what speaks for it: the words around the number, what
it counts, the scope, and the doubts. It becomes a score in `proposals`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..model import Indicator, Report
from .doubts import Circumstances, Doubt
from .language import Language
from .last_year import LastYear
from .scopes import ScopeReader
from .views import View
from .wordings import Entry, entries, match
from .words import says

#: Below this a candidate is not worth showing.
LEAST = 0.2
#: How much of an indicator must be said for a number to be near it at all.
SAID = 0.5
_DENIES = re.compile(r" chưa | không (?:có|được|phát sinh|còn|thực hiện|sử dụng) ")
#: Classes of noun that may stand for each other.
_ALIKE = (
    frozenset({"people", "person"}),
    frozenset({"dossier", "result"}),
    frozenset({"staff", "person"}),
    frozenset({"dossier", "work-file"}),
    frozenset({"school", "agency"}),
)


@dataclass(frozen=True)
class Face:
    """A way to take an amount: as a percentage or as a count."""

    kind: Literal["percent", "bare-percent", "count"]
    value: Decimal
    computed: bool = False

    @property
    def side(self) -> str:
        """Whether it is a percentage or a count: a fraction may be both, of two indicators."""
        return "count" if self.kind == "count" else "percent"


@dataclass(frozen=True)
class Candidate:
    """One reading of one number.

    Args:
        face: the number as this indicator would have it.
        raw: what speaks for it, from 0 to 1.
        matched: how particular its wording is, to choose between equals.
    """

    view: View
    indicator: Indicator
    scope: str
    face: Face
    raw: float
    matched: int
    notes: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """The indicator and scope whose value it would be."""
        return self.indicator.id, self.scope

    @property
    def rank(self) -> float:
        """What decides between candidates."""
        return self.raw + 0.01 * min(self.matched, 12)


def _faces(view: View) -> Iterator[Face]:
    """The ways a number may be taken; a fraction is a percentage and a count."""
    amount = view.amount
    if amount.percent:
        yield Face("percent", amount.value)
    elif amount.is_fraction and amount.numerator is not None and amount.denominator:
        if amount.numerator <= amount.denominator:
            share = amount.numerator * 100 / amount.denominator
            yield Face("percent", share.quantize(Decimal("0.01")).normalize() + 0, True)
    else:
        yield Face("count", amount.value)
        if amount.value <= 100 and not view.after_noun and " tỷ lệ " in view.clause.lead:
            yield Face("bare-percent", amount.value)
    if amount.numerator is not None:
        yield Face("count", amount.numerator)


class Candidates:
    """Makes the candidates for the numbers of one report."""

    def __init__(self, report: Report, year: int, circumstances: Circumstances) -> None:
        outlined, catalogue = circumstances.outlined, report.catalogue
        self.catalogue, self.circumstances = catalogue, circumstances
        self.clauses, self.language = outlined.clauses, outlined.language
        self._known = entries(catalogue, year, self.language)
        self._last_year = LastYear(report, year, self.language)
        self._scopes = ScopeReader(catalogue, outlined)

    def of(self, view: View) -> list[Candidate]:
        """The candidates for one number, the likeliest first."""
        doubts = self.circumstances.doubts(view)
        near = _near_words(view)
        found: list[Candidate] = []
        for face in _faces(view):
            if face.computed and self._states_share(view):
                continue
            for entry in self._known:
                found.extend(self._candidates(view, face, entry, doubts, near))
        return sorted(found, key=lambda c: -c.rank)

    def _states_share(self, view: View) -> bool:
        """Whether one of the clauses that follow states the percentage of a fraction."""
        return any(
            other.sentence == view.clause.sentence
            and other.amount is not None
            and other.amount.percent
            and view.amount.is_fraction
            and view.amount.gives(other.amount.value)
            for other in self.clauses[view.index + 1 : view.index + 4]
        )

    def _candidates(
        self, view: View, face: Face, entry: Entry, doubts: list[Doubt], near: str
    ) -> Iterator[Candidate]:
        fit = self._fit(view, face, entry)
        if not fit.factor:
            return
        said = match(entry, view)
        like = self._last_year.likeness(view, entry.indicator.id)
        strength = max(said.strength, like if like > 0.6 else 0.0)
        if strength < SAID or strength * fit.factor < LEAST:
            return
        if any(says(near, [o]) and not says(entry.said, [o]) for o in self.language.others):
            return
        against = [fit, *doubts, *self._differences(view, entry, near, like)]
        raw = strength
        for doubt in against:
            raw *= doubt.factor
        notes = [d.note for d in against if d.note]
        if said.missing and like <= 0.8:
            notes.append(f"câu không nói tới {', '.join(f'«{m}»' for m in said.missing)}")
        for reach in self._scopes.reaches(view, entry.indicator):
            if raw * reach.certainty >= LEAST / 2:
                yield Candidate(
                    view=view,
                    indicator=entry.indicator,
                    scope=reach.scope,
                    face=face,
                    raw=min(1.0, raw * reach.certainty),
                    matched=said.matched + round(4 * like),
                    notes=(*notes, *([reach.note] if reach.note else [])),
                )

    # -- what is counted ---------------------------------------------------------------------

    def _fit(self, view: View, face: Face, entry: Entry) -> Doubt:
        unit = self.catalogue.units[entry.indicator.unit]
        if unit.kind == "percent":
            return self._fit_share(view, face, entry)
        if face.kind != "count" or unit.kind != "count":
            return Doubt(0.0, "")
        if face.value != face.value.to_integral_value():
            return Doubt(0.87 * self._counted(view, unit.id), "số đếm mà có phần lẻ, cần xem lại")
        if face.value != view.amount.value or view.amount.is_fraction:
            return Doubt(0.85 * self._counted(view, unit.id), "tử số của một phân số")
        return Doubt(self._counted(view, unit.id), "")

    def _counted(self, view: View, unit: str) -> float:
        """How well what a number counts fits a unit."""
        name = self.language.phrase(self.catalogue.units[unit].name["vi"])
        if view.clause.tail.startswith(f" {name} "):
            return 1.0
        if view.nouns:
            classes = {*self.language.units.get(unit, ()), self.language.nouns.get(name)}
            return 1.0 if view.nouns[0] in classes else 0.0
        return 0.9 if _stands_alone(view, self.language) else 0.2

    def _fit_share(self, view: View, face: Face, entry: Entry) -> Doubt:
        if face.kind == "count":
            return Doubt(0.0, "")
        if face.value > 100:
            return Doubt(0.3, "tỷ lệ lớn hơn 100%")
        if entry.noun and view.nouns and not any(_alike(entry.noun, n) for n in view.nouns):
            of = _share_words(view)
            return Doubt(0.35, f"báo cáo tính trên «{of}», chỉ tiêu thì không" if of else "")
        if face.computed:
            return Doubt(0.85, "tỷ lệ tính từ tử số và mẫu số")
        if face.kind == "bare-percent":
            return Doubt(0.7, "báo cáo không ghi dấu %")
        return Doubt(1.0, "")

    # -- what differs ------------------------------------------------------------------------

    def _differences(self, view: View, entry: Entry, near: str, like: float) -> Iterator[Doubt]:
        if like > 0.9:
            return
        for phrase, why in self.language.contrasts.items():
            if says(near, [phrase]) and not says(entry.said, [phrase]):
                yield Doubt(0.4, why)
                return
        if _DENIES.search(near) and " chưa " not in entry.said:
            yield Doubt(0.3, "câu nói «chưa» hoặc «không»")


def _near_words(view: View) -> str:
    """The words that say what a number is: close to it, without the sentence's tail."""
    clause = view.clause
    before = _chunks([w.form if not w.is_mark else "," for w in clause.before])[-2:]
    after = _chunks([w.form if not w.is_mark else "," for w in clause.after])[:3]
    donor = [text for text, weight in view.regions[1:2] if view.donor is not None and weight >= 0.6]
    return f" {' '.join(before)} {' '.join(after)} {' '.join(donor)} "


def _chunks(forms: list[str]) -> list[str]:
    return [part.strip() for part in " ".join(forms).split(",")] if forms else []


def _alike(first: str, second: str) -> bool:
    return first == second or any({first, second} <= alike for alike in _ALIKE)


def _stands_alone(view: View, language: Language) -> bool:
    """Whether no unknown noun follows a number: a mark, the end or a plain word does."""
    first = next(iter(view.clause.after), None)
    return first is None or first.is_mark or first.form in language.links


def _share_words(view: View) -> str:
    """The first words of what a percentage is a share of, as the report says it."""
    if view.after_noun:
        return " ".join(view.clause.tail.split()[:4])
    found = re.findall(r"tỷ lệ ((?:\S+ ?){1,4})", view.clause.lead)
    return found[-1].strip() if found else ""
