"""A chart that a notebook draws itself."""

import altair as alt
import pandas as pd
import pytest

from dxbook.charts.drawing import NARROW, WIDE, show, specification, svg
from dxbook.charts.kinds import Meaning, bars, dots, series, slopes, tiles
from dxbook.charts.own import own_drawing

SHARES = pd.DataFrame({"level": ["xã", "huyện"], "share": [38.26, 79.93]})


def bars_of(data):
    return alt.Chart(data).mark_bar().encode(x="share:Q", y="level:N")


def test_a_chart_of_ones_own_shows_its_values_in_a_table():
    made = own_drawing(bars_of(SHARES), id="mine", title="Tỷ lệ", alternative="Hai cột")
    assert made.table.columns == ("level", "share")
    assert made.table.rows == (("xã", "38.26"), ("huyện", "79.93"))


def test_a_chart_of_ones_own_is_drawn_at_the_width_asked_for():
    made = own_drawing(bars_of(SHARES), id="mine", title="Tỷ lệ", alternative="Hai cột")
    assert '"width": 330' in specification(made, 330)
    assert '"width": 680' in specification(made, 680)


def test_a_chart_without_a_table_of_data_is_refused():
    with pytest.raises(ValueError, match="pandas table"):
        own_drawing(
            bars_of("https://example.org/x.csv"), id="mine", title="Tỷ lệ", alternative="Hai cột"
        )


OWN = {
    "dots": dots(
        [
            {"name": "Cấp xã", "value": 38.26, "label": "38,26%", "group": "Trực tuyến"},
            {"name": "Cấp xã", "value": 80, "mark": "target"},
            {"mention": "Trung tâm: chưa báo cáo", "group": "Không có"},
        ],
        key=[Meaning("kết quả"), Meaning("mục tiêu", "target", "ink")],
    ),
    "bars": bars(
        [
            {"name": "Hồ sơ", "value": 88, "label": "88 trực tuyến"},
            {"name": "Hồ sơ", "value": 12, "label": "12 còn lại", "colour": "pale", "total": "100"},
        ]
    ),
    "slopes": slopes(
        [
            {"series": "Cấp xã", "period": 2021, "value": 32.4, "label": "32,4%"},
            {"series": "Cấp xã", "period": 2022, "value": 38.26, "label": "38,26%"},
        ]
    ),
    "series": series(
        [{"name": "Hồ sơ", "year": y, "value": y - 2000, "label": str(y)} for y in (2019, 2022)]
    ),
    "tiles": tiles([{"name": "Việt Trì", "row": 0, "column": 0, "look": "full", "said": "có"}]),
}


@pytest.mark.parametrize("kind", sorted(OWN))
def test_a_kind_is_drawn_with_a_table_of_ones_own(book, kind):
    made = own_drawing(OWN[kind], id="mine", title="Tỷ lệ", alternative="Một hình")
    for width in (WIDE, NARROW):
        assert f'viewBox="0 0 {width} ' in str(svg(made, width, "vi"))
    assert len(made.table.rows) == len(OWN[kind].rows)
    assert "dx-picture" in str(show(made, book(), "vi").markup)


def test_a_kind_takes_a_table_of_pandas():
    listed = [{"name": "xã", "value": 38.26}, {"name": "huyện", "value": 79.93, "label": "79,93%"}]
    assert dots(pd.DataFrame(listed))(WIDE) == dots(listed)(WIDE)


@pytest.mark.parametrize("kind", sorted(OWN))
def test_a_kind_is_an_altair_chart_that_can_be_changed(kind):
    chart = OWN[kind].altair(WIDE)
    changed = chart.properties(title="Của tôi").to_dict()
    assert changed["title"] == "Của tôi"
    assert changed["datasets"]["table"]


@pytest.mark.parametrize("kind", sorted(OWN))
def test_the_same_table_gives_the_same_picture(kind):
    assert OWN[kind](WIDE) == OWN[kind](WIDE)


def test_the_books_look_is_altairs_theme():
    own_drawing(bars_of(SHARES), id="mine", title="Tỷ lệ", alternative="Hai cột")
    assert alt.theme.active == "dxbook"
