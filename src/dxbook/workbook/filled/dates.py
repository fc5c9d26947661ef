"""Dates as people type them, as the data writes them: a year, a month or a day."""

from __future__ import annotations

import re
from datetime import date, datetime

from ..labels import CONFIRMED, day_words
from .amounts import Unreadable
from .grid import GridCell

_YEAR = re.compile(r"(?:năm )?(\d{4})")
_MONTH = re.compile(r"(?:tháng )?(\d{1,2})[/-](\d{4})|(\d{4})-(\d{1,2})")
_DAY = re.compile(r"(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")


def read_date(cell: GridCell, year: int, *, confirmed: bool = False) -> str:
    """A cell as an ISO year, month or day; the report's year where it is empty.

    Excel turns "12/2023" into 1 December 2023 and shows only month and year: such a cell is the
    month.

    Args:
        confirmed: whether the officer says that a date outside the year was looked at.

    Raises:
        Unreadable: when it is no date, or not one of the report's year.

    >>> read_date(GridCell("N2", "tháng 12/2023"), 2023), read_date(GridCell("N2", 2023.0), 2023)
    ('2023-12', '2023')
    """
    if isinstance(cell.value, date):  # datetime is a date too
        day = cell.value.date() if isinstance(cell.value, datetime) else cell.value
        shown = re.sub(r'"[^"]*"|\[[^\]]*\]', "", cell.number_format).lower()
        said = day.isoformat() if "d" in shown or shown == "general" else f"{day:%Y-%m}"
    else:
        said = _from_text(" ".join(cell.text.casefold().split()) or str(year))
    off = int(said[:4]) - year
    if abs(off) > 1 or (off and not confirmed):
        side = "trước" if off < 0 else "sau"
        perhaps = f" Nếu báo cáo nêu đúng như vậy thì ghi «{CONFIRMED}» vào cột Ghi chú."
        raise Unreadable(
            f"thời điểm {day_words(said)} ở {side} năm {year} của bảng tính. Hãy sửa lại."
            + (perhaps if abs(off) == 1 else "")
        )
    return said


def read_day(cell: GridCell, year: int) -> str:
    """A cell as an ISO day, not before a year begins.

    Raises:
        Unreadable: when it is no day, or lies before the year.

    >>> read_day(GridCell("K2", "ngày 5/1/2024"), 2023)
    '2024-01-05'
    """
    if isinstance(cell.value, date):
        day = cell.value.date() if isinstance(cell.value, datetime) else cell.value
        said = day.isoformat()
    else:
        try:
            said = _from_text(" ".join(cell.text.casefold().split()))
        except Unreadable:
            said = ""
    if len(said) != len("2024-01-05"):
        raise Unreadable(f"«{cell.text}» không phải là một ngày. Hãy ghi đủ, ví dụ 05/01/{year}.")
    if int(said[:4]) < year:
        raise Unreadable(f"ngày {said} có trước năm {year} của bảng tính. Hãy sửa lại.")
    return said


def _from_text(text: str) -> str:
    try:
        if found := _YEAR.fullmatch(text):
            return found[1]
        if found := _MONTH.fullmatch(text):
            month, year = (found[1], found[2]) if found[1] else (found[4], found[3])
            return f"{date(int(year), int(month), 1):%Y-%m}"
        if found := _DAY.fullmatch(text):
            day, month, year = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
            return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        pass
    raise Unreadable(
        f"«{text}» không phải là thời điểm. Hãy ghi năm (2023), tháng (12/2023) hoặc ngày "
        "(31/12/2023)."
    )
