"""The numbers of a Vietnamese text: where each stands and what it may mean.

Vietnamese writes thousands with dots and decimals with a comma ("1.499", "88,48"), but reports
mix in the English way ("88.48%"). A number that can be read in two ways keeps both readings,
the likelier first; whoever knows the unit decides. What an officer types into a workbook is read
by the same `readings`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

TokenKind = Literal["number", "percent", "fraction"]

_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
_NUMBER = r"\d+(?:[.,]\d+)*"
_TOKEN = re.compile(
    rf"(?P<first>{_NUMBER})"
    rf"(?:(?P<rest>(?:/{_NUMBER})+)|\s?(?P<percent>%)|\s(?P<magnitude>nghìn|ngàn|triệu|tỷ|tỉ)\b)?"
)
#: What a word after a number multiplies it by.
MAGNITUDES = {
    "nghìn": Decimal(1_000),
    "ngàn": Decimal(1_000),
    "triệu": Decimal(1_000_000),
    "tỷ": Decimal(1_000_000_000),
    "tỉ": Decimal(1_000_000_000),
}


@dataclass(frozen=True)
class Token:
    """A number in a text.

    Args:
        text: as written, with its percent sign or word of magnitude.
        start, end: character offsets, end exclusive.
        line: number of the line, from 1.
        readings: what the number may mean, the likelier first; of a fraction, nothing.
        parts: the numbers of a fraction such as 144/225, or of a date such as 12/2022.
        digits: the number as written, without percent sign or magnitude.
    """

    text: str
    start: int
    end: int
    line: int
    kind: TokenKind
    digits: str
    readings: tuple[Decimal, ...]
    parts: tuple[Decimal, ...] = ()

    @property
    def numerator(self) -> Decimal | None:
        """The upper number of a fraction of two."""
        return self.parts[0] if len(self.parts) == 2 else None

    @property
    def denominator(self) -> Decimal | None:
        """The lower number of a fraction of two."""
        return self.parts[1] if len(self.parts) == 2 else None


def tokens_in(text: str) -> tuple[Token, ...]:
    """The numbers of a text, in order.

    >>> [t.text for t in tokens_in("144/225 (64%) đài, hơn 1.499 lượt và 3 triệu hóa đơn")]
    ['144/225', '64%', '1.499', '3 triệu']
    >>> tokens_in("04 đơn vị")[0].readings
    (Decimal('4'),)
    """
    line_starts = [0, *(m.end() for m in re.finditer("\n", text))]
    found = []
    for m in _TOKEN.finditer(text):
        line = bisect_right(line_starts, m.start())
        digits = m["first"] + (m["rest"] or "")
        if m["rest"]:
            read = [readings(part) for part in digits.split("/")]
            parts = tuple(r[0] for r in read if r)
            kind: TokenKind = "fraction"
            meanings: tuple[Decimal, ...] = ()
        else:
            parts = ()
            kind = "percent" if m["percent"] else "number"
            times = MAGNITUDES.get(m["magnitude"] or "", Decimal(1))
            plain = readings(digits, percent=kind == "percent")
            meanings = tuple(_times(value, times) for value in plain)
        found.append(Token(m[0], m.start(), m.end(), line, kind, digits, meanings, parts))
    return tuple(found)


def readings(digits: str, *, percent: bool = False) -> tuple[Decimal, ...]:
    """What digits with their separators may mean, the likelier first.

    A separator before exactly three digits may divide thousands or decimals; before any other
    number of digits it can only be a decimal mark. Spaces divide thousands. Digits whose groups
    fit neither way mean nothing.

    >>> readings("1.499"), readings("88,48"), readings("1.185.801")
    ((Decimal('1499'), Decimal('1.499')), (Decimal('88.48'),), (Decimal('1185801'),))
    >>> readings("33,333", percent=True), readings("1.185.80")
    ((Decimal('33.333'),), ())
    >>> readings("1 185 801,5"), readings("11 85")
    ((Decimal('1185801.5'),), ())
    """
    if " " in digits:
        joined = digits.replace(" ", "").replace(",", ".")
        return (Decimal(joined),) if _SPACED.fullmatch(digits) else ()
    marks = [c for c in digits if c in ".,"]
    if not marks:
        return (Decimal(digits),)
    groups = re.split("[.,]", digits)
    whole = Decimal("".join(groups))
    decimal = Decimal("".join(groups[:-1]) + "." + groups[-1])
    thousands = 0 < len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])
    thousands = thousands and not groups[0].startswith("0")
    if len(set(marks)) == 2:
        grouped = len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:-1])
        once = marks.count(marks[-1]) == 1
        return (decimal,) if grouped and once else ()
    if len(marks) > 1:
        return (whole,) if thousands else ()
    if not thousands or percent:
        return (decimal,)
    return (whole, decimal)


def _times(value: Decimal, magnitude: Decimal) -> Decimal:
    product = value * magnitude
    whole = product.to_integral_value()
    return whole if magnitude > 1 and product == whole else product


def decimal_mark(token: Token) -> str:
    """The decimal mark that a number is written with: "," or ".", or empty where it has none.

    >>> [decimal_mark(t) for t in tokens_in("88,48% và 88.48% của 1.499, 70,0% và 2,5 triệu")]
    [',', '.', '', ',', ',']
    """
    plain = () if token.parts else readings(token.digits, percent=token.kind == "percent")
    if not plain or plain[0].as_tuple().exponent == 0:
        return ""
    return next(c for c in reversed(token.digits) if c in ".,")
