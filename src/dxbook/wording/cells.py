"""Text in the cells of spreadsheets."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)*%?")


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula; plain numbers stay as they are.

    >>> neutral("=1+1"), neutral("-0.04"), neutral("80,07%")
    ("'=1+1", '-0.04', '80,07%')
    """
    if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(text):
        return "'" + text
    return text
