"""Where the province stands among the provinces."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from ..model import Lang, Reference, Report
from ..parts import palette
from ..parts.labels import label
from ..parts.tables import Cell
from ..wording.findings_of_counts import rank_moved
from ..wording.numbers import quantity
from ..words import written
from .drawing import Drawing, drawn
from .slopes import Moment, Series, slopes_picture
from .told import told_of_reference
from .values import table_of


def ranks(report: Report) -> list[Reference]:
    """The ranks up to the edition's year, oldest first."""
    found = [r for r in report.references() if report.unit(r.unit).kind == "rank"]
    return sorted((r for r in found if _year(r) <= report.year), key=_year)


def _year(reference: Reference) -> int:
    return int(reference.period[:4])


@drawn("dti_rank")
def dti_rank(report: Report, lang: Lang, page: str) -> Drawing:
    """How does the province rank in the national index? A lower number is better."""
    found = ranks(report)
    said = [quantity(r.value, report.unit(r.unit), lang) for r in found]
    title = written("There is no rank of the province up to {year}", year=report.year)[lang]
    name = place = ""
    if found:
        last = found[-1]
        name, place = last.name[lang], last.place[lang]
        title = f"{place}: {said[-1]}, {_year(last)}"
        if len(found) > 1:
            change = int(last.value - found[-2].value)
            title = rank_moved(name, place, said[-2], said[-1], change, lang)
    moments = tuple(
        Moment(_year(r), r.value, words, told=told_of_reference(report, r, lang))
        for r, words in zip(found, said, strict=True)
    )
    lowest = max((r.value for r in found), default=Decimal(1)) + 5
    series = [Series(place, moments, palette.BLUE)] if found else []
    better = written("a lower rank is better")[lang]
    known = "; ".join(f"{m.year}: {m.label}" for m in moments)
    return Drawing(
        id="dti_rank",
        title=title,
        subtitle=f"{name}; {better}" if name else better,
        alternative=f"{title}. {known}. {better.capitalize()}." if known else f"{title}.",
        table=table_of(
            "dti_rank",
            title,
            (written("Year")[lang], label("value", lang), label("source", lang)),
            (_cells(r, words) for r, words in zip(found, said, strict=True)),
        ),
        draw=lambda width: slopes_picture(
            series, width, lowest, Decimal(1), nothing=title, height=190
        ),
        note=found[-1].note[lang] if found else "",
        source=_sources(found),
    )


def _cells(reference: Reference, words: str) -> tuple[Cell, ...]:
    return str(_year(reference)), words, _source(reference)


def _source(reference: Reference) -> Markup:
    return Markup('<a href="{}" rel="noopener">{}</a>').format(
        reference.url, reference.source_title
    )


def _sources(found: list[Reference]) -> Markup:
    """Every source once; one whose title names another stands for both."""
    titles = [r.source_title for r in found]
    kept = [
        r
        for n, r in enumerate(found)
        if not any(r.source_title in title for title in titles[n + 1 :])
    ]
    return Markup("; ").join(_source(r) for r in kept)
