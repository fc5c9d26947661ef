"""Of how many? Denominators that are not stated, or that no number of places can be."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ...model import Observation, Text
from ...words import NO_TEXT, written
from ..examples import Example, Says
from ..facts import Facts
from ..registry import Checked, Noticed, Rule
from ..sentences import places, sentence
from .shares import HUNDRED, RECOUNT, half_step, made_of

_UNITS = r"(xã|phường|thị trấn|huyện|đơn vị|cơ quan|UBND|sở|ban|ngành)\b"
_COUNTED = re.compile(rf"\s*(các |số |tổng số )*{_UNITS}", re.IGNORECASE)
_COUNTED_FIRST = re.compile(rf"tỷ lệ (các |số )*{_UNITS}", re.IGNORECASE)
_REST = re.compile(r"\bcòn( lại)?( có)?\s*$", re.IGNORECASE)
_WITHOUT = re.compile(r"[^.;]*\b(chưa|không)\b", re.IGNORECASE)


def counts_units(facts: Facts, o: Observation) -> bool:
    """Whether a share is of communes, districts or other units, which can be counted.

    The quote says so: the percentage stands before their name ("93% xã"), or the quote begins
    with it ("Tỷ lệ xã …").
    """
    text = facts.text_of(o)
    quote = o.quote.text if o.quote else ""
    after = any(_COUNTED.match(text[t.end : t.end + 40]) for t in facts.stating(o))
    return after or bool(_COUNTED_FIRST.match(quote))


@Rule(
    "denominator-unstated",
    "note",
    title=written("Share whose denominator is not stated"),
    explanation=written(
        "A share of units, or a share given with a count, implies a denominator; where "
        "the source does not state it, say so and do not guess."
    ),
    fault=written("{what}: {value}%, but the source does not state the denominator.{implied}"),
    ask=written("{what}: {value}% of how many?"),
    broken=Example("450 hồ sơ, đạt 75%", Says("online_share", "75", numerator="450")),
    mended=Example(
        "450 trong 600 hồ sơ, đạt 75%",
        Says("online_share", "75", numerator="450", denominator="600"),
    ),
)
def denominator_unstated(facts: Facts) -> Noticed:
    """A share of units, or with a count, has a denominator."""
    for o, value in facts.shares:
        numerator, denominator = made_of(facts, o)
        if denominator is not None or not 0 < value < HUNDRED:
            continue
        if numerator is None and not counts_units(facts, o):
            continue
        rests_on = (value,) if numerator is None else (value, numerator)
        implied = _implied_denominator(facts, o, value, numerator)
        yield Checked(o, False, *rests_on, column="denominator", value=value, implied=implied)


def _implied_denominator(
    facts: Facts, o: Observation, value: Decimal, numerator: Decimal | None
) -> Text:
    step = half_step(value)
    if numerator is not None:
        least = (HUNDRED * numerator / (value + step)).to_integral_value(ROUND_CEILING)
        most = (HUNDRED * numerator / (value - step)).to_integral_value(ROUND_FLOOR)
        return sentence(
            " From {n}, the denominator is about {least}–{most}.",
            n=numerator,
            least=least,
            most=most,
        )
    whole = facts.scope(o).places
    return sentence(" The scope has {n} units.", n=Decimal(whole)) if whole is not None else NO_TEXT


@Rule(
    "share-of-places",
    "error",
    title=written("Share that no whole number of places gives"),
    explanation=written(
        "With a known number of places a share can take only some values: no number of "
        "10 districts makes 95% (the GRIM test, Brown and Heathers, 2017)."
    ),
    fault=written("{what}: no whole number of {whole} places makes {value}%."),
    ask=RECOUNT,
    holds=written("{what}: {value}% is {shown} of {whole} places."),
    broken=Example("95% huyện đã phê duyệt", Says("teams", "95", "districts")),
    mended=Example("90% huyện đã phê duyệt", Says("teams", "90", "districts")),
)
def share_of_places(facts: Facts) -> Noticed:
    """Some whole number of the scope's places makes the share."""
    for o, value in facts.shares:
        places = facts.scope(o).places
        if not places or places == 1 or o.denominator is not None or not 0 < value < HUNDRED:
            continue
        if o.qualifier or not counts_units(facts, o):
            continue
        whole, step = Decimal(places), half_step(value)
        fitting = [n for n in range(places + 1) if abs(HUNDRED * n / whole - value) <= step]
        shown = "–".join(map(str, dict.fromkeys([*fitting[:1], *fitting[-1:]])))
        yield Checked(o, bool(fitting), value, whole, value=value, whole=whole, shown=shown)


def _teams(share: str) -> Example:
    """So many districts have staff, and two have none."""
    return Example(
        f"{share}% đơn vị đã bố trí cán bộ. Còn 02 đơn vị chưa bố trí",
        Says("teams", share, "districts", quote=f"{share}% đơn vị"),
        Says("lacking", "2", "districts", quote="Còn 02 đơn vị"),
    )


@Rule(
    "share-and-rest",
    "error",
    title=written("Share and remaining units that do not agree"),
    explanation=written(
        "Where a source gives the share that has something and the number of units that "
        "still do not, some total must satisfy both."
    ),
    fault=written("{what}: {value}%, yet {n} units still lack it; no total satisfies both."),
    ask=RECOUNT,
    holds=written("{what}: {value}% with {n} units left is a total of {least} to {top} units."),
    broken=_teams("100"),
    mended=_teams("80"),
)
def share_and_rest(facts: Facts) -> Noticed:
    """A share and the number of units left over allow a total."""
    for rest, count in facts.counts:
        share = _share_before(facts, rest)
        if share is None or share.best is None:
            continue
        value = share.best
        below, step = HUNDRED - value, half_step(value)
        least = HUNDRED * count / (below + step)
        most = HUNDRED * count / (below - step) if below > step else None
        least = max(count, least).to_integral_value(ROUND_CEILING)
        top = most.to_integral_value(ROUND_FLOOR) if most is not None else None
        exact = value == HUNDRED and places(value) == 0
        impossible = (top is not None and top < least) or (exact and count > 0)
        impossible = impossible or (count == 0 and below > step)
        if impossible or top is not None:
            yield Checked(
                share, not impossible, value, count, value=value, n=count, least=least, top=top
            )


def _share_before(facts: Facts, rest: Observation) -> Observation | None:
    """The share that "còn … chưa" completes: the same scope, right before in the same line."""
    text, stating = facts.text_of(rest), facts.stating(rest)
    if not stating or rest.quote is None:
        return None
    token = stating[0]
    if not _REST.search(text[max(0, token.start - 20) : token.start]):
        return None
    if not _WITHOUT.match(text[token.end : token.end + 80]):
        return None
    line_start = text.rfind("\n", 0, token.start) + 1
    before = [
        o
        for o, _ in facts.shares
        if o.scope == rest.scope
        and o.quote is not None
        and o.quote.source == rest.quote.source
        and line_start <= o.quote.start < rest.quote.start
    ]
    return max(before, key=lambda o: o.quote.start if o.quote else 0, default=None)
