"""The small tables of Vietnamese that reading rests on, from `vietnamese.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from ..model import Catalogue, Qualifier
from .words import Synonyms, Word, phrase, plain, words


@dataclass(frozen=True)
class Circumstance:
    """What makes a number something else than this year's result, and how to say so."""

    words: frozenset[str]
    why: str


@functools.cache
def _table() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("vietnamese.toml").read_text("utf-8")
    return tomllib.loads(text)


class Language:
    """What a reader of Vietnamese reports knows: the tables, with what a catalogue adds to them.

    What each table is for stands beside it in `vietnamese.toml`. Phrases are in comparable form.

    Args:
        catalogue: its abbreviations are read as what they stand for, its scopes by their names.

    Attributes:
        scopes: phrase → scope id, or "" for what only looks like a scope.
        nouns: phrase → class of noun.
        plain: nouns that by themselves do not tell what is measured.
        units: unit id → classes of noun it counts.
        others: phrases of another measure altogether.
        contrasts: phrase → what it makes of a measure.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        table = _table()
        abbreviations = {
            term.abbreviation: term.expansion["vi"]
            for term in catalogue.terms.values()
            if term.abbreviation and term.expansion["vi"]
        }
        self._synonyms = Synonyms({**abbreviations, **table["same"]})
        held, changes = table["words"], table["changes"]
        self.stop = frozenset(map(phrase, held["stop"]))
        self.copulas = frozenset[str](held["copulas"])
        self.starters = self._forms(held["starters"])
        self.parts = self._forms(held["parts"])
        self.predicates = self._forms(held["predicates"])
        self.links = self._forms(held["links"])
        self.leading = {word: self.phrase(said) for word, said in held["leading"].items()}
        self.alternately = self._forms(held["alternately"])
        self.qualifiers: Mapping[str, Qualifier] = self._by_form(table["qualifiers"])
        self.nouns: Mapping[str, str] = self._by_form(table["nouns"])
        self.plain = frozenset(
            noun for noun, of in self.nouns.items() if of in held["plain"] or noun.count(" ") < 2
        )
        scopes = catalogue.scopes.values()
        self.scopes: Mapping[str, str] = {
            **{self.phrase(scope.name["vi"]): scope.id for scope in scopes},
            **{self.phrase(scope.short["vi"]): scope.id for scope in scopes},
            **self._by_form(table["scopes"]),
            **dict.fromkeys(self._forms(table["scopes"]["none"]), ""),
        }
        self.families: Mapping[str, list[str]] = table["families"]
        self.units = {unit: frozenset[str](nouns) for unit, nouns in table["units"].items()}
        self.others = self._forms(table["others"]["words"])
        self.contrasts = {self.phrase(word): why for word, why in table["contrasts"].items()}
        self.circumstances = {
            name: Circumstance(self._forms(of["words"]), of["why"])
            for name, of in table["circumstances"].items()
        }
        self.aims = self._forms(table["headings"]["aims"])
        self.results = self._forms(table["headings"]["results"])
        self.up, self.down = self._forms(changes["up"]), self._forms(changes["down"])
        self.other = self._forms(changes["other"])
        self.provinces = {name: name for name in self._forms(table["provinces"]["names"])}

    def _forms(self, phrases: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self.phrase, phrases))

    def _by_form(self, named: Mapping[str, list[str]]) -> dict[str, Any]:
        """The name that each phrase is said under."""
        return {self.phrase(word): name for name, said in named.items() for word in said}

    def read(self, text: str, start: int = 0) -> list[Word]:
        """A text's words in the form in which they are compared."""
        return self._synonyms.replace(words(text, start))

    def phrase(self, text: str) -> str:
        """A text as one comparable phrase."""
        return plain(self.read(text))

    def family(self, scope: str) -> str:
        """The family of scopes that measure the same sort of thing; its own name if alone."""
        return next((name for name, ids in self.families.items() if scope in ids), scope)
