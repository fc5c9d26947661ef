"""What charts find of counts, places, coverage and years, as sentences, in both languages.

As in `dxbook.wording.findings`, a sentence takes words that are already formatted, and counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Lang, Text
from ..words import written, written_count
from .findings import listed, named, plural

# -- online ------------------------------------------------------------------------------------


def fastest_and_lowest(
    fastest: str, amount: str, lowest: str, said: str, *, grew: bool, lang: Lang
) -> str:
    """Which level grew fastest, and which is lowest."""
    if not fastest:
        return written("Lowest: {lowest}, at {said}", lowest=lowest, said=said)[lang]
    moved = Text(
        vi=f"{fastest.capitalize()} {'tăng' if grew else 'giảm'} nhiều nhất, {amount}",
        en=f"{fastest[:1].upper()}{fastest[1:]} {'rose' if grew else 'fell'} most, by {amount}",
    )[lang]
    if fastest == lowest:
        still = written("and still stand lowest, at {said}", said=said)[lang]
        return f"{moved}, {still}"
    return written(
        "{moved}; {lowest} remain lowest, at {said}", moved=moved, lowest=lowest, said=said
    )[lang]


def not_online(scope: str, count: str, share: str, lang: Lang) -> str:
    """How many dossiers of a level were not handled online."""
    return Text(
        vi=f"{scope.capitalize()} còn {count} hồ sơ không làm trực tuyến, "
        f"bằng {share} số tiếp nhận",
        en=f"{scope[:1].upper()}{scope[1:]} handled {count} dossiers other than online, "
        f"{share} of those received",
    )[lang]


def parts_against_whole(whole: str, ceiling: str, *, possible: bool, lang: Lang) -> str:
    """Whether the share of the whole can be made of its parts.

    >>> parts_against_whole("88,48%", "72,40%", possible=False, lang="vi")
    '88,48% chưa khớp với các phần, vốn chỉ cho phép nhiều nhất 72,40%'
    """
    if possible:
        return written(
            "The overall share of {whole} does not contradict the parts that are stated, "
            "which allow up to {ceiling}",
            whole=whole,
            ceiling=ceiling,
        )[lang]
    return written(
        "{whole} does not agree with its parts, which allow {ceiling} at most",
        whole=whole,
        ceiling=ceiling,
    )[lang]


def fits_neither(whole: str, ceiling: str, apart: str, lang: Lang) -> str:
    """That the share of the whole fits neither reading of its total.

    >>> fits_neither("88,48%", "72,40%", "75,91%", "vi")
    '88,48% không khớp theo cách hiểu nào: nhiều nhất 72,40% hoặc 75,91%'
    """
    return written(
        "{whole} fits neither reading: at most {ceiling}, or {apart}",
        whole=whole,
        ceiling=ceiling,
        apart=apart,
    )[lang]


def parts_not_known(lang: Lang) -> str:
    """That there is too little to hold the whole against its parts."""
    return written("There is too little data to hold the overall share against its parts")[lang]


# -- counts ------------------------------------------------------------------------------------


def largest_part(whole: str, name: str, count: str, share: str, lang: Lang) -> str:
    """Which part of a whole is largest."""
    return written(
        "Of {whole}, most are {name}: {count} ({share})",
        whole=whole,
        name=named(name, lang),
        count=count,
        share=share,
    )[lang]


def share_of_part(share: str, whole: str, name: str, *, corrected: bool, lang: Lang) -> str:
    """What share of a whole one part is."""
    vi = ", theo số hiệu chỉnh" if corrected else ""
    en = ", by the corrected count" if corrected else ""
    return Text(
        vi=f"{share} trong {whole} là {named(name, lang)}{vi}",
        en=f"{share} of {whole} are {named(name, lang)}{en}",
    )[lang]


def parts_do_not_add_up(total: str, whole: str, lang: Lang) -> str:
    """That the parts do not make the whole."""
    return written(
        "The parts add up to {total}, not to the stated total of {whole}", total=total, whole=whole
    )[lang]


def check_of_parts(parts: Sequence[str], total: str, whole: str, lang: Lang) -> str:
    """The sum of the parts, and whether it is the whole.

    >>> check_of_parts(["121", "17", "158"], "296", "296", "vi")
    'Kiểm tra: 121 + 17 + 158 = 296, khớp với tổng đã nêu.'
    """
    added = " + ".join(parts)
    if total == whole:
        return written("Check: {added} = {total}, as stated.", added=added, total=total)[lang]
    return written(
        "Check: {added} = {total}, not the stated total of {whole}.",
        added=added,
        total=total,
        whole=whole,
    )[lang]


def not_a_check(part: str, others: int, lang: Lang) -> str:
    """That one part was computed from the total and the others, so that the sum proves nothing.

    >>> not_a_check("300", 1, "en")
    '300 is the total less the other part, so this sum is not an independent check.'
    """
    return Text(
        vi=f"{part} tính bằng tổng số trừ {'phần kia' if others == 1 else 'các phần kia'}, "
        "nên phép cộng này không phải phép kiểm tra độc lập.",
        en=f"{part} is the total less the other {'part' if others == 1 else 'parts'}, "
        "so this sum is not an independent check.",
    )[lang]


def some_of(have: str, total: str, what: str, left: str, lang: Lang) -> str:
    """How many of a known total have something, and how many do not yet."""
    return written(
        "{have} of {total}: {what}; {left} not yet",
        have=have,
        total=total,
        what=named(what, lang),
        left=left,
    )[lang]


def how_many_have(counts: Sequence[str], what: str, lang: Lang) -> str:
    """How many of each kind have something."""
    return f"{named(what, lang)}: {listed(counts, lang)}"


# -- places ------------------------------------------------------------------------------------


def places_standing(
    what: str, has: int, lacks: int, unstated: int, lang: Lang, *, all_of: bool = False
) -> str:
    """How many places have something, lack it, or are not mentioned.

    Args:
        all_of: whether what they have is all of something; a place that lacks it may have some.

    >>> places_standing("Đào tạo", 4, 0, 9, "vi")
    '«Đào tạo»: báo cáo nêu tên 4 trong 13 huyện, thành, thị; không nêu về 9 địa bàn còn lại'
    """
    total = has + lacks + unstated
    vi, en = ("chưa đủ", "not all yet") if all_of else ("chưa", "not yet")
    if has + lacks == 0:
        return written("{what}: the report names no district", what=named(what, lang))[lang]
    if unstated:
        without = Text(vi=f", {lacks} nơi {vi}", en=f", {lacks} {en}")[lang] if lacks else ""
        return written(
            "{what}: the report names {has} of {total} districts{without}; it says "
            "nothing of the other {unstated}",
            what=named(what, lang),
            has=has,
            total=total,
            without=without,
            unstated=unstated,
        )[lang]
    return Text(
        vi=f"{named(what, lang)}: {has} trong {total} huyện, thành, thị có, {lacks} {vi}",
        en=f"{named(what, lang)}: {has} of {total} districts, {lacks} {en}",
    )[lang]


# -- coverage ----------------------------------------------------------------------------------


def not_said(silent: int, total: int, where: str, lang: Lang, *, partly: int = 0) -> str:
    """How much the report does not say, or says only of some.

    >>> not_said(1, 9, "Nhân lực số", "vi", partly=1)
    'Nhân lực số: 1 trong 9 số liệu sách theo dõi chưa được báo cáo, 1 được báo cáo một phần'
    >>> not_said(0, 9, "Workforce", "en", partly=2)
    'Workforce: of the 9 values this book follows, 2 are partly reported'
    """
    if total == 0:
        return written("{where}: no indicator", where=where)[lang]
    if silent == partly == 0:
        return written(
            "{where}: all {total} values this book follows are reported", where=where, total=total
        )[lang]
    values = plural(total, "value", "values")
    some = written_count("{count} is partly reported", "{count} are partly reported", partly)
    if silent == 0:
        return Text(
            vi=f"{where}: trong {total} số liệu sách theo dõi, {some['vi']}",
            en=f"{where}: of the {values} this book follows, {some['en']}",
        )[lang]
    none = Text(
        vi=f"{where}: {silent} trong {total} số liệu sách theo dõi chưa được báo cáo",
        en=f"{where}: {silent} of the {values} this book follows "
        f"{'is' if silent == 1 else 'are'} not reported",
    )
    return f"{none[lang]}, {some[lang]}" if partly else none[lang]


# -- years -------------------------------------------------------------------------------------


def one_year_only(year: int, lang: Lang) -> str:
    """That there is nothing yet to draw over years."""
    return written(
        "There is only one year of data ({year}): nothing to draw over time yet", year=year
    )[lang]


def over_years(compared: int, up: int, down: int, first: int, last: int, lang: Lang) -> str:
    """How many values rose or fell over the years."""
    same = compared - up - down
    vi = [f"{up} tăng" if up else "", f"{down} giảm" if down else "", f"{same} không đổi"]
    en = [f"{up} rose" if up else "", f"{down} fell" if down else "", f"{same} stayed the same"]
    vi, en = [w for w in vi[: 2 + (same > 0)] if w], [w for w in en[: 2 + (same > 0)] if w]
    return Text(
        vi=f"Từ {first} đến {last}, {compared} số liệu so được: {listed(vi, 'vi')}",
        en=f"From {first} to {last}, {plural(compared, 'value', 'values')} compared: "
        f"{listed(en, 'en')}",
    )[lang]


def rank_moved(what: str, place: str, before: str, now: str, change: int, lang: Lang) -> str:
    """How a rank moved; a lower number is better."""
    if change == 0:
        return written("{place} stayed at {now}: {what}", place=place, now=now, what=what)[lang]
    vi = "giảm" if change > 0 else "tăng"
    en = "fell" if change > 0 else "rose"
    return Text(
        vi=f"{place} {vi} {abs(change)} bậc, từ {before} xuống {now}"
        if change > 0
        else f"{place} {vi} {abs(change)} bậc, từ {before} lên {now}",
        en=f"{place} {en} {plural(abs(change), 'place', 'places')}, from {before} to {now}",
    )[lang]
