"""How much of a report is given back, and whether the scores mean what they say; both printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from dxbook.model import Report
from dxbook.reading import Reading, read_report

SEEDS = range(30)
BANDS = ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.88), (0.88, 1.01))


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Print past pytest's capture: the figures are to be seen in every run."""

    def _tell(message: str) -> None:
        with capsys.disabled():
            print(f"\n{message}")

    return _tell


def bands(scored: Iterable[tuple[float, bool]]) -> str:
    """How many of each score were right."""
    given = list(scored)
    parts = []
    for low, high in BANDS:
        right = [ok for score, ok in given if low <= score < high]
        if right:
            parts.append(f"{low:.2f}+: {sum(right)}/{len(right)}")
    return ", ".join(parts)


@pytest.mark.parametrize("known", ["catalogue_only", "with_last_year"])
def test_the_2022_source_is_given_back(
    known: str,
    source: Any,
    measure: Any,
    request: pytest.FixtureRequest,
    tell: Callable[[str], None],
) -> None:
    reading = read_report(source.text, request.getfixturevalue(known), 2022)
    found = measure(reading, source)
    tell(f"2022 source, {known}: {found.found}/{found.expected} = {found.recall:.1%}")
    assert found.recall >= 0.95
    assert [score for score, right in found.scored if not right and score > 0.8] == []


def test_names_and_definitions_alone_are_enough_for_most(
    catalogue_only: Report, source: Any, measure: Any, tell: Callable[[str], None]
) -> None:
    from dataclasses import replace

    indicators = {
        id: replace(indicator, keywords=())
        for id, indicator in catalogue_only.catalogue.indicators.items()
    }
    catalogue = replace(catalogue_only.catalogue, indicators=indicators)
    reading = read_report(source.text, replace(catalogue_only, catalogue=catalogue), 2022)
    found = measure(reading, source)
    tell(f"2022 source, without keywords: {found.found}/{found.expected} = {found.recall:.1%}")
    assert found.recall >= 0.9
    assert [score for score, right in found.scored if not right and score > 0.8] == []


@pytest.mark.parametrize("known", ["catalogue_only", "with_last_year"])
def test_reworded_shuffled_and_abridged_variants_are_given_back(
    known: str,
    make_variant: Any,
    measure: Any,
    request: pytest.FixtureRequest,
    tell: Callable[[str], None],
) -> None:
    report = request.getfixturevalue(known)
    texts = [make_variant(seed) for seed in SEEDS]
    outcomes = [measure(read_report(v.text, report, 2022), v) for v in texts]
    found, expected = sum(o.found for o in outcomes), sum(o.expected for o in outcomes)
    scored = [pair for o in outcomes for pair in o.scored]
    tell(
        f"{len(texts)} variants, {known}: {found}/{expected} = {found / expected:.1%}, "
        f"the worst {min(o.recall for o in outcomes):.1%}; right by score: {bands(scored)}"
    )
    assert min(o.recall for o in outcomes) >= 0.85
    assert sum(not right for score, right in scored if score > 0.8) <= 0.01 * len(scored)


def test_a_variant_is_the_same_for_the_same_seed(make_variant: Any) -> None:
    assert make_variant(7) == make_variant(7)
    assert make_variant(7).text != make_variant(8).text


def test_made_up_reports_of_other_provinces_are_read(
    catalogue_only: Report, made_up: Any, measure: Any, tell: Callable[[str], None]
) -> None:
    outcomes = {
        name: measure(read_report(text.text, catalogue_only, year), text)
        for name, (year, text) in made_up.items()
    }
    found, expected = (
        sum(o.found for o in outcomes.values()),
        sum(o.expected for o in outcomes.values()),
    )
    scored = [pair for o in outcomes.values() for pair in o.scored]
    tell(
        f"{len(outcomes)} made-up reports: {found}/{expected} = {found / expected:.1%}; "
        f"right by score: {bands(scored)}"
    )
    assert found / expected >= 0.85
    sure = [right for score, right in scored if score >= 0.85]
    assert sum(sure) / len(sure) >= 0.9


def test_a_near_measure_is_never_proposed_confidently(catalogue_only: Report, made_up: Any) -> None:
    confident = []
    for name, (year, text) in made_up.items():
        for p in read_report(text.text, catalogue_only, year).proposals:
            known = text.expected.get((p.indicator, p.scope, p.measure)) == p.value
            for start, _ in text.near:
                if p.start <= start < p.end and not known and p.score > 0.6:
                    stated = text.text[start:].split()[0].strip("%.,;")
                    if f"{p.value:f}".replace(".", ",") in stated.replace(".", ""):
                        confident.append((name, p.indicator, p.scope, p.score, p.quote))
    assert confident == []


def test_every_quote_stands_where_it_says(catalogue_only: Report, made_up: Any) -> None:
    for year, text in made_up.values():
        reading: Reading = read_report(text.text, catalogue_only, year)
        assert all(text.text[p.start : p.end] == p.quote for p in reading.proposals)
        assert all(text.text[u.start :].startswith(u.token) for u in reading.unclaimed)
