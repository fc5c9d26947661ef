"""Charts taken out of a page, and the script that draws them."""

import json
import runpy
from pathlib import Path

from dxbook.site import STATIC
from dxbook.site.explore import take_charts

ROOT = Path(__file__).parents[3]
CHART = '<!--dx-chart a {"wide":{"x":"é"},"narrow":{}}-->'
BODY = f'<figure class="dx-chart" id="chart-a">…\n{CHART}\n</figure>'


def test_a_chart_leaves_its_page_for_a_file_beside_it(tmp_path: Path) -> None:
    body = take_charts(BODY, "society", tmp_path, "vi")
    assert body == (
        '<figure class="dx-chart" id="chart-a" data-points="society.charts.js">…\n</figure>'
    )
    script = (tmp_path / "society.charts.js").read_text(encoding="utf-8")
    found = json.loads(script.removeprefix("var dxCharts=").removesuffix(";\n"))
    assert found["charts"] == {"a": {"narrow": {}, "wide": {"x": "é"}}}
    assert found["numbers"]["decimal"] == ","
    assert found["words"]["explore"] == "Xem từng điểm"


def test_a_page_in_a_folder_has_its_file_beside_it(tmp_path: Path) -> None:
    body = take_charts(BODY, "notebooks/society", tmp_path, "en")
    assert 'data-points="society.charts.js"' in body
    assert (tmp_path / "notebooks" / "society.charts.js").is_file()


def test_a_page_that_has_no_chart_any_more_leaves_no_file(tmp_path: Path) -> None:
    take_charts(BODY, "society", tmp_path, "vi")
    assert take_charts("<p>", "society", tmp_path, "vi") == "<p>"
    assert list(tmp_path.iterdir()) == []


def test_the_script_of_vega_is_that_of_the_library_that_draws() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "vega.py"))
    assert (STATIC / tool["NAME"]).read_text(encoding="utf-8") == tool["vega_script"]()
