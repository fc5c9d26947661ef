"""Numbers as people type them into a spreadsheet, the Vietnamese way and others.

Excel stores what it made of the typing, which depends on its language; a number may also have
been typed as text. What can be read in one way only is read; what can be read in two is asked
about. Whether a number can be right is another question: `dxbook.workbook.filled.doubts`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from ...data.tokens import MAGNITUDES, readings
from ...model import UnitKind
from ..labels import QUALIFIER_WORDS, plain

#: What openpyxl gives for a cell.
CellValue = str | int | float | bool | date | time | None

_SIGNS = {"−": "-", "–": "-", "＋": "+"}
_IN_WORDS = re.compile(rf"(\d+(?:[.,]\d{{1,2}})?) ({'|'.join(MAGNITUDES)})")
_QUALIFIER = re.compile(rf"^({'|'.join(QUALIFIER_WORDS)})\s+(?=[-+−\d])", re.IGNORECASE)


class Unreadable(ValueError):
    """A cell that cannot be read as what it should be; the message says what to do."""


@dataclass(frozen=True)
class TypedNumber:
    """A number read from a cell.

    Args:
        value: a plain decimal, a percentage as a percent number (88.48, never 0.8848).
        said_percent: whether the cell itself says that it is a percentage.
        qualifier: the word typed before the number, if any.
    """

    value: Decimal
    said_percent: bool = False
    qualifier: str = ""


def read_number(value: CellValue, number_format: str, kind: UnitKind) -> TypedNumber | None:
    """Read a cell as a number in a unit of some kind, or None where it is empty.

    Args:
        value: the cell's value, a formula's being its stored result.
        number_format: Excel's format code of the cell ("0.00%").
        kind: the kind of unit, which decides what "1.499" is.

    Raises:
        Unreadable: when it is not a number, or may be two.

    >>> read_number("88,48 %", "General", "percent").value
    Decimal('88.48')
    >>> read_number("1.499", "General", "count").value
    Decimal('1499')
    >>> read_number(0.8848, "0.00%", "percent").value
    Decimal('88.48')
    """
    if value is None:
        return None
    if isinstance(value, bool):
        raise Unreadable("đây là giá trị đúng/sai (TRUE/FALSE), không phải số. Hãy gõ lại số.")
    if isinstance(value, (date, datetime, time)):
        raise Unreadable(
            f"Excel đã hiểu thành ngày giờ ({_day(value)}). "
            "Hãy chọn định dạng ô là Văn bản (Text) rồi gõ lại số."
        )
    if isinstance(value, (int, float)):
        return _from_number(value, number_format, kind)
    return read_text_number(value, kind)


def _from_number(value: int | float, number_format: str, kind: UnitKind) -> TypedNumber:
    exact = _plain_decimal(Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value))
    if "%" not in re.sub(r'"[^"]*"', "", number_format):
        return TypedNumber(exact)
    if kind not in ("percent", "points"):
        raise Unreadable(
            f"ô có định dạng phần trăm ({comma(exact * 100)}%) nhưng đơn vị không phải là %. "
            "Hãy bỏ định dạng phần trăm và gõ lại số."
        )
    decimals = len(re.sub(r"^[^.]*\.?|[^0]", "", number_format.partition("%")[0]))
    percent = _plain_decimal(exact * 100)
    shown = max(decimals, -int(percent.as_tuple().exponent))
    return TypedNumber(percent.quantize(Decimal(1).scaleb(-shown)), said_percent=True)


def read_text_number(text: str, kind: UnitKind) -> TypedNumber | None:
    """Read a number typed as text; None where there is nothing but space.

    Raises:
        Unreadable: when it is not a number, or may be two.

    >>> read_text_number("hơn 4 157", "count")
    TypedNumber(value=Decimal('4157'), said_percent=False, qualifier='hơn')
    >>> read_text_number("-0,04%", "points").value
    Decimal('-0.04')
    """
    said = " ".join(text.split()).removeprefix("'").strip()
    if not said:
        return None
    if said.startswith("#"):
        raise Unreadable(f"ô đang báo lỗi «{said}». Hãy gõ lại số.")
    qualifier = _QUALIFIER.match(said)
    rest = said[qualifier.end() :] if qualifier else said
    for sign, plain_sign in _SIGNS.items():
        rest = rest.replace(sign, plain_sign)
    percent = rest.endswith("%")
    digits = rest.removesuffix("%").strip()
    negative = digits.startswith("-")
    digits = digits.lstrip("+-").strip()
    if not re.fullmatch(r"\d[\d., ]*", digits, re.ASCII) or digits[-1] in ".,":
        raise Unreadable(
            f"«{said}» không phải là số. Chỉ ghi số, không ghi đơn vị hay chữ; "
            f"{_in_full(digits) or 'không có số liệu thì để trống.'}"
        )
    if percent and kind not in ("percent", "points", "unstated"):
        raise Unreadable(f"«{said}» là phần trăm nhưng đơn vị không phải là %. Hãy gõ lại số.")
    value = _decimal(digits, kind, said)
    return TypedNumber(
        -value if negative else value, percent, plain(qualifier[1]) if qualifier else ""
    )


def _in_full(said: str) -> str:
    """What to type for an amount in thousands or millions; empty where it is no such amount.

    >>> _in_full("4,2 triệu"), _in_full("905.120 tài khoản")
    ('hãy ghi đủ chữ số: 4200000.', '')
    """
    found = _IN_WORDS.fullmatch(said.casefold())
    if not found:
        return ""
    value = Decimal(found[1].replace(",", ".")) * MAGNITUDES[found[2]]
    return f"hãy ghi đủ chữ số: {comma(value)}."


def _decimal(digits: str, kind: UnitKind, said: str) -> Decimal:
    """The number in a string of digits, marks and spaces, if its unit leaves one only."""
    meanings = readings(digits, percent=kind in ("percent", "points"))
    if not meanings and " " in digits:
        raise Unreadable(f"«{said}» có dấu cách ở chỗ lạ. Hãy gõ lại liền, không dấu cách.")
    if not meanings:
        raise Unreadable(f"«{said}» có dấu chấm, dấu phẩy ở chỗ lạ. Hãy gõ lại số.")
    if len(meanings) == 1 or kind in ("count", "rank"):
        return meanings[0]
    raise Unreadable(
        f"«{said}» có thể là {comma(meanings[0])} hoặc {comma(meanings[1])}. Hãy gõ lại không có "
        "dấu ngăn hàng nghìn, hoặc gõ thêm số 0 ở cuối phần lẻ."
    )


def _plain_decimal(value: Decimal) -> Decimal:
    """The number without needless zeros and never in powers of ten.

    >>> _plain_decimal(Decimal("88.4800")), _plain_decimal(Decimal("1E+3"))
    (Decimal('88.48'), Decimal('1000'))
    """
    short = value.normalize()
    return short.quantize(Decimal(1)) if int(short.as_tuple().exponent) > 0 else short


def comma(value: Decimal) -> str:
    """A number as the officer writes it, not grouped.

    >>> comma(Decimal("88.48"))
    '88,48'
    """
    return f"{_plain_decimal(value):f}".replace(".", ",")


def _day(value: date | datetime | time) -> str:
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else value.strftime("%H:%M")
