"""What a reader is told of one value in a chart when they point at it or move to it."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Lang, Observation, Reference, Report
from ..parts import as_written, is_doubted, label, sum_in_words
from ..wording import STATUS, capitalised, named, observed, period, quantity

#: A value with all that is known of it, in the page's language, by part; empty is not said.
Told = dict[str, str]
PARTS = ("indicator", "scope", "period", "value", "status", "quote", "source")


def titles(lang: Lang) -> Mapping[str, str]:
    """What each of the `PARTS` is called."""
    return {part: label("as_of" if part == "period" else part, lang) for part in PARTS}


def told(report: Report, observation: Observation | None, lang: Lang) -> Told | None:
    """What is told of an observation; None where there is no value."""
    o = observation
    if o is None or o.best is None:
        return None
    return {
        "indicator": report.indicator(o.indicator).name[lang],
        "scope": capitalised(report.scope(o.scope).name[lang]),
        "period": capitalised(period(o.as_of, lang)),
        "value": observed(o, report.unit(o.unit), lang),
        "status": _status(report, o, lang),
        "quote": _quoted(o, lang),
    }


def told_of_reference(report: Report, reference: Reference, lang: Lang) -> Told:
    """What is told of a value that another publication states."""
    return {
        "indicator": reference.name[lang],
        "scope": capitalised(reference.place[lang]),
        "period": capitalised(period(reference.period, lang)),
        "value": quantity(reference.value, report.unit(reference.unit), lang),
        "source": reference.source_title,
    }


def _status(report: Report, o: Observation, lang: Lang) -> str:
    said = capitalised(STATUS[o.status][lang])
    if o.correction is not None and o.value is not None:
        said = f"{capitalised(label('corrected', lang))}; {label('reported_as', lang)} "
        said += named(as_written(o), lang)
    elif o.status == "derived" and o.note:
        said = f"{said}: {sum_in_words(o.note, lang)}"
    return f"{said}; ⚑ {label('needs_explaining', lang)}" if is_doubted(report, o) else said


def _quoted(o: Observation, lang: Lang) -> str:
    """The sentence that states the value, or what the compiler notes where there is none."""
    if o.quote is not None:
        return named(o.quote.text, lang)
    return "" if o.status == "derived" else o.note
