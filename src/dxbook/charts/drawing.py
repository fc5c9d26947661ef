"""A chart as a static picture with a text alternative and a table.

A chart is a function `Seen → Drawing`, registered under its name, which notebooks use. What is
seen is a report in a language, for a page: some charts are about the pillar of the page.

    @drawn
    def eid_accounts(seen): ...
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from markupsafe import Markup

from ..errors import UnknownReference
from ..model import Lang, Report
from ..parts import Cell, Html, Table, cited_with_link, label, render
from ..words import said
from .explorable import Specification, as_comment, explorable, still
from .svg import adopted, rendered
from .theme import NARROW, WIDE, Sheet
from .values import Column, Seen, Words


@dataclass(frozen=True)
class Drawing:
    """What a chart shows.

    Args:
        id: its name, and its anchor `chart-<id>`.
        title: the finding it shows, as a sentence; made from the data.
        subtitle: measure, scope and year.
        alternative: what a reader who cannot see it should know; made from the data.
        columns: the headers of the table of the values behind it.
        rows: its rows, as shown.
        draw: the Vega-Lite specification of the picture at a width in CSS pixels; None where the
            title says all there is.
        note: what must be known to read it honestly, or empty.
        source: where it is from, if not from the year's own report.
    """

    id: str
    title: str
    subtitle: str
    alternative: str
    columns: Sequence[str]
    rows: Iterable[tuple[Cell, ...]]
    draw: Callable[[int], Specification] | None = None
    note: str = ""
    source: Markup | str = ""

    @cached_property
    def table(self) -> Table:
        """The values behind it."""
        return Table(f"{self.id}-data", self.title, tuple(self.columns), tuple(self.rows))


Maker = Callable[[Seen], Drawing]
_CHARTS: dict[str, Maker] = {}


def drawn(make: Maker) -> Maker:
    """Register a chart under its name, which notebooks use."""
    _CHARTS[make.__name__] = make
    return make


def drawing(
    seen: Seen,
    title: Words,
    subtitle: Words,
    said: Iterable[str],
    columns: Sequence[Column],
    members: Iterable[Any],
    draw: Callable[[int], Specification] | None = None,
    *,
    notes: Iterable[Words] = (),
    after: str = "",
    source: Markup | str = "",
) -> Drawing:
    """A chart of the book: its alternative is its title and what is said of its members.

    Args:
        columns: of the table behind it, which has a row for each member.
        after: what the alternative says last.
    """
    title = seen.say(title)
    return Drawing(
        id=seen.chart,
        title=title,
        subtitle=seen.say(subtitle),
        alternative=_sentences(title, "; ".join(said), after),
        columns=[seen.say(head) for head, _ in columns],
        rows=[tuple(cell(member) for _, cell in columns) for member in members],
        draw=draw,
        note=" ".join(filter(None, map(seen.say, notes))),
        source=source,
    )


def _sentences(*said: str) -> str:
    """Sentences one behind the other, those that are there."""
    return " ".join(f"{s.removesuffix('.')}." for s in said if s)


def names() -> Iterable[str]:
    """The names of all charts."""
    read_all()
    return tuple(_CHARTS)


def chart(name: str, report: Report, lang: Lang, page: str) -> Drawing:
    """Make a chart by name, for a page.

    Raises:
        UnknownReference: when there is no chart of that name.
    """
    read_all()
    if name not in _CHARTS:
        charts = ", ".join(sorted(_CHARTS))
        raise UnknownReference(
            said("There is no chart {name!r}. Charts: {charts}.", name=name, charts=charts)
        )
    return _CHARTS[name](Seen(report, lang, page, name))


@cache
def read_all() -> None:
    """Import every module of the book's charts, which registers them."""
    book = import_module(f"{__package__}.book")
    for module in iter_modules(book.__path__):
        import_module(f"{book.__name__}.{module.name}")


def show(drawing: Drawing, report: Report, lang: Lang) -> Html:
    """The drawing as HTML: title, picture for page and phone, note, table, source."""
    source = report.source()
    wide, narrow = (_as_vega_lite(drawing, width) for width in (WIDE, NARROW))
    return Html(
        render(
            "chart.html",
            drawing=drawing,
            wide=svg(drawing, WIDE, lang),
            narrow=svg(drawing, NARROW, lang),
            explorable=as_comment(drawing.id, explorable(wide, lang), explorable(narrow, lang)),
            table=drawing.table.markup(lang),
            source=drawing.source or (cited_with_link(source, lang) if source else ""),
            labels={n: label(n, lang) for n in ("table", "source", "what_it_shows")},
        )
    )


def svg(drawing: Drawing, width: int, lang: Lang) -> Markup:
    """The picture as SVG whose colours are CSS variables and whose ids are the drawing's own."""
    made = specification(drawing, width)
    return Markup(adopted(rendered(made, lang), f"{drawing.id}-{width}") if made else "")


def specification(drawing: Drawing, width: int) -> str:
    """The Vega-Lite specification of the static picture at a width, as JSON; empty without one."""
    made = _as_vega_lite(drawing, width)
    return json.dumps(still(made), sort_keys=True) if made else ""


def _as_vega_lite(drawing: Drawing, width: int) -> Specification | None:
    """The specification of the picture, with what its points tell; None where there is none."""
    if drawing.draw is None:
        return None
    made = drawing.draw(width)
    return made | {"config": Sheet(width).config | made.get("config", {})}
