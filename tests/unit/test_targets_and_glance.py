"""Targets that province and centre set alike: one row, counted once, both documents named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

from dxbook.audit import audited
from dxbook.charts import drawing
from dxbook.charts.judged import of_the_year
from dxbook.charts.values import Seen
from dxbook.data import load_report
from dxbook.model import LANGS, Lang, Report, Target, judge
from dxbook.pages import audit_view
from dxbook.pages.book_tables import targets_of_year
from dxbook.pages.glance import glance
from dxbook.parts.figures import flagged_values, judged_figure
from dxbook.parts.target_rows import set_alike
from dxbook.wording.phrases import VERDICT

ROOT = Path(__file__).parents[2]
MakeTarget = Callable[..., Target]


@pytest.fixture(scope="module")
def book() -> Report:
    return audited(load_report(ROOT, 2022))


def due(report: Report) -> list[Target]:
    return [t for i in report.indicators() for t in report.targets(i.id) if t.year == report.year]


def test_the_same_target_of_two_setters_is_one_the_provinces_first(target: MakeTarget) -> None:
    national, own = target(id="n", level="national"), target(id="p")
    assert set_alike([national, own]) == [(own, national)]


@pytest.mark.parametrize(
    "other", [{"value": "80"}, {"year": 2023}, {"scope": "adults"}, {"comparator": ">"}]
)
def test_targets_that_differ_in_what_they_ask_stay_apart(
    target: MakeTarget, other: dict[str, Any]
) -> None:
    national = target(**{"id": "n", "level": "national", **other})
    assert len(set_alike([target(id="p"), national])) == 2


@pytest.mark.parametrize("lang", LANGS)
def test_a_target_set_twice_is_one_row_that_names_both_documents(book: Report, lang: Lang) -> None:
    table = targets_of_year(book, lambda t: t.year == book.year, "due", "", lang)
    groups = set_alike(due(book))
    assert len(table.rows) == len(groups) < len(due(book))
    for group in groups:
        anchors = [f'id="target-{t.id}"' for t in group]
        row = next(r for r in table.rows if anchors[0] in r[1])
        assert all(anchor in row[1] for anchor in anchors)
        assert all(escape(t.instrument[lang]) in row[4] for t in group)


@pytest.mark.parametrize("lang", LANGS)
def test_the_overview_counts_each_value_once_and_says_so(book: Report, lang: Lang) -> None:
    html = str(glance(book, lang).markup)
    measured = {(t.indicator, t.scope) for t in due(book) if t.same}
    judged = [m for m in measured if (o := book.observation(*m)) and o.best is not None]
    assert f"/{len(judged)}</p>" in html
    assert {"vi": "chỉ tính một lần", "en": "counted once"}[lang] in html


def doubted_targets(report: Report) -> set[tuple[str, str]]:
    """What would meet its target of the year, had the audit not found it to contradict others."""
    return {
        (t.indicator, t.scope)
        for t in due(report)
        if t.same
        and (o := report.observation(t.indicator, t.scope)) is not None
        and judge(o, t).verdict == "met"
        and any(f.severity == "error" for f in report.findings_on(o.key))
    }


@pytest.mark.parametrize("lang", LANGS)
def test_a_doubted_value_is_counted_neither_as_met_nor_as_missed(book: Report, lang: Lang) -> None:
    judged = of_the_year(Seen(book, lang), None)
    met = [j for j in judged if j.verdict == "met"]
    missed = [j for j in judged if j.verdict == "missed"]
    doubted = doubted_targets(book)
    assert doubted
    known = len(met) + len(missed) + len(doubted)
    assert f'">{len(met)}/{known}</p>' in str(glance(book, lang).markup)
    title = drawing.chart("targets_distance", book, lang, "overview").title
    for count, word in ((met, "met"), (doubted, "to-clarify"), (missed, "missed")):
        assert f"{len(count)} {VERDICT[word][lang]}" in title


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_doubted_is_shown_as_met(book: Report, lang: Lang) -> None:
    table = targets_of_year(book, lambda t: t.year == book.year, "due", "", lang)
    for indicator, scope in doubted_targets(book):
        target = next(t for t in due(book) if (t.indicator, t.scope) == (indicator, scope))
        row = next(r for r in table.rows if f'id="target-{target.id}"' in r[1])
        card = judged_figure(book, book.observation(indicator, scope), target, lang)
        for shown in (str(row[3]), str(card)):
            assert "dx-met" not in shown
            assert "dx-to-clarify" in shown


@pytest.mark.parametrize("lang", LANGS)
def test_counts_of_flags_agree_or_say_what_they_count(book: Report, lang: Lang) -> None:
    values, changes = flagged_values(book)
    assert values
    assert changes
    tile = str(glance(book, lang).markup).split('class="dx-tile"')[-1]
    assert f'dx-tile-value">{len(values) + len(changes)}<' in tile
    words = {"vi": ("giá trị", "mức thay đổi"), "en": ("value", "change")}[lang]
    assert f"{len(values)} {words[0]}" in tile
    assert f"{len(changes)} {words[1]}" in tile
    note = drawing.chart("coverage_grid", book, lang, "overview").note
    assert f"⚑ {len(values)} {words[0]}" in note
    summary = str(audit_view.summary(book, lang).markup)
    assert str(len(values) + len(changes)) in summary.split("⚑")[0]
    assert {"vi": "cần làm rõ", "en": "to be clarified"}[lang] in summary.split("⚑")[1]
