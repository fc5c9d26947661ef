"""What every chart promises, whatever the data."""

import json
import re

import altair as alt
import pytest

from dxbook.charts import drawing
from dxbook.charts.drawing import NARROW, WIDE
from dxbook.model import LANGS

FULL = (
    ("steering_committees", "agencies-districts", "100"),
    ("steering_committees", "communes", "93"),
    ("smartphone_share", "population", "80.07"),
    ("fibre_households", "households", ""),
    ("online_share", "province", "88.48"),
    ("online_share", "communes", "38.26"),
    ("ict_loudspeakers", "communes", "144/225"),
    ("e_invoices", "province", "100"),
    ("eid_accounts", "province", "610"),
    ("eid_level_1", "province", "310"),
    ("eid_level_2", "province", "300"),
    ("security_levels_units", "districts", "13"),
)
PAGES = ("overview", "government", "economy")


def pictures(made, lang):
    return [str(drawing.svg(made, width, lang)) for width in (WIDE, NARROW)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", drawing.names())
def test_a_chart_says_something_when_nothing_is_reported(book, name, lang):
    for page in PAGES:
        made = drawing.chart(name, book(), lang, page)
        assert made.title
        assert made.alternative.startswith(made.title)
        assert all("<text" in picture for picture in pictures(made, lang))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", drawing.names())
def test_a_chart_is_drawn_at_both_widths_within_its_frame(book, name, lang):
    made = drawing.chart(name, book(*FULL), lang, "government")
    for width, picture in zip((WIDE, NARROW), pictures(made, lang), strict=True):
        assert re.search(rf'viewBox="0 0 {width} \d+"', picture)
        assert len(picture) < 16_000
        sizes = [int(size) for size in re.findall(r'font-size="(\d+)px"', picture)]
        assert min(sizes) >= (13 if width == WIDE else 14)


@pytest.mark.parametrize("name", drawing.names())
def test_a_chart_of_an_old_year_without_history_is_drawn(book, name):
    made = drawing.chart(name, book(*FULL, year=2031), "vi", "government")
    assert "2022" not in made.title
    assert pictures(made, "vi")


@pytest.mark.parametrize("name", drawing.names())
def test_a_chart_is_the_same_every_time(book, name):
    once, again = (
        drawing.specification(drawing.chart(name, book(*FULL), "en", "society"), WIDE)
        for _ in range(2)
    )
    assert once == again


@pytest.mark.parametrize("name", drawing.names())
def test_a_picture_is_valid_vega_lite(book, name):
    made = drawing.chart(name, book(*FULL), "en", "government")
    specification = json.loads(drawing.specification(made, WIDE))
    del specification["config"]
    alt.LayerChart.from_dict(specification)


@pytest.mark.parametrize("name", drawing.names())
def test_no_place_in_a_picture_is_left_to_the_fonts_of_the_machine(book, name):
    made = drawing.chart(name, book(*FULL), "vi", "government")
    specification = json.loads(drawing.specification(made, NARROW))
    assert specification["autosize"] == {"type": "none"}
    other = specification | {"config": specification["config"] | {"font": "Liberation Mono"}}
    here, there = (
        drawing.rendered(json.dumps(s), "vi").replace("Liberation Mono", "Liberation Sans")
        for s in (specification, other)
    )
    assert here == there


@pytest.mark.parametrize("name", drawing.names())
def test_a_picture_is_written_as_altair_writes_it(book, name):
    made = drawing.chart(name, book(*FULL), "vi", "government")
    for width in (WIDE, NARROW):
        picture = made.draw(width)
        with alt.data_transformers.enable(consolidate_datasets=False):
            theirs = alt.LayerChart.to_dict(picture, validate=False)
        theirs.pop("config")
        assert picture.to_dict(validate=False) == theirs
