"""The forms of the kinds, as they are kept, and as Altair writes them."""

import json

import altair as alt
import pytest

from dxbook.charts import kinds
from dxbook.charts.forms import __main__ as writing
from dxbook.charts.forms import form, place
from dxbook.charts.forms import kinds as forms


@pytest.mark.parametrize("kind", forms())
def test_a_form_is_kept_as_altair_writes_it(kind):
    assert place(kind).read_text(encoding="utf-8") == writing.written(kind)


def test_every_kind_has_a_form_and_every_form_a_kind():
    assert set(forms()) <= set(kinds.__all__)
    assert {path.stem for path in place("x").parent.glob("*.json")} == set(forms())


@pytest.mark.parametrize("phone", [False, True])
@pytest.mark.parametrize("kind", forms())
def test_no_two_layers_of_a_form_have_one_name(kind, phone):
    names = [layer["name"] for layer in form(kind, phone)["layer"] if "name" in layer]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", forms())
def test_a_form_is_a_chart_without_a_table(kind):
    made = form(kind, phone=False)
    assert "datasets" not in made
    assert "values" not in json.dumps(made["layer"]).replace('"values": {"expr"', "")
    alt.LayerChart.from_dict(made)
