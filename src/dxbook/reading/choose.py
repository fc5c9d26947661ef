"""One reading for each number, one number for each value: from candidates to proposals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .candidates import LEAST, Candidate

#: A number is not given to an indicator that it suits clearly less than its best.
CLOSE = 0.85
#: A number this strong beside the chosen one makes that one doubtful.
RIVALS = 0.65
#: Another number than the chosen one for the same value is at most this sure.
OTHER = 0.4


@dataclass(frozen=True)
class Choice:
    """A candidate that was chosen, and how far its raw strength goes.

    Args:
        other: whether another number was preferred for the same value.
        repeats: whether it says again what a preferred number says.
    """

    candidate: Candidate
    raw: float
    other: bool = False
    repeats: bool = False
    notes: tuple[str, ...] = ()


def choose(candidates: Iterable[Sequence[Candidate]]) -> list[Choice]:
    """Choose among the candidates of every number.

    The likeliest pairs are taken first. A number that says a value again is marked so; one that
    says another value for the same indicator and scope stays as the less likely one.
    """
    by_view = [list(of_view) for of_view in candidates]
    best = {
        (c[0].view.index, face): max(x.rank for x in c if _side(x) == face)
        for c in by_view
        if c
        for face in {_side(x) for x in c}
    }
    unsure = {c[0].view.index: _rival(c) for c in by_view if c}
    everything = sorted((c for of_view in by_view for c in of_view), key=lambda c: -c.rank)
    chosen: dict[tuple[str, str], Choice] = {}
    taken: dict[tuple[int, str], str] = {}
    out: list[Choice] = []
    for candidate in everything:
        place = (candidate.view.index, _side(candidate))
        key = (candidate.entry.indicator.id, candidate.reach.scope)
        if candidate.raw < LEAST or taken.get(place, key[0]) != key[0]:
            continue
        if candidate.rank < CLOSE * best[place]:
            continue
        taken[place] = key[0]
        raw = candidate.raw * unsure[candidate.view.index]
        first = chosen.get(key)
        if first is None:
            chosen[key] = choice = Choice(candidate, raw)
        elif first.candidate.value == candidate.value:
            choice = Choice(candidate, raw, repeats=True)
        else:
            if candidate.raw > RIVALS * first.raw:
                chosen[key] = replace(first, raw=min(first.raw, 0.8))
            choice = Choice(candidate, min(raw, OTHER), other=True)
        out.append(choice)
    return [chosen[_key(c)] if not (c.other or c.repeats) else c for c in out]


def _key(choice: Choice) -> tuple[str, str]:
    return choice.candidate.entry.indicator.id, choice.candidate.reach.scope


def _side(candidate: Candidate) -> str:
    return "count" if candidate.face == "count" else "percent"


def _rival(candidates: Sequence[Candidate]) -> float:
    """How much a nearly as likely reading by another indicator takes from the best one."""
    first = candidates[0]
    others = [
        c
        for c in candidates[1:]
        if c.entry.indicator.id not in (first.entry.indicator.id, first.entry.indicator.part_of)
        and _side(c) == _side(first)
        and c.matched >= first.matched - 1
    ]
    if not others or others[0].rank < first.rank - 0.03:
        return 1.0
    return 0.8
