"""The formulas beside the entries: the share that numerator and denominator give, and a warning."""

from __future__ import annotations

from decimal import Decimal

from ..columns import NUMBER_COLUMNS, letter

_AT = {column.field: letter(NUMBER_COLUMNS, column.field) for column in NUMBER_COLUMNS}


def share(row: int) -> str:
    """The percentage of numerator and denominator, rounded as reports round it.

    >>> share(2)
    '=IF(AND(F2="%",ISNUMBER(K2),N(L2)>0),ROUND(100*K2/L2,2),"")'
    """
    unit, top, bottom = (f"{_AT[name]}{row}" for name in ("unit", "numerator", "denominator"))
    return f'=IF(AND({unit}="%",ISNUMBER({top}),N({bottom})>0),ROUND(100*{top}/{bottom},2),"")'


def warning(row: int) -> str:
    """The first thing about the value that looks wrong, in words; empty where nothing does."""
    value, unit, computed, before = (
        f"{_AT[name]}{row}" for name in ("value", "unit", "share", "before")
    )
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


def differs_from(cell: str, reported: Decimal) -> str:
    """Whether a cell has another number than was reported; one typed as text is read by its digits.

    >>> differs_from("I2", Decimal("97"))[:36]
    'IF(ISNUMBER(I2),I2<>97,AND(SUBSTITUT'
    """
    digits = cell
    for mark in (",", ".", "%", " "):
        digits = f'SUBSTITUTE({digits},"{mark}","")'
    plain = {f"{reported:f}", f"{reported.normalize():f}"}
    plain |= {f"{said}0" for said in plain if "." in said}
    as_text = ",".join(f'{digits}<>"{said.replace(".", "")}"' for said in sorted(plain))
    return f"IF(ISNUMBER({cell}),{cell}<>{reported:f},AND({as_text}))"


def otherwise(differs: str, unseen: str, words: str, usual: str) -> str:
    """A warning that comes before the usual one, while two conditions hold.

    >>> otherwise("I2<>84", "TRUE", "Báo cáo ghi 84", '=""')
    '=IF(AND(I2<>84,TRUE),"Báo cáo ghi 84","")'
    """
    return f'=IF(AND({differs},{unseen}),"{words}",{usual.removeprefix("=")})'
