"""The formulas beside the entries: the share that numerator and denominator give, and a warning."""

from __future__ import annotations

from decimal import Decimal

from ...wording import number
from ..columns import NUMBERS
from ..content import NumberLine
from ..labels import CONFIRMED, qualifier_word

#: Characters of a quote that a formula repeats; a text in a formula has at most 255.
_QUOTED = 160


def _cells(row: int, *fields: str) -> list[str]:
    """A row's cells of some fields."""
    return [f"{NUMBERS.letter(field)}{row}" for field in fields]


def share(row: int) -> str:
    """The percentage of numerator and denominator, rounded as reports round it.

    >>> share(2)
    '=IF(AND(F2="%",ISNUMBER(K2),N(L2)>0),ROUND(100*K2/L2,2),"")'
    """
    unit, top, bottom = _cells(row, "unit", "numerator", "denominator")
    return f'=IF(AND({unit}="%",ISNUMBER({top}),N({bottom})>0),ROUND(100*{top}/{bottom},2),"")'


def warning(row: int) -> str:
    """The first thing about the value that looks wrong, in words; empty where nothing does."""
    value, unit, computed, before = _cells(row, "value", "unit", "share", "before")
    percent = f'{unit}="%"'
    signs = [
        (f"AND({percent},ABS({value})>100)", "Quá 100%"),
        (f"AND({percent},{value}>0,{value}<1)", "Phần trăm ghi 88,48, không ghi 0,8848"),
        (f"AND(ISNUMBER({computed}),ABS({value}-N({computed}))>1)", "Lệch với tử số, mẫu số"),
        (
            f"AND(N({before})>0,OR({value}>3*N({before}),3*{value}<N({before})))",
            "Khác xa năm trước",
        ),
    ]
    formula = '""'
    for test, words in reversed(signs):
        formula = f'IF({test},"{words}",{formula})'
    return f'=IF(ISNUMBER({value}),{formula},"")'


def digits_of(cell: str) -> str:
    """The digits of a number typed as text."""
    for mark in (",", ".", "%", " "):
        cell = f'SUBSTITUTE({cell},"{mark}","")'
    return cell


def differs_from(cell: str, reported: Decimal) -> str:
    """Whether a cell has another number than was reported; one typed as text is read by its digits.

    >>> differs_from("I2", Decimal("97"))[:36]
    'IF(ISNUMBER(I2),I2<>97,AND(SUBSTITUT'
    """
    digits = digits_of(cell)
    plain = {f"{reported:f}", f"{reported.normalize():f}"}
    plain |= {f"{said}0" for said in plain if "." in said}
    as_text = ",".join(f'{digits}<>"{said.replace(".", "")}"' for said in sorted(plain))
    return f"IF(ISNUMBER({cell}),{cell}<>{reported:f},AND({as_text}))"


def warning_of(row: int, line: NumberLine) -> str:
    """A line's warning; where the report says something else than its value, that comes first."""
    usual, said = warning(row), line.otherwise
    if said is None:
        return usual
    value, qualifier, note = _cells(row, "value", "qualifier", "note")
    word = qualifier_word(said.qualifier)
    if Decimal(line.row["value"]) != said.value:
        differs = differs_from(value, said.value)
    else:
        differs = f'{qualifier}<>"{word}"'
    unseen = f'ISERROR(SEARCH("{CONFIRMED}",{note}))'
    amount = f"{word} {number(said.value, 'vi')}".strip()
    quote = " ".join(said.quote.split()).replace('"', '""')
    words = f"Báo cáo ghi {amount}: «{quote[:_QUOTED]}{'…' if len(quote) > _QUOTED else ''}»"
    return f'=IF(AND({differs},{unseen}),"{words}",{usual.removeprefix("=")})'
