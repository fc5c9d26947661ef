"""What a number cannot be, held against its unit, last year and its numerator and denominator.

Excel in English turns a typed "88,48" into 8848 and a typed "957.196" into 957.196 without a word.
Such a number is asked about, never mended. A number that the source text states as it is typed
is what was reported, however odd: it is taken, and the audit speaks of it. Else the officer may
confirm what is unlikely with the words "đã kiểm tra" in the note.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal

from ...model import UnitKind
from ..labels import CONFIRMED, plain
from .amounts import Unreadable, comma, read_text_number

HUNDRED = Decimal(100)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*")
_CONFIRM = f"Nếu báo cáo nêu đúng như vậy thì ghi «{CONFIRMED}» vào cột Ghi chú."
_RETYPE = "Excel tiếng Anh đổi số gõ bằng dấu phẩy. Hãy chọn định dạng ô là Văn bản (Text) rồi gõ"


@dataclass(frozen=True)
class Entry:
    """A value as typed, with what it is held against.

    Args:
        said_percent: whether the cell itself says that it is a percentage.
        before: last year's value of the same series, where there is a comparable one.
        note: the officer's own note.
        quote: what the source text states, held against it.
    """

    value: Decimal
    kind: UnitKind
    measure: str
    said_percent: bool = False
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    before: Decimal | None = None
    note: str = ""
    quote: str = ""

    @property
    def stated(self) -> bool:
        """Whether the source itself states this very number."""
        return abs(self.value) in _numbers_in(self.quote, self.kind)

    @property
    def confirmed(self) -> bool:
        """Whether the officer says that an unlikely value was looked at."""
        return CONFIRMED in plain(self.note)

    @property
    def share(self) -> Decimal | None:
        """The percentage that numerator and denominator give."""
        if self.kind != "percent" or self.numerator is None or not self.denominator:
            return None
        return self.numerator * HUNDRED / self.denominator


def _numbers_in(text: str, kind: UnitKind) -> set[Decimal]:
    found = set()
    for token in _TOKEN.findall(text):
        with suppress(Unreadable):
            number = read_text_number(token, kind)
            found |= {number.value} if number else set()
    return found


def doubt(entry: Entry) -> str | None:
    """Why the value cannot be right as it stands, in Vietnamese; None where it may be.

    >>> print(doubt(Entry(Decimal(8848), "percent", "level")))
    đọc được 8848, nhưng đơn vị là % nên không quá 100. Có phải là 88,48? Excel tiếng Anh đổi số \
gõ bằng dấu phẩy. Hãy chọn định dạng ô là Văn bản (Text) rồi gõ 88,48.
    """
    if entry.measure == "level" and entry.value < 0:
        return f"đọc được {comma(entry.value)}, nhưng số liệu này không thể âm."
    if entry.stated:
        return None
    if entry.kind in ("percent", "points"):
        found = None if entry.confirmed else _percent(entry)
    elif entry.kind in ("count", "rank"):
        found = _count(entry)
    else:
        found = None
    return found or (None if entry.confirmed else _unlikely(entry))


def doubt_of_parts(numerator: Decimal | None, denominator: Decimal | None) -> str | None:
    """Why a numerator and denominator cannot stand together, or None.

    >>> doubt_of_parts(Decimal(225), Decimal(144))
    'tử số 225 lớn hơn mẫu số 144. Hãy kiểm tra lại hai ô.'
    """
    for part in (numerator, denominator):
        if part is not None and (part < 0 or part != part.to_integral_value()):
            return f"đọc được {comma(part)}; tử số và mẫu số là số đếm, nguyên và không âm."
    if denominator is not None and denominator == 0:
        return "mẫu số bằng 0. Hãy ghi mẫu số đúng hoặc để trống."
    if numerator is not None and denominator is not None and numerator > denominator:
        return (
            f"tử số {comma(numerator)} lớn hơn mẫu số {comma(denominator)}. Hãy kiểm tra lại hai ô."
        )
    return None


def _percent(entry: Entry) -> str | None:
    value = entry.value
    if abs(value) > HUNDRED:
        near = _nearest(value, entry)
        perhaps = f"Có phải là {comma(near)}? {_RETYPE} {comma(near)}." if near is not None else ""
        return (
            f"đọc được {comma(value)}, nhưng đơn vị là % nên không quá 100. {perhaps or _CONFIRM}"
        )
    share = entry.share
    if share is not None and entry.measure == "level":
        step = Decimal(1).scaleb(int(value.as_tuple().exponent))
        if abs(value - share) > min(max(step, Decimal("0.01")), Decimal(1)):
            return (
                f"đọc được {comma(value)}, nhưng {comma(entry.numerator or Decimal(0))} chia cho "
                f"{comma(entry.denominator or Decimal(0))} được {comma(round(share, 2))}%. "
                f"Hãy kiểm tra giá trị, tử số và mẫu số. {_CONFIRM}"
            )
        return None
    fraction = 0 < value <= 1 and value != value.to_integral_value()
    if fraction and not entry.said_percent and entry.measure == "level":
        return (
            f"đọc được {comma(value)}. Phần trăm ghi là số phần trăm: nếu là "
            f"{comma(value * HUNDRED)}% thì gõ {comma(value * HUNDRED)}; nếu đúng là "
            f"{comma(value)}% thì định dạng ô là Văn bản (Text) và gõ cả dấu %: {comma(value)}%."
        )
    return None


def _count(entry: Entry) -> str | None:
    value = entry.value
    if value == value.to_integral_value():
        return None
    thousandfold = value * 1000
    whole = thousandfold == thousandfold.to_integral_value()
    perhaps = f" Có phải là {comma(thousandfold)}? Hãy gõ {comma(thousandfold)}." if whole else ""
    return f"đọc được {comma(value)}, nhưng đơn vị này là số đếm nên phải là số nguyên.{perhaps}"


def _unlikely(entry: Entry) -> str | None:
    """Off last year's value by a power of ten that a lost or moved mark would make."""
    before, value = entry.before, entry.value
    if entry.measure != "level" or not before or not value or entry.share is not None:
        return None
    if entry.kind == "percent" and entry.said_percent:
        return None
    powers = (10, 100) if entry.kind == "percent" else (1000, 1000000)
    for power in powers:
        for near in (value / power, value * power):
            fits = abs(near - before) <= before * Decimal("0.3")
            whole = entry.kind == "percent" or near == near.to_integral_value()
            possible = entry.kind != "percent" or near <= HUNDRED
            if fits and whole and possible and abs(value - before) > before / 2:
                return (
                    f"đọc được {comma(value)}, năm trước là {comma(before)}. Có phải là "
                    f"{comma(near)}? Nếu đúng là {comma(value)} thì ghi «{CONFIRMED}» vào cột "
                    "Ghi chú."
                )
    return None


def _nearest(value: Decimal, entry: Entry) -> Decimal | None:
    """The percentage that an English Excel may have made the value of."""
    guesses = [value / power for power in (10, 100, 1000) if abs(value / power) <= HUNDRED]
    aim = entry.share if entry.share is not None else entry.before
    if not guesses:
        return None
    if aim is not None:
        return min(guesses, key=lambda guess: abs(guess - aim))
    return value / HUNDRED if value / HUNDRED in guesses else guesses[0]
