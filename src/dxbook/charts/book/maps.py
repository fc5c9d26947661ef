"""Tile maps of the districts: which have, which lack, and of which the report says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ...model import Lang, Report, Text
from ...parts.figures import quote_address
from ...parts.html import quoted
from ...parts.labels import label
from ...parts.tables import Cell
from ...wording.findings import listed
from ...wording.findings_of_counts import places_standing
from ...wording.phrases import capitalised
from ...words import written
from ..drawing import Drawing, drawn
from ..kinds import tiles
from ..states import DISTRICT, SAID, SAID_OF_ALL, STATES, State, Stated, states

#: How a tile looks.
LOOKS: dict[State, str] = {"has": "full", "lacks": "open", "unstated": "unknown"}


@drawn("loudspeaker_map")
def loudspeaker_map(report: Report, lang: Lang, page: str) -> Drawing:
    """In which districts are all loudspeaker stations ICT-based?"""
    return _map(report, lang, "loudspeaker_map", "full_loudspeakers", all_of=True)


@drawn("portal_map")
def portal_map(report: Report, lang: Lang, page: str) -> Drawing:
    """In which districts has every commune a web page?"""
    return _map(report, lang, "portal_map", "commune_portals", all_of=True)


@drawn("training_map")
def training_map(report: Report, lang: Lang, page: str) -> Drawing:
    """Which districts trained their staff on their own initiative?"""
    return _map(report, lang, "training_map", "staff_training")


def _map(
    report: Report, lang: Lang, name: str, indicator_id: str, *, all_of: bool = False
) -> Drawing:
    words = SAID_OF_ALL if all_of else SAID
    indicator = report.indicator(indicator_id)
    found = states(report, indicator_id)
    count = {state: sum(1 for s in found if s.state == state) for state in STATES}
    title = places_standing(
        indicator.name[lang],
        count["has"],
        count["lacks"],
        count["unstated"],
        lang,
        all_of=all_of,
    )
    if not found:
        title = written("There are no districts in {year}, and so no map", year=report.year)[lang]
    said = [
        f"{capitalised(words[state][lang])}: "
        + listed([s.place.name[lang] for s in found if s.state == state], lang)
        for state in STATES
        if count[state]
    ]
    named = bool(count["has"] or count["lacks"])
    notes = (_how_to_read(found, lang, all_of=all_of), _others(report, indicator_id, lang))
    return Drawing(
        id=name,
        title=title,
        subtitle=_subtitle(report, lang, tiles=named),
        alternative=f"{title}. {'; '.join(said)}.".replace(". .", "."),
        columns=(label("place", lang), label("status", lang), label("says", lang)),
        rows=[_cells(report, s, words, lang) for s in found],
        draw=tiles(map_of) if named and (map_of := _tiles(found, words, lang)) else None,
        note=" ".join(filter(None, notes)),
    )


def _tiles(
    found: Sequence[Stated], words: dict[State, Text], lang: Lang
) -> list[dict[str, object]]:
    """A tile for each district that has a place on the map."""
    return [
        {
            "name": s.place.short,
            "row": s.place.tile[0],
            "column": s.place.tile[1],
            "said": words[s.state][lang],
            "look": LOOKS[s.state],
        }
        for s in found
        if s.place.tile is not None
    ]


def _subtitle(report: Report, lang: Lang, *, tiles: bool) -> str:
    whose = written("Districts, {year}", year=report.year)[lang]
    if not tiles:
        return whose
    how = written("one tile is one district, about where it lies")
    return f"{whose}; {how[lang]}"


def _cells(
    report: Report, stated: Stated, words: dict[State, Text], lang: Lang
) -> tuple[Cell, ...]:
    says: Cell = label("not_stated", lang)
    if stated.standing is not None:
        quote = stated.standing.quote
        says = Markup('<a href="{}">{}</a>').format(
            quote_address(report, quote), quoted(quote.text, lang)
        )
    elif stated.state != "unstated":
        says = written("not on the closed list")[lang]
    return stated.place.name[lang], words[stated.state][lang], says


def _how_to_read(found: list[Stated], lang: Lang, *, all_of: bool) -> str:
    named = [s for s in found if s.standing is not None]
    if not named:
        return ""
    if any(s.state == "unstated" for s in found):
        return written("The report’s list is open: a district not named is unknown, not without.")[
            lang
        ]
    if all_of:
        return written(
            "The report’s list is closed: a district not named does not have all yet; it "
            "may have some."
        )[lang]
    return written("The report’s list is closed: a district not named is without.")[lang]


def _others(report: Report, indicator: str, lang: Lang) -> str:
    """Whom else the same list names."""
    places = {p.id for p in report.places(DISTRICT)}
    others = [
        report.place(s.place).name[lang]
        for s in report.standings(indicator)
        if s.place not in places and s.standing == "has"
    ]
    if not others:
        return ""
    return written("The report also names {others}.", others=lambda lang: listed(others, lang))[
        lang
    ]
