"""One reading for each number, one number for each value: from candidates to choices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .candidates import LEAST, Candidate

#: A number is not given to an indicator that it suits clearly less than its best.
_CLOSE = 0.85
#: A number this strong beside the chosen one makes that one doubtful.
_RIVALS = 0.65
#: Another number than the chosen one for the same value is at most this sure.
_OTHER = 0.4


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


def choose(candidates: Iterable[Sequence[Candidate]]) -> list[Choice]:
    """Choose among the candidates of every number.

    Those of each number come the likeliest first, and the likeliest pairs are taken first. A number
    that says a value again is marked so; one that says another value for the same indicator and
    scope stays as the less likely one.
    """
    by_view = [of_view for of_view in candidates if of_view]
    unsure = {c[0].view.index: _rival(c) for c in by_view}
    everything = sorted((c for of_view in by_view for c in of_view), key=lambda c: -c.rank)
    best: dict[tuple[int, str], Candidate] = {}
    for candidate in everything:
        best.setdefault((candidate.view.index, candidate.face.side), candidate)
    chosen: dict[tuple[str, str], Choice] = {}
    taken: dict[tuple[int, str], str] = {}
    out: list[Choice] = []
    for candidate in everything:
        place, key = (candidate.view.index, candidate.face.side), candidate.key
        if candidate.raw < LEAST or taken.get(place, key[0]) != key[0]:
            continue
        if candidate.rank < _CLOSE * best[place].rank:
            continue
        taken[place] = key[0]
        raw = candidate.raw * unsure[candidate.view.index]
        first = chosen.get(key)
        if first is None:
            chosen[key] = choice = Choice(candidate, raw)
        elif first.candidate.face.value == candidate.face.value:
            choice = Choice(candidate, raw, repeats=True)
        else:
            if candidate.raw > _RIVALS * first.raw:
                chosen[key] = replace(first, raw=min(first.raw, 0.8))
            choice = Choice(candidate, min(raw, _OTHER), other=True)
        out.append(choice)
    return [chosen[c.candidate.key] if not (c.other or c.repeats) else c for c in out]


def _rival(candidates: Sequence[Candidate]) -> float:
    """How much a nearly as likely reading by another indicator takes from the best one."""
    first = candidates[0]
    rivals = (
        c
        for c in candidates[1:]
        if c.indicator.id not in (first.indicator.id, first.indicator.part_of)
        and c.face.side == first.face.side
        and c.matched >= first.matched - 1
    )
    rival = next(rivals, None)
    return 1.0 if rival is None or rival.rank < first.rank - 0.03 else 0.8
