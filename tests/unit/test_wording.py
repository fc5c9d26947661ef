"""How values are said: numbers, units, dates and sentences, in both languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, get_args

import pytest

from dxbook.model import LANGS, Judgement, Lang, Observation, Qualifier, Target, Text, Unit, judge
from dxbook.parts.labels import LABELS
from dxbook.site.words import WORDS
from dxbook.wording.cells import neutral
from dxbook.wording.numbers import (
    magnitude,
    number,
    observed,
    period,
    quantity,
    unit_name,
)
from dxbook.wording.phrases import (
    DOUBTED,
    STATUS,
    VERDICT,
    aim,
    capitalised,
    change,
    doubted,
    judged,
    points,
)

MakeObservation = Callable[..., Observation]
MakeTarget = Callable[..., Target]


# -- numbers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("957196", "957.196", "957,196"),
        ("1185801", "1.185.801", "1,185,801"),
        ("88.48", "88,48", "88.48"),
        ("66.40", "66,40", "66.40"),
        ("1499", "1.499", "1,499"),
        ("100", "100", "100"),
        ("0.04", "0,04", "0.04"),
        ("0", "0", "0"),
        ("-5.86", "−5,86", "−5.86"),
        ("1000.50", "1.000,50", "1,000.50"),
        ("0.1234567890123456789", "0,1234567890123456789", "0.1234567890123456789"),
    ],
)
def test_a_number_is_grouped_and_marked_as_its_language_does(value: str, vi: str, en: str) -> None:
    assert number(Decimal(value), "vi") == vi
    assert number(Decimal(value), "en") == en


@pytest.mark.parametrize(("value", "said"), [("5", "+5"), ("-5", "−5"), ("0", "0")])
def test_a_signed_number_has_its_sign_unless_it_is_nothing(value: str, said: str) -> None:
    assert number(Decimal(value), "vi", signed=True) == said


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("3000000", "3 triệu", "3 million"),
        ("1000000", "1 triệu", "1 million"),
        ("2500000", "2,5 triệu", "2.5 million"),
        ("20000000", "20 triệu", "20 million"),
        ("3000001", "3.000.001", "3,000,001"),
        ("1185801", "1.185.801", "1,185,801"),
        ("220000", "220.000", "220,000"),
    ],
)
def test_only_round_millions_are_said_in_millions(value: str, vi: str, en: str) -> None:
    assert magnitude(Decimal(value), "vi") == vi
    assert magnitude(Decimal(value), "en") == en


def test_a_percentage_has_its_sign_without_a_space(percent: Unit) -> None:
    assert quantity(Decimal("66.40"), percent, "vi", qualifier="trên") == "trên 66,40%"
    assert quantity(Decimal("66.40"), percent, "en", qualifier="over") == "over 66.40%"


def test_one_is_singular_in_english(procedures: Unit) -> None:
    assert unit_name(procedures, Decimal(1), "en") == "procedure"
    assert unit_name(procedures, Decimal(2), "en") == "procedures"
    assert unit_name(procedures, Decimal(1), "vi") == unit_name(procedures, Decimal(2), "vi")


@pytest.mark.parametrize(
    ("quote", "vi"),
    [
        ("với hơn 4.157 điểm cầu", "hơn 80,07%"),
        ("đạt tỷ lệ trên 66,40%", "trên 80,07%"),
        ("Hơn 3 triệu", "hơn 80,07%"),
        (None, "trên 80,07%"),
    ],
)
def test_a_qualifier_is_the_very_word_of_the_source(
    observation: MakeObservation, percent: Unit, quote: str | None, vi: str
) -> None:
    over = observation("80.07", qualifier="over", quote=quote)
    assert observed(over, percent, "vi") == vi
    assert observed(over, percent, "en") == "over 80.07%"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("qualifier", [q for q in get_args(Qualifier) if q])
def test_no_qualifier_is_ever_dropped(
    observation: MakeObservation, percent: Unit, qualifier: str, lang: Lang
) -> None:
    said = observed(observation("80", qualifier=qualifier), percent, lang)
    assert said.endswith("80%")
    assert len(said) > len("80% ")


def test_a_corrected_value_is_said_as_corrected(
    observation: MakeObservation, procedures: Unit
) -> None:
    corrected = observation("292.49", status="corrected", correction="292494")
    assert observed(corrected, procedures, "vi") == "292.494 thủ tục"


def test_a_value_that_is_not_there_cannot_be_said(
    observation: MakeObservation, percent: Unit
) -> None:
    with pytest.raises(ValueError, match=r"smartphone_share\.population has no value"):
        observed(observation(None), percent, "vi")


@pytest.mark.parametrize(
    ("as_of", "vi", "en"),
    [
        ("2022", "năm 2022", "2022"),
        ("2022-12", "tháng 12/2022", "December 2022"),
        ("2022-03-05", "5/3/2022", "5 March 2022"),
        ("2022-01/2022-06", "tháng 1/2022 – tháng 6/2022", "January 2022 – June 2022"),
    ],
)
def test_a_date_is_as_exact_as_it_was_given(as_of: str, vi: str, en: str) -> None:
    assert period(as_of, "vi") == vi
    assert period(as_of, "en") == en


# -- phrases -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (
            "0.04",
            "tăng 0,04 điểm phần trăm so với năm 2021",
            "up 0.04 percentage points from 2021",
        ),
        ("-1", "giảm 1 điểm phần trăm so với năm 2021", "down 1 percentage point from 2021"),
        ("0", "không đổi so với năm 2021", "unchanged from 2021"),
    ],
)
def test_a_change_between_percentages_is_in_percentage_points(
    observation: MakeObservation, percent: Unit, value: str, vi: str, en: str
) -> None:
    step = observation(value, measure="change")
    assert change(step, percent, "vi") == vi
    assert change(step, percent, "en") == en


def test_a_change_between_counts_is_in_their_unit(
    observation: MakeObservation, procedures: Unit
) -> None:
    step = observation("265", measure="change")
    assert change(step, procedures, "vi") == "tăng 265 thủ tục so với năm 2021"
    assert change(step, procedures, "en") == "up 265 procedures from 2021"


def test_a_change_without_a_unit_is_said_to_have_none(observation: MakeObservation) -> None:
    none = Unit(
        "unstated",
        "unstated",
        Text(vi="(không nêu đơn vị)", en="(unit not stated)"),
        Text(vi="(không nêu đơn vị)", en="(unit not stated)"),
    )
    step = observation("70.9", measure="change")
    assert change(step, none, "vi") == "tăng 70,9 (không nêu đơn vị) so với năm 2021"
    assert change(step, none, "en") == "up 70.9 (unit not stated) from 2021"


def test_a_change_that_is_not_reported_is_said_so(
    observation: MakeObservation, percent: Unit
) -> None:
    assert change(observation(None, measure="change"), percent, "vi") == "chưa báo cáo"
    assert change(observation(None, measure="change"), percent, "en") == "not reported"


@pytest.mark.parametrize(
    ("value", "goal", "vi", "en"),
    [
        (
            "80.07",
            {"value": "85"},
            "chưa đạt mục tiêu 85% năm 2022, kém 4,93 điểm phần trăm",
            "missed the 2022 target of 85% by 4.93 percentage points",
        ),
        ("85", {"value": "85"}, "đạt mục tiêu 85% năm 2022", "met the 2022 target of 85%"),
        (
            "88.48",
            {"value": "50"},
            "đạt mục tiêu 50% năm 2022, vượt 38,48 điểm phần trăm",
            "met the 2022 target of 50%, by 38.48 percentage points more",
        ),
        (
            "66.40",
            {"value": "65", "high": "70"},
            "nằm trong khoảng mục tiêu 65–70% năm 2022",
            "within the 2022 target range of 65–70%",
        ),
        (
            "71",
            {"value": "65", "high": "70"},
            "vượt khoảng mục tiêu 65–70% năm 2022 1 điểm phần trăm",
            "above the 2022 target range of 65–70% by 1 percentage point",
        ),
        (
            "70.54",
            {"value": "80", "year": 2025},
            "còn 9,46 điểm phần trăm nữa mới tới mục tiêu 80% năm 2025",
            "9.46 percentage points short of the 2025 target of 80%",
        ),
        (
            "81",
            {"value": "80", "year": 2025},
            "đã tới mức của mục tiêu 80% năm 2025",
            "already at the level of the 2025 target of 80%",
        ),
        (
            "81",
            {"value": "80", "same": False},
            "mục tiêu 80% năm 2022 đo một việc gần giống, không so trực tiếp",
            "the 2022 target of 80% measures something near; not directly comparable",
        ),
        (
            None,
            {"value": "50", "comparator": ">"},
            "chưa đánh giá được mục tiêu trên 50% năm 2022 vì chưa báo cáo",
            "the 2022 target of over 50% cannot be judged: not reported",
        ),
    ],
)
def test_a_value_against_a_target_is_one_clause(
    observation: MakeObservation,
    target: MakeTarget,
    percent: Unit,
    value: str | None,
    goal: dict[str, Any],
    vi: str,
    en: str,
) -> None:
    judgement = judge(observation(value), target(**goal))
    assert judged(judgement, percent, "vi") == vi
    assert judged(judgement, percent, "en") == en


def test_a_target_says_its_comparator(target: MakeTarget, percent: Unit) -> None:
    assert aim(target("70", comparator=">"), percent, "vi") == "trên 70%"
    assert aim(target("65", "70"), percent, "en") == "65–70%"


@pytest.mark.parametrize("lang", LANGS)
def test_every_verdict_has_a_clause(target: MakeTarget, percent: Unit, lang: Lang) -> None:
    for verdict in VERDICT.keys() - {DOUBTED}:
        gap = None if verdict in ("unknown", "related") else Decimal(1)
        judgement = Judgement(target("80"), verdict, gap)  # type: ignore[arg-type]
        assert "80%" in judged(judgement, percent, lang)
    assert "80%" in doubted(Judgement(target("80"), "met", Decimal(1)), percent, lang)


def test_points_are_singular_for_one_in_english() -> None:
    assert points(Decimal("-1"), "en") == "1 percentage point"
    assert points(Decimal("1.0"), "en") == "1.0 percentage point"
    assert points(Decimal("0.04"), "en") == "0.04 percentage points"


def test_a_sentence_begins_with_a_capital() -> None:
    assert capitalised("đạt mục tiêu") == "Đạt mục tiêu"
    assert capitalised("") == ""


# -- spreadsheets --------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["=1+1", "+SUM(A1)", "-cmd", "@x", "\t=1", "=HYPERLINK(0)"])
def test_what_a_spreadsheet_would_run_is_neutralised(text: str) -> None:
    assert neutral(text) == "'" + text


@pytest.mark.parametrize("text", ["", "80,07%", "-0.04", "+5", "1.185.801", "trên 3 triệu", "a=b"])
def test_what_a_spreadsheet_would_not_run_stays_as_it_is(text: str) -> None:
    assert neutral(text) == text


# -- words ---------------------------------------------------------------------------------------


def _texts() -> Iterator[tuple[str, Text]]:
    for table in (STATUS, VERDICT, LABELS, WORDS):
        yield from ((str(name), text) for name, text in table.items())


def test_every_word_is_there_in_both_languages_and_composed() -> None:
    for name, text in _texts():
        for said in (text["vi"], text["en"]):
            assert said, name
            assert said == unicodedata.normalize("NFC", said), name
