"""Values against targets, keys, and what a report notes of what it was asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import date
from decimal import Decimal

import pytest

from dxbook.errors import UnknownReference, UsageError
from dxbook.model import (
    ASPECTS,
    Break,
    Key,
    Observation,
    Report,
    Target,
    Validity,
    answer_digest,
    judge,
    keys_of,
    parse_key,
)
from dxbook.words import NO_TEXT

MakeObservation = Callable[..., Observation]
MakeTarget = Callable[..., Target]


# -- judge ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "verdict", "gap"),
    [("80.07", "missed", "-4.93"), ("85", "met", "0"), ("90", "met", "5")],
)
def test_a_value_is_held_against_the_years_target(
    observation: MakeObservation, target: MakeTarget, value: str, verdict: str, gap: str
) -> None:
    judged = judge(observation(value), target("85"))
    assert (judged.verdict, judged.gap) == (verdict, Decimal(gap))


@pytest.mark.parametrize(
    ("value", "verdict", "gap"),
    [("64", "missed", "-1"), ("65", "met", "0"), ("66.40", "met", "0"), ("71", "above-range", "1")],
)
def test_a_range_is_met_from_end_to_end(
    observation: MakeObservation, target: MakeTarget, value: str, verdict: str, gap: str
) -> None:
    judged = judge(observation(value), target("65", "70"))
    assert (judged.verdict, judged.gap) == (verdict, Decimal(gap))


def test_a_value_equal_to_a_strict_target_has_not_met_it(
    observation: MakeObservation, target: MakeTarget
) -> None:
    strict = target("70", comparator=">")
    assert judge(observation("70"), strict).verdict == "missed"
    assert judge(observation("70", qualifier="over"), strict).verdict == "met"
    assert judge(observation("70.01"), strict).verdict == "met"


@pytest.mark.parametrize("qualifier", ["under", "nearly"])
def test_a_value_under_its_target_by_its_own_words_has_not_met_it(
    observation: MakeObservation, target: MakeTarget, qualifier: str
) -> None:
    assert judge(observation("85", qualifier=qualifier), target("85")).verdict == "missed"


def test_a_target_of_a_later_year_is_neither_met_nor_missed(
    observation: MakeObservation, target: MakeTarget
) -> None:
    assert judge(observation("70"), target("80", year=2025)).verdict == "to-go"
    assert judge(observation("81"), target("80", year=2025)).verdict == "ahead"


def test_a_target_that_measures_something_near_judges_nothing(
    observation: MakeObservation, target: MakeTarget
) -> None:
    for near in (target(same=False), target(scope="adults")):
        judged = judge(observation("90"), near)
        assert (judged.verdict, judged.gap) == ("related", None)


def test_what_is_not_reported_cannot_be_judged(
    observation: MakeObservation, target: MakeTarget
) -> None:
    assert judge(observation(None), target()).verdict == "unknown"
    assert judge(None, target()).verdict == "unknown"


def test_a_corrected_value_is_judged_on_its_correction(
    observation: MakeObservation, target: MakeTarget
) -> None:
    corrected = observation("8.5", status="corrected", correction="85")
    assert corrected.best == Decimal(85)
    assert judge(corrected, target("85")).verdict == "met"


# -- keys ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("smartphone_share", Key("smartphone_share", "population", "")),
        ("smartphone_share.target", Key("smartphone_share", "population", "target")),
        ("portal_procedures", Key("portal_procedures", "province", "")),
        ("portal_procedures.communes", Key("portal_procedures", "communes", "")),
        ("portal_procedures.communes.change", Key("portal_procedures", "communes", "change")),
    ],
)
def test_a_key_names_indicator_scope_and_aspect(report: Report, written: str, key: Key) -> None:
    assert parse_key(report, written) == key


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("smartphone_shar", "smartphone_share"),
        ("smartphone_share.communes", "smartphone_share"),
        ("portal_procedures.province.chnage", "portal_procedures.province.change"),
        ("portal_procedures.change.province", "portal_procedures.province"),
        ("portal_procedures.province.change.change", "portal_procedures.province.change"),
        ("", ""),
    ],
)
def test_a_key_that_names_nothing_is_refused_with_the_nearest(
    report: Report, written: str, nearest: str
) -> None:
    with pytest.raises(UnknownReference) as refused:
        parse_key(report, written)
    assert f"There is no value {written!r}." in str(refused.value)
    assert nearest in str(refused.value)


def test_every_key_can_be_written_and_read_back(report: Report) -> None:
    for key in keys_of(report):
        for aspect in ("", *ASPECTS):
            full = replace(key, aspect=aspect)
            assert parse_key(report, str(full)) == full


def test_keys_of_a_pillar_are_its_own(report: Report) -> None:
    assert [str(key) for key in keys_of(report, "infrastructure")] == [
        "smartphone_share.population"
    ]


# -- report --------------------------------------------------------------------------------------


def test_an_observation_is_found_by_indicator_scope_measure_and_year(report: Report) -> None:
    change = report.observation("portal_procedures", measure="change")
    before = report.observation("portal_procedures", year=2021)
    assert change is not None
    assert change.value == 265
    assert before is not None
    assert before.status == "derived"
    assert report.observation("portal_procedures", "communes") is None


def test_a_series_ends_at_the_editions_year(report: Report) -> None:
    assert [o.year for o in report.series("portal_procedures")] == [2021, 2022]
    assert [o.year for o in report.for_year(2021).series("portal_procedures")] == [2021]


def test_pillars_stand_in_the_order_of_the_report(report: Report) -> None:
    assert [p.id for p in report.pillars()] == ["infrastructure", "government"]


def test_only_years_with_an_edition_are_editions(report: Report) -> None:
    assert report.editions() == (2022,)
    assert report.known_years() == (2021, 2022)


def test_a_year_without_data_is_refused(report: Report) -> None:
    with pytest.raises(UsageError, match=r"no data for 1999\. Years with data: 2021, 2022"):
        report.for_year(1999)


def test_an_unknown_id_is_refused_with_the_nearest(report: Report) -> None:
    with pytest.raises(UnknownReference, match="Did you mean 'smartphone_share'"):
        report.indicator("smart_phone_share")


def test_values_cannot_be_changed(report: Report) -> None:
    with pytest.raises(FrozenInstanceError):
        report.pillars()[0].position = 9  # type: ignore[misc]


# -- questions -----------------------------------------------------------------------------------


def test_what_is_asked_is_noted_the_same_however_it_is_asked(report: Report) -> None:
    report.observation("smartphone_share")
    report.observation(indicator="smartphone_share", scope=None, measure="level", year=None)
    assert list(report.asked) == [("observation", ("smartphone_share", None, "level", None))]


def test_nothing_is_noted_of_what_was_not_asked(report: Report) -> None:
    assert report.asked == {}
    assert report.for_year(2022).asked == {}


def _with(report: Report, *observations: Observation) -> Report:
    year = replace(report.current, observations=observations)
    return replace(report, years={**report.years, 2022: year}, asked={})


def test_the_same_data_answers_the_same(report: Report) -> None:
    report.observation("smartphone_share")
    report.series("portal_procedures")
    again = _with(report, *report.current.observations)
    assert again.answers_change(report.asked.items()) is None


def test_a_changed_value_is_another_answer(report: Report) -> None:
    report.observation("smartphone_share")
    first, *rest = report.current.observations
    changed = _with(report, replace(first, value=Decimal("80.08")), *rest)
    question = ("observation", ("smartphone_share", None, "level", None))
    assert changed.answers_change(report.asked.items()) == question


def test_a_changed_value_that_was_not_asked_for_changes_no_answer(report: Report) -> None:
    report.observation("portal_procedures")
    first, *rest = report.current.observations
    changed = _with(report, replace(first, value=Decimal("80.08")), *rest)
    assert changed.answers_change(report.asked.items()) is None


def test_a_value_added_where_there_was_none_is_another_answer(
    report: Report, observation: MakeObservation
) -> None:
    assert report.observation("portal_procedures", "communes") is None
    more = observation("5", indicator="portal_procedures", scope="communes", unit="procedures")
    grown = _with(report, *report.current.observations, more)
    assert grown.answers_change(report.asked.items()) is not None


def test_a_value_taken_away_is_another_answer(report: Report) -> None:
    report.observations("infrastructure")
    shrunk = _with(report, *report.current.observations[1:])
    assert shrunk.answers_change(report.asked.items()) is not None


def test_a_question_that_can_no_longer_be_asked_is_another_answer(report: Report) -> None:
    asked = [(("observation", ("portals", None, "level", None)), "0"), (("weather", ()), "0")]
    assert report.answers_change(asked[:1]) == asked[0][0]
    assert report.answers_change(asked[1:]) == asked[1][0]


def test_precision_is_part_of_an_answer() -> None:
    assert answer_digest(Decimal("66.40")) != answer_digest(Decimal("66.4"))


def test_a_row_holds_in_every_year_it_touches() -> None:
    districts = Validity(None, date(2025, 6, 30))
    merged = Validity(date(2025, 7, 1), None)
    assert [districts.covers(y) for y in (2022, 2025, 2026)] == [True, True, False]
    assert [merged.covers(y) for y in (2024, 2025, 2026)] == [False, True, True]


# -- changes between years -----------------------------------------------------------------------


def _without_stated_change(report: Report) -> Report:
    levels = [o for o in report.current.observations if o.measure == "level"]
    return _with(report, *levels)


def test_a_stated_change_stands_as_the_source_states_it(report: Report) -> None:
    change = report.change("portal_procedures")
    assert change is not None
    assert (change.value, change.status) == (265, "reported")


def test_a_change_that_is_not_stated_is_computed_from_both_years(report: Report) -> None:
    change = _without_stated_change(report).change("portal_procedures")
    assert change is not None
    assert (change.value, change.status, change.note) == (265, "derived", "837 - 572")


def test_a_computed_change_between_percentages_is_in_percentage_points(report: Report) -> None:
    before = replace(report.current.observations[0], year=2021, value=Decimal("75.00"))
    years = {**report.years, 2021: replace(report.years[2021], observations=(before,))}
    change = replace(report, years=years).change("smartphone_share")
    assert change is not None
    assert (change.value, change.unit) == (Decimal("5.07"), "percentage-points")


def test_no_change_is_computed_from_one_year_alone(report: Report) -> None:
    assert report.change("smartphone_share") is None


def test_no_change_is_computed_from_a_value_that_is_only_a_bound(report: Report) -> None:
    levels = [
        replace(o, qualifier="over") if o.indicator == "portal_procedures" else o
        for o in report.current.observations
        if o.measure == "level"
    ]
    assert _with(report, *levels).change("portal_procedures") is None


def test_no_change_is_computed_across_a_break_of_the_series(report: Report) -> None:
    broken = Break("new", "2022-07-01", "*", "*", NO_TEXT, comparable=False)
    catalogue = replace(report.catalogue, breaks=(broken,))
    cut = replace(_without_stated_change(report), catalogue=catalogue)
    assert cut.change("portal_procedures") is None


def test_a_pillar_without_an_indicator_in_the_year_is_not_of_the_year(report: Report) -> None:
    later = Validity(start=date(2023, 1, 1))
    indicators = {
        id: replace(i, validity=later) if i.pillar == "government" else i
        for id, i in report.catalogue.indicators.items()
    }
    catalogue = replace(report.catalogue, indicators=indicators)
    assert [p.id for p in replace(report, catalogue=catalogue).pillars()] == ["infrastructure"]
