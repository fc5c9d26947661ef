"""What charts find of shares, levels, targets and people, as sentences, in both languages.

A sentence here takes words that are already formatted (see `dxbook.wording.numbers`) and counts;
it never sees an observation.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Lang
from ..words import NO_TEXT, written, written_count


def listed(words: Sequence[str], lang: Lang) -> str:
    """Words one after the other.

    >>> listed(["a", "b", "c"], "vi"), listed(["a"], "en")
    ('a, b và c', 'a')
    """
    if len(words) < 2:
        return "".join(words)
    last = written(" and ")[lang]
    return ", ".join(words[:-1]) + last + words[-1]


def named(name: str, lang: Lang) -> str:
    """A name inside a sentence.

    >>> named("Dân số có điện thoại thông minh", "vi")
    '«Dân số có điện thoại thông minh»'
    """
    return written("“{name}”", name=name)[lang]


# -- shares against a hundred ------------------------------------------------------------------


def shares_at_full(full: int, reported: int, furthest: str, said: str, lang: Lang) -> str:
    """How many shares are at 100%, and which is furthest from it.

    >>> shares_at_full(2, 4, "Đơn vị có kế hoạch (cấp xã)", "98%", "vi")
    '2 trong 4 tỷ lệ đã báo cáo đạt 100%; xa nhất là «Đơn vị có kế hoạch (cấp xã)»: 98%'
    >>> shares_at_full(4, 4, "", "", "en")
    'All 4 reported shares are at 100%'
    """
    if full == reported:
        if reported == 1:
            return written("The only reported share is at 100%")[lang]
        if reported == 2:
            return written("Both reported shares are at 100%")[lang]
        return written("All {reported} reported shares are at 100%", reported=reported)[lang]
    far = named(furthest, lang)
    if reported == 1:
        return written("One share is reported: {far}, {said}", far=far, said=said)[lang]
    if full == 0:
        return written(
            "None of the {reported} reported shares is at 100%; furthest from it is {far}, {said}",
            reported=reported,
            far=far,
            said=said,
        )[lang]
    return written_count(
        "{count} of {reported} reported shares is at 100%; furthest from it is {far}, {said}",
        "{count} of {reported} reported shares are at 100%; furthest from it is {far}, {said}",
        full,
        reported=reported,
        far=far,
        said=said,
    )[lang]


# -- levels of government ----------------------------------------------------------------------


def lags(behind: int, compared: int, most: str, amount: str, lang: Lang) -> str:
    """Where the lower level is below the upper one, and where most.

    >>> lags(3, 4, "Máy tính", "18 điểm", "vi")
    'Trong 4 chỉ tiêu đo chung hai nhóm, cấp xã thấp hơn ở 3, nhiều nhất 18 điểm: «Máy tính»'
    """
    if compared == 0:
        return written("No indicator is reported for both levels")[lang]
    if behind == 0:
        return written_count(
            "Of {count} indicator measured for both groups, communes are lower in none",
            "Of {count} indicators measured for both groups, communes are lower in none",
            compared,
        )[lang]
    return written_count(
        "Of {count} indicator measured for both groups, communes are lower in {behind}, "
        "most by {amount}: {most}",
        "Of {count} indicators measured for both groups, communes are lower in {behind}, "
        "most by {amount}: {most}",
        compared,
        behind=behind,
        amount=amount,
        most=named(most, lang),
    )[lang]


# -- targets -----------------------------------------------------------------------------------


def against_targets(
    missed: Sequence[tuple[str, str]],
    judged: int,
    unknown: int,
    year: int,
    lang: Lang,
    *,
    doubted: int = 0,
) -> str:
    """How many of the year's targets were missed, which, and by how much.

    Args:
        missed: name and amount of each, furthest first; up to three are named, a single one
            with its amount.
        judged: how many have a value to be judged by.
        doubted: how many of these are neither met nor missed, for the value is doubted.

    >>> against_targets([("Dân số có điện thoại", "4,93 điểm phần trăm")], 3, 0, 2022, "vi")
    'Trong 3 mục tiêu năm 2022, 1 chưa đạt: «Dân số có điện thoại» kém 4,93 điểm phần trăm'
    >>> against_targets([("Smartphones", "4.93 points")], 3, 0, 2022, "en", doubted=1)
    'Of the 3 targets for 2022, 1 met, 1 to be clarified, 1 missed: “Smartphones” by 4.93 points'
    """
    if judged == 0:
        if unknown:
            return written("No target of {year} can be judged", year=year)[lang]
        return written("No target of {year} measures the same as these indicators", year=year)[lang]
    if doubted:
        return _met_doubted_missed(missed, judged, doubted, unknown, year, lang)
    if not missed:
        return written(
            "Every target of {year} that can be judged was met ({judged})", year=year, judged=judged
        )[lang]
    which, count = _which_missed(missed, lang), len(missed)
    judgeable = written(" that can be judged") if unknown else NO_TEXT
    if judged == 1:
        return written(
            "The only target for {year}{judgeable} was missed: {which}",
            year=year,
            judgeable=judgeable,
            which=which,
        )[lang]
    targets = written(
        "the {judged} targets for {year}{judgeable}", judged=judged, year=year, judgeable=judgeable
    )
    if count < judged:
        return written_count(
            "Of {targets}, {count} was missed: {which}",
            "Of {targets}, {count} were missed: {which}",
            count,
            targets=targets,
            which=which,
        )[lang]
    if count == 2:
        said = written("Of {targets}, both were missed: {which}", targets=targets, which=which)
    else:
        said = written(
            "Of {targets}, all {count} were missed: {which}",
            targets=targets,
            count=count,
            which=which,
        )
    return said[lang]


def _which_missed(missed: Sequence[tuple[str, str]], lang: Lang) -> str:
    named_ones = [
        written("{name} by {amount}", name=named(name, lang), amount=amount)[lang]
        if len(missed) == 1 or len(missed) > 3
        else named(name, lang)
        for name, amount in missed[:3]
    ]
    if len(missed) > 3:
        return written("furthest, {named_ones}", named_ones=named_ones[0])[lang]
    return listed(named_ones, lang)


def _met_doubted_missed(
    missed: Sequence[tuple[str, str]],
    judged: int,
    doubted: int,
    unknown: int,
    year: int,
    lang: Lang,
) -> str:
    counts = (
        (judged - doubted - len(missed), written("met")),
        (doubted, written("to be clarified")),
        (len(missed), written("missed")),
    )
    said = ", ".join(f"{count} {text[lang]}" for count, text in counts if count)
    which = f": {_which_missed(missed, lang)}" if missed else ""
    return written_count(
        "Of the {count} target for {year}{known}, {said}{which}",
        "Of the {count} targets for {year}{known}, {said}{which}",
        judged,
        year=year,
        known=written(" that have a value") if unknown else NO_TEXT,
        said=said,
        which=which,
    )[lang]


def against_a_level(level: str, lang: Lang, *, above: bool) -> str:
    """That a value is above a level, without saying by how much: the audit asks about it.

    >>> against_a_level("50%", "vi", above=True), against_a_level("50%", "en", above=False)
    ('trên mức 50%', 'at 50%')
    """
    if above:
        return written("above {level}", level=level)[lang]
    return written("at {level}", level=level)[lang]
