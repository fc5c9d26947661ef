"""Counts against the number of places, and against the lists that name them."""

from __future__ import annotations

import re
from decimal import Decimal

from ...model import Observation, Scope
from ...words import written
from ..examples import Example, Says
from ..facts import Facts
from ..registry import Checked, Noticed, Rule
from ..sentences import plain
from .denominators import counts_units

_THREE_LEVELS = re.compile(r"tỉnh\s*[-–,]\s*huyện\s*[-–,]\s*xã", re.IGNORECASE)


def places_of(facts: Facts, scope: Scope) -> int | None:
    """How many places a scope has; a joint scope has those of its members, if all are known."""
    if scope.places is not None or not scope.members:
        return scope.places
    members = [facts.report.catalogue.scopes[id].places for id in scope.members]
    known = [n for n in members if n is not None]
    return sum(known) if len(known) == len(members) else None


def _counts_places(facts: Facts, o: Observation) -> bool:
    unit = facts.unit(o)
    return unit.kind == "count" and (unit.id == o.scope or unit.name["vi"] == "đơn vị")


_ASK = written("Please send the list of units behind {what}.")


@Rule(
    "more-than-places",
    "error",
    title=written("More units than there are"),
    explanation=written(
        "No more districts or communes can have done something than the province has."
    ),
    fault=written("{what}: {n} units, but there are only {most}."),
    ask=_ASK,
    holds=written("{what}: {n} of {most} units."),
    broken=Example("11 đơn vị cấp huyện", Says("approved", "11", "districts")),
    mended=Example("10 đơn vị cấp huyện", Says("approved", "10", "districts")),
)
def more_than_places(facts: Facts) -> Noticed:
    """A count of units is not greater than the number of places of its scope."""
    for o, value in facts.counts:
        places = places_of(facts, facts.scope(o))
        if places is not None and o.scope != "province" and _counts_places(facts, o):
            most = Decimal(places)
            yield Checked(o, value <= most, value, most, n=value, most=most)


@Rule(
    "denominator-and-places",
    "warning",
    title=written("Denominator that is not the number of places"),
    explanation=written(
        "A share of communes, of districts or of commune stations is usually of all of "
        "that year; a denominator that is near but not the same may be another year’s."
    ),
    fault=written("{what}: the denominator is {d}, but the scope has {places} places."),
    ask=written("{what}: of which year and which units is the denominator {d}?"),
    holds=written("{what}: the denominator {d} is the number of places of the scope."),
    broken=Example(
        "84/126 xã (66,7%)", Says("teams", "66.7", "communes", numerator="84", denominator="126")
    ),
    mended=Example(
        "84/120 xã (70%)", Says("teams", "70", "communes", numerator="84", denominator="120")
    ),
)
def denominator_and_places(facts: Facts) -> Noticed:
    """The denominator of a share of places is the number of places."""
    for o, _ in facts.shares:
        known, d = places_of(facts, facts.scope(o)), o.denominator
        if d is None or not known or known < 2 or facts.indicator(o).share_of:
            continue
        places = Decimal(known)
        near = places / 2 <= d <= places * 2
        if near and (counts_units(facts, o) or _fraction_of_places(facts, o)):
            yield Checked(o, d == places, d, places, column="denominator", d=d, places=places)


def _fraction_of_places(facts: Facts, o: Observation) -> bool:
    """Whether the share is written as a fraction of things that each place has: "144/225 … xã"."""
    fractions = [t for t in facts.quoted(o) if t.kind == "fraction" and facts.states_part(t, o)]
    text = facts.text_of(o)
    names = {"communes": "xã", "districts": "huyện"}
    name = names.get(o.scope, facts.scope(o).short["vi"])
    return any(name in text[t.end : t.end + 60] for t in fractions)


def _approved(text: str, value: str) -> Example:
    """So many districts, and the two that are named."""
    named = (("approved", "a"), ("approved", "b"))
    return Example(text, Says("approved", value, "districts"), lists=named)


@Rule(
    "count-and-list",
    "error",
    title=written("Count that differs from its list"),
    explanation=written(
        "Where a source gives a number of units and then names them all (“04 units: …”), "
        "there are as many names as the number says."
    ),
    fault=written("{what}: {n} is reported, but {m} are named ({names})."),
    ask=_ASK,
    holds=written("{what}: {n}, and {n} names ({names})."),
    broken=_approved("03 đơn vị là: A, B", "3"),
    mended=_approved("02 đơn vị là: A, B", "2"),
)
def count_and_list(facts: Facts) -> Noticed:
    """A count is the number of places of its closed list."""
    for o, value in facts.counts:
        lists = (s for s in facts.current.standings if s.closed and s.indicator == o.indicator)
        listed = [s for s in lists if o.quote and s.quote.spans(o.quote.start, o.quote.end)]
        if listed:
            named = Decimal(len(listed))
            names = ", ".join(facts.report.catalogue.places[s.place].short for s in listed)
            yield Checked(o, value == named, value, named, n=value, m=len(listed), names=names)


def _thirty_meetings(points: str) -> Example:
    """Thirty meetings, one of three levels, and so many connection points."""
    return Example(
        f"30 cuộc họp (29 cấp tỉnh, 1 họp tỉnh - huyện - xã) với {points} điểm cầu",
        Says("meetings", "30", quote="30 cuộc họp"),
        Says("meetings_all", "1", quote="1 họp tỉnh - huyện - xã"),
        Says("points", points, quote=f"{points} điểm cầu"),
    )


@Rule(
    "points-and-meetings",
    "note",
    title=written("Connection points too few for the meetings"),
    explanation=written(
        "An online meeting has at least two connection points, and one of three levels "
        "may reach every district and commune; where the total falls short, ask how "
        "points are counted."
    ),
    fault=written(
        "{points} connection points for {meetings} meetings: the {wide} of three "
        "levels, at {reach} places each, alone make {full}; the others at least "
        "{others}. It is not clear how connection points are counted."
    ),
    ask=written("How are connection points counted: for each meeting, or each point once?"),
    holds=written(
        "{points} connection points are enough for {meetings} meetings, {wide} "
        "of them of three levels."
    ),
    broken=_thirty_meetings("120"),
    mended=_thirty_meetings("220"),
)
def points_and_meetings(facts: Facts) -> Noticed:
    """The connection points are enough for the meetings, the widest ones at full attendance."""
    of_unit = {unit: [o for o, _ in facts.counts if o.unit == unit]
               for unit in ("connection-points", "meetings")}  # fmt: skip
    scopes = [facts.report.catalogue.scopes.get(id) for id in ("province", "districts", "communes")]
    reach = Decimal(sum(s.places or 0 for s in scopes if s is not None))
    for points in of_unit["connection-points"]:
        wholes = [m for m in of_unit["meetings"] if not facts.indicator(m).part_of]
        widest = [
            m for m in of_unit["meetings"] if _THREE_LEVELS.search(m.quote.text if m.quote else "")
        ]
        if len(wholes) != 1 or points.best is None or wholes[0].best is None:
            continue
        meetings = wholes[0].best
        wide = sum((m.best for m in widest if m.best is not None), Decimal(0))
        of_widest = [plain(m.best or Decimal(0)) for m in widest]
        full, others = wide * reach, 2 * (meetings - wide)
        yield Checked(
            points,
            points.best >= full + others,
            points.best,
            meetings,
            *of_widest,
            points=points.best,
            meetings=meetings,
            wide=wide,
            reach=reach,
            full=full,
            others=others,
        )
