"""Words that several parts of pages share; a word of one place stands there, as `written`."""

from __future__ import annotations

from ..model import Lang, Text
from ..wording import STATUS
from ..words import written

LABELS: dict[str, Text] = {
    "indicator": written("Indicator"),
    "scope": written("Scope"),
    "value": written("Value"),
    "status": written("Status"),
    "as_of": written("As of"),
    "change": written("Change"),
    "target": written("Target"),
    "set_by": written("Set by"),
    "verdict": written("Verdict"),
    "quote": written("Sentence in the report"),
    "source": written("Source"),
    "compiler": written("The compiler"),
    "not_found": written("none found"),
    "not_stated": written("not stated in the report"),
    "table": written("Data table"),
    "reported_as": written("the report says"),
    "corrected": written("corrected by the compiler"),
    "derived": written("derived"),
    "place": written("Place or agency"),
    "says": written("What the report says"),
    "needs_explaining": written("the number is to be clarified"),
    "flagged": written("to be clarified"),
    "supplier_unknown": written("The unit that issued the report"),
    "points": written("percentage points"),
    "not-reported": STATUS["not-reported"],
    "partly": written("partly reported"),
    "pillar": written("Pillar"),
    "province": written("provincial"),
    "national": written("national"),
    "what_it_shows": written("What the chart shows"),
}


def label(name: str, lang: Lang) -> str:
    """A shared word."""
    return LABELS[name][lang]


def heads(lang: Lang, *columns: str | Text) -> tuple[str, ...]:
    """The heads of a table's columns: shared words by their names, and words of its own."""
    return tuple((LABELS[c] if isinstance(c, str) else c)[lang] for c in columns)
