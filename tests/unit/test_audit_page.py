"""The audit page says of each rule only what is true of it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from dxbook.audit import RULES, audited
from dxbook.data import load_report
from dxbook.model import LANGS, Lang, Report
from dxbook.pages import audit_view

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def book() -> Report:
    return audited(load_report(ROOT, 2022))


@pytest.mark.parametrize("lang", LANGS)
def test_a_rule_with_findings_is_not_said_to_have_found_nothing(book: Report, lang: Lang) -> None:
    summaries = re.findall(r"<summary>(.*?)</summary>", str(audit_view.holds(book, lang).markup))
    held = Counter(h.rule for h in book.holds)
    broken = {f.rule for f in book.findings}
    assert broken & set(held)
    none_found = {"vi": "không gặp", "en": "none found"}[lang]
    for rule, count in held.items():
        said = next(s for s in summaries if s.startswith(f"{RULES[rule].title[lang]}: "))
        assert (none_found in said) == (rule not in broken)
        assert str(count) in said.removeprefix(RULES[rule].title[lang])


@pytest.mark.parametrize("lang", LANGS)
def test_words_written_twice_are_not_called_left_unsaid(book: Report, lang: Lang) -> None:
    shown = str(audit_view.findings(book, lang).markup).split('<div class="dx-finding ')[1:]
    title = RULES["doubled-words"].title[lang]
    doubled = [block for block in shown if title in block.split("</p>")[0]]
    assert doubled
    assert all(audit_view.SEVERITY["note"][lang] not in block.split("</p>")[0] for block in doubled)
