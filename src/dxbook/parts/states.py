"""What may be said of every district: which have, which lack, and of which the report is silent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..model import Indicator, Place, Report, Standing, Text
from ..words import written, written_in

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
