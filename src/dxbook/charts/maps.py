"""Tile maps of the districts: which have, which lack, and of which the report says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from ..model import Indicator, Lang, Place, Report, Standing, Text
from ..parts import palette
from ..parts.figures import quote_address
from ..parts.html import quoted
from ..parts.labels import label
from ..parts.tables import Cell
from ..wording.findings import listed
from ..wording.findings_of_counts import places_standing
from ..wording.lettering import width_of, wrapped
from ..wording.phrases import capitalised
from ..words import written, written_in
from .canvas import PHONE, Box, Mark, Picture, Words, leading, lines_of, picture, text_size
from .drawing import Drawing, drawn
from .sentence import sentence_picture
from .values import table_of

State = Literal["has", "lacks", "unstated"]
STATES: tuple[State, ...] = ("has", "lacks", "unstated")
SAID: dict[State, Text] = {
    "has": written("yes"),
    "lacks": written("not yet"),
    "unstated": written_in("in a legend", "not stated"),
}
#: The same for having all of something: without it, a place may still have some.
SAID_OF_ALL: dict[State, Text] = SAID | {"lacks": written("not all yet")}
DISTRICT = "district"


def said_of(indicator: Indicator) -> dict[State, Text]:
    """The words for an indicator: one measured over districts is about all communes of each."""
    return SAID_OF_ALL if indicator.scopes == ("districts",) else SAID


@dataclass(frozen=True)
class Stated:
    """A place with what may be said of it, and the sentence that says so."""

    place: Place
    state: State
    standing: Standing | None


def states(report: Report, indicator: str) -> list[Stated]:
    """What may be said of every district of the year.

    On a closed list silence means the other; on an open one it means not stated.
    """
    standings = {s.place: s for s in report.standings(indicator)}
    districts = report.places(DISTRICT)
    listed_ones = [standings[p.id] for p in districts if p.id in standings]
    silence: State = "unstated"
    if listed_ones and all(s.closed for s in listed_ones):
        sides = {s.standing for s in listed_ones}
        if len(sides) == 1:
            silence = "lacks" if sides == {"has"} else "has"
    return [Stated(p, s.standing if (s := standings.get(p.id)) else silence, s) for p in districts]


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
    return Drawing(
        id=name,
        title=title,
        subtitle=_subtitle(report, lang, tiles=bool(count["has"] or count["lacks"])),
        alternative=f"{title}. {'; '.join(said)}.".replace(". .", "."),
        table=table_of(
            name,
            title,
            (label("place", lang), label("status", lang), label("says", lang)),
            (_cells(report, s, words, lang) for s in found),
        ),
        draw=lambda width: _tiles(found, count, words, lang, title, width),
        note=" ".join(
            filter(
                None,
                (_how_to_read(found, lang, all_of=all_of), _others(report, indicator_id, lang)),
            )
        ),
    )


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


def _tiles(
    found: Sequence[Stated],
    count: dict[State, int],
    words: dict[State, Text],
    lang: Lang,
    nothing: str,
    width: int,
) -> Picture:
    placed = [s for s in found if s.place.tile is not None]
    if not placed or not (count["has"] or count["lacks"]):
        return sentence_picture(nothing, width)
    size = text_size(width)
    columns = 1 + max(s.place.tile[1] for s in placed if s.place.tile)
    tile = min(126.0, (width + 4) / columns)
    high = leading(size) * (3 if width < PHONE else 2) + 20
    marks: list[Mark] = []
    top = _key(count, words, lang, width, size, marks)
    bottom = top
    for stated in placed:
        row, column = stated.place.tile or (0, 0)
        box = (column * tile, top + row * (high + 4), tile - 4, high)
        marks += _tile(stated, words[stated.state][lang], box, size)
        bottom = max(bottom, box[1] + high)
    return picture(width, round(bottom + 4), marks)


def _look(x: float, y: float, x2: float, y2: float, state: State) -> Box:
    match state:
        case "has":
            return Box(x, y, x2, y2, palette.BLUE, palette.BLUE)
        case "lacks":
            return Box(x, y, x2, y2, None, palette.BLUE)
        case "unstated":
            return Box(x, y, x2, y2, palette.GRID, palette.GREY, dashed=True)


def _tile(
    stated: Stated, said: str, box: tuple[float, float, float, float], size: float
) -> list[Mark]:
    x, y, wide, high = box
    step = leading(size)
    ink = palette.PAPER if stated.state == "has" else palette.INK
    name = wrapped(stated.place.short, wide - 8, size, bold=True)
    lines = [*name, said]
    first = y + high / 2 - step * (len(lines) - 1) / 2
    marks: list[Mark] = [_look(x + 1, y + 1, x + wide - 1, y + high - 1, stated.state)]
    middle = x + wide / 2
    marks += lines_of(name, middle, first, size, align="center", colour=ink, bold=True)
    marks.append(Words(middle, first + step * len(name), lines[-1], size, "center", ink))
    return marks


def _key(
    count: dict[State, int],
    words: dict[State, Text],
    lang: Lang,
    width: float,
    size: float,
    marks: list[Mark],
) -> float:
    x, y = 0.0, leading(size) * 0.7
    for state in STATES:
        if not count[state]:
            continue
        text = f"{words[state][lang]} ({count[state]})"
        wide = 24 + width_of(text, size)
        if x and x + wide > width:
            x, y = 0.0, y + leading(size) + 2
        marks.append(_look(x + 1, y - 7, x + 15, y + 7, state))
        marks.append(Words(x + 23, y, text, size, colour=palette.MUTED))
        x += wide + 14
    return y + leading(size) + 2
