"""Dates and quotes as the officer types them."""

from datetime import datetime

import pytest

from dxbook.workbook.filled.amounts import Unreadable
from dxbook.workbook.filled.dates import read_date
from dxbook.workbook.filled.grid import GridCell
from dxbook.workbook.filled.quotes import find_quote

SOURCE = "đạt 88,48% (tăng 0,04% so với cùng kỳ năm 2021), cụ thể: tăng 0,04% so với năm 2021."


@pytest.mark.parametrize(
    ("value", "number_format", "said"),
    [
        (None, "General", "2023"),
        (2023, "General", "2023"),
        ("2023", "@", "2023"),
        ("năm 2023", "General", "2023"),
        ("12/2023", "General", "2023-12"),
        ("tháng 6/2023", "General", "2023-06"),
        ("2023-12", "General", "2023-12"),
        ("31/12/2023", "General", "2023-12-31"),
        ("ngày 31/12/2023", "General", "2023-12-31"),
        (datetime(2023, 12, 1), "mmm-yy", "2023-12"),
        (datetime(2023, 12, 31), "dd/mm/yyyy", "2023-12-31"),
    ],
)
def test_a_date_is_read_as_a_year_a_month_or_a_day(value, number_format, said):
    assert read_date(GridCell("N2", value, number_format), 2023) == said


@pytest.mark.parametrize("value", ["cuối năm", "13/2023", "31/02/2023", "2013"])
def test_what_is_no_date_of_about_the_year_is_asked_about(value):
    with pytest.raises(Unreadable):
        read_date(GridCell("N2", value), 2023)


def test_a_quote_is_found_whatever_became_of_its_spaces():
    found = find_quote(" đạt\n88,48% ", SOURCE)
    assert (found.text, found.start) == ("đạt 88,48%", 0)


def test_a_decomposed_quote_is_found():
    assert find_quote("đa\u0323t 88,48%", SOURCE).start == 0


def test_a_quote_that_the_source_does_not_say_is_asked_about():
    with pytest.raises(Unreadable, match="văn bản nguồn không có câu «đạt 98%»"):
        find_quote("đạt 98%", SOURCE)


def test_a_quote_in_two_places_must_be_longer():
    with pytest.raises(Unreadable, match="có 2 chỗ"):
        find_quote("tăng 0,04% so với", SOURCE)


def test_of_two_places_the_one_where_it_stood_is_meant():
    assert find_quote("tăng 0,04% so với", SOURCE, near=60).start == SOURCE.rindex("tăng 0,04%")
