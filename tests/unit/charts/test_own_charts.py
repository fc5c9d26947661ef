"""A chart that a notebook draws itself."""

import altair as alt
import pandas as pd
import pytest

from dxbook.charts.drawing import specification
from dxbook.charts.own import own_drawing

SHARES = pd.DataFrame({"level": ["xã", "huyện"], "share": [38.26, 79.93]})


def bars(data):
    return alt.Chart(data).mark_bar().encode(x="share:Q", y="level:N")


def test_a_chart_of_ones_own_shows_its_values_in_a_table():
    made = own_drawing(bars(SHARES), id="mine", title="Tỷ lệ", alternative="Hai cột")
    assert made.table.columns == ("level", "share")
    assert made.table.rows == (("xã", "38.26"), ("huyện", "79.93"))


def test_a_chart_of_ones_own_is_drawn_at_the_width_asked_for():
    made = own_drawing(bars(SHARES), id="mine", title="Tỷ lệ", alternative="Hai cột")
    assert '"width": 330' in specification(made, 330)
    assert '"width": 680' in specification(made, 680)


def test_a_chart_without_a_table_of_data_is_refused():
    with pytest.raises(ValueError, match="pandas table"):
        own_drawing(
            bars("https://example.org/x.csv"), id="mine", title="Tỷ lệ", alternative="Hai cột"
        )
