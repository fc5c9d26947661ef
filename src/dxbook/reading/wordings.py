"""How each indicator may be worded, and how well a number's surroundings say it.

An indicator is known by its name, its definition, last year's sentences, and `keywords_vi` of
`indicators.csv`, where each wording is written

    hồ sơ + tiếp nhận | giải quyết @ thủ tục - trực tuyến

"hồ sơ", and one of the two, with "thủ tục" somewhere around, and not "trực tuyến"; wordings are
parted by semicolons. An indicator without keywords is found by its name and definition alone.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import Catalogue, Indicator
from .language import Language
from .views import DONOR, View
from .words import longest


@dataclass(frozen=True)
class Wording:
    """One way of saying what an indicator measures.

    Args:
        terms: each a set of phrases of which one must be said.
        context: phrases of which one must be said somewhere around, if there are any.
        without: phrases that must not be said.
    """

    terms: tuple[tuple[str, ...], ...]
    context: tuple[str, ...]
    without: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """How well a view says an indicator.

    Args:
        strength: from 0 to 1.
        missing: what should have been said and was not.
        matched: number of words that were found; the more, the more particular.
    """

    strength: float
    missing: tuple[str, ...]
    matched: int


#: An indicator with keywords is found by its name alone only where nearly all of it is said.
_SURE_NAME = 0.8
_NO_MATCH = Match(0.0, (), 0)


@dataclass(frozen=True)
class Entry:
    """An indicator as the reading knows it.

    Args:
        said: all its own texts as one, to see what it speaks of.
        bags: weights of the words of its name and of its definition.
        noun: class of what it is a share of, "" for counts and where it is not said.
    """

    indicator: Indicator
    wordings: tuple[Wording, ...]
    bags: tuple[Mapping[str, float], ...]
    said: str
    noun: str


def _wording(text: str, language: Language) -> Wording:
    """Read one wording of `keywords_vi`."""
    head, *without = re.split(r"\s-\s", f" {text} ")
    said, _, around = head.partition("@")

    def alternatives(term: str) -> tuple[str, ...]:
        return tuple(language.phrase(p) for p in term.split("|") if p.strip())

    return Wording(
        terms=tuple(alternatives(term) for term in said.split("+")),
        context=alternatives(around),
        without=tuple(language.phrase(p) for p in without),
    )


def entries(catalogue: Catalogue, year: int, language: Language) -> list[Entry]:
    """The catalogue's indicators that are valid in a year."""
    valid = [i for i in catalogue.indicators.values() if i.validity.covers(year)]
    rarity = _rarity([_features(f"{i.name['vi']} {i.definition['vi']}", language) for i in valid])
    return [
        Entry(
            indicator=indicator,
            wordings=tuple(_wording(k, language) for k in indicator.keywords),
            bags=tuple(
                {f: rarity[f] for f in sorted(_features(text, language))}
                for text in (indicator.name["vi"], indicator.definition["vi"])
                if text
            ),
            said=_said(indicator, language),
            noun=_share_of(indicator, language),
        )
        for indicator in valid
    ]


def _said(indicator: Indicator, language: Language) -> str:
    texts = (indicator.name["vi"], indicator.definition["vi"], *indicator.keywords)
    return f" {' | '.join(language.phrase(re.sub(r' - .*', '', t)) for t in texts)} "


def _share_of(indicator: Indicator, language: Language) -> str:
    """The class of noun that a definition "Tỷ lệ <noun> …" begins with."""
    forms = language.phrase(indicator.definition["vi"]).split()
    if forms[:2] != ["tỷ", "lệ"]:
        return ""
    return longest(forms[2:], language.nouns, 5)[0] or ""


def _features(text: str, language: Language) -> set[str]:
    forms = language.phrase(text).split()
    single = {f for f in forms if f not in language.stop and f.isalpha()}
    double = {
        f"{a} {b}"
        for a, b in itertools.pairwise(forms)
        if a not in language.stop or b not in language.stop
    }
    return single | double


def _rarity(texts: Iterable[set[str]]) -> dict[str, float]:
    """Inverse document frequency of every feature."""
    given = list(texts)
    counts = Counter(f for features in given for f in features)
    return {f: math.log(1 + len(given) / n) for f, n in counts.items()}


def match(entry: Entry, view: View) -> Match:
    """How well a view says an indicator, by whichever wording says it best."""
    allowed = [w for w in entry.wordings if not _is_barred(w, view)]
    if entry.wordings and not allowed:
        return _NO_MATCH
    found = [_NO_MATCH, *(_by_terms(wording, view) for wording in allowed)]
    best = max(found, key=lambda m: (m.strength, m.matched))
    by_name = _by_words(entry, view, max(best.strength, _SURE_NAME if entry.wordings else 0.0))
    return by_name or best


def _is_barred(wording: Wording, view: View) -> bool:
    return any(view.evidence(p) >= DONOR for p in wording.without)


def _by_terms(wording: Wording, view: View) -> Match:
    weights, missing, matched = [], [], 0
    for alternatives in wording.terms:
        weight, phrase = max((view.evidence(p), p) for p in alternatives)
        weights.append(weight)
        if weight < 0.3:
            missing.append(alternatives[0])
        if weight >= 0.8:
            matched += len(phrase.split())
    mean = sum(weights) / len(weights)
    strength = (mean + min(weights)) / 2
    if wording.context and not any(view.evidence(p) for p in wording.context):
        return Match(strength / 2, (*missing, wording.context[0]), matched)
    return Match(strength, tuple(missing), matched)


def _by_words(entry: Entry, view: View, least: float) -> Match | None:
    """How much of a name or definition is said, if it is more than `least`."""
    best = None
    for bag in entry.bags:
        total = sum(bag.values())
        open_to_lose = total * (1 - least)
        covered, matched = 0.0, 0
        for feature, weight in bag.items():
            near = view.evidence(feature)
            open_to_lose -= weight * (1 - near)
            if open_to_lose <= 0:
                break
            covered += weight * near
            matched += near >= 0.8 and " " not in feature
        else:
            least = covered / total
            best = Match(least, (), matched)
    return best
