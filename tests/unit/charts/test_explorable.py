"""What a chart tells of its points, once Vega draws it in the page."""

import csv
import io
import json
import re

import altair as alt
import pandas as pd
import pytest

from dxbook.charts import drawing
from dxbook.charts.drawing import NARROW, WIDE
from dxbook.charts.explorable import as_comment
from dxbook.charts.own import own_drawing
from dxbook.model import LANGS

FULL = (
    ("steering_committees", "agencies-districts", "100"),
    ("steering_committees", "communes", "93"),
    ("smartphone_share", "population", "80.07"),
    ("fibre_households", "households", ""),
    ("dossiers_received", "province", "637760"),
    ("dossiers_received", "districts", "167031"),
    ("dossiers_online", "province", "564270"),
    ("dossiers_online", "districts", "133511"),
    ("online_share", "province", "88.48"),
    ("online_share", "districts", "79.93"),
    ("online_share", "communes", "38.26"),
    ("e_invoices", "province", "100"),
    ("online_meetings", "province", "296"),
    ("online_meetings_central", "province", "121"),
    ("online_meetings_district", "province", "175"),
    ("eid_accounts", "province", "610"),
    ("eid_level_1", "province", "310"),
    ("eid_level_2", "province", "300"),
)
#: The charts whose points tell every value of their table.
COMPARED = {"commune_gap", "eid_accounts", "history", "online_share_slopes", "people_bases"}
#: What tables compute of their values.
COMPUTED = {"eid_accounts": {"50.82%", "49.18%"}, "people_bases": {"85%"}}
#: Those that are not drawn, or whose pictures say all there is to say already.
STATIC = {"coverage_grid", "dti_rank", "economy_reported", "loudspeaker_map",
          "loudspeaker_stations", "online_meetings", "portal_map", "reported", "security_levels",
          "to_full", "training_map"}  # fmt: skip


def explorable(made, report, lang):
    """Both specifications of a chart, as its page carries them; None where it carries none."""
    found = re.search(r"<!--dx-chart (\w+) (.*?)-->", str(drawing.show(made, report, lang).markup))
    return json.loads(found[2]) if found else None


def points_of(specification):
    """What is told of each point, in the order they are drawn."""
    return [row["told"] for row in specification["datasets"]["table"] if "told" in row]


def cells_of(made):
    """The cells of a chart's CSV, without its header."""
    return {cell for row in list(csv.reader(io.StringIO(made.table.csv())))[1:] for cell in row}


def bare(value):
    """The number of a value, without unit and what must be said beside it."""
    return re.sub(r"[^\d.,%]", "", value.partition(" (")[0])


@pytest.fixture
def full(book, a_target, a_rank):
    """A report in which every chart that compares has something to compare."""
    return book(
        *FULL,
        before=[("online_share", "province", "88.44"), ("online_share", "districts", "68.6")],
        targets=[
            a_target("smartphone_share", "population", "85"),
            a_target("online_share", "province", "100", year=2025),
        ],
        references=[a_rank(2021, 30), a_rank(2022, 23)],
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", [n for n in drawing.names() if n not in STATIC])
def test_points_tell_values_that_the_csv_has(full, name, lang):
    made = drawing.chart(name, full, lang, "government")
    found = explorable(made, full, lang)
    for width in ("wide", "narrow"):
        told = {bare(point["value"]) for point in points_of(found[width])}
        assert told
        assert told <= {bare(cell) for cell in cells_of(made)}


@pytest.mark.parametrize("name", sorted(COMPARED))
def test_every_value_of_the_csv_is_told_by_a_point(full, name):
    made = drawing.chart(name, full, "en", "government")
    told = {point["value"] for point in points_of(explorable(made, full, "en")["wide"])}
    values = {cell for cell in cells_of(made) if re.fullmatch(r"[\d.,]+(%| units)", cell)}
    assert values
    assert values - COMPUTED.get(name, set()) <= told


@pytest.mark.parametrize("name", sorted(STATIC))
def test_a_chart_that_says_all_already_stays_static(book, name):
    report = book(*FULL, ("ict_loudspeakers", "communes", "144/225"))
    assert explorable(drawing.chart(name, report, "vi", "government"), report, "vi") is None


@pytest.mark.parametrize("name", drawing.names())
def test_a_chart_without_values_has_nothing_to_explore(book, name):
    made = drawing.chart(name, book(), "vi", "government")
    assert explorable(made, book(), "vi") is None


def test_a_point_tells_what_it_is_of_whom_when_how_sure_and_in_which_words(book):
    report = book(*FULL)
    made = drawing.chart("online_share_slopes", report, "en", "government")
    wide = explorable(made, report, "en")["wide"]
    [point] = [p for p in points_of(wide) if p["value"] == "38.26%"]
    assert point["scope"] == "Communes"
    assert point["period"] == "2022"
    assert point["status"] == "Reported"
    assert point["quote"] == "“trích”"
    assert wide["layer"][-1]["mark"]["size"] >= 24**2
    titles = {tip["field"]: tip["title"] for tip in wide["layer"][-1]["encoding"]["tooltip"]}
    assert titles["told.scope"] == "Scope"


def test_what_is_added_leaves_the_static_picture_as_it_was(book):
    made = drawing.chart("people_bases", book(*FULL), "vi", "government")
    for width in (WIDE, NARROW):
        static = json.loads(drawing.specification(made, width))
        assert "told" not in json.dumps(static)
        assert "tooltip" not in json.dumps(static)


def test_what_vega_is_given_is_valid_vega_lite(book):
    report = book(*FULL, before=[("online_share", "province", "88.44")])
    made = drawing.chart("online_share_slopes", report, "en", "government")
    specification = explorable(made, report, "en")["wide"]
    assert {"name": "picked", "value": ""} in specification["params"]
    del specification["config"]
    alt.LayerChart.from_dict(specification)


def test_a_chart_of_ones_own_tells_its_fields(book):
    data = pd.DataFrame({"level": ["xã -- a", "huyện"], "share": [38.26, 79.93]})
    chart = alt.Chart(data).mark_bar().encode(x="share:Q", y="level:N")
    made = own_drawing(chart, id="mine", title="Tỷ lệ", alternative="Hai cột")
    wide = explorable(made, book(), "vi")["wide"]
    assert wide["config"]["mark"]["tooltip"]
    rows = [[str(value) for value in row.values()] for row in wide["data"]["values"]]
    assert [tuple(row) for row in rows] == list(made.table.rows)


def test_a_comment_ends_where_it_ends():
    said = {"text": "a--> b --- c"}
    comment = str(as_comment("x", said, said))
    assert comment.count("--") == 2
    assert json.loads(comment.removeprefix("<!--dx-chart x ").removesuffix("-->"))["wide"] == said
