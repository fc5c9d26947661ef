"""The order of words as Vietnamese readers expect it.

Written by hand: the Unicode collation libraries at hand either lack the Vietnamese tailoring
(pyuca sorts "ă" as an accented "a") or need a system library (PyICU).
"""

from __future__ import annotations

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng


def vietnamese_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """A key that sorts letters first (a ă â … d đ …), tones only between equal letters.

    >>> sorted(["đài", "dân", "bá", "bà", "ba", "ân", "ăn", "an"], key=vietnamese_key)
    ['an', 'ăn', 'ân', 'ba', 'bà', 'bá', 'dân', 'đài']
    """
    letters: list[int] = []
    tones: list[int] = []
    for character in unicodedata.normalize("NFC", text.casefold()):
        parts = unicodedata.normalize("NFD", character)
        tone = next((_TONES.index(p) + 1 for p in parts if p in _TONES), 0)
        bare = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES))
        place = _LETTERS.find(bare)
        letters.append(place + 1000 if place >= 0 else ord(bare[:1] or " "))
        tones.append(tone)
    return tuple(letters), tuple(tones), text
