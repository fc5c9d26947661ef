"""What charts find of shares, levels, targets and people, as sentences, in both languages.

A sentence here takes words that are already formatted (see `dxbook.wording.numbers`) and counts;
it never sees an observation.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Lang, Text
from ..words import written, written_count


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


def plural(count: int, one: str, many: str) -> str:
    """An English noun for a count.

    >>> plural(1, "share", "shares")
    '1 share'
    """
    return f"{count} {one if count == 1 else many}"


# -- shares against a hundred ------------------------------------------------------------------


def none_reported(what: str, year: int, lang: Lang) -> str:
    """That a year's report says nothing of something."""
    return written("The {year} report gives no share: {what}", year=year, what=what)[lang]


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
        return Text(
            vi=f"Cả {'hai' if reported == 2 else reported} tỷ lệ đã báo cáo đều đạt 100%",
            en=f"{'Both' if reported == 2 else f'All {reported}'} reported shares are at 100%",
        )[lang]
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
        return Text(
            vi=f"Trong {compared} chỉ tiêu đo chung hai nhóm, cấp xã không thấp hơn ở chỉ tiêu nào",
            en=f"Of {plural(compared, 'indicator', 'indicators')} measured for both groups, "
            "communes are lower in none",
        )[lang]
    return Text(
        vi=f"Trong {compared} chỉ tiêu đo chung hai nhóm, cấp xã thấp hơn ở {behind}, "
        f"nhiều nhất {amount}: {named(most, lang)}",
        en=f"Of {plural(compared, 'indicator', 'indicators')} measured for both groups, "
        f"communes are lower in {behind}, most by {amount}: {named(most, lang)}",
    )[lang]


def each_level_apart(name: str, levels: Sequence[str], lang: Lang) -> str:
    """That an indicator is measured for each level by itself, and what it is there.

    >>> each_level_apart("Tỷ lệ hồ sơ trực tuyến", ["cấp huyện 80%", "cấp xã 38%"], "vi")
    'Riêng «Tỷ lệ hồ sơ trực tuyến» đo theo từng cấp: cấp huyện 80%, cấp xã 38%.'
    """
    said = ", ".join(levels)
    return written(
        "{name} is measured for each level by itself: {said}.", name=named(name, lang), said=said
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
        return Text(
            vi=f"Chưa đánh giá được mục tiêu nào của năm {year}"
            if unknown
            else f"Không có mục tiêu nào của năm {year} đo đúng các chỉ tiêu này",
            en=f"No target of {year} can be judged"
            if unknown
            else f"No target of {year} measures the same as these indicators",
        )[lang]
    if doubted:
        return _met_doubted_missed(missed, judged, doubted, unknown, year, lang)
    if not missed:
        return written(
            "Every target of {year} that can be judged was met ({judged})", year=year, judged=judged
        )[lang]
    which = _which_missed(missed, lang)
    can = " đánh giá được" if unknown else ""
    that = " that can be judged" if unknown else ""
    count = len(missed)
    if judged == 1:
        return Text(
            vi=f"Mục tiêu duy nhất của năm {year}{can} chưa đạt: {which}",
            en=f"The only target for {year}{that} was missed: {which}",
        )[lang]
    vi, en = str(count), f"{count} {'was' if count == 1 else 'were'}"
    if count == judged:
        vi, en = f"cả {count}", "both were" if count == 2 else f"all {count} were"
    return Text(
        vi=f"Trong {judged} mục tiêu năm {year}{can}, {vi} chưa đạt: {which}",
        en=f"Of the {judged} targets for {year}{that}, {en} missed: {which}",
    )[lang]


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
    have, with_value = (" có số liệu", " that have a value") if unknown else ("", "")
    return Text(
        vi=f"Trong {judged} mục tiêu năm {year}{have}, {said}{which}",
        en=f"Of the {plural(judged, 'target', 'targets')} for {year}{with_value}, {said}{which}",
    )[lang]


def against_a_level(level: str, lang: Lang, *, above: bool) -> str:
    """That a value is above a level, without saying by how much: the audit asks about it.

    >>> against_a_level("50%", "vi", above=True), against_a_level("50%", "en", above=False)
    ('trên mức 50%', 'at 50%')
    """
    vi, en = ("trên", "above") if above else ("bằng đúng", "at")
    return Text(vi=f"{vi} mức {level}", en=f"{en} {level}")[lang]


def still_to_go(name: str, amount: str, goal: str, year: int, lang: Lang) -> str:
    """Which later target is furthest away."""
    return written(
        "The later target furthest away: {name}, {amount} short of {goal} for {year}",
        name=named(name, lang),
        amount=amount,
        goal=goal,
        year=year,
    )[lang]


def no_later_target(unknown: int, reached: int, lang: Lang) -> str:
    """That no distance to a later target can be shown."""
    if reached:
        return written("Every later target that can be measured is already reached")[lang]
    if unknown:
        return written("The distance to no later target can be measured")[lang]
    return written("No target for a later year measures the same as these indicators")[lang]


# -- people ------------------------------------------------------------------------------------


def different_bases(shares: int, bases: int, lowest: str, highest: str, lang: Lang) -> str:
    """That shares are of different groups, from the least to the greatest.

    >>> different_bases(5, 4, "trên 66,40%", "97,52%", "vi")
    'Từ trên 66,40% đến 97,52%: 5 tỷ lệ tính trên 4 nhóm khác nhau'
    """
    if shares == 1:
        return written("One share is reported: {lowest}", lowest=lowest)[lang]
    groups = Text(
        vi=f"{shares} tỷ lệ tính trên {bases} nhóm khác nhau"
        if bases > 1
        else f"{shares} tỷ lệ tính trên cùng một nhóm",
        en=f"{shares} shares, of {bases} different groups"
        if bases > 1
        else f"{shares} shares of the same group",
    )[lang]
    return written(
        "From {lowest} to {highest}: {groups}", lowest=lowest, highest=highest, groups=groups
    )[lang]
