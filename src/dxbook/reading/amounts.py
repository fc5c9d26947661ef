"""The numbers of a report that can be values: read the Vietnamese way, with their qualifiers.

Years, dates, ages, levels, numbers of documents and of list items are not values. A fraction and
the percentage beside it ("144/225 (64%)") are one amount.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ..data.tokens import Token, readings, tokens_in
from ..model import Qualifier
from .language import Language
from .words import phrase

_DOCUMENT = (
    "nghị quyết|quyết định|kế hoạch|thông tư|nghị định|chỉ thị|công văn|báo cáo|văn bản|đề án|"
    "dự án|tờ trình|thông báo|công điện|chương trình|luật"
).replace(" ", r"\ ")
#: Numbers that name something instead of measuring it.
_NAMES = re.compile(
    rf"""
      https?://\S+ | www\.\S+ | \S+@\S+
    | \d+(?:/\d+)?\s?/\s?[A-ZĐ][\w.&-]+                       # 2050/KH-UBND, 17/2022/QĐ-TTg
    | \b(?:{_DOCUMENT})\s+số:?\s+\d+\S*
    | \b(?:đề\ án|nghị\ quyết|chỉ\ thị|thông\ tư)\s+\d+\b
    | \b(?:điều|khoản|phụ\ lục|biểu|bảng|chương|mục)\s+(?:số\s+)?\d+[\d.]*\b
    | \b(?:giai\ đoạn|thời\ kỳ|nhiệm\ kỳ)\s+\d{{4}}\s*[-–]\s*\d{{4}}
    | \b\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*\d{{4}}\b
    | \b\d{{1,2}}/(?:19|20)\d\d\b
    | \b0\d/0\d\b | \b(?:từ|đến|hết|trước|sau)\s+\d{{1,2}}/\d{{1,2}}\b(?!/)
    | \b(?:ngày|tháng|quý|tuần)\s+\d{{1,2}}(?:[/.-]\d{{1,4}})*\b
    | \bnăm\s+\d{{4}}(?:\s*[-–/]\s*\d{{4}})?\b
    | \b(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b
    | \b\d{{1,2}}\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?(?:\s+\d{{4}})?\b
    | \b\d{{1,2}}\s+tuổi\b | \b\d+\s+(?:ngày|giờ|phút|năm|quý)\b
    | \b(?:mức\ độ|mức|cấp\ độ|loại|bậc|phiên\ bản|version|lần\ thứ|khóa|nhóm|level|top)\s+\d\b
    | \b\d+G\b | \bIPv\d\b | \bISO[\s/\w-]*\d[\d:.-]*\b | 24/2?[47]\b | \bcovid-\d+\b
    | \bthứ\s+\d+\b(?!\s?[%/]) | \b\d+[a-zA-Z]\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ITEM = re.compile(r"^[ \t]*(?:\(?\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+\.?)(?=\s)", re.MULTILINE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERCENT_WORD = re.compile(r"\s?(?:phần trăm)\b", re.IGNORECASE)
_POINTS = re.compile(r"\s?điểm\s+(?:phần trăm\b|%)", re.IGNORECASE)
_AT_LEAST_AFTER = re.compile(r"\s+trở lên", re.IGNORECASE)
_GROUP_AFTER = re.compile(r"[ \u00a0\u202f]")


@dataclass(frozen=True)
class Amount:
    """One value that a report states, and where.

    Args:
        start, end: offsets of the number, with percent sign, magnitude and fraction.
        value: a percentage, or a count; of a fraction without percentage, its numerator.
        percent: whether it is a percentage.
        times: whether it is a multiple ("2 lần").
        qualifier: what is said before it.
        numerator, denominator: where they stand beside it.
        alternative: the other way its digits can be read, if there is one.
        tokens: the (start, text) of every number in it.
    """

    start: int
    end: int
    value: Decimal
    percent: bool
    points: bool
    times: bool
    qualifier: Qualifier
    begins: int
    numerator: Decimal | None
    denominator: Decimal | None
    alternative: Decimal | None
    tokens: tuple[tuple[int, str], ...]

    @property
    def is_fraction(self) -> bool:
        """Whether it is a fraction without its percentage."""
        return self.denominator is not None and not self.percent

    def gives(self, percent: Decimal) -> bool:
        """Whether its numerator and denominator give a percentage."""
        if self.numerator is None or self.denominator is None:
            return False
        return agrees(self.numerator, self.denominator, percent)


def agrees(numerator: Decimal, denominator: Decimal, percent: Decimal) -> bool:
    """Whether a fraction gives a percentage, rounded or cut to the decimals it was stated with.

    >>> agrees(Decimal(144), Decimal(225), Decimal(64)), agrees(Decimal(1), Decimal(3), Decimal(35))
    (True, False)
    """
    if not denominator:
        return False
    exponent = min(0, int(percent.as_tuple().exponent))
    return abs(numerator * 100 / denominator - percent) <= Decimal(1).scaleb(exponent)


def amounts_in(text: str, language: Language) -> list[Amount]:
    """The amounts of a text, in order."""
    named = [m.span() for m in _NAMES.finditer(text)] + [m.span() for m in _ITEM.finditer(text)]
    found = []
    for token in _grouped(text, tokens_in(text)):
        if any(a < token.end and token.start < b for a, b in named):
            continue
        if _is_word_part(text, token) or _is_bare_year(text, token):
            continue
        amount = _amount(text, token, language)
        if amount is not None:
            found.append(amount)
    return _paired(text, found)


def _grouped(text: str, tokens: tuple[Token, ...]) -> list[Token]:
    """Tokens, with thousands grouped by spaces ("1 185 801") taken together."""
    out: list[Token] = []
    for token in tokens:
        last = out[-1] if out else None
        if (
            last is not None
            and not last.parts
            and last.kind == "number"
            and last.text == last.digits
            and re.fullmatch(r"\d{1,3}(?: \d{3})*", last.digits)
            and re.match(r"\d{3}(?!\d)(?![.,]\d)", token.digits)
            and not token.parts
            and token.start == last.end + 1
            and _GROUP_AFTER.fullmatch(text[last.end])
            and not re.search(r"(?:năm|mức|độ)\s*$", text[: last.start].lower())
        ):
            digits = f"{last.digits} {token.digits}"
            out[-1] = replace(
                last,
                text=text[last.start : token.end],
                end=token.end,
                kind=token.kind,
                digits=digits,
                readings=readings(digits),
            )
        else:
            out.append(token)
    return out


def _is_word_part(text: str, token: Token) -> bool:
    before = text[token.start - 1 : token.start]
    return bool(before) and (before.isalnum() or before in "_")


def _is_bare_year(text: str, token: Token) -> bool:
    if not _YEAR.fullmatch(token.text):
        return False
    before = text[max(0, token.start - 12) : token.start].lower()
    after = text[token.end : token.end + 2]
    alone = not after.strip() or after[:1] in ".,;:)-–/"
    return alone or bool(re.search(r"(?:năm|kỳ|đoạn|đến|với|tháng|quý|[-–/])\s*$", before))


def _amount(text: str, token: Token, language: Language) -> Amount | None:
    percent, end, digits = token.kind == "percent", token.end, token.digits
    meanings = token.readings
    if re.search(r"\s(?:tỷ|tỉ)$", token.text) and re.match(r"\s+lệ\b", text[end:]):
        meanings, end = readings(digits), token.start + len(digits)
    points = _POINTS.match(text, end)
    said = points or (None if percent else _PERCENT_WORD.match(text, end))
    if said:
        percent, end = True, said.end()
        meanings = readings(digits, percent=True)
    numerator, denominator = token.numerator, token.denominator
    if token.parts and denominator is None:
        return None
    if not meanings:
        if numerator is None or denominator in (None, 0):
            return None
        meanings = (numerator,)
    qualifier, begins = _qualifier(text, token.start, language)
    if not qualifier and _AT_LEAST_AFTER.match(text, end):
        qualifier = "at-least"
    return Amount(
        start=token.start,
        end=end,
        value=meanings[0],
        percent=percent,
        points=points is not None,
        times=bool(re.match(r"\s+lần\b", text[end:])),
        qualifier=qualifier,
        begins=begins,
        numerator=numerator,
        denominator=denominator,
        alternative=meanings[1] if len(meanings) > 1 else None,
        tokens=((token.start, text[token.start : end]),),
    )


def _qualifier(text: str, start: int, language: Language) -> tuple[Qualifier, int]:
    """The qualifier that stands directly before a number, and where it begins."""
    before = text[max(0, start - 24) : start]
    if before and not before[-1].isspace():
        return "", start
    parts = re.split(r"(\s+)", before.rstrip())
    for count in (3, 2, 1):
        tail = "".join(parts[-(2 * count - 1) :]) if len(parts) >= 2 * count - 1 else ""
        name = language.qualifiers.get(phrase(tail)) if tail else None
        if name and not re.search(r"[^\w\s]", tail):
            return name, start - (len(before) - len(before.rstrip())) - len(tail)
    return "", start


def _paired(text: str, found: list[Amount]) -> list[Amount]:
    """Amounts, with a fraction and the percentage beside it taken as one."""
    out: list[Amount] = []
    for amount in found:
        last = out[-1] if out else None
        if last is not None and last.end <= amount.start:
            between = text[last.end : amount.start]
            beside = re.fullmatch(
                r"\s*[(,]?\s*(?:(?:đạt|chiếm|tỷ lệ|tương ứng|tương đương|bằng|=)\s*)*",
                between,
                re.IGNORECASE,
            )
            if beside and last.is_fraction and amount.percent and not amount.points:
                out[-1] = _joined(text, amount, last, last.start, amount.end)
                continue
            alone = last.percent and last.denominator is None
            if beside and "(" in between and alone and amount.is_fraction:
                out[-1] = _joined(text, last, amount, last.start, amount.end)
                continue
        out.append(amount)
    return out


def _joined(text: str, percent: Amount, fraction: Amount, start: int, end: int) -> Amount:
    closes = text[end : end + 1] == ")" and "(" in text[start:end]
    first = min(percent, fraction, key=lambda a: a.start)
    return replace(
        percent,
        start=start,
        end=end + 1 if closes else end,
        begins=first.begins,
        qualifier=percent.qualifier or fraction.qualifier,
        numerator=fraction.numerator,
        denominator=fraction.denominator,
        tokens=tuple(sorted((*percent.tokens, *fraction.tokens))),
    )
