"""Texts whose letters are stored in parts ("ệ" as "e" and two marks), read as whole letters."""

from __future__ import annotations

import re
import unicodedata

_LETTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")


def composed(text: str) -> tuple[str, list[int]]:
    r"""A text with its letters whole, and for each character where it stood; also for the end.

    >>> composed("a\u0302m")
    ('âm', [0, 2, 3])
    """
    letters: list[str] = []
    places: list[int] = []
    for match in _LETTER.finditer(text):
        whole = unicodedata.normalize("NFC", match[0])
        letters.append(whole)
        places.extend([match.start()] * len(whole))
    return "".join(letters), [*places, len(text)]
