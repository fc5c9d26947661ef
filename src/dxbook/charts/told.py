"""What a reader is told of one value in a chart when they point at it or move to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from ..model import Lang, Observation, Reference, Report
from ..parts.figures import as_written, is_doubted, sum_in_words
from ..parts.labels import label
from ..wording.findings import named
from ..wording.numbers import observed, period, quantity
from ..wording.phrases import STATUS, capitalised


@dataclass(frozen=True)
class Told:
    """A value with all that is known of it, in the page's language; empty is not said."""

    indicator: str
    scope: str
    period: str
    value: str
    status: str = ""
    quote: str = ""
    source: str = ""

    def row(self) -> dict[str, str]:
        """The parts by name, as a row of a chart's data."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


def titles(lang: Lang) -> Mapping[str, str]:
    """What each part of `Told` is called."""
    return {f.name: label("as_of" if f.name == "period" else f.name, lang) for f in fields(Told)}


def told(report: Report, observation: Observation | None, lang: Lang) -> Told | None:
    """What is told of an observation; None where there is no value."""
    o = observation
    if o is None or o.best is None:
        return None
    return Told(
        report.indicator(o.indicator).name[lang],
        capitalised(report.scope(o.scope).name[lang]),
        capitalised(period(o.as_of, lang)),
        observed(o, report.unit(o.unit), lang),
        _status(report, o, lang),
        _quoted(o, lang),
    )


def told_of_reference(report: Report, reference: Reference, lang: Lang) -> Told:
    """What is told of a value that another publication states."""
    return Told(
        reference.name[lang],
        capitalised(reference.place[lang]),
        capitalised(period(reference.period, lang)),
        quantity(reference.value, report.unit(reference.unit), lang),
        source=reference.source_title,
    )


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
