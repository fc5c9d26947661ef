"""What charts find, as sentences made from the data, in both languages.

A sentence here takes words that are already formatted (see `dxbook.wording.numbers`) and counts;
it never sees an observation.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Lang, Text


def listed(words: Sequence[str], lang: Lang) -> str:
    """Words one after the other.

    >>> listed(["a", "b", "c"], "vi"), listed(["a"], "en")
    ('a, b và c', 'a')
    """
    if len(words) < 2:
        return "".join(words)
    last = " và " if lang == "vi" else " and "
    return ", ".join(words[:-1]) + last + words[-1]


def named(name: str, lang: Lang) -> str:
    """A name inside a sentence.

    >>> named("Dân số có điện thoại thông minh", "vi")
    '“Dân số có điện thoại thông minh”'
    """
    return f"“{name}”"


def plural(count: int, one: str, many: str) -> str:
    """An English noun for a count.

    >>> plural(1, "share", "shares")
    '1 share'
    """
    return f"{count} {one if count == 1 else many}"


# -- shares against a hundred ------------------------------------------------------------------


def none_reported(what: str, year: int, lang: Lang) -> str:
    """That a year's report says nothing of something."""
    return Text(
        f"Báo cáo năm {year} chưa có tỷ lệ nào: {what}",
        f"The {year} report gives no share: {what}",
    )[lang]


def shares_at_full(full: int, reported: int, furthest: str, said: str, lang: Lang) -> str:
    """How many shares are at 100%, and which is furthest from it.

    >>> shares_at_full(2, 4, "Đơn vị có kế hoạch (cấp xã)", "98%", "vi")
    '2 trong 4 tỷ lệ đã báo cáo đạt 100%; xa nhất là “Đơn vị có kế hoạch (cấp xã)”: 98%'
    >>> shares_at_full(4, 4, "", "", "en")
    'All 4 reported shares are at 100%'
    """
    if full == reported:
        if reported == 1:
            return Text(
                "Tỷ lệ duy nhất được báo cáo đạt 100%", "The only reported share is at 100%"
            )[lang]
        return Text(
            f"Cả {reported} tỷ lệ đã báo cáo đều đạt 100%",
            f"All {reported} reported shares are at 100%",
        )[lang]
    far = named(furthest, lang)
    if full == 0:
        return Text(
            f"Không tỷ lệ nào trong {reported} tỷ lệ đã báo cáo đạt 100%; xa nhất là {far}: {said}",
            f"None of the {plural(reported, 'reported share is', 'reported shares is')} at 100%; "
            f"furthest from it is {far}, {said}",
        )[lang]
    return Text(
        f"{full} trong {reported} tỷ lệ đã báo cáo đạt 100%; xa nhất là {far}: {said}",
        f"{full} of {reported} reported shares {'is' if full == 1 else 'are'} at 100%; "
        f"furthest from it is {far}, {said}",
    )[lang]


# -- levels of government ----------------------------------------------------------------------


def lags(behind: int, compared: int, most: str, amount: str, lang: Lang) -> str:
    """Where the lower level is behind the upper one, and where most."""
    if compared == 0:
        return Text(
            "Không có chỉ tiêu nào được báo cáo cho cả hai cấp",
            "No indicator is reported for both levels",
        )[lang]
    if behind == 0:
        return Text(
            f"Cấp xã không kém cấp sở và cấp huyện ở chỉ tiêu nào trong {compared} chỉ tiêu",
            f"Communes are behind agencies and districts in none of {compared} indicators",
        )[lang]
    return Text(
        f"Cấp xã kém cấp sở và cấp huyện ở {behind} trong {compared} chỉ tiêu, "
        f"nhiều nhất {amount}: {named(most, lang)}",
        f"Communes are behind agencies and districts in {behind} of "
        f"{plural(compared, 'indicator', 'indicators')}, "
        f"most by {amount}: {named(most, lang)}",
    )[lang]


# -- targets -----------------------------------------------------------------------------------


def against_targets(
    missed: Sequence[tuple[str, str]], judged: int, unknown: int, year: int, lang: Lang
) -> str:
    """How many of the year's targets were missed, which, and by how much.

    Args:
        missed: name and amount of each, furthest first; up to three are named, a single one
            with its amount.
        judged: how many can be judged at all.

    >>> against_targets([("Dân số có điện thoại", "4,93 điểm phần trăm")], 3, 0, 2022, "vi")
    '1 trong 3 mục tiêu năm 2022 chưa đạt: “Dân số có điện thoại” kém 4,93 điểm phần trăm'
    """
    if judged == 0:
        return Text(
            f"Chưa đánh giá được mục tiêu nào của năm {year}"
            if unknown
            else f"Không có mục tiêu nào của năm {year} đo đúng các chỉ tiêu này",
            f"No target of {year} can be judged"
            if unknown
            else f"No target of {year} measures the same as these indicators",
        )[lang]
    if not missed:
        return Text(
            f"Mọi mục tiêu năm {year} đánh giá được đều đạt ({judged})",
            f"Every target of {year} that can be judged was met ({judged})",
        )[lang]
    named_ones = [
        Text(f"{named(name, lang)} kém {amount}", f"{named(name, lang)} by {amount}")[lang]
        if len(missed) == 1 or len(missed) > 3
        else named(name, lang)
        for name, amount in missed[:3]
    ]
    which = listed(named_ones, lang)
    if len(missed) > 3:
        which = Text(f"xa nhất là {named_ones[0]}", f"furthest, {named_ones[0]}")[lang]
    can = " đánh giá được" if unknown else ""
    that = " that can be judged" if unknown else ""
    return Text(
        f"{len(missed)} trong {judged} mục tiêu năm {year}{can} chưa đạt: {which}",
        f"{len(missed)} of {plural(judged, 'target', 'targets')} for {year}{that} "
        f"{'was' if len(missed) == 1 else 'were'} missed: {which}",
    )[lang]


def still_to_go(name: str, amount: str, goal: str, year: int, lang: Lang) -> str:
    """Which later target is furthest away."""
    return Text(
        f"Xa nhất trong các mục tiêu của những năm sau: {named(name, lang)}, "
        f"còn {amount} nữa mới tới {goal} năm {year}",
        f"The later target furthest away: {named(name, lang)}, {amount} short of {goal} for {year}",
    )[lang]


def no_later_target(unknown: int, reached: int, lang: Lang) -> str:
    """That no distance to a later target can be shown."""
    if reached:
        return Text(
            "Mọi mục tiêu đo được của những năm sau đều đã tới mức",
            "Every later target that can be measured is already reached",
        )[lang]
    if unknown:
        return Text(
            "Chưa đo được khoảng cách tới mục tiêu nào của những năm sau",
            "The distance to no later target can be measured",
        )[lang]
    return Text(
        "Không có mục tiêu của những năm sau đo đúng các chỉ tiêu này",
        "No target for a later year measures the same as these indicators",
    )[lang]


# -- people ------------------------------------------------------------------------------------


def different_bases(shares: int, bases: int, lowest: str, highest: str, lang: Lang) -> str:
    """That shares are of different groups, from the least to the greatest.

    >>> different_bases(5, 4, "trên 66,40%", "97,52%", "vi")
    'Từ trên 66,40% đến 97,52%: 5 tỷ lệ tính trên 4 nhóm khác nhau'
    """
    if shares == 1:
        return Text(f"Một tỷ lệ được báo cáo: {lowest}", f"One share is reported: {lowest}")[lang]
    groups = Text(
        f"{shares} tỷ lệ tính trên {bases} nhóm khác nhau"
        if bases > 1
        else f"{shares} tỷ lệ tính trên cùng một nhóm",
        f"{shares} shares, of {bases} different groups"
        if bases > 1
        else f"{shares} shares of the same group",
    )[lang]
    return Text(f"Từ {lowest} đến {highest}: {groups}", f"From {lowest} to {highest}: {groups}")[
        lang
    ]


# -- online ------------------------------------------------------------------------------------


def fastest_and_lowest(
    fastest: str, amount: str, lowest: str, said: str, *, grew: bool, lang: Lang
) -> str:
    """Which level grew fastest, and which is lowest."""
    if not fastest:
        return Text(f"Thấp nhất là {lowest}: {said}", f"Lowest: {lowest}, at {said}")[lang]
    moved = Text(
        f"{fastest.capitalize()} {'tăng' if grew else 'giảm'} nhiều nhất, {amount}",
        f"{fastest[:1].upper()}{fastest[1:]} {'rose' if grew else 'fell'} most, by {amount}",
    )[lang]
    if fastest == lowest:
        still = Text(f"vẫn thấp nhất, {said}", f"and still stand lowest, at {said}")[lang]
        return f"{moved}, {still}"
    return Text(
        f"{moved}; {lowest} vẫn thấp nhất, {said}", f"{moved}; {lowest} remain lowest, at {said}"
    )[lang]


def not_online(scope: str, count: str, share: str, lang: Lang) -> str:
    """How many dossiers of a level were not handled online."""
    return Text(
        f"{scope.capitalize()} còn {count} hồ sơ không làm trực tuyến, bằng {share} số tiếp nhận",
        f"{scope[:1].upper()}{scope[1:]} handled {count} dossiers other than online, "
        f"{share} of those received",
    )[lang]


def parts_against_whole(whole: str, ceiling: str, *, possible: bool, lang: Lang) -> str:
    """Whether the share of the whole can be made of its parts.

    >>> parts_against_whole("88,48%", "72,40%", possible=False, lang="vi")
    '88,48% không thể là tỷ lệ chung: các phần chỉ cho phép nhiều nhất 72,40%'
    """
    if possible:
        return Text(
            f"Tỷ lệ chung {whole} phù hợp với các phần, vốn cho phép tới {ceiling}",
            f"The overall share of {whole} agrees with its parts, which allow up to {ceiling}",
        )[lang]
    return Text(
        f"{whole} không thể là tỷ lệ chung: các phần chỉ cho phép nhiều nhất {ceiling}",
        f"{whole} cannot be the overall share: the parts allow {ceiling} at most",
    )[lang]


def parts_not_known(lang: Lang) -> str:
    """That there is too little to hold the whole against its parts."""
    return Text(
        "Chưa đủ số liệu để đối chiếu tỷ lệ chung với các phần",
        "There is too little data to hold the overall share against its parts",
    )[lang]


# -- counts ------------------------------------------------------------------------------------


def largest_part(whole: str, name: str, count: str, share: str, lang: Lang) -> str:
    """Which part of a whole is largest."""
    return Text(
        f"Trong {whole}, nhiều nhất là {named(name, lang)}: {count} ({share})",
        f"Of {whole}, most are {named(name, lang)}: {count} ({share})",
    )[lang]


def share_of_part(share: str, whole: str, name: str, *, corrected: bool, lang: Lang) -> str:
    """What share of a whole one part is."""
    vi = ", theo số hiệu chỉnh" if corrected else ""
    en = ", by the corrected count" if corrected else ""
    return Text(
        f"{share} trong {whole} là {named(name, lang)}{vi}",
        f"{share} of {whole} are {named(name, lang)}{en}",
    )[lang]


def parts_do_not_add_up(total: str, whole: str, lang: Lang) -> str:
    """That the parts do not make the whole."""
    return Text(
        f"Các phần cộng lại được {total}, không bằng tổng đã nêu {whole}",
        f"The parts add up to {total}, not to the stated total of {whole}",
    )[lang]


def check_of_parts(parts: Sequence[str], total: str, whole: str, lang: Lang) -> str:
    """The sum of the parts, and whether it is the whole.

    >>> check_of_parts(["121", "17", "158"], "296", "296", "vi")
    'Kiểm tra: 121 + 17 + 158 = 296, khớp với tổng đã nêu.'
    """
    added = " + ".join(parts)
    if total == whole:
        return Text(
            f"Kiểm tra: {added} = {total}, khớp với tổng đã nêu.",
            f"Check: {added} = {total}, as stated.",
        )[lang]
    return Text(
        f"Kiểm tra: {added} = {total}, không khớp với tổng đã nêu {whole}.",
        f"Check: {added} = {total}, not the stated total of {whole}.",
    )[lang]


def some_of(have: str, total: str, what: str, left: str, lang: Lang) -> str:
    """How many of a known total have something, and how many do not yet."""
    return Text(
        f"{have} trong {total}: {named(what, lang)}; còn {left} chưa",
        f"{have} of {total}: {named(what, lang)}; {left} not yet",
    )[lang]


def how_many_have(counts: Sequence[str], what: str, lang: Lang) -> str:
    """How many of each kind have something."""
    return f"{named(what, lang)}: {listed(counts, lang)}"


# -- places ------------------------------------------------------------------------------------


def places_standing(what: str, has: int, lacks: int, unstated: int, lang: Lang) -> str:
    """How many places have something, lack it, or are not mentioned.

    >>> places_standing("Đào tạo", 4, 0, 9, "vi")
    '“Đào tạo”: báo cáo nêu tên 4 trong 13 huyện, thành, thị; không nêu về 9 địa bàn còn lại'
    """
    total = has + lacks + unstated
    if has + lacks == 0:
        return Text(
            f"{named(what, lang)}: báo cáo không nêu tên huyện, thành, thị nào",
            f"{named(what, lang)}: the report names no district",
        )[lang]
    if unstated:
        without = Text(f", {lacks} nơi chưa", f", {lacks} without")[lang] if lacks else ""
        return Text(
            f"{named(what, lang)}: báo cáo nêu tên {has} trong {total} huyện, thành, thị{without}; "
            f"không nêu về {unstated} địa bàn còn lại",
            f"{named(what, lang)}: the report names {has} of {total} districts{without}; "
            f"it says nothing of the other {unstated}",
        )[lang]
    return Text(
        f"{named(what, lang)}: {has} trong {total} huyện, thành, thị có, {lacks} chưa",
        f"{named(what, lang)}: {has} of {total} districts, {lacks} not yet",
    )[lang]


# -- coverage ----------------------------------------------------------------------------------


def not_said(silent: int, total: int, where: str, lang: Lang) -> str:
    """How much the report does not say."""
    if total == 0:
        return Text(f"{where}: không có chỉ tiêu nào", f"{where}: no indicator")[lang]
    if silent == 0:
        return Text(
            f"{where}: cả {total} số liệu đều được báo cáo",
            f"{where}: all {total} values are reported",
        )[lang]
    return Text(
        f"{where}: {silent} trong {total} số liệu chưa được báo cáo",
        f"{where}: {silent} of {total} values are not reported",
    )[lang]


# -- years -------------------------------------------------------------------------------------


def one_year_only(year: int, lang: Lang) -> str:
    """That there is nothing yet to draw over years."""
    return Text(
        f"Mới có số liệu một năm ({year}): chưa vẽ được diễn biến",
        f"There is only one year of data ({year}): nothing to draw over time yet",
    )[lang]


def over_years(compared: int, up: int, down: int, first: int, last: int, lang: Lang) -> str:
    """How many values rose or fell over the years."""
    same = compared - up - down
    vi = [f"{up} tăng" if up else "", f"{down} giảm" if down else "", f"{same} không đổi"]
    en = [f"{up} rose" if up else "", f"{down} fell" if down else "", f"{same} stayed the same"]
    vi, en = [w for w in vi[: 2 + (same > 0)] if w], [w for w in en[: 2 + (same > 0)] if w]
    return Text(
        f"Từ {first} đến {last}, {compared} số liệu so được: {listed(vi, 'vi')}",
        f"From {first} to {last}, {plural(compared, 'value', 'values')} compared: "
        f"{listed(en, 'en')}",
    )[lang]


def rank_moved(what: str, place: str, before: str, now: str, change: int, lang: Lang) -> str:
    """How a rank moved; a lower number is better."""
    if change == 0:
        return Text(f"{place} giữ nguyên {now}: {what}", f"{place} stayed at {now}: {what}")[lang]
    vi = "tụt" if change > 0 else "lên"
    en = "fell" if change > 0 else "rose"
    return Text(
        f"{place} {vi} {abs(change)} bậc, từ {before} xuống {now}"
        if change > 0
        else f"{place} {vi} {abs(change)} bậc, từ {before} lên {now}",
        f"{place} {en} {plural(abs(change), 'place', 'places')}, from {before} to {now}",
    )[lang]
