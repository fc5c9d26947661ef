"""Last year's sentences, to recognise this year's by.

A province mostly repeats its own wording: a clause that reads like last year's quote states the
same indicator. Only what was said is compared, never the values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from ..model import Observation, Report
from .clauses import outline
from .language import Language
from .views import View, Viewer

#: Fewer words than this say too little to be recognised by.
ENOUGH = 4


@dataclass(frozen=True)
class Sentence:
    """How last year's report stated one observation: the words of its clause."""

    indicator: str
    scope: str
    forms: tuple[str, ...]


def sentences(report: Report, year: int, language: Language) -> list[Sentence]:
    """What the newest earlier year with a source of its own said of each level.

    Rows that are derived from another year's text, the year's own included, are left aside.
    """
    for earlier in sorted((y for y in report.years if y < year), reverse=True):
        data = report.years[earlier]
        if data.source_text:
            stated = [o for o in data.observations if o.quote is not None and o.measure == "level"]
            return _sentences(data.source_text, stated, language)
    return []


def _sentences(text: str, stated: Sequence[Observation], language: Language) -> list[Sentence]:
    views = list(Viewer(outline(text, language), language).views())
    found = []
    for observation in stated:
        quote = observation.quote
        if quote is None or text[quote.start : quote.end] != quote.text:
            continue
        inside = [
            v
            for v in views
            if quote.start <= v.amount.start
            and v.amount.end <= quote.end
            and v.amount.value == observation.value
        ]
        if inside:
            forms = _forms(inside[-1])
            found.append(Sentence(observation.indicator, observation.scope, forms))
    return found


def _forms(view: View) -> tuple[str, ...]:
    return tuple(w for w in view.own.split() if not w.isdigit())


class LastYear:
    """Compares this year's clauses with last year's."""

    def __init__(self, known: Sequence[Sentence]) -> None:
        self._by_indicator: dict[str, list[Sentence]] = {}
        for sentence in known:
            self._by_indicator.setdefault(sentence.indicator, []).append(sentence)
        self._forms: dict[int, tuple[str, ...]] = {}

    def likeness(self, view: View, indicator: str) -> float:
        """How much a view reads like what was said of an indicator, from 0 to 1."""
        known = self._by_indicator.get(indicator)
        if not known:
            return 0.0
        forms = self._forms.setdefault(view.index, _forms(view))
        if len(forms) < ENOUGH:
            return 0.0
        return max(Indel.normalized_similarity(forms, sentence.forms) for sentence in known)
