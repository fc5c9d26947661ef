"""The Vietnamese words that stand in a workbook for the codes of the data."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from ..wording import STATUS

MEASURE = {"level": "mức", "change": "thay đổi"}
#: A proposal read out of a prose report, waiting for the officer to confirm it.
PROPOSED = "chờ xác nhận"
#: With these words in a note the officer says that an unlikely value was looked at.
CONFIRMED = "đã kiểm tra"
#: What the workbook's note says of a proposal; it is not the officer's note and does not come back.
PROPOSED_NOTE = "đọc từ báo cáo, độ chắc"
STATUS_WORDS: dict[str, str] = {code: text["vi"] for code, text in STATUS.items()}
#: Every word a reporter may use; several mean the same. The first of each code is the usual one.
QUALIFIER_WORDS: dict[str, str] = {
    "trên": "over",
    "hơn": "over",
    "dưới": "under",
    "khoảng": "about",
    "xấp xỉ": "about",
    "gần": "nearly",
    "ít nhất": "at-least",
    "tối thiểu": "at-least",
}
STANDING = {"has": "có", "lacks": "chưa có"}
LIST = {"closed": "kể đủ", "open": "nêu ví dụ"}
SEVERITY = {"error": "lỗi", "warning": "nghi vấn", "note": "lưu ý"}
DECISION = {
    "as-reported": "giữ như báo cáo",
    "explained": "đã giải thích",
    "corrected": "hiệu chỉnh",
}
KIND = {"strength": "điểm mạnh", "weakness": "hạn chế", "context": "bối cảnh"}


def plain(text: str) -> str:
    """Text as compared: composed, in lower case, with single ordinary spaces.

    >>> plain("  Tình\\u00a0trạng ")
    'tình trạng'
    """
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def code_of(words: Mapping[str, str], said: str) -> str | None:
    """The code whose word was said, or None; a code itself is taken too.

    >>> code_of(MEASURE, "Thay đổi"), code_of(MEASURE, "level"), code_of(MEASURE, "khác")
    ('change', 'level', None)
    """
    wanted = plain(said)
    return next((code for code, word in words.items() if wanted in (plain(word), code)), None)


def qualifier_code(said: str) -> str | None:
    """The code of a qualifier word; "" for none, None for a word that is not one.

    >>> qualifier_code("Hơn"), qualifier_code(""), qualifier_code("rất")
    ('over', '', None)
    """
    wanted = plain(said)
    if wanted in ("", *QUALIFIER_WORDS.values()):
        return wanted
    return QUALIFIER_WORDS.get(wanted)


def qualifier_word(code: str) -> str:
    """The usual word of a qualifier.

    >>> qualifier_word("over"), qualifier_word("")
    ('trên', '')
    """
    return next((word for word, known in QUALIFIER_WORDS.items() if known == code), "")


def day_words(said: str) -> str:
    """A year, month or day of the data as it is written in Vietnamese.

    >>> day_words("2023-12-31"), day_words("2023-12"), day_words("2023"), day_words("")
    ('31/12/2023', '12/2023', '2023', '')
    """
    return "/".join(reversed(said.split("-")))


def quoted(words: Mapping[str, str]) -> str:
    """The words to choose from, as a message lists them.

    >>> quoted(MEASURE)
    '«mức», «thay đổi»'
    """
    return ", ".join(f"«{word}»" for word in words.values())
