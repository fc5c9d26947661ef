"""Last year's sentences, to recognise this year's by.

A province mostly repeats its own wording: a clause that reads like last year's quote states the
same indicator. Only what was said is compared, never the values.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from ..model import Observation, Report
from .clauses import outline
from .language import Language
from .views import View, Viewer

#: Fewer words than this say too little to be recognised by.
_ENOUGH = 4


class LastYear:
    """Compares this year's clauses with those of the newest earlier year that has a source.

    Rows that are derived from another year's text, the year's own included, are left aside.
    """

    def __init__(self, report: Report, year: int, language: Language) -> None:
        self._said: dict[str, list[tuple[str, ...]]] = {}
        self._forms: dict[int, tuple[str, ...]] = {}
        with_source = [y for y in report.years if y < year and report.years[y].source_text]
        if with_source:
            data = report.years[max(with_source)]
            views = list(Viewer(outline(data.source_text, language)).views())
            for observation in data.observations:
                for view in _last_in_quote(observation, data.source_text, views):
                    self._said.setdefault(observation.indicator, []).append(_forms(view))

    def likeness(self, view: View, indicator: str) -> float:
        """How much a view reads like what was said of an indicator, from 0 to 1."""
        known = self._said.get(indicator)
        if not known:
            return 0.0
        forms = self._forms.setdefault(view.index, _forms(view))
        if len(forms) < _ENOUGH:
            return 0.0
        return max(Indel.normalized_similarity(forms, said) for said in known)


def _last_in_quote(observation: Observation, text: str, views: Sequence[View]) -> Sequence[View]:
    """The view of the clause that stated a level, if the text still says it."""
    quote = observation.quote
    if quote is None or observation.measure != "level":
        return []
    if text[quote.start : quote.end] != quote.text:
        return []
    inside = [v for v in views if quote.spans(v.amount.start, v.amount.end)]
    return [v for v in inside if v.amount.value == observation.value][-1:]


def _forms(view: View) -> tuple[str, ...]:
    """The words of its clause, without numbers."""
    return tuple(w for w in view.own.split() if not w.isdigit())
