"""The districts: what the report says of each, what it says of all, and of which it says nothing.

The block of a district lies between `<!--dx-page ID-->` and `<!--/dx-page-->`. A staged book makes
a page of each (`dxbook.site.own_pages`); elsewhere they stand on the page together.
"""

from __future__ import annotations

from markupsafe import Markup

from ..charts.maps import DISTRICT, Stated, said_of, states
from ..model import Indicator, Lang, Place, Report, Text
from ..parts.figures import quote_address, shown
from ..parts.html import Html, quoted, render
from ..parts.labels import label
from ..parts.tables import Cell, Table, indicator_link
from ..wording.phrases import capitalised
from ..words import written

#: Whom a share of 100% must be over to hold of every district: its office, or its communes.
_EVERYWHERE = frozenset({"districts", "agencies-districts", "all-agencies", "communes"})
_WORDS: dict[str, Text] = {
    "matrix": written("Which districts the report names"),
    "said": written("What the report says of {} by name"),
    "list": written("List"),
    "all": written("True of every district"),
    "lead": written("{} in the report of {}: named in {} of the {} lists that name districts."),
    "unknown": written(
        "Beyond this, the book knows nothing of {} alone: the report has no figure for a "
        "single district, and figures of the whole province or of all districts cannot "
        "be divided."
    ),
    "where": written("About where {} lies in the province"),
}


def districts(report: Report, lang: Lang) -> Html:
    """Every district against every list that names some of them."""
    places = report.places(DISTRICT)
    if not places:
        return _none(lang)
    named = _lists(report)
    said = {indicator.id: _by_place(report, indicator) for indicator in named}
    rows = tuple(
        (
            Markup('<a href="#{}">{}</a>').format(page_of(place), _title(place, lang)),
            *(
                _matrix_cell(report, indicator, said[indicator.id][place.id], lang)
                for indicator in named
            ),
        )
        for place in places
    )
    columns = (label("place", lang), *(indicator.name[lang] for indicator in named))
    return Table("districts-named", _WORDS["matrix"][lang], columns, rows).html(lang)


def district_pages(report: Report, lang: Lang) -> Html:
    """A block for each district, of which a staged book makes a page of its own."""
    places = report.places(DISTRICT)
    if not places:
        return _none(lang)
    links = Markup("\n").join(
        Markup('<li><a href="#{}">{}</a></li>').format(page_of(place), _title(place, lang))
        for place in places
    )
    blocks = Markup("\n").join(_block(report, place, lang) for place in places)
    return Html(Markup('<ul class="dx-places">\n{}\n</ul>\n{}').format(links, blocks))


def true_of_all(report: Report, lang: Lang) -> Html:
    """What the report says of every district at once."""
    if not report.places(DISTRICT):
        return _none(lang)
    return Html(Markup("<ul>\n{}\n</ul>").format(_everywhere(report, lang)))


def page_of(place: Place) -> str:
    """The page, and the anchor, of a district."""
    return f"district-{place.id}"


def _none(lang: Lang) -> Html:
    return Html(Markup('<p class="dx-note">{}</p>').format(label("no_districts", lang)))


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


def _block(report: Report, place: Place, lang: Lang) -> Markup:
    named = _lists(report)
    stated = [(indicator, _by_place(report, indicator)[place.id]) for indicator in named]
    times = sum(1 for _, each in stated if each.standing is not None)
    table = Table(
        f"{page_of(place)}-said",
        _WORDS["said"][lang].format(place.name[lang]),
        (
            label("indicator", lang),
            label("status", lang),
            label("says", lang),
            _WORDS["list"][lang],
        ),
        tuple(_row(report, indicator, each, lang) for indicator, each in stated),
    )
    return render(
        "district.html",
        id=page_of(place),
        title=_title(place, lang),
        lead=_WORDS["lead"][lang].format(_title(place, lang), report.year, times, len(named)),
        map=_tile_map(report, place, lang),
        table=table.markup(lang),
        all_name=_WORDS["all"][lang],
        all=_everywhere(report, lang),
        unknown=_WORDS["unknown"][lang].format(place.name[lang]),
    )


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
        capitalised(label("closed_list" if closed else "open_list", lang)),
    )


def _everywhere(report: Report, lang: Lang) -> Markup:
    return Markup("\n").join(
        Markup("<li>{} ({}): {}</li>").format(
            indicator_link(report.indicator(o.indicator), lang),
            report.scope(o.scope).short[lang],
            shown(report, o, lang),
        )
        for o in report.complete()
        if o.scope in _EVERYWHERE
    )


def _tile_map(report: Report, place: Place, lang: Lang) -> Markup:
    """A tile for each district, this one filled."""
    tiles = [(p, p.tile) for p in report.places(DISTRICT) if p.tile is not None]
    if place.tile is None:
        return Markup("")
    squares = Markup("").join(
        Markup('<rect{} x="{}" y="{}" width="20" height="20" rx="2"/>').format(
            Markup(' class="dx-here"') if p.id == place.id else "", 22 * column, 22 * row
        )
        for p, (row, column) in tiles
    )
    width = 22 * (1 + max(column for _, (_, column) in tiles))
    height = 22 * (1 + max(row for _, (row, _) in tiles))
    return Markup(
        '<svg class="dx-place-map" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>'
    ).format(_WORDS["where"][lang].format(place.name[lang]), width, height, squares)
