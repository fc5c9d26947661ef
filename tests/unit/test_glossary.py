"""The glossary as a reader sees it."""

from __future__ import annotations

import pytest

from dxbook.model import LANGS, Lang, Term, Text
from dxbook.words import NO_TEXT


def term(expansion: str) -> Term:
    return Term(
        "plan", Text(vi="kế hoạch", en="plan"), "KH", Text(vi=expansion, en=expansion), NO_TEXT
    )


@pytest.mark.parametrize("lang", LANGS)
def test_an_expansion_that_only_repeats_the_term_is_not_shown(lang: Lang) -> None:
    assert term({"vi": "Kế hoạch", "en": "Plan"}[lang]).expanded(lang) == ""
    assert term("another").expanded(lang) == "another"
