"""Charts whose points can be pointed at: what a page needs for that, in a file of its own.

A page carries the specifications of its charts as comments (`charts.explorable`). They leave
it here, for a file beside it that is loaded when a reader first asks: a script, since a page opened
from disk may load nothing else.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from ..model import Lang, Text
from ..parts.palette import COLOURS, DRAWN_WITH, FONT, NUMBERS
from ..words import written

_CHART = re.compile(r"\n?<!--dx-chart (\w+) (.*?)-->", re.DOTALL)

WORDS: dict[str, Text] = {
    "explore": written("Explore points"),
    "static": written("Static picture"),
    "keys": written("arrow keys move between points, Esc returns to the static picture"),
    "place": written("Point % of %"),
}


def take_charts(body: str, page: str, out: Path, lang: Lang) -> str:
    """Write the charts of a page into its file, and give the page without them.

    Args:
        body: the page's HTML.
        page: its name in the book, such as `society`.
        out: folder of the book's HTML.
    """
    charts = {match[1]: json.loads(match[2]) for match in _CHART.finditer(body)}
    file = out / f"{page}.charts.js"
    if not charts:
        file.unlink(missing_ok=True)
        return body
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(charts_script(charts, lang), encoding="utf-8")
    body = _CHART.sub("", body)
    for name in charts:
        own = f'id="chart-{name}"'
        body = body.replace(own, f'{own} data-points="{file.name}"')
    return body


def charts_script(charts: dict[str, dict[str, object]], lang: Lang) -> str:
    """A script that leaves charts, and what it takes to draw them in the page, in `dxCharts`."""
    said = {
        "charts": charts,
        "colours": COLOURS,
        "fonts": {DRAWN_WITH: FONT},
        "numbers": NUMBERS.get(lang),
        "words": {name: text[lang] for name, text in WORDS.items()},
    }
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"var dxCharts={text};\n"
