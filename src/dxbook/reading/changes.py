"""Rises and falls: "tăng 265 TTHC so với cùng kỳ năm 2021".

A change belongs to the level that it stands beside. Between two percentages it is taken as
percentage points, which is what such reports mean by "tăng 0,04%"; that is said in the note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..model import Catalogue, Unit, UnitKind
from .candidates import Candidate
from .clauses import Clause, Outline
from .language import Language
from .levels import Levels, Stated
from .views import View
from .words import says

_POINTS = "«%» giữa hai tỷ lệ được hiểu là điểm phần trăm"
_RELATIVE = "mức tăng, giảm tương đối, tính bằng phần trăm của năm trước"
_UNSTATED = "báo cáo không nêu đơn vị của mức tăng, giảm"
#: How far back a change looks for its level, in clauses.
_REACH = 4


def direction(clause: Clause, language: Language) -> int:
    """1 where a clause's number is a rise, -1 where it is a fall, else 0."""
    forms = clause.lead.split()
    compared = {"so", "với", "cùng", "kỳ", "năm", "trước", "ngoái"}
    kept = len(forms)
    while kept and (forms[kept - 1] in compared or forms[kept - 1].isdigit()):
        kept -= 1
    if kept < len(forms) and not set(forms[kept:]) & {"cùng", "trước", "ngoái", "với"}:
        kept = len(forms)
    forms = forms[:kept]
    for length in (2, 1):
        said = " ".join(forms[-length:])
        if said in language.up:
            return 1
        if said in language.down:
            return -1
    return 0


class Changes:
    """Matches the changes of one report, which is about a year, to the levels that were chosen."""

    def __init__(
        self,
        catalogue: Catalogue,
        outlined: Outline,
        views: Mapping[int, View],
        levels: Levels,
        year: int,
    ) -> None:
        self.catalogue, self.year = catalogue, year
        self.clauses, self.language = outlined.clauses, outlined.language
        self.views, self.levels = views, levels

    def of(self, view: View, candidates: Sequence[Candidate]) -> list[Stated]:
        """The changes that a number states, none where it is compared with something else.

        A fall is negative.
        """
        sign = direction(view.clause, self.language)
        compared = view.clause.tail.partition(" so ")[2]
        if view.amount.times or says(f" {compared} ", self.language.other):
            return []
        doubt, notes = self._of_another_year(compared)
        if says(view.clause.phrase, self.language.alternately):
            doubt, notes = doubt * 0.4, (*notes, "câu nêu nhiều số «lần lượt»")
        level = self._level(view)
        if level is None:
            # Its own clause names the indicator.
            sure, sources = 0.85, [(best, best.raw) for best in candidates[:1]]
        else:
            sure = 1.0 if compared else 0.85
            chosen = [c for c in self.levels.get(level, ()) if not c.other]
            sources = [(c.candidate, c.raw) for c in chosen]
        found = []
        for candidate, raw in sources:
            unit, unit_note, factor = self._unit(view, candidate, alone=level is None)
            if unit:
                found.append(
                    Stated(
                        view=view,
                        indicator=candidate.indicator.id,
                        scope=candidate.scope,
                        measure="change",
                        value=sign * view.amount.value,
                        unit=unit,
                        raw=raw * factor * doubt * sure,
                        notes=tuple(n for n in (unit_note, *notes) if n),
                    )
                )
        return found

    def _of_another_year(self, compared: str) -> tuple[float, tuple[str, ...]]:
        years = [int(y) for y in re.findall(r"năm (\d{4})", compared)]
        if years and self.year - 1 not in years:
            return 0.3, (f"so với năm {years[0]}, không phải năm {self.year - 1}",)
        return 1.0, ()

    def _level(self, view: View) -> int | None:
        """Index of the clause whose level the change is of."""
        clause = view.clause
        if clause.parent is not None:
            return clause.parent
        for at in range(view.index - 1, max(-1, view.index - 1 - _REACH), -1):
            other = self.clauses[at]
            if other.line != clause.line:
                return None
            of_another = other.parent is not None or direction(other, self.language)
            if other.amount is None or of_another:
                continue
            if view.amount.percent or self._counts_alike(view, at):
                own_subject = not view.elliptic and other.sentence != clause.sentence
                return None if own_subject else at
        return None

    def _counts_alike(self, view: View, at: int) -> bool:
        other = self.views[at]
        if other.amount.percent:
            return not view.after_noun
        return not view.after_noun or view.after_noun in other.nouns

    def _unit(self, view: View, candidate: Candidate, *, alone: bool) -> tuple[str, str, float]:
        """Unit of a change, a note, and how much of its strength it keeps; "" for none."""
        level = self.catalogue.units[candidate.indicator.unit]
        if level.kind == "percent":
            if not (view.amount.percent or alone):
                return "", "", 0.0
            return self._unit_of("points", level), "" if view.amount.points else _POINTS, 1.0
        if alone:
            return level.id, "", 1.0
        if view.amount.percent:
            return self._unit_of("percent", level), _RELATIVE, 0.9
        if view.after_noun:
            return level.id, "", 1.0
        return self._unit_of("unstated", level), _UNSTATED, 0.95

    def _unit_of(self, kind: UnitKind, otherwise: Unit) -> str:
        units = self.catalogue.units.values()
        return next((u.id for u in units if u.kind == kind), otherwise.id)
