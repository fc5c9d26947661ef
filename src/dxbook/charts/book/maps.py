"""Tile maps of the districts: which have, which lack, and of which the report says nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from ...model import Text
from ...parts import (
    DISTRICT,
    LABELS,
    SAID,
    SAID_OF_ALL,
    STATES,
    Cell,
    State,
    Stated,
    quote_address,
    quoted,
    states,
)
from ...wording import capitalised, places_standing
from ...words import written
from ..drawing import Drawing, drawing, drawn
from ..kinds import tiles
from ..values import Row, Seen, Words

#: How a tile looks.
LOOKS: dict[State, str] = {"has": "full", "lacks": "open", "unstated": "unknown"}


@drawn
def loudspeaker_map(seen: Seen) -> Drawing:
    """In which districts are all loudspeaker stations ICT-based?"""
    return _map(seen, "full_loudspeakers", SAID_OF_ALL)


@drawn
def portal_map(seen: Seen) -> Drawing:
    """In which districts has every commune a web page?"""
    return _map(seen, "commune_portals", SAID_OF_ALL)


@drawn
def training_map(seen: Seen) -> Drawing:
    """Which districts trained their staff on their own initiative?"""
    return _map(seen, "staff_training", SAID)


def _map(seen: Seen, indicator: str, words: Mapping[State, Text]) -> Drawing:
    all_of = words is SAID_OF_ALL
    found = states(seen.report, indicator)
    by_state = {state: [s.place for s in found if s.state == state] for state in STATES}
    has, lacks, unstated = map(len, by_state.values())
    title: Words = written("There are no districts in {year}, and so no map", year=seen.year)
    if found:
        name = seen.say(seen.report.indicator(indicator).name)
        title = places_standing(name, has, lacks, unstated, seen.lang, all_of=all_of)
    subtitle = seen.say(written("Districts, {year}", year=seen.year))
    if has or lacks:
        how = written("one tile is one district, about where it lies")
        subtitle = f"{subtitle}; {seen.say(how)}"
    rows = _tiles(seen, found, words) if has or lacks else []
    return drawing(
        seen,
        title,
        subtitle,
        [
            f"{capitalised(seen.say(words[state]))}: {seen.listed(p.name for p in places)}"
            for state, places in by_state.items()
            if places
        ],
        (
            (LABELS["place"], lambda stated: seen.say(stated.place.name)),
            (LABELS["status"], lambda stated: seen.say(words[stated.state])),
            (LABELS["says"], lambda stated: _says(seen, stated)),
        ),
        found,
        tiles(rows) if rows else None,
        notes=[_how_to_read(found, all_of=all_of), _others(seen, indicator)],
    )


def _tiles(seen: Seen, found: Sequence[Stated], words: Mapping[State, Text]) -> list[Row]:
    """A tile for each district that has a place on the map."""
    return [
        {
            "name": s.place.short,
            "row": s.place.tile[0],
            "column": s.place.tile[1],
            "said": seen.say(words[s.state]),
            "look": LOOKS[s.state],
        }
        for s in found
        if s.place.tile is not None
    ]


def _says(seen: Seen, stated: Stated) -> Cell:
    """The sentence that names a district, or what follows from that none does."""
    if stated.standing is None:
        silent = stated.state == "unstated"
        return seen.say(LABELS["not_stated"] if silent else written("not on the closed list"))
    quote = stated.standing.quote
    address = quote_address(seen.report, quote)
    return Markup('<a href="{}">{}</a>').format(address, quoted(quote.text, seen.lang))


def _how_to_read(found: Sequence[Stated], *, all_of: bool) -> Words:
    if all(s.standing is None for s in found):
        return ""
    if any(s.state == "unstated" for s in found):
        return written("The report’s list is open: a district not named is unknown, not without.")
    if all_of:
        return written(
            "The report’s list is closed: a district not named does not have all yet; it "
            "may have some."
        )
    return written("The report’s list is closed: a district not named is without.")


def _others(seen: Seen, indicator: str) -> Words:
    """Whom else the same list names."""
    places = {p.id for p in seen.report.places(DISTRICT)}
    others = [
        seen.report.place(s.place).name
        for s in seen.report.standings(indicator)
        if s.place not in places and s.standing == "has"
    ]
    if not others:
        return ""
    return written("The report also names {others}.", others=seen.listed(others))
