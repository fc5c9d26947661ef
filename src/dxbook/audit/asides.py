"""Numbers that state nothing: years, dates, ages, names of levels, documents' numbers."""

from __future__ import annotations

import re
from decimal import Decimal

from ..data.tokens import Token
from ..model import Text
from ..words import written

YEAR = written("a year")
DATE = written("a date")
AGE = written("an age in a definition")
LEVEL = written("the name of a level")
ADDRESS = written("an address or telephone number")
DOCUMENT = written("the number of a document or article")
NAME = written("part of a name")
NUMBERING = written("the numbering of a list")
IDIOM = written("a way of saying “round the clock”")

#: What a number may be worth to be read as a year.
YEARS = range(1900, 2101)

_ADDRESS = re.compile(r"(https?://|www\.)\S+|\S+@\S+|\b[\w-]+(\.[\w-]+)*\.(vn|com|org|net)\b\S*")
_STREET = re.compile(r"\bsố( nhà)?\s+$", re.IGNORECASE)
_STREET_AFTER = re.compile(r"[A-Za-z]?,?\s+(đường|phố|ngõ|ngách|hẻm)\b", re.IGNORECASE)
_PHONE = re.compile(r"0\d{9,10}|1(800|900)\d{4}")
_DOCUMENT_AFTER = re.compile(r"[/-][A-ZĐ]{2,}|/\d+-[A-ZĐ]{2,}")
_ARTICLE = re.compile(
    r"\b(điều|khoản|chương|phụ lục|mẫu số|article|clause|appendix)\s+$", re.IGNORECASE
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE_BEFORE = re.compile(rf"\b(ngày|mùng|tháng|quý|quarter|{_MONTHS})\s+$", re.IGNORECASE)
_DATE_AFTER = re.compile(
    rf"\s+(tháng\s+\d|tháng (đầu|cuối|qua)|({_MONTHS})\b|months of)", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(
    r"\b(năm|kỳ|giai đoạn|nhiệm kỳ|năm\s+\d{4}\s*[-–,]|\d{4}\s*[-–]|in|since|of|from|to|by)\s*$",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(
    r"(\s*([-–]|đến|to)\s*\d+)?\s*(tuổi|years? old|years? of age)", re.IGNORECASE
)
_AGE_BEFORE = re.compile(r"\b(aged|age of|ages|aged \d+ to)\s+$", re.IGNORECASE)
_LEVEL_BEFORE = re.compile(
    r"\b(mức( độ)?|cấp độ|trường cấp|bậc|loại|hạng|giai đoạn|phiên bản|levels?|phase|version|class)"
    r"\s+(\d\s*(,|và|hoặc|and|or)\s*)*$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    r"\b(công nghiệp( lần thứ)?|cách mạng( lần thứ)?|industry|web|CC BY(-SA)?)\s+$", re.I
)
_VERSION = re.compile(r"[1-9]\.0")
_NOUN_BEFORE = re.compile(r"([^\W\d_]+)\s+$")
_NO_NOUN = re.compile(
    r"đạt|là|được|còn|tăng|giảm|hơn|trên|dưới|khoảng|gần|lên|xuống|từ|đến|tới|bằng|chiếm|có|và"
    r"|is|was|of|to|by|from|over|under|about",
    re.IGNORECASE,
)
_MEASURED_AFTER = re.compile(r"\s*(điểm|lần|triệu|tỷ|tỉ|nghìn|ngàn|km|ha|m2)\b", re.IGNORECASE)
_NUMBERING_AFTER = re.compile(r"[.)](\s|$)")


def reason_aside(text: str, token: Token) -> Text | None:
    """Why a number states nothing, by the words beside it; None where they do not say.

    >>> from ..data.tokens import tokens_in
    >>> text = "Từ 15 tuổi trở lên, mức 1 là 317.891 theo Kế hoạch số 2050/KH-UBND"
    >>> [(t.text, reason_aside(text, t) is not None) for t in tokens_in(text)]
    [('15', True), ('1', True), ('317.891', False), ('2050', True)]
    """
    before, after = text[max(0, token.start - 40) : token.start], text[token.end : token.end + 40]
    for reason, applies in (
        (ADDRESS, _is_address),
        (DOCUMENT, _is_document),
        (DATE, _is_date),
        (AGE, _is_age),
        (LEVEL, _is_level),
        (NAME, _is_name),
        (YEAR, _is_named_year),
        (NUMBERING, _is_numbering),
    ):
        if applies(text, token, before, after):
            return reason
    return IDIOM if token.text in ("24/7", "24/24") else None


def looks_like_year(token: Token) -> bool:
    """Whether a number that nothing states can only be a year: four digits, 1900 to 2100."""
    return bool(re.fullmatch(r"\d{4}", token.text)) and int(token.text) in YEARS


def _is_address(text: str, token: Token, before: str, after: str) -> bool:
    line = text.rfind("\n", 0, token.start) + 1
    stop = text.find("\n", token.end)
    whole = text[line : stop if stop >= 0 else len(text)]
    inside = any(
        line + m.start() <= token.start and token.end <= line + m.end()
        for m in _ADDRESS.finditer(whole)
    )
    street = bool(_STREET.search(before) and _STREET_AFTER.match(after))
    return inside or street or bool(_PHONE.fullmatch(token.text))


def _is_document(text: str, token: Token, before: str, after: str) -> bool:
    return token.kind != "percent" and bool(_DOCUMENT_AFTER.match(after) or _ARTICLE.search(before))


def _is_date(text: str, token: Token, before: str, after: str) -> bool:
    if token.kind == "percent":
        return False
    parts = [int(p) for p in token.parts]
    if len(parts) == 3:
        return parts[2] in YEARS
    if len(parts) == 2:
        month = parts[0] in range(1, 13) and parts[1] in YEARS
        day = parts[0] in range(1, 32) and parts[1] in range(1, 13)
        return month or (day and bool(_DATE_BEFORE.search(before)))
    if token.kind != "number" or not token.digits.isdigit() or len(token.digits) > 2:
        return False
    return bool(_DATE_BEFORE.search(before) or _DATE_AFTER.match(after))


def _is_age(text: str, token: Token, before: str, after: str) -> bool:
    if token.kind != "number" or not token.digits.isdigit() or len(token.digits) > 3:
        return False
    return bool(_AGE_AFTER.match(after) or _AGE_BEFORE.search(before))


def _is_level(text: str, token: Token, before: str, after: str) -> bool:
    small = token.kind == "number" and bool(token.readings) and token.readings[0] <= Decimal(9)
    plain = token.digits.isdigit() and len(token.digits) == 1
    version = bool(re.search(r"(phiên bản|version)\s+$", before, re.IGNORECASE))
    return small and (plain or version) and bool(_LEVEL_BEFORE.search(before))


def _is_name(text: str, token: Token, before: str, after: str) -> bool:
    joined = bool(re.search(r"[^\W\d_]-?\Z", before)) or bool(re.match(r"[^\W\d_]", after))
    if joined and token.text[-1] != "%" and " " not in token.text:
        return True
    named = bool(_NAME_BEFORE.search(before)) and token.kind == "number"
    return named or is_version(text, token)


def is_version(text: str, token: Token) -> bool:
    """Whether a number is the version in a name: a noun's “4.0”, not a measured 4.0.

    >>> from ..data.tokens import tokens_in
    >>> texts = ("mô hình chợ 4.0 tại", "đạt 4.0 điểm", "điểm trung bình 4.0 điểm")
    >>> [is_version(text, tokens_in(text)[0]) for text in texts]
    [True, False, False]
    """
    if token.kind != "number" or not _VERSION.fullmatch(token.text):
        return False
    noun = _NOUN_BEFORE.search(text[: token.start][-40:])
    measured = _MEASURED_AFTER.match(text[token.end : token.end + 40])
    return noun is not None and not _NO_NOUN.fullmatch(noun[1]) and not measured


def _is_named_year(text: str, token: Token, before: str, after: str) -> bool:
    span = bool(re.match(r"\s*[-–]\s*\d{4}\b", after))
    return looks_like_year(token) and (span or bool(_YEAR_BEFORE.search(before)))


def _is_numbering(text: str, token: Token, before: str, after: str) -> bool:
    starts_line = not text[text.rfind("\n", 0, token.start) + 1 : token.start].strip(" \t")
    short = all(len(part) <= 2 for part in token.digits.split("."))
    return starts_line and short and token.kind == "number" and bool(_NUMBERING_AFTER.match(after))
