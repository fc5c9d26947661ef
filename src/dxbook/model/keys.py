"""Keys by which pages and texts refer to values: `indicator[.scope][.aspect]`."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from ..errors import UnknownReference
from ..words import said
from .report import Report

#: What may be said of a value besides the value itself.
#:
#: `change` the reported change in words; `previous` the value of the year before; `target` the
#: value against the year's target, in words; `as_of` its date; `number` the bare number;
#: `numerator` and `denominator` what a share was made of; `status` in words; `name` the
#: indicator's name.
ASPECTS = (
    "change", "previous", "target", "as_of", "number", "numerator", "denominator", "status", "name",
)  # fmt: skip


@dataclass(frozen=True)
class Key:
    """A parsed key. `aspect` is empty for the value itself."""

    indicator: str
    scope: str
    aspect: str

    def __str__(self) -> str:
        return ".".join(part for part in (self.indicator, self.scope, self.aspect) if part)


def keys_of(report: Report, pillar: str | None = None) -> list[Key]:
    """Every key that refers to a value of a pillar, or of all, without aspects."""
    return [
        Key(indicator.id, scope, "")
        for indicator in report.indicators(pillar)
        for scope in indicator.scopes
    ]


def parse_key(report: Report, key: str) -> Key:
    """Parse a key.

    Raises:
        UnknownReference: when it names nothing; the message names the nearest key.
    """
    indicator, *rest = key.split(".")
    known = report.catalogue.indicators.get(indicator)
    if known is not None and len(rest) <= 2:
        aspect = rest.pop() if rest and rest[-1] in ASPECTS else ""
        scope = rest.pop() if rest else known.scopes[0]
        if not rest and scope in known.scopes:
            return Key(indicator, scope, aspect)
    message = said("There is no value {key!r}.", key=key)
    near = nearest_key(report, key)
    if near:
        message += said(" The nearest is {near!r}.", near=near)
    raise UnknownReference(message)


def nearest_key(report: Report, key: str) -> str:
    """The key that is written most like this one; empty where there is none at all."""
    plain = [str(k) for k in keys_of(report)] + list(report.catalogue.indicators)
    words = plain + [f"{k}.{aspect}" for k in plain for aspect in ASPECTS]
    return next(iter(difflib.get_close_matches(key, words, n=1, cutoff=0.0)), "")
