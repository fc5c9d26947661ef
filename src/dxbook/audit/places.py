"""Counts against the number of places, and against the lists that name them."""

from __future__ import annotations

import re
from decimal import Decimal

from ..model import Observation, Scope, Text
from ..words import written
from .denominators import counts_units
from .examples import Example, Says
from .facts import Facts
from .registry import Fault, Held, Noticed, rule
from .sentences import Parts, evidence, label, plain, sentence

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


@rule(
    "more-than-places",
    "error",
    written("More units than there are"),
    written("No more districts or communes can have done something than the province has."),
    Example("11 đơn vị cấp huyện", (Says("approved", "11", "districts"),)),
)
def more_than_places(facts: Facts) -> Noticed:
    """A count of units is not greater than the number of places of its scope."""
    for o, value in facts.counts():
        most = places_of(facts, facts.scope(o))
        if most is None or o.scope == "province" or not _counts_places(facts, o):
            continue
        words: Parts = {"what": label(facts.report, o), "n": value, "most": Decimal(most)}
        if value <= most:
            message = sentence("{what}: {n} of {most} units.", **words)
            yield Held(o.key, message)
            continue
        message = sentence("{what}: {n} units, but there are only {most}.", **words)
        yield Fault(o, evidence(value, Decimal(most)), message, _which_units(facts, o))


def _which_units(facts: Facts, o: Observation) -> Text:
    return sentence("Please send the list of units behind {what}.", what=label(facts.report, o))


@rule(
    "denominator-and-places",
    "warning",
    written("Denominator that is not the number of places"),
    written(
        "A share of communes, of districts or of commune stations is usually of all of "
        "that year; a denominator that is near but not the same may be another year’s."
    ),
    Example(
        "84/126 xã (66,7%)",
        (Says("teams", "66.7", "communes", numerator="84", denominator="126"),),
    ),
)
def denominator_and_places(facts: Facts) -> Noticed:
    """The denominator of a share of places is the number of places."""
    for o, _ in facts.shares():
        places = places_of(facts, facts.scope(o))
        if o.denominator is None or not places or places < 2:
            continue
        near = places / 2 <= o.denominator <= places * 2
        told = facts.indicator(o).share_of
        if told or not near or not (counts_units(facts, o) or _fraction_of_places(facts, o)):
            continue
        words: Parts = {
            "what": label(facts.report, o),
            "d": o.denominator,
            "places": Decimal(places),
        }
        if o.denominator == places:
            message = sentence(
                "{what}: the denominator {d} is the number of places of the scope.", **words
            )
            yield Held(o.key, message)
            continue
        message = sentence(
            "{what}: the denominator is {d}, but the scope has {places} places.", **words
        )
        question = sentence(
            "{what}: of which year and which units is the denominator {d}?", **words
        )
        resting = evidence(o.denominator, Decimal(places))
        yield Fault(o, resting, message, question, "denominator")


def _fraction_of_places(facts: Facts, o: Observation) -> bool:
    """Whether the share is written as a fraction of things that each place has: "144/225 … xã"."""
    fractions = [t for t in facts.quoted(o) if t.kind == "fraction" and facts.states_part(t, o)]
    text = facts.text_of(o)
    names = {"communes": "xã", "districts": "huyện"}
    name = names.get(o.scope, facts.scope(o).short["vi"])
    return any(name in text[t.end : t.end + 60] for t in fractions)


@rule(
    "count-and-list",
    "error",
    written("Count that differs from its list"),
    written(
        "Where a source gives a number of units and then names them all (“04 units: …”), "
        "there are as many names as the number says."
    ),
    Example(
        "03 đơn vị là: A, B",
        (Says("approved", "3", "districts"),),
        lists=(("approved", "a"), ("approved", "b")),
    ),
)
def count_and_list(facts: Facts) -> Noticed:
    """A count is the number of places of its closed list."""
    for o, value in facts.counts():
        if o.quote is None:
            continue
        listed = [
            s
            for s in facts.current.standings
            if s.indicator == o.indicator
            and s.closed
            and s.quote.start <= o.quote.start
            and o.quote.end <= s.quote.end
        ]
        if not listed:
            continue
        names = ", ".join(facts.report.catalogue.places[s.place].short for s in listed)
        words: Parts = {"what": label(facts.report, o), "n": value, "names": names}
        if value == len(listed):
            message = sentence("{what}: {n}, and {n} names ({names}).", **words)
            yield Held(o.key, message)
            continue
        message = sentence(
            "{what}: {n} is reported, but {m} are named ({names}).", **words, m=len(listed)
        )
        yield Fault(o, evidence(value, Decimal(len(listed))), message, _which_units(facts, o))


@rule(
    "points-and-meetings",
    "note",
    written("Connection points too few for the meetings"),
    written(
        "An online meeting has at least two connection points, and one of three levels "
        "may reach every district and commune; where the total falls short, ask how "
        "points are counted."
    ),
    Example(
        "30 cuộc họp (29 cấp tỉnh, 1 họp tỉnh - huyện - xã) với 120 điểm cầu",
        (
            Says("meetings", "30", quote="30 cuộc họp"),
            Says("meetings_all", "1", quote="1 họp tỉnh - huyện - xã"),
            Says("points", "120", quote="120 điểm cầu"),
        ),
    ),
)
def points_and_meetings(facts: Facts) -> Noticed:
    """The connection points are enough for the meetings, the widest ones at full attendance."""
    of_unit = {unit: [o for o, _ in facts.counts() if o.unit == unit]
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
        all_levels = sum((m.best for m in widest if m.best is not None), Decimal(0))
        others = 2 * (wholes[0].best - all_levels)
        words: Parts = {
            "points": points.best, "meetings": wholes[0].best, "wide": all_levels,
            "reach": reach, "others": others, "full": all_levels * reach,
        }  # fmt: skip
        if points.best >= all_levels * reach + others:
            message = sentence(
                "{points} connection points are enough for {meetings} meetings, {wide} "
                "of them of three levels.",
                **words,
            )
            yield Held(points.key, message)
            continue
        message = sentence(
            "{points} connection points for {meetings} meetings: the {wide} of three "
            "levels, at {reach} places each, alone make {full}; the others at least "
            "{others}. It is not clear how connection points are counted.",
            **words,
        )
        question = sentence(
            "How are connection points counted: for each meeting, or each point once?"
        )
        resting = evidence(
            points.best, wholes[0].best, *(plain(m.best or Decimal(0)) for m in widest)
        )
        yield Fault(points, resting, message, question)
