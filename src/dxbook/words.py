"""The language that the command line speaks, and messages written in both.

A message is written where it is said, Vietnamese first, and the one that is wanted is taken there:

    raise UsageError(said(f"Không có năm {year}.", f"There is no {year}."))

What stands in the book is another matter: that is `dxbook.model.Text`, which keeps both.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Literal

Spoken = Literal["vi", "en"]

#: Says the language outright.
VARIABLE = "DXBOOK_LANG"
#: What POSIX asks for the language of messages, in its order.
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
#: The book's own language, where the environment asks for neither of the two.
OWN: Spoken = "vi"


def said(vi: str, en: str) -> str:
    """The message in the language that is spoken here."""
    return vi if spoken() == "vi" else en


def spoken(environment: Mapping[str, str] | None = None, system: str | None = None) -> Spoken:
    """The language of messages.

    `DXBOOK_LANG` decides; else the locale, when it is one of the two; else it is the book's own.

    Args:
        environment: variables and their values; those of this process when None.
        system: name of the system's locale, where variables name none; asked when None.

    >>> spoken({"DXBOOK_LANG": "en", "LANG": "vi_VN.UTF-8"}), spoken({"LANG": "en_US.UTF-8"})
    ('en', 'en')
    >>> spoken({"LANG": "C.UTF-8"}), spoken({"LANG": "fr_FR.UTF-8"})
    ('vi', 'vi')
    """
    variables = os.environ if environment is None else environment
    asked = _language(variables.get(VARIABLE, ""))
    if asked is None:
        named = next((variables[name] for name in LOCALE if variables.get(name)), None)
        asked = _language(named or (_system() if system is None else system))
    return asked or OWN


def _language(locale: str) -> Spoken | None:
    """The language of a locale such as `vi_VN.UTF-8`, when it is one of the two."""
    language = locale.strip().lower().replace("-", "_").partition(".")[0].partition("_")[0]
    return "vi" if language == "vi" else "en" if language == "en" else None


def _system() -> str:
    """The locale of the system's own windows and menus, on Windows; nothing elsewhere."""
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""
