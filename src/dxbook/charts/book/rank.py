"""Where the province stands among the provinces: a sentence says it."""

from __future__ import annotations

from markupsafe import Markup

from ...model import Reference, Report
from ...parts.labels import LABELS
from ...wording.findings_of_counts import rank_moved
from ...wording.numbers import quantity
from ...words import written
from ..drawing import Drawing, drawing, drawn
from ..values import Seen, Words


def ranks(report: Report) -> list[Reference]:
    """The ranks up to the edition's year, oldest first."""
    found = [r for r in report.references() if report.unit(r.unit).kind == "rank"]
    return sorted((r for r in found if int(_year(r)) <= report.year), key=_year)


def _year(reference: Reference) -> str:
    return reference.period[:4]


@drawn
def dti_rank(seen: Seen) -> Drawing:
    """How does the province rank in the national index? A lower number is better."""
    found, lang = ranks(seen.report), seen.lang
    said = {r.id: quantity(r.value, seen.report.unit(r.unit), lang) for r in found}
    better = subtitle = seen.say(written("a lower rank is better"))
    title: Words = written("There is no rank of the province up to {year}", year=seen.year)
    if found:
        last = found[-1]
        name, place, now = last.name[lang], last.place[lang], said[last.id]
        title, subtitle = f"{place}: {now}, {_year(last)}", f"{name}; {better}"
    if len(found) > 1:
        change = int(last.value - found[-2].value)
        title = rank_moved(name, place, said[found[-2].id], now, change, lang)
    return drawing(
        seen,
        "dti_rank",
        title,
        subtitle,
        [f"{_year(r)}: {said[r.id]}" for r in found],
        (
            (written("Year"), _year),
            (LABELS["value"], lambda rank: said[rank.id]),
            (LABELS["source"], _source),
        ),
        found,
        notes=[found[-1].note] if found else [],
        after=better.capitalize() if found else "",
        source=_sources(found),
    )


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
