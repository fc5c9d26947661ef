"""Numbers, units and dates as readers expect them (formats from Babel's CLDR data)."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from ..model import Lang, Observation, Qualifier, Text, Unit
from ..words import NO_TEXT, OWN, written

_MILLION = Decimal(1_000_000)
#: A year, a month and a day, as CLDR writes patterns of dates.
_DATES = (written("y"), written("MMMM y"), written("d MMMM y"))

_QUALIFIERS: dict[Qualifier, Text] = {
    "": NO_TEXT,
    "over": written("over"),
    "under": written("under"),
    "about": written("about"),
    "nearly": written("nearly"),
    "at-least": written("at least"),
}
#: Words of the source for the same qualifier, kept in its own language.
_IN_SOURCE: dict[Qualifier, tuple[str, ...]] = {
    "over": ("trên", "hơn"),
    "under": ("dưới",),
    "about": ("khoảng", "xấp xỉ"),
    "nearly": ("gần",),
    "at-least": ("ít nhất", "tối thiểu"),
}


def number(value: Decimal, lang: Lang, *, signed: bool = False) -> str:
    """A number with the decimals it was given, grouped as the language does.

    >>> number(Decimal("66.40"), "vi"), number(Decimal("957196"), "en")
    ('66,40', '957,196')
    >>> number(Decimal("-0.04"), "vi", signed=True)
    '−0,04'
    """
    decimals = max(0, -int(value.as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = format_decimal(abs(value), pattern, locale=lang, decimal_quantization=False)
    if value < 0:
        return "−" + text
    return ("+" if signed and value > 0 else "") + text


def quantity(value: Decimal, unit: Unit, lang: Lang, *, qualifier: str = "") -> str:
    """A number with its qualifier word and unit.

    A round number of millions is written as such.

    >>> from ..model import Text, Unit
    >>> name, one = Text(vi="hóa đơn", en="invoices"), Text(vi="", en="invoice")
    >>> invoices = Unit("invoices", "count", name, one)
    >>> quantity(Decimal(3000000), invoices, "vi", qualifier="trên")
    'trên 3 triệu hóa đơn'
    >>> quantity(Decimal(3000000), invoices, "en", qualifier="over")
    'over 3 million invoices'
    """
    if unit.kind == "percent":
        words = number(value, lang) + "%"
    elif unit.kind == "rank":
        words = written("rank {number}", number=number(value, lang))[lang]
    else:
        words = f"{magnitude(value, lang)} {unit_name(unit, value, lang)}"
    return f"{qualifier} {words}".strip()


def magnitude(value: Decimal, lang: Lang) -> str:
    """A number, written in millions where it is a round number of them."""
    if value >= _MILLION and value % (_MILLION / 10) == 0:
        millions = (value / _MILLION).normalize()
        return written("{number} million", number=number(millions, lang))[lang]
    return number(value, lang)


def unit_name(unit: Unit, value: Decimal, lang: Lang) -> str:
    """The unit's name as it stands after a number."""
    return (unit.one if abs(value) == 1 else unit.name)[lang]


def qualifier_word(observation: Observation, lang: Lang) -> str:
    """The qualifier in words; in the source's language its very word, where that is known."""
    qualifier = observation.qualifier
    if lang == OWN and observation.quote and qualifier:
        said = [
            word
            for word in _IN_SOURCE[qualifier]
            if re.search(rf"\b{word} \d", observation.quote.text, re.IGNORECASE)
        ]
        if said:
            return said[0]
    return _QUALIFIERS[qualifier][lang]


def observed(observation: Observation, unit: Unit, lang: Lang) -> str:
    """A level as a reader sees it: qualifier, number, unit; the corrected value where there is one.

    Raises:
        ValueError: when the observation has no value; say its status instead.
    """
    if observation.best is None:
        raise ValueError(f"{observation.key} has no value")
    return quantity(observation.best, unit, lang, qualifier=qualifier_word(observation, lang))


def period(as_of: str, lang: Lang) -> str:
    """A year, month, day or interval of months as words.

    >>> period("2022-12", "vi"), period("2022-12", "en")
    ('tháng 12/2022', 'December 2022')
    """
    if "/" in as_of:
        first, last = as_of.split("/")
        return f"{period(first, lang)} – {period(last, lang)}"
    year, month, day = (*map(int, as_of.split("-")), 1, 1)[:3]
    form = _DATES[as_of.count("-")][lang]
    return format_date(date(year, month, day), form, locale=lang)


def part_of_year(as_of: str, lang: Lang) -> str:
    """A period as words; months from January on are the first of their year.

    >>> part_of_year("2022-01/2022-06", "vi"), part_of_year("2022-01/2022-06", "en")
    ('6 tháng đầu năm 2022', 'first half of 2022')
    """
    first, _, last = as_of.partition("/")
    year, month = first[:4], last[5:]
    if first != f"{year}-01" or last != f"{year}-{month}":
        return period(as_of, lang)
    count = int(month)
    if count == 12:
        return period(year, lang)
    english = {3: "first quarter of", 6: "first half of"}
    return Text(
        vi=f"{count} tháng đầu năm {year}" if count > 1 else period(first, "vi"),
        en=f"{english.get(count, f'first {count} months of')} {year}"
        if count > 1
        else period(first, "en"),
    )[lang]
