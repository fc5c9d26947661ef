"""What the program says, in plain English here and in every other language by catalogue.

A message stands where it is said, in English, with names in braces for what it tells of:

    raise usage_error("There is no {year}.", year=year)

`said` gives it in the language of the command line, `written` in every language at once, for what
stands in the book. The other languages are in `locale/<language>/LC_MESSAGES/dxbook.po`; `make
words` gathers new messages there and compiles them. A language more is a file more.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

#: A language of the book, by its code in ISO 639.
Lang = str
#: Says the language of messages outright.
VARIABLE = "DXBOOK_LANG"
#: What POSIX asks for the language of messages, in its order.
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
DOMAIN, CATALOGUES = "dxbook", Path(__file__).parent / "locale"
#: The language that messages have in the code.
IN_CODE: Lang = "en"
#: The book's own language, where the environment asks for none that it has.
OWN: Lang = "vi"
#: Every language of the book, its own first.
LANGS: tuple[Lang, ...] = (
    OWN,
    *sorted({IN_CODE, *(path.name for path in CATALOGUES.iterdir() if path.is_dir())} - {OWN}),
)


class Text(Mapping[Lang, str]):
    """One text in every language.

    >>> Text(vi="xã", en="commune")["en"]
    'commune'
    """

    __slots__ = ("_of",)

    def __init__(self, **of: str) -> None:
        self._of = of

    def __getitem__(self, lang: Lang) -> str:
        return self._of[lang]

    def __iter__(self) -> Iterator[Lang]:
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)

    def __bool__(self) -> bool:
        return any(self._of.values())

    def __hash__(self) -> int:
        return hash(tuple(self._of.items()))

    def __repr__(self) -> str:
        return f"Text({', '.join(f'{lang}={words!r}' for lang, words in self._of.items())})"


#: What a message may tell of: a text, or a function, gives each language its own words.
Value = object | Text | Callable[[Lang], object]
NO_TEXT = Text(**dict.fromkeys(LANGS, ""))


def said(message: str, /, **values: Value) -> str:
    """A message in the language that is spoken here.

    Args:
        message: in English, as a literal; `{name}` takes the value of that name.
    """
    lang = spoken()
    return _filled(_catalogue(lang).gettext(message), lang, values)


def said_count(one: str, many: str, count: int, /, **values: Value) -> str:
    """A message of a count, which `{count}` takes, in the language that is spoken here."""
    lang = spoken()
    message = _catalogue(lang).ngettext(one, many, count)
    return _filled(message, lang, {"count": count, **values})


def written(message: str, /, **values: Value) -> Text:
    """A message in every language.

    >>> written("{name}, to be clarified", name=Text(vi="Hồ sơ", en="Dossiers"))["en"]
    'Dossiers, to be clarified'
    """
    return _in_each(lambda catalogue: catalogue.gettext(message), values)


def written_in(context: str, message: str, /, **values: Value) -> Text:
    """A message that other languages say differently in another context, in every language."""
    return _in_each(lambda catalogue: catalogue.pgettext(context, message), values)


def written_count(one: str, many: str, count: int, /, **values: Value) -> Text:
    """A message of a count, which `{count}` takes, in every language."""
    values = {"count": count, **values}
    return _in_each(lambda catalogue: catalogue.ngettext(one, many, count), values)


def _in_each(find: Callable[[gettext.NullTranslations], str], values: Mapping[str, Value]) -> Text:
    return Text(**{lang: _filled(find(_catalogue(lang)), lang, values) for lang in LANGS})


def _filled(message: str, lang: Lang, values: Mapping[str, Value]) -> str:
    if not values:
        return message
    return message.format_map({name: _in(value, lang) for name, value in values.items()})


def _in(value: Value, lang: Lang) -> object:
    if isinstance(value, Text):
        return value[lang]
    return value(lang) if callable(value) else value


@lru_cache
def _catalogue(lang: Lang) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, CATALOGUES, [lang], fallback=lang == IN_CODE)


def spoken(environment: Mapping[str, str] | None = None, system: str | None = None) -> Lang:
    """The language of messages.

    `DXBOOK_LANG` decides; else the locale, when it is a language of the book; else it is the
    book's own.

    Args:
        environment: variables and their values; those of this process when None.
        system: name of the system's locale, where variables name none; asked when None.

    >>> spoken({"DXBOOK_LANG": "en", "LANG": "vi_VN.UTF-8"}), spoken({"LANG": "en_GB.UTF-8"})
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


def _language(locale: str) -> Lang | None:
    """The language of a locale such as `vi_VN.UTF-8`, when the book has it."""
    language = locale.strip().lower().replace("-", "_").partition(".")[0].partition("_")[0]
    return language if language in LANGS else None


def _system() -> str:
    """The locale of the system's own windows and menus, on Windows; nothing elsewhere."""
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""
