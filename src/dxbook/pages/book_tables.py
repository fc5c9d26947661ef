"""Tables about the whole book: its source, targets, derived values, references, places named."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from urllib.parse import urlsplit

from markupsafe import Markup

from ..audit import trace_source
from ..model import Lang, Reference, Report, Target
from ..parts import (
    Cell,
    Html,
    Table,
    indicator_link,
    label,
    render,
    shown,
    sum_in_words,
    target_columns,
    target_rows,
)
from ..wording import VERDICT, number, period, quantity
from ..words import written

TargetTest = Callable[[Target], bool]


def targets_of_year(report: Report, which: TargetTest, id: str, caption: str, lang: Lang) -> Table:
    """The targets of all indicators that a condition picks."""
    rows = [
        row
        for indicator in report.indicators()
        for row in target_rows(
            report, indicator, [t for t in report.targets(indicator.id) if which(t)], lang
        )
    ]
    return Table(id, caption, target_columns(lang), tuple(rows))


def about_source(report: Report, lang: Lang) -> Html:
    """Who published the year's source and where, its fingerprint, and how its numbers ended."""
    source = report.everything().source()
    if source is None:
        return Html(Markup('<p class="dx-note">{}</p>').format(label("not_stated", lang)))
    trace = trace_source(report)
    link: Cell = source.url
    if source.url.startswith("https://"):
        link = Markup('<a href="{0}" rel="noopener">{0}</a>').format(source.url)
    retrieved = written("not recorded")[lang]
    if source.retrieved_on:
        retrieved = period(source.retrieved_on, lang)
    rows = (
        (written("Title"), source.title[lang]),
        (written("Published by"), source.publisher[lang]),
        (written("Address"), link),
        (written("Retrieved"), retrieved),
        (written("Numbers in it"), number(Decimal(len(trace.fates)), lang)),
        (written("Traced"), number(Decimal(len(trace.of("stated", "shared"))), lang)),
        (written("Set aside"), number(Decimal(len(trace.of("set-aside"))), lang)),
    )
    digest = ("SHA-256", Markup("<code>{}</code>").format(source.sha256))
    named = [*((name[lang], value) for name, value in rows), digest]
    return Html(render("about_source.html", rows=named))


def derived_table(report: Report, lang: Lang) -> Table:
    """What the source lets one derive about the year before, with the sums."""
    before = report.year - 1
    rows: list[tuple[Cell, ...]] = []
    for indicator in report.indicators():
        for scope in indicator.scopes:
            o = report.observation(indicator.id, scope, "level", before)
            if o is not None and o.status == "derived":
                rows.append(
                    (
                        indicator_link(indicator, lang),
                        report.scope(scope).short[lang],
                        shown(report, o, lang),
                        sum_in_words(o.note, lang),
                    )
                )
    caption = written("Values of {before}, derived", before=before)[lang]
    sum_name = written("Sum")[lang]
    columns = (label("indicator", lang), label("scope", lang), str(before), sum_name)
    return Table("derived", caption, columns, tuple(rows))


def references_table(report: Report, pillar: str | None, lang: Lang) -> Table:
    """National values of about the same time, beside the province's."""
    ids = {i.id for i in report.indicators(pillar)}
    rows = [
        _reference_row(report, r, lang)
        for r in report.references()
        if (r.indicator in ids if pillar else not r.indicator or r.indicator in ids)
    ]
    caption = written("Values for context")[lang]
    columns = (
        label("indicator", lang),
        written("Where and when")[lang],
        label("value", lang),
        written("The province’s value")[lang],
        written("Note")[lang],
        label("source", lang),
    )
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
