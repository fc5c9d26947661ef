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
#: What one sentence answers: said and tabled, and not drawn.
SAID = {"coverage_grid", "dti_rank", "economy_reported", "loudspeaker_stations",
        "online_meetings", "reported", "security_levels", "to_full"}  # fmt: skip
DRAWN = sorted(set(drawing.names()) - SAID)


def pictures(made, lang):
    """Both pictures of a chart; none where there is nothing to draw."""
    drawn = (str(drawing.svg(made, width, lang)) for width in (WIDE, NARROW))
    return [picture for picture in drawn if picture]


@pytest.fixture
def full(book, a_target, a_standing):
    """A report in which every chart that is drawn has something to draw."""

    def make(**more):
        return book(
            *FULL,
            ("dossiers_received", "communes", "230773"),
            ("dossiers_online", "communes", "88298"),
            ("dossiers_received", "province", "637760"),
            ("dossiers_online", "province", "564270"),
            before=[("online_share", "province", "88.44")],
            targets=[
                a_target("smartphone_share", "population", "85"),
                a_target("online_share", "province", "100", year=2025),
            ],
            standings=[
                a_standing(indicator, "d0", closed=True)
                for indicator in ("full_loudspeakers", "commune_portals", "staff_training")
            ],
            **more,
        )

    return make


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", drawing.names())
def test_a_chart_says_something_when_nothing_is_reported(book, name, lang):
    for page in PAGES:
        made = drawing.chart(name, book(), lang, page)
        assert made.title
        assert made.alternative.startswith(made.title)
        assert all("<text" in picture for picture in pictures(made, lang))


@pytest.mark.parametrize("name", sorted(SAID))
def test_what_one_sentence_answers_is_said_and_tabled_and_not_drawn(full, name):
    made = drawing.chart(name, full(), "vi", "government")
    assert made.draw is None
    assert made.table.rows or name == "dti_rank"
    shown = str(drawing.show(made, full(), "vi").markup)
    assert "dx-picture" not in shown
    assert "<svg" not in shown
    assert made.title in made.alternative


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_is_drawn_at_both_widths_within_its_frame(full, name, lang):
    made = drawing.chart(name, full(), lang, "government")
    for width, picture in zip((WIDE, NARROW), pictures(made, lang), strict=True):
        assert re.search(rf'viewBox="0 0 {width} \d+"', picture)
        assert len(picture) < 16_000
        sizes = [int(size) for size in re.findall(r'font-size="(\d+)px"', picture)]
        assert min(sizes) >= (13 if width == WIDE else 14)


@pytest.mark.parametrize("name", drawing.names())
def test_a_chart_of_an_old_year_without_history_is_drawn(book, name):
    made = drawing.chart(name, book(*FULL, year=2031), "vi", "government")
    assert "2022" not in made.title
    assert bool(pictures(made, "vi")) is (made.draw is not None)


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_is_the_same_every_time(full, name):
    once, again = (
        drawing.specification(drawing.chart(name, full(), "en", "society"), WIDE) for _ in range(2)
    )
    assert once == again


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_valid_vega_lite(full, name):
    made = drawing.chart(name, full(), "en", "government")
    specification = json.loads(drawing.specification(made, WIDE))
    del specification["config"]
    alt.LayerChart.from_dict(specification)


@pytest.mark.parametrize("name", DRAWN)
def test_no_place_in_a_picture_is_left_to_the_fonts_of_the_machine(full, name):
    made = drawing.chart(name, full(), "vi", "government")
    specification = json.loads(drawing.specification(made, NARROW))
    assert specification["autosize"] == {"type": "none"}
    other = specification | {"config": specification["config"] | {"font": "Liberation Mono"}}
    here, there = (
        drawing.rendered(json.dumps(s), "vi").replace("Liberation Mono", "Liberation Sans")
        for s in (specification, other)
    )
    assert here == there


def strokes(picture):
    """How many lines and outlines a picture has, and its words."""
    picture = re.sub(r'<path class="(?:back|fore)ground"[^>]*>', "", picture)
    paths = sum(d.count("M") for d in re.findall(r' d="([^"]*)"', picture))
    other = len(re.findall(r"<(?:line|circle) ", picture))
    return paths + other, re.findall(r">([^<>]+)</t", picture)


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_made_small_has_lost_nothing(full, name):
    made = drawing.chart(name, full(), "vi", "government")
    for width in (WIDE, NARROW):
        whole = drawing.rendered(drawing.specification(made, width), "vi")
        small = str(drawing.svg(made, width, "vi")).partition("</defs>")
        assert strokes(small[2] or small[0]) == strokes(whole)


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_has_its_table_as_its_data(full, name):
    made = drawing.chart(name, full(), "vi", "government")
    specification = json.loads(drawing.specification(made, WIDE))
    assert specification["data"] == {"name": "table"}
    assert len(specification["datasets"]["table"]) == len(made.draw.rows)
    given = {column for row in made.draw.rows for column in row} - {"told"}
    laid = {column for row in specification["datasets"]["table"] for column in row}
    assert given <= laid | {"note_colour"}
