"""A chart as a static picture with a text alternative and a table.

A chart is a function `Report, Lang, page → Drawing`, registered under the name that notebooks
use. The page is the one that shows it, for charts that are about a pillar, whichever it is:

    @drawn("eid_accounts")
    def eid_accounts(report, lang, page): ...
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import altair as alt
from markupsafe import Markup

from ..errors import UnknownReference
from ..model import Lang, Report
from ..parts.citation import cited_with_link
from ..parts.html import Html, render
from ..parts.labels import label
from ..parts.palette import CONFIG
from ..parts.tables import Table
from ..words import said
from .explorable import Specification, as_comment, explorable
from .svg import adopted, rendered

#: Widths in CSS pixels of the two pictures: for a page and for a phone.
WIDE, NARROW = 680, 330


@dataclass(frozen=True)
class Drawing:
    """What a chart shows.

    Args:
        id: its name, and its anchor `chart-<id>`.
        title: the finding it shows, as a sentence; made from the data.
        subtitle: measure, scope and year.
        alternative: what a reader who cannot see it should know; made from the data.
        table: the values behind it.
        draw: the picture at a width in CSS pixels: an Altair chart, or the Vega-Lite
            specification of one.
        note: what must be known to read it honestly, or empty.
        source: where it is from, if not from the year's own report.
    """

    id: str
    title: str
    subtitle: str
    alternative: str
    table: Table
    draw: Callable[[int], alt.Chart | alt.LayerChart]
    note: str = ""
    source: Markup | str = ""


Maker = Callable[[Report, Lang, str], Drawing]
_CHARTS: dict[str, Maker] = {}


def drawn(name: str) -> Callable[[Maker], Maker]:
    """Register a chart under the name that notebooks use."""

    def register(make: Maker) -> Maker:
        _CHARTS[name] = make
        return make

    return register


def names() -> Iterable[str]:
    """The names of all charts."""
    return tuple(_CHARTS)


def chart(name: str, report: Report, lang: Lang, page: str) -> Drawing:
    """Make a chart by name, for a page.

    Raises:
        UnknownReference: when there is no chart of that name.
    """
    if name not in _CHARTS:
        charts = ", ".join(sorted(_CHARTS))
        raise UnknownReference(
            said("There is no chart {name!r}. Charts: {charts}.", name=name, charts=charts)
        )
    return _CHARTS[name](report, lang, page)


def show(drawing: Drawing, report: Report, lang: Lang) -> Html:
    """The drawing as HTML: title, picture for page and phone, note, table, source."""
    source = report.source()
    wide, narrow = _as_vega_lite(drawing, WIDE), _as_vega_lite(drawing, NARROW)
    return Html(
        render(
            "chart.html",
            drawing=drawing,
            wide=_svg(drawing.id, wide, WIDE, lang),
            narrow=_svg(drawing.id, narrow, NARROW, lang),
            explorable=as_comment(drawing.id, explorable(wide, lang), explorable(narrow, lang)),
            table=drawing.table.markup(lang),
            source=drawing.source or (cited_with_link(source, lang) if source else ""),
            labels={n: label(n, lang) for n in ("table", "source", "what_it_shows")},
        )
    )


def svg(drawing: Drawing, width: int, lang: Lang) -> Markup:
    """The picture as SVG whose colours are CSS variables and whose ids are the drawing's own."""
    return _svg(drawing.id, _as_vega_lite(drawing, width), width, lang)


def _svg(name: str, made: Specification, width: int, lang: Lang) -> Markup:
    return Markup(adopted(rendered(_plain(made), lang), f"{name}-{width}"))


def specification(drawing: Drawing, width: int) -> str:
    """The Vega-Lite specification of the static picture at a width, as JSON."""
    return _plain(_as_vega_lite(drawing, width))


def _as_vega_lite(drawing: Drawing, width: int) -> Specification:
    """The specification of the picture, with what its points tell in `usermeta`."""
    with alt.data_transformers.enable(consolidate_datasets=False):
        picture: Specification = drawing.draw(width).to_dict(validate=False)
    return picture | {"config": CONFIG}


def _plain(made: Specification) -> str:
    picture = {name: part for name, part in made.items() if name != "usermeta"}
    return json.dumps(picture, sort_keys=True)
