"""What charts find of counts, places, coverage and years, as sentences, in both languages.

As in `dxbook.wording.findings`, a sentence takes words that are already formatted, and counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Lang
from ..words import NO_TEXT, written, written_count
from .findings import listed, named
from .phrases import capitalised

# -- online ------------------------------------------------------------------------------------


def fastest_and_lowest(
    fastest: str, amount: str, lowest: str, said: str, *, grew: bool, lang: Lang
) -> str:
    """Which level grew fastest, and which is lowest."""
    if not fastest:
        return written("Lowest: {lowest}, at {said}", lowest=lowest, said=said)[lang]
    first = capitalised(fastest)
    if grew:
        moved = written("{first} rose most, by {amount}", first=first, amount=amount)[lang]
    else:
        moved = written("{first} fell most, by {amount}", first=first, amount=amount)[lang]
    if fastest == lowest:
        still = written("and still stand lowest, at {said}", said=said)[lang]
        return f"{moved}, {still}"
    return written(
        "{moved}; {lowest} remain lowest, at {said}", moved=moved, lowest=lowest, said=said
    )[lang]


def not_online(scope: str, count: str, share: str, lang: Lang) -> str:
    """How many dossiers of a level were not handled online."""
    return written(
        "{scope} handled {count} dossiers other than online, {share} of those received",
        scope=capitalised(scope),
        count=count,
        share=share,
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
    return written(
        "{share} of {whole} are {name}{by}",
        share=share,
        whole=whole,
        name=named(name, lang),
        by=written(", by the corrected count") if corrected else NO_TEXT,
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
    other = written("the other part") if others == 1 else written("the other parts")
    return written(
        "{part} is the total less {other}, so this sum is not an independent check.",
        part=part,
        other=other,
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
    if has + lacks == 0:
        return written("{what}: the report names no district", what=named(what, lang))[lang]
    if unstated:
        without = NO_TEXT
        if lacks:
            without = (
                written(", {lacks} not all yet", lacks=lacks)
                if all_of
                else written(", {lacks} not yet", lacks=lacks)
            )
        return written(
            "{what}: the report names {has} of {total} districts{without}; it says "
            "nothing of the other {unstated}",
            what=named(what, lang),
            has=has,
            total=total,
            without=without,
            unstated=unstated,
        )[lang]
    return written(
        "{what}: {has} of {total} districts, {lacks} {not_yet}",
        what=named(what, lang),
        has=has,
        total=total,
        lacks=lacks,
        not_yet=written("not all yet") if all_of else written("not yet"),
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
    values = written_count(
        "{count} value this book follows", "{count} values this book follows", total
    )
    some = written_count("{count} is partly reported", "{count} are partly reported", partly)
    if silent == 0:
        return written("{where}: of the {values}, {some}", where=where, values=values, some=some)[
            lang
        ]
    none = written_count(
        "{where}: {count} of the {values} is not reported",
        "{where}: {count} of the {values} are not reported",
        silent,
        where=where,
        values=values,
    )[lang]
    return f"{none}, {some[lang]}" if partly else none


# -- years -------------------------------------------------------------------------------------


def one_year_only(year: int, lang: Lang) -> str:
    """That there is nothing yet to draw over years."""
    return written(
        "There is only one year of data ({year}): nothing to draw over time yet", year=year
    )[lang]


def over_years(compared: int, up: int, down: int, first: int, last: int, lang: Lang) -> str:
    """How many values rose or fell over the years."""
    same = compared - up - down
    moved = (
        (up, written("{up} rose", up=up)),
        (down, written("{down} fell", down=down)),
        (same, written("{same} stayed the same", same=same)),
    )
    return written_count(
        "From {first} to {last}, {count} value compared: {moved}",
        "From {first} to {last}, {count} values compared: {moved}",
        compared,
        first=first,
        last=last,
        moved=listed([text[lang] for count, text in moved if count], lang),
    )[lang]


def rank_moved(what: str, place: str, before: str, now: str, change: int, lang: Lang) -> str:
    """How a rank moved; a lower number is better."""
    if change == 0:
        return written("{place} stayed at {now}: {what}", place=place, now=now, what=what)[lang]
    if change > 0:
        return written_count(
            "{place} fell {count} place, from {before} to {now}",
            "{place} fell {count} places, from {before} to {now}",
            change,
            place=place,
            before=before,
            now=now,
        )[lang]
    return written_count(
        "{place} rose {count} place, from {before} to {now}",
        "{place} rose {count} places, from {before} to {now}",
        -change,
        place=place,
        before=before,
        now=now,
    )[lang]
