"""The districts: what the report says of each, what it says of all, and of which it says nothing.

The block of a district lies between `<!--dx-page ID-->` and `<!--/dx-page-->`. A staged book makes
a page of each (`dxbook.site.own_pages`); elsewhere they stand on the page together.
"""

from __future__ import annotations

from markupsafe import Markup

from ..model import Indicator, Lang, Place, Report
from ..parts import (
    DISTRICT,
    Cell,
    Html,
    Stated,
    Table,
    heads,
    indicator_link,
    label,
    quote_address,
    quoted,
    render,
    said_of,
    shown,
    states,
)
from ..wording import capitalised
from ..words import written

#: Whom a share of 100% must be over to hold of every district: its office, or its communes.
_EVERYWHERE = frozenset({"districts", "agencies-districts", "all-agencies", "communes"})
_NONE = written("There is no district level in this year, and so no district to list.")


def districts(report: Report, lang: Lang) -> Html:
    """Every district against every list that names some of them."""
    places = report.places(DISTRICT)
    if not places:
        return _none(lang)
    named = _lists(report)
    said = {indicator.id: _by_place(report, indicator) for indicator in named}
    rows = tuple(
        (
            Markup('<a href="#{}">{}</a>').format(_page_of(place), _title(place, lang)),
            *(
                _matrix_cell(report, indicator, said[indicator.id][place.id], lang)
                for indicator in named
            ),
        )
        for place in places
    )
    columns = (label("place", lang), *(indicator.name[lang] for indicator in named))
    caption = written("Which districts the report names")[lang]
    return Table("districts-named", caption, columns, rows).html(lang)


def district_pages(report: Report, lang: Lang) -> Html:
    """A block for each district, of which a staged book makes a page of its own."""
    places = report.places(DISTRICT)
    if not places:
        return _none(lang)
    lists = _lists(report)
    tiles = [place for place in places if place.tile is not None]
    return Html(
        render(
            "districts.html",
            districts=[_district(report, place, lists, lang) for place in places],
            everywhere=_everywhere(report, lang),
            tiles=tiles,
            rows=max((p.tile[0] + 1 for p in tiles if p.tile), default=0),
            columns=max((p.tile[1] + 1 for p in tiles if p.tile), default=0),
            count=len(lists),
            year=report.year,
            lang=lang,
        )
    )


def true_of_all(report: Report, lang: Lang) -> Html:
    """What the report says of every district at once."""
    if not report.places(DISTRICT):
        return _none(lang)
    return Html(render("everywhere.html", everywhere=_everywhere(report, lang)))


def _page_of(place: Place) -> str:
    """The page, and the anchor, of a district."""
    return f"district-{place.id}"


def _none(lang: Lang) -> Html:
    return Html(Markup('<p class="dx-note">{}</p>').format(_NONE[lang]))


def _title(place: Place, lang: Lang) -> str:
    return capitalised(place.name[lang])


def _lists(report: Report) -> list[Indicator]:
    """The indicators for which the report names at least one district."""
    ids = {place.id for place in report.places(DISTRICT)}
    return [i for i in report.indicators() if any(s.place in ids for s in report.standings(i.id))]


def _by_place(report: Report, indicator: Indicator) -> dict[str, Stated]:
    return {stated.place.id: stated for stated in states(report, indicator.id)}


def _matrix_cell(report: Report, indicator: Indicator, stated: Stated, lang: Lang) -> Cell:
    said = capitalised(said_of(indicator)[stated.state][lang])
    if stated.standing is None:
        return Markup('<span class="dx-scope">{}</span>').format(said)
    return Markup('<a href="{}">{}</a>').format(quote_address(report, stated.standing.quote), said)


def _district(
    report: Report, place: Place, lists: list[Indicator], lang: Lang
) -> dict[str, object]:
    stated = [(indicator, _by_place(report, indicator)[place.id]) for indicator in lists]
    table = Table(
        f"{_page_of(place)}-said",
        written("What the report says of {place} by name", place=place.name)[lang],
        heads(lang, "indicator", "status", "says", written("List")),
        tuple(_row(report, indicator, each, lang) for indicator, each in stated),
    )
    return {
        "id": _page_of(place),
        "place": place,
        "title": _title(place, lang),
        "times": sum(each.standing is not None for _, each in stated),
        "table": table.markup(lang),
    }


def _row(report: Report, indicator: Indicator, stated: Stated, lang: Lang) -> tuple[Cell, ...]:
    says: Cell = label("not_stated", lang)
    if stated.standing is not None:
        quote = stated.standing.quote
        says = Markup('<a href="{}">{}</a>').format(
            quote_address(report, quote), quoted(quote.text, lang)
        )
    elif stated.state != "unstated":
        says = written("not on the closed list")[lang]
    closed = all(s.closed for s in report.standings(indicator.id))
    return (
        indicator_link(indicator, lang),
        capitalised(said_of(indicator)[stated.state][lang]),
        says,
        capitalised((written("closed list") if closed else written("open list"))[lang]),
    )


def _everywhere(report: Report, lang: Lang) -> list[tuple[Markup, str, Markup]]:
    """What holds of every district, with whom it is measured over."""
    return [
        (
            indicator_link(report.indicator(o.indicator), lang),
            report.scope(o.scope).short[lang],
            shown(report, o, lang),
        )
        for o in report.complete()
        if o.scope in _EVERYWHERE
    ]
