"""What the report says only of some places is neither reported nor left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from dxbook.audit import audited
from dxbook.charts import drawing
from dxbook.data import load_report
from dxbook.model import LANGS, Lang, Observation, Report
from dxbook.pages import Page
from dxbook.pages.glance import glance
from dxbook.pages.scorecard import scorecard
from dxbook.parts.figures import is_partly_reported, shown
from dxbook.parts.labels import label

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def book() -> Report:
    return audited(load_report(ROOT, 2022))


def partly(report: Report, pillar: str | None = None) -> list[Observation]:
    """The values that are not there although the report names whom they are about."""
    return [
        o
        for o in report.observations(pillar, "level")
        if o.best is None and report.standings(o.indicator)
    ]


def test_a_value_that_is_not_there_is_partly_reported_where_places_are_named(book: Report) -> None:
    found = partly(book)
    assert found
    assert [o for o in book.observations(measure="level") if is_partly_reported(book, o)] == found


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_said_wherever_the_value_would_be(book: Report, lang: Lang) -> None:
    for o in partly(book):
        assert label("partly", lang) in shown(book, o, lang)
        page = Page(book.indicator(o.indicator).pillar, 2022, lang, root=ROOT)
        lines = str(page.missing().markup).splitlines()
        assert label("partly", lang) in next(x for x in lines if f"card-{o.indicator}" in x)


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_counted_apart(book: Report, lang: Lang) -> None:
    count = len(partly(book))
    silent = sum(o.best is None for o in book.observations(measure="level")) - count
    title = drawing.chart("coverage_grid", book, lang, "overview").title
    words = {"vi": "được báo cáo một phần", "en": "are partly reported"}[lang]
    assert title.endswith(f"{count} {words}")
    assert f" {silent} " in title
    assert f": {count}<" in str(glance(book, lang).markup)
    cards = str(scorecard(book, lang).markup)
    for pillar in book.pillars():
        if of_pillar := len(partly(book, pillar.id)):
            block = cards.split(f'href="{pillar.id}.html"')[1].split("</p>")[0]
            assert f"{of_pillar} {'một phần' if lang == 'vi' else 'partly'}" in block
