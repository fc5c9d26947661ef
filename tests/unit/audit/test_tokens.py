"""The Vietnamese way of writing numbers, and what reports make of it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxbook.data.tokens import readings, tokens_in
from dxbook.wording.numbers import number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.499", "1499"), ("1.185.801", "1185801"), ("88,48", "88.48"), ("88.48", "88.48"),
        ("02", "2"), ("292.49", "292.49"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"),
        ("0.125", "0.125"), ("7454", "7454"),
    ],
)  # fmt: skip
def test_the_likelier_reading_of_a_number(text: str, value: str) -> None:
    assert readings(text)[0] == Decimal(value)


def test_a_number_with_three_digits_after_its_mark_may_be_read_in_two_ways() -> None:
    assert readings("1.499") == (Decimal(1499), Decimal("1.499"))


def test_a_percentage_has_decimals_not_thousands() -> None:
    assert tokens_in("đạt 33,333%")[0].readings == (Decimal("33.333"),)


def test_digits_whose_groups_fit_no_way_mean_nothing() -> None:
    assert readings("1.185.80") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 triệu", "3000000"),
        ("2,5 triệu", "2500000"),
        ("30 nghìn", "30000"),
        ("1,2 tỷ", "1200000000"),
    ],
)
def test_words_of_magnitude_belong_to_their_number(text: str, value: str) -> None:
    token = tokens_in(f"trên {text} hóa đơn")[0]
    assert (token.text, token.readings[0]) == (text, Decimal(value))


def test_a_fraction_is_one_number_of_two_parts() -> None:
    token = tokens_in("144/225 (64%)")[0]
    assert (token.kind, token.numerator, token.denominator) == ("fraction", 144, 225)


def test_a_full_stop_is_no_part_of_a_number() -> None:
    assert [t.text for t in tokens_in("là 1.250. Có 3, 4.")] == ["1.250", "3", "4"]


def test_lines_are_counted_from_one() -> None:
    assert [t.line for t in tokens_in("1\n\n2 3\n4")] == [1, 3, 3, 4]


@given(st.integers(min_value=0, max_value=10**12))
def test_a_count_as_vietnamese_writes_it_is_read_back(count: int) -> None:
    assert readings(number(Decimal(count), "vi"))[0] == count


@given(st.text(alphabet="0123456789.,%/ triệu\nab", max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    for token in tokens_in(text):
        assert text[token.start : token.end] == token.text
