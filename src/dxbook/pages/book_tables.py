"""Tables about the whole book: its source, targets, derived values, references, places named."""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import urlsplit

from markupsafe import Markup

from ..audit import trace_source
from ..model import Lang, Reference, Report
from ..parts import Cell, Html, Table, heads, indicator_link, label, render, shown, sum_in_words
from ..wording import VERDICT, number, period, quantity
from ..words import written


def about_source(report: Report, lang: Lang) -> Html:
    """Who published the year's source and where, its fingerprint, and how its numbers ended."""
    source = report.everything().source()
    if source is None:
        return Html(Markup('<p class="dx-note">{}</p>').format(label("not_stated", lang)))
    trace = trace_source(report)
    fates = (trace.fates, trace.of("stated", "shared"), trace.of("set-aside"))
    return Html(
        render(
            "about_source.html",
            source=source,
            retrieved=source.retrieved_on and period(source.retrieved_on, lang),
            counts=[number(Decimal(len(each)), lang) for each in fates],
            lang=lang,
        )
    )


def derived_table(report: Report, lang: Lang) -> Table:
    """What the source lets one derive about the year before, with the sums."""
    before = report.year - 1
    rows = tuple(
        (
            indicator_link(indicator, lang),
            report.scope(scope).short[lang],
            shown(report, o, lang),
            sum_in_words(o.note, lang),
        )
        for indicator in report.indicators()
        for scope in indicator.scopes
        if (o := report.observation(indicator.id, scope, "level", before)) is not None
        and o.status == "derived"
    )
    caption = written("Values of {before}, derived", before=before)[lang]
    columns = (*heads(lang, "indicator", "scope"), str(before), written("Sum")[lang])
    return Table("derived", caption, columns, rows)


def references_table(report: Report, pillar: str | None, lang: Lang) -> Table:
    """National values of about the same time, beside the province's."""
    ids = {i.id for i in report.indicators(pillar)}
    rows = [
        _reference_row(report, r, lang)
        for r in report.references()
        if (r.indicator in ids if pillar else not r.indicator or r.indicator in ids)
    ]
    caption = written("Values for context")[lang]
    where, own, note = written("Where and when"), written("The province’s value"), written("Note")
    columns = heads(lang, "indicator", where, "value", own, note, "source")
    return Table(f"references-{pillar or 'all'}", caption, columns, tuple(rows))


def _reference_row(report: Report, reference: Reference, lang: Lang) -> tuple[Cell, ...]:
    unit = report.unit(reference.unit)
    if reference.high is not None:
        value = f"{number(reference.value, lang)}–{quantity(reference.high, unit, lang)}"
    else:
        value = quantity(reference.value, unit, lang)
    own: Cell = ""
    if reference.indicator:
        own = VERDICT["related"][lang]
        if reference.same:
            own = shown(report, report.observation(reference.indicator, reference.scope), lang)
    source: Cell = reference.source_title
    if not urlsplit(reference.url).path.strip("/"):
        source = f"{reference.source_title} ({written('no address of the article')[lang]})"
    elif reference.url.startswith(("https://", "http://")):
        source = Markup('<a href="{}" rel="noopener">{}</a>').format(
            reference.url, reference.source_title or reference.url
        )
    where = f"{reference.place[lang]}, {period(reference.period, lang)}"
    return reference.name[lang], where, value, own, reference.note[lang], source


def standings_list(report: Report, indicator: str, lang: Lang) -> Html:
    """The places that the source names for an indicator, and what its silence means."""
    found = report.standings(indicator)
    return Html(
        render(
            "standings.html",
            name=report.indicator(indicator).name[lang],
            places=[(report.place(s.place).name[lang], s) for s in found],
            closed=all(s.closed for s in found),
            lang=lang,
        )
    )
