"""Sentences that depend on a value: rose or fell, met or missed, reported or not.

One place for both languages, so that no page can say that a number rose when it fell.
"""

from __future__ import annotations

from decimal import Decimal

from ..model import Judgement, Lang, Observation, Status, Target, Text, Unit
from ..words import NO_TEXT, written, written_count
from .numbers import number, qualifier_word, quantity, unit_name

STATUS: dict[Status, Text] = {
    "reported": written("reported"),
    "derived": written("derived"),
    "corrected": written("corrected"),
    "not-reported": written("not reported"),
    "not-collected": written("not collected"),
    "not-applicable": written("not applicable"),
}

#: What is said in place of "met" where the value contradicts others.
DOUBTED = "to-clarify"
VERDICT: dict[str, Text] = {
    "met": written("met"),
    "missed": written("missed"),
    "above-range": written("above the range"),
    "ahead": written("already there"),
    "to-go": written("still to go"),
    "unknown": written("cannot be judged"),
    "related": written("not directly comparable"),
    DOUBTED: written("to be clarified"),
}


def points(value: Decimal, lang: Lang) -> str:
    """A difference of percentages, without sign.

    >>> points(Decimal("-4.93"), "en")
    '4.93 percentage points'
    """
    amount = abs(value)
    return written_count(
        "{amount} percentage point",
        "{amount} percentage points",
        1 if amount == 1 else 2,
        amount=number(amount, lang),
    )[lang]


def difference(value: Decimal, unit: Unit, lang: Lang) -> str:
    """A difference in the words of its unit; percentages differ by percentage points."""
    if unit.kind in ("percent", "points"):
        return points(value, lang)
    return f"{number(abs(value), lang)} {unit_name(unit, value, lang)}"


def change(observation: Observation, unit: Unit, lang: Lang) -> str:
    """A reported change in words.

    "tăng 0,04%" between two percentages is percentage points; a change without a unit is said
    to have none.
    """
    value = observation.best
    if value is None:
        return STATUS[observation.status][lang]
    before = observation.year - 1
    if value == 0:
        return written("unchanged from {before}", before=before)[lang]
    qualifier = qualifier_word(observation, lang)
    amount = f"{qualifier} {difference(value, unit, lang)}".strip()
    if value > 0:
        return written("up {amount} from {before}", amount=amount, before=before)[lang]
    return written("down {amount} from {before}", amount=amount, before=before)[lang]


def aim(target: Target, unit: Unit, lang: Lang) -> str:
    """A target's value: "85%", "over 80%", "65–70%"."""
    if target.comparator == "range" and target.high is not None:
        return f"{number(target.value, lang)}–{quantity(target.high, unit, lang)}"
    qualifier = {">": written("over"), ">=": NO_TEXT}[target.comparator][lang]
    return quantity(target.value, unit, lang, qualifier=qualifier)


_JUDGED: dict[str, Text] = {
    "met": written("met the {year} target of {goal}"),
    "missed": written("missed the {year} target of {goal} by {amount}"),
    "above-range": written("above the {year} target range of {goal} by {amount}"),
    "ahead": written("already at the level of the {year} target of {goal}"),
    "to-go": written("{amount} short of the {year} target of {goal}"),
    "unknown": written("the {year} target of {goal} cannot be judged: not reported"),
    "related": written(
        "the {year} target of {goal} measures something near; not directly comparable"
    ),
}
_BEYOND = written("met the {year} target of {goal}, by {amount} more")
_WITHIN = written("within the {year} target range of {goal}")


def judged(judgement: Judgement, unit: Unit, lang: Lang) -> str:
    """A value against a target, in one clause."""
    verdict, gap = judgement.verdict, judgement.gap
    if gap is None and verdict != "related":
        verdict = "unknown"
    said = _JUDGED[verdict]
    if verdict == "met" and judgement.target.comparator == "range":
        said = _WITHIN
    elif verdict == "met" and (gap or 0) > 0:
        said = _BEYOND
    return said[lang].format(
        year=judgement.target.year,
        goal=aim(judgement.target, unit, lang),
        amount="" if gap is None else _gap(judgement, gap, unit, lang),
    )


def doubted(judgement: Judgement, unit: Unit, lang: Lang) -> str:
    """A target that would be met by a value that is to be clarified: no margin is said of it."""
    goal, year = aim(judgement.target, unit, lang), judgement.target.year
    if (judgement.gap or 0) > 0:
        return written(
            "above the {year} target of {goal}; the number is to be clarified", year=year, goal=goal
        )[lang]
    return written(
        "at the {year} target of {goal}; the number is to be clarified", year=year, goal=goal
    )[lang]


def verdict_of(judgement: Judgement, *, doubted: bool) -> str:
    """The verdict as it may be shown: a doubted value has not met its target.

    What is missed, or still to go, stays so.
    """
    if doubted and judgement.verdict in ("met", "above-range", "ahead"):
        return DOUBTED
    return judgement.verdict


_BOUND: dict[str, Text] = {
    "": NO_TEXT,
    "under": written("less than"),
    "over": written("more than"),
    "about": written("about"),
}


def distance(judgement: Judgement, unit: Unit, lang: Lang) -> str:
    """How far a value is from its target, with what bounds it; empty where there is no distance."""
    if not judgement.gap:
        return ""
    return _gap(judgement, judgement.gap, unit, lang)


def _gap(judgement: Judgement, gap: Decimal, unit: Unit, lang: Lang) -> str:
    return f"{_BOUND[judgement.bound][lang]} {difference(gap, unit, lang)}".strip()


def short_of(judgement: Judgement, unit: Unit, lang: Lang) -> str:
    """How far a value is from its target, to stand behind the verdict; empty where not to be said.

    "kém 4,93 điểm phần trăm"; "vượt 38,48 điểm phần trăm".
    """
    amount = distance(judgement, unit, lang)
    if not judgement.gap:
        return ""
    if judgement.gap > 0:
        return written("{amount} above", amount=amount)[lang]
    if judgement.verdict == "to-go":
        return written("{amount} to go", amount=amount)[lang]
    return written("{amount} below", amount=amount)[lang]


def capitalised(sentence: str) -> str:
    """The sentence with its first letter in upper case.

    >>> capitalised("đạt mục tiêu")
    'Đạt mục tiêu'
    """
    return sentence[:1].upper() + sentence[1:]
