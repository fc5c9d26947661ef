"""Numbers as people type them."""

from contextlib import suppress
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxbook.workbook.filled.amounts import Unreadable, read_number, read_text_number

whole = st.integers(min_value=0, max_value=10**9)
percentages = st.decimals(min_value=0, max_value=100, places=2)


def typed(value, kind="percent", number_format="General"):
    number = read_number(value, number_format, kind)
    return number and number.value


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("88,48", "percent", "88.48"),
        ("88.48", "percent", "88.48"),
        ("88.48%", "percent", "88.48"),
        ("88,48 %", "percent", "88.48"),
        (" 88,48\u00a0% ", "percent", "88.48"),
        ("66,40", "percent", "66.40"),
        ("1.499", "count", "1499"),
        ("1,499", "count", "1499"),
        ("1 499", "count", "1499"),
        ("1\u00a0499", "count", "1499"),
        ("1\u202f185\u202f801", "count", "1185801"),
        ("1.185.801", "count", "1185801"),
        ("1.234,5", "unstated", "1234.5"),
        ("1,234.5", "unstated", "1234.5"),
        ("02", "count", "2"),
        ("−0,04", "points", "-0.04"),
        ("+11,33%", "points", "11.33"),
        ("'957196", "count", "957196"),
    ],
)
def test_a_number_typed_as_text_is_read_as_it_is_meant(text, kind, value):
    assert typed(text, kind) == Decimal(value)
    assert str(typed(text, kind)) == value


@pytest.mark.parametrize("text", ["", "   ", "\u00a0", None])
def test_a_cell_with_nothing_but_space_is_empty(text):
    assert read_number(text, "General", "count") is None


@pytest.mark.parametrize(
    ("value", "kind", "says"),
    [
        ("khoảng ba trăm", "count", "không phải là số"),
        ("3 triệu", "count", "Chỉ ghi số"),
        ("12.34.5", "count", "dấu chấm, dấu phẩy ở chỗ lạ"),
        ("1 49", "count", "dấu cách ở chỗ lạ"),
        ("70.900", "unstated", "có thể là 70900 hoặc 70,9"),
        ("#DIV/0!", "percent", "đang báo lỗi"),
        ("88%", "count", "là phần trăm nhưng đơn vị không phải là %"),
        (True, "count", "TRUE/FALSE"),
        (datetime(2023, 5, 1), "count", "ngày giờ (01/05/2023)"),
        ("=1+1", "count", "không phải là số"),
    ],
)
def test_what_is_no_number_or_may_be_two_is_asked_about(value, kind, says):
    with pytest.raises(Unreadable, match=None) as caught:
        read_number(value, "General", kind)
    assert says in str(caught.value)


def test_a_fraction_that_excel_shows_as_a_percentage_is_a_percent_number():
    assert str(typed(0.8848, number_format="0.00%")) == "88.48"
    assert str(typed(0.664, number_format="0.00%")) == "66.40"
    assert str(typed(0.93, number_format="0%")) == "93"


def test_a_percentage_format_on_a_count_is_asked_about():
    with pytest.raises(Unreadable, match="định dạng phần trăm"):
        read_number(14.99, "0%", "count")


def test_a_percent_sign_in_quotes_is_only_text():
    assert typed(88.48, number_format='0.00"%"') == Decimal("88.48")


def test_a_qualifier_typed_before_the_number_is_kept():
    number = read_text_number("Hơn 4.157", "count")
    assert number is not None
    assert (number.qualifier, number.value) == ("hơn", Decimal(4157))


@given(whole)
def test_a_whole_number_is_read_from_every_way_of_grouping_it(n):
    for mark in (".", ",", " ", "\u00a0"):
        assert typed(f"{n:,}".replace(",", mark), "count") == n
    assert typed(n, "count") == n
    assert typed(float(n), "count") == n


@given(percentages)
def test_a_percentage_is_the_same_from_text_with_either_mark_from_a_number_and_with_a_sign(p):
    for mark in (".", ","):
        text = f"{p:f}".replace(".", mark)
        for written in (text, text + "%", f" {text} %"):
            assert typed(written) == p
            assert str(typed(written)) == f"{p:f}"
    assert typed(float(p)) == p
    assert abs(typed(float(p) / 100, number_format="0.00%") - p) < Decimal("1e-9")


@given(st.text(max_size=12))
def test_any_text_is_a_number_empty_or_a_message(text):
    number = None
    with suppress(Unreadable):
        number = read_text_number(text, "count")
    assert number is None or number.value.is_finite()


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_a_number_is_never_written_in_powers_of_ten(value):
    assert "E" not in f"{typed(value, 'unstated'):f}"
