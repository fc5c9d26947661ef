"""A quote that the officer copied, found in the year's source text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .amounts import Unreadable


@dataclass(frozen=True)
class Found:
    """The exact stretch of the source, and its character offsets, end exclusive."""

    text: str
    start: int
    end: int


def find_quote(said: str, source: str, near: int | None = None) -> Found:
    """Find the stretch of a source that a quote copies, whatever became of its spaces.

    Args:
        near: where the quote stood before, to choose between several places.

    Raises:
        Unreadable: when the source does not say it, or says it in several places.

    >>> find_quote("đạt  88,48%", "số hồ sơ đạt 88,48% (tăng)")
    Found(text='đạt 88,48%', start=9, end=19)
    """
    words = unicodedata.normalize("NFC", said).split()
    pattern = r"\s+".join(re.escape(word) for word in words)
    places = [match.span() for match in re.finditer(pattern, source)] if words else []
    if not places:
        raise Unreadable(
            f"văn bản nguồn không có câu «{_short(said)}». Hãy chép nguyên văn từ báo cáo; ở sheet "
            "«Số liệu» còn có thể để trống ô này và ghi vào cột Ghi chú."
        )
    if len(places) > 1 and near is None:
        raise Unreadable(
            f"câu «{_short(said)}» có {len(places)} chỗ trong văn bản nguồn. Hãy chép dài hơn để "
            "biết là chỗ nào."
        )
    start, end = min(places, key=lambda place: abs(place[0] - (near or 0)))
    return Found(source[start:end], start, end)


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= 80 else joined[:79] + "…"
