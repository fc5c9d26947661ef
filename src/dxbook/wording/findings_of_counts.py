"""What charts find of counts, places, coverage and years, as sentences, in both languages.

As in `dxbook.wording.findings`, a sentence takes words that are already formatted, and counts.
"""

from __future__ import annotations

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
