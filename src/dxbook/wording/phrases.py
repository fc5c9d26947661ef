"""Sentences that depend on a value: rose or fell, met or missed, reported or not.

One place for both languages, so that no page can say that a number rose when it fell.
"""

from __future__ import annotations

from decimal import Decimal

from ..model import Judgement, Lang, Observation, Status, Target, Text, Unit
from ..words import NO_TEXT, written
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
    if lang == "vi":
        return f"{number(abs(value), 'vi')} điểm phần trăm"
    return f"{number(abs(value), 'en')} percentage point{'' if abs(value) == 1 else 's'}"


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
    if lang == "vi":
        return f"{'tăng' if value > 0 else 'giảm'} {amount} so với năm {before}"
    return f"{'up' if value > 0 else 'down'} {amount} from {before}"


def aim(target: Target, unit: Unit, lang: Lang) -> str:
    """A target's value: "85%", "over 80%", "65–70%"."""
    if target.comparator == "range" and target.high is not None:
        return f"{number(target.value, lang)}–{quantity(target.high, unit, lang)}"
    qualifier = {">": written("over"), ">=": NO_TEXT}[target.comparator][lang]
    return quantity(target.value, unit, lang, qualifier=qualifier)


def judged(judgement: Judgement, unit: Unit, lang: Lang) -> str:
    """A value against a target, in one clause."""
    goal, year = aim(judgement.target, unit, lang), judgement.target.year
    gap = judgement.gap
    if judgement.verdict == "unknown" or judgement.verdict == "related" or gap is None:
        if judgement.verdict == "related":
            return written(
                "the {year} target of {goal} measures something near; not directly comparable",
                year=year,
                goal=goal,
            )[lang]
        return written(
            "the {year} target of {goal} cannot be judged: not reported", year=year, goal=goal
        )[lang]
    amount = _gap(judgement, gap, unit, lang)
    vi, en = {
        "met": (
            f"đạt mục tiêu {goal} năm {year}" + (f", vượt {amount}" if gap > 0 else ""),
            f"met the {year} target of {goal}" + (f", by {amount} more" if gap > 0 else ""),
        ),
        "missed": (
            f"chưa đạt mục tiêu {goal} năm {year}, kém {amount}",
            f"missed the {year} target of {goal} by {amount}",
        ),
        "above-range": (
            f"vượt khoảng mục tiêu {goal} năm {year} {amount}",
            f"above the {year} target range of {goal} by {amount}",
        ),
        "ahead": (
            f"đã tới mức của mục tiêu {goal} năm {year}",
            f"already at the level of the {year} target of {goal}",
        ),
        "to-go": (
            f"còn {amount} nữa mới tới mục tiêu {goal} năm {year}",
            f"{amount} short of the {year} target of {goal}",
        ),
    }[judgement.verdict]
    if judgement.target.comparator == "range" and judgement.verdict == "met":
        vi = f"nằm trong khoảng mục tiêu {goal} năm {year}"
        en = f"within the {year} target range of {goal}"
    return vi if lang == "vi" else en


def doubted(judgement: Judgement, unit: Unit, lang: Lang) -> str:
    """A target that would be met by a value that is to be clarified: no margin is said of it."""
    goal, year = aim(judgement.target, unit, lang), judgement.target.year
    above = (judgement.gap or 0) > 0
    if lang == "vi":
        where = "trên" if above else "bằng đúng"
        return f"{where} mức mục tiêu {goal} năm {year}; con số cần làm rõ"
    return (
        f"{'above' if above else 'at'} the {year} target of {goal}; the number is to be clarified"
    )


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


def _gap(judgement: Judgement, gap: Decimal, unit: Unit, lang: Lang) -> str:
    return f"{_BOUND[judgement.bound][lang]} {difference(gap, unit, lang)}".strip()


def short_of(judgement: Judgement, unit: Unit, lang: Lang) -> str:
    """How far a value is from its target, to stand behind the verdict; empty where not to be said.

    "kém 4,93 điểm phần trăm"; "vượt 38,48 điểm phần trăm".
    """
    if judgement.gap is None or judgement.gap == 0:
        return ""
    amount = _gap(judgement, judgement.gap, unit, lang)
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
