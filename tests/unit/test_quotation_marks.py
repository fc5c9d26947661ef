"""Quotation marks: «…» in Vietnamese, “…” in English, everywhere that a reader sees."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from dxbook.audit import RULES, audited
from dxbook.charts import drawing
from dxbook.data import load_report
from dxbook.model import LANGS, Lang, Report, Text
from dxbook.pages import Page
from dxbook.words import CATALOGUES, DOMAIN, IN_CODE

ROOT = Path(__file__).parents[2]
#: The marks of the other language, and <q>, whose marks the browser chooses.
FOREIGN: dict[Lang, re.Pattern[str]] = {
    "vi": re.compile("[“”]|<q\\b"),
    "en": re.compile("[«»]|<q\\b"),
}


@pytest.fixture(scope="module")
def book() -> Report:
    return audited(load_report(ROOT, 2022))


def of_the_data(lang: Lang) -> Iterator[str]:
    for file in (*ROOT.glob("data/*.csv"), *ROOT.glob("data/2022/*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield from (text for name, text in row.items() if name.endswith(f"_{lang}"))
    for file in ROOT.glob(f"data/2022/commentary/*.{lang}.md"):
        yield file.read_text(encoding="utf-8")
    for file in ROOT.glob("notebooks/*.ipynb"):
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            if lang in cell["metadata"].get("tags", []):
                yield "".join(cell["source"])


def of_the_catalogue(lang: Lang) -> Iterator[str]:
    for path in CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.po"):
        if lang in (IN_CODE, path.parents[1].name):
            with path.open("rb") as file:
                for message in read_po(file):
                    said = message.id if lang == IN_CODE else message.string
                    yield from (said,) if isinstance(said, str) else said


def of_the_code(report: Report, lang: Lang) -> Iterator[str]:
    yield from of_the_catalogue(lang)
    texts: list[Text] = []
    for rule in RULES.values():
        texts += [rule.title, rule.explanation]
    for finding in report.findings:
        texts += [finding.message, finding.question]
    texts += [hold.message for hold in report.holds]
    yield from (text[lang] for text in texts)


def of_the_pages(report: Report, lang: Lang) -> Iterator[str]:
    for name in drawing.names():
        made = drawing.chart(name, report, lang, "government")
        yield from (made.title, made.subtitle, made.alternative, made.note)
        yield made.table.markup(lang)
    for pillar in report.pillars():
        page = Page(pillar.id, 2022, lang, root=ROOT)
        for shown in (page.cards, page.table, page.statements, page.weaknesses, page.targets):
            yield shown().markup
        for indicator in report.indicators(pillar.id):
            yield page.standings(indicator.id).markup
    page = Page("overview", 2022, lang, root=ROOT)
    for shown in (page.district_pages, page.findings, page.holds, page.questions, page.scorecard):
        yield shown().markup


@pytest.mark.parametrize("lang", LANGS)
def test_each_language_has_its_own_quotation_marks(book: Report, lang: Lang) -> None:
    texts = (*of_the_data(lang), *of_the_code(book, lang), *of_the_pages(book, lang))
    wrong = [
        text[max(0, found.start() - 60) : found.end() + 60]
        for text in texts
        if (found := FOREIGN[lang].search(text))
    ]
    assert not wrong


@pytest.mark.parametrize("lang", LANGS)
def test_the_audit_quotes_numbers_as_the_source_writes_them(book: Report, lang: Lang) -> None:
    source = book.source_text()
    quotes = re.compile({"vi": "nguồn viết «(.*?)»", "en": "source writes “(.*?)”"}[lang])
    found = [quote for f in book.findings for quote in quotes.findall(f.message[lang])]
    assert any(re.search(r"\d", quote) for quote in found)
    assert [quote for quote in found if quote not in source] == []
