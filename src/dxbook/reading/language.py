"""The small tables of Vietnamese that reading rests on, from `vietnamese.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from ..model import Catalogue, Qualifier
from .words import Synonyms, Word, phrase, words


@dataclass(frozen=True)
class Circumstance:
    """What makes a number something else than this year's result, and how to say so."""

    words: frozenset[str]
    why: str


@dataclass(frozen=True)
class Language:
    """What a reader of Vietnamese reports knows. Phrases are in comparable form.

    Args:
        scopes: phrase → scope id, or "" for what only looks like a scope.
        nouns: phrase → class of noun.
        plain: nouns that by themselves do not tell what is measured.
        units: unit id → classes of noun it counts.
        others: phrases of another measure altogether.
        contrasts: phrase → what it makes of a measure.
    """

    synonyms: Synonyms
    stop: frozenset[str]
    copulas: frozenset[str]
    starters: frozenset[str]
    parts: frozenset[str]
    predicates: frozenset[str]
    links: frozenset[str]
    plain: frozenset[str]
    leading: Mapping[str, str]
    alternately: frozenset[str]
    qualifiers: Mapping[str, Qualifier]
    scopes: Mapping[str, str]
    families: Mapping[str, tuple[str, ...]]
    nouns: Mapping[str, str]
    units: Mapping[str, frozenset[str]]
    contrasts: Mapping[str, str]
    others: frozenset[str]
    circumstances: Mapping[str, Circumstance]
    aims: frozenset[str]
    results: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    other: frozenset[str]
    provinces: frozenset[str]

    def read(self, text: str, start: int = 0) -> list[Word]:
        """A text's words in the form in which they are compared."""
        return self.synonyms.replace(words(text, start))

    def phrase(self, text: str) -> str:
        """A text as one comparable phrase."""
        return " ".join(w.form for w in self.read(text) if not w.is_mark)

    def family(self, scope: str) -> str:
        """The family of scopes that measure the same sort of thing; its own name if alone."""
        return next((name for name, ids in self.families.items() if scope in ids), scope)


def _plain(
    nouns: Mapping[str, list[str]], always: list[str], form: Callable[[str], str]
) -> frozenset[str]:
    """Nouns that by themselves do not tell what is measured."""
    given = ((name, form(noun)) for name, said in nouns.items() for noun in said)
    return frozenset(noun for name, noun in given if name in always or noun.count(" ") < 2)


@functools.cache
def _table() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("vietnamese.toml").read_text("utf-8")
    return tomllib.loads(text)


def language(catalogue: Catalogue) -> Language:
    """The tables, with the abbreviations and names that the catalogue adds to them."""
    table = _table()
    abbreviations = {
        term.abbreviation: term.expansion["vi"]
        for term in catalogue.terms.values()
        if term.abbreviation and term.expansion["vi"]
    }
    same = Synonyms({**abbreviations, **table["same"]})

    def form(text: str) -> str:
        return " ".join(w.form for w in same.replace(words(text)) if not w.is_mark)

    def forms(given: list[str]) -> frozenset[str]:
        return frozenset(map(form, given))

    named = {form(scope.name["vi"]): scope.id for scope in catalogue.scopes.values()}
    short = {form(scope.short["vi"]): scope.id for scope in catalogue.scopes.values()}
    known = {
        form(said): "" if scope == "none" else scope
        for scope, said_of_it in table["scopes"].items()
        for said in said_of_it
    }
    held = table["words"]
    return Language(
        synonyms=same,
        stop=frozenset(map(phrase, held["stop"])),
        copulas=frozenset(held["copulas"]),
        starters=forms(held["starters"]),
        parts=forms(held["parts"]),
        links=forms(held["links"]),
        plain=_plain(table["nouns"], held["plain"], form),
        predicates=forms(held["predicates"]),
        leading={word: form(said) for word, said in held["leading"].items()},
        alternately=forms(held["alternately"]),
        qualifiers={
            form(word): name for name, said in table["qualifiers"].items() for word in said
        },
        scopes={**named, **short, **known},
        families={name: tuple(ids) for name, ids in table["families"].items()},
        nouns={form(word): name for name, said in table["nouns"].items() for word in said},
        units={unit: frozenset(classes) for unit, classes in table["units"].items()},
        others=forms(table["others"]["words"]),
        contrasts={form(word): why for word, why in table["contrasts"].items()},
        circumstances={
            name: Circumstance(forms(of["words"]), of["why"])
            for name, of in table["circumstances"].items()
        },
        aims=forms(table["headings"]["aims"]),
        results=forms(table["headings"]["results"]),
        up=forms(table["changes"]["up"]),
        down=forms(table["changes"]["down"]),
        other=forms(table["changes"]["other"]),
        provinces=forms(table["provinces"]["names"]),
    )
