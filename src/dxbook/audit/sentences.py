"""Sentences of the audit, made in every language at once."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..model import Observation, Report, Unit
from ..wording import number, points, unit_name
from ..words import LANGS, Lang, Text, written

#: What a sentence tells of: numbers are written as each language does, None as a question mark.
Part = Decimal | Text | str | int | None
Parts = dict[str, Part]
#: What evidence is made of.
Value = Decimal | str | None


@dataclass(frozen=True)
class _PartsIn:
    """The parts of a sentence in one language, each worded when it is wanted."""

    parts: Parts
    lang: Lang

    def __getitem__(self, name: str) -> object:
        part = self.parts[name]
        if isinstance(part, Decimal):
            return number(part, self.lang)
        return part[self.lang] if isinstance(part, Text) else "?" if part is None else part


def filled(template: Text, /, **parts: Part) -> Text:
    """A sentence that was written without its parts, with them."""
    return Text(**{lang: template[lang].format_map(_PartsIn(parts, lang)) for lang in LANGS})


def sentence(message: str, /, **parts: Part) -> Text:
    """One sentence in every language."""
    return filled(written(message), **parts)


def amount(value: Decimal, unit: Unit, *, change: bool = False) -> Text:
    """A value with its unit; a difference of percentages in percentage points."""
    return Text(**{lang: _amount(value, unit, change, lang) for lang in LANGS})


def _amount(value: Decimal, unit: Unit, change: bool, lang: Lang) -> str:
    if unit.kind == "points" or (change and unit.kind == "percent"):
        return ("−" if value < 0 else "") + points(value, lang)
    if unit.kind == "percent":
        return number(value, lang) + "%"
    if unit.kind == "count":
        return f"{number(value, lang)} {unit_name(unit, value, lang)}"
    return number(value, lang)


def label(report: Report, observation: Observation) -> Text:
    """What an observation measures and over whom, as it stands in a sentence."""
    return label_of(report, observation.indicator, observation.scope)


def label_of(report: Report, indicator: str, scope: str) -> Text:
    """An indicator and a scope, as they stand in a sentence."""
    name = report.catalogue.indicators[indicator].name
    short = report.catalogue.scopes[scope].short
    return written("“{name}” ({short})", name=name, short=short)


def joined(texts: list[Text]) -> Text:
    """Several texts in a row."""
    return Text(**{lang: ", ".join(t[lang] for t in texts) for lang in LANGS})


def places(value: Decimal) -> int:
    """The decimals a value was given with.

    >>> places(Decimal("66.40")), places(Decimal(572))
    (2, 0)
    """
    return max(0, -int(value.as_tuple().exponent))


def plain(value: Decimal) -> str:
    """A value as it stands in a table and in evidence: as precise as given, never 1E+3."""
    return format(value, "f")


def evidence(*values: Value) -> str:
    """The compact text of the values a finding rests on; a ruling covers only this text.

    >>> evidence(Decimal("88.48"), Decimal("564270"), None)
    '88.48; 564270; ?'
    """
    return "; ".join(
        "?" if v is None else plain(v) if isinstance(v, Decimal) else v for v in values
    )
