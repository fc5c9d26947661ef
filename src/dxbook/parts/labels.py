"""The words of the book's own furniture, in both languages."""

from __future__ import annotations

from ..model import Lang, Text
from ..wording.phrases import STATUS
from ..words import written

LABELS: dict[str, Text] = {
    "indicator": written("Indicator"),
    "scope": written("Scope"),
    "value": written("Value"),
    "unit": written("Unit"),
    "status": written("Status"),
    "as_of": written("As of"),
    "previous": written("Year before"),
    "change": written("Change"),
    "target": written("Target"),
    "set_by": written("Set by"),
    "verdict": written("Verdict"),
    "definition": written("Definition"),
    "supplier": written("Supplied by"),
    "method": written("Method"),
    "quote": written("Sentence in the report"),
    "source": written("Source"),
    "history": written("History"),
    "direction": written("Better when"),
    "better_higher": written("higher"),
    "better_lower": written("lower"),
    "better_neither": written("neither"),
    "best": written("For these indicators higher is better, unless said otherwise."),
    "best_lower": written("lower is better"),
    "id": written("Indicator’s id"),
    "compiler": written("The compiler"),
    "not_recorded": written("not recorded"),
    "retrieved": written("retrieved"),
    "cited_from": written("cited from"),
    "no_address": written("no address of the article"),
    "not_found": written("none found"),
    "not_stated": written("not stated in the report"),
    "table": written("Data table"),
    "csv": written("Download CSV"),
    "see_source": written("See it in the source report"),
    "no_change": written(
        "No change from the year before: the report states none, and two years are not "
        "at hand to compute one."
    ),
    "no_target": written("No target was found for the indicators of this chapter."),
    "no_weakness": written("The report names no weakness in this chapter."),
    "no_missing": written("Every indicator of this chapter has a value."),
    "reported_as": written("the report says"),
    "corrected": written("corrected by the compiler"),
    "derived": written("derived"),
    "unit_unstated": written("the report states no unit"),
    "no_commentary": written("The commentary for this year has not been written yet."),
    "has": written("yes"),
    "lacks": written("no"),
    "unstated": written("not stated"),
    "place": written("Place or agency"),
    "says": written("What the report says"),
    "open_list": written("open list"),
    "closed_list": written("closed list"),
    "closed_means": written(
        "A closed list: the report names them all, and a place not named is not one of them."
    ),
    "open_means": written("An open list: the report says nothing of the places it does not name."),
    "no_standing": written("The report names no place or agency."),
    "no_districts": written("There is no district level in this year, and so no district to list."),
    "dataset": written(
        "The province’s digital-transformation figures by pillar, each with its sentence."
    ),
    "needs_explaining": written("the number is to be clarified"),
    "flagged": written("to be clarified"),
    "supplier_unknown": written("The unit that issued the report"),
    "no_statement": written("The report makes no other statement in this chapter."),
    "no_derived": written("Nothing can be derived about the year before."),
    "no_reference": written("There is no value to compare with."),
    "points": written("percentage points"),
    "partly_named": written("partly reported: some are named only, see above on this page"),
    "not-reported": STATUS["not-reported"],
    "partly": written("partly reported"),
    "by_province": written("Province"),
    "by_national": written("Central government"),
    "province": written("provincial"),
    "national": written("national"),
    "downloads": written("Download"),
    "term": written("Term"),
    "meaning": written("Meaning"),
    "numerator": written("Numerator"),
    "denominator": written("Denominator"),
    "note": written("Note"),
    "pillar": written("Pillar"),
    "what_it_shows": written("What the chart shows"),
}


def label(name: str, lang: Lang) -> str:
    """A word of the furniture."""
    return LABELS[name][lang]
