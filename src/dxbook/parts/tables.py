"""Tables: a caption, headers, cells; as HTML, and as CSV that a spreadsheet may open safely."""

from __future__ import annotations

import base64
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from ..model import Indicator, Lang, Report, Target
from ..wording import capitalised, neutral, period
from ..words import written
from .figures import made_of, shown
from .html import Html, render
from .labels import heads, label

Cell = str | Markup
_FLAG = re.compile(r'<a class="dx-flag".*?</a>', re.DOTALL)
#: The plain numbers that a figure carries (`figures.shown`, `figures.made_of`), by column.
_VALUE = {
    "value": re.compile(r'data-value="([^"]*)"'),
    "unit": re.compile(r'data-unit="([^"]*)"'),
    "flag": re.compile(r'<a class="dx-flag".*?<span class="dx-hidden">(.*?)</span>', re.DOTALL),
}
_RATIO = {
    "numerator": re.compile(r'data-numerator="([^"]*)"'),
    "denominator": re.compile(r'data-denominator="([^"]*)"'),
}


@dataclass(frozen=True)
class Table:
    """A table whose first column heads its rows.

    Args:
        id: anchor on the page.
        rows: cells as shown; one for each column.
    """

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def html(self, lang: Lang) -> Html:
        """The table with its CSV download."""
        return Html(self.markup(lang))

    def markup(self, lang: Lang) -> Markup:
        """The table as HTML."""
        return render("table.html", table=self, lang=lang)

    def csv_address(self) -> str:
        """The table as a `data:` address, so that it can be saved from a page opened from disk."""
        encoded = base64.b64encode(self.csv().encode("utf-8-sig")).decode("ascii")
        return f"data:text/csv;charset=utf-8;base64,{encoded}"

    def csv(self) -> str:
        """The table as CSV, its text neutralised.

        Behind what is shown come plain numbers, with decimal points: `value`, `unit` and `flag` of
        each column that shows values, `numerator` and `denominator` of one that shows ratios. Where
        several columns show values, their heads stand before these names.
        """
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        numbers = list(self._plain_columns())
        writer.writerow([neutral(c) for c in (*self.columns, *(name for name, *_ in numbers))])
        for row in self.rows:
            found = [_found(pattern, row[at]) for _, at, pattern in numbers]
            writer.writerow([neutral(c) for c in (*map(plain, row), *found)])
        return out.getvalue()

    def _plain_columns(self) -> Iterator[tuple[str, int, re.Pattern[str]]]:
        """Name, column and pattern of each plain number that the cells carry."""
        for parts in (_VALUE, _RATIO):
            first = next(iter(parts.values()))
            where = [
                at
                for at in range(len(self.columns))
                if any(first.search(str(row[at])) for row in self.rows)
            ]
            for at in where:
                head = f"{self.columns[at]} " if len(where) > 1 else ""
                for name, pattern in parts.items():
                    yield f"{head}{name}", at, pattern


def _found(pattern: re.Pattern[str], cell: Cell) -> str:
    found = pattern.search(str(cell)) if isinstance(cell, Markup) else None
    return Markup(found[1]).unescape() if found else ""


def plain(cell: Cell) -> str:
    """A cell without markup, and without the flag that only leads elsewhere."""
    if not isinstance(cell, Markup):
        return str(cell)
    return Markup(_FLAG.sub("", str(cell))).striptags()


def values_table(report: Report, pillar: str, lang: Lang) -> Table:
    """Every value of a pillar."""
    rows = []
    for o in report.observations(pillar, "level"):
        indicator = report.indicator(o.indicator)
        rows.append(
            (
                indicator_link(indicator, lang),
                report.scope(o.scope).short[lang],
                shown(report, o, lang),
                made_of(report, o, lang),
                capitalised(period(o.as_of, lang)),
            )
        )
    name = report.pillar(pillar).name[lang]
    caption = written("{name}: every value of {year}", name=name, year=report.year)[lang]
    ratio = f"{written('Numerator')[lang]}/{written('Denominator')[lang].lower()}"
    columns = (*heads(lang, "indicator", "scope", "value"), ratio, label("as_of", lang))
    return Table(f"values-{pillar}", caption, columns, tuple(rows))


def indicator_link(indicator: Indicator, lang: Lang) -> Markup:
    """An indicator's name that leads to its card."""
    return Markup('<a href="{}.html#card-{}">{}</a>').format(
        indicator.pillar, indicator.id, indicator.name[lang]
    )


def changes_table(report: Report, pillar: str | None, lang: Lang) -> Table:
    """The changes from the year before, stated or computed, with both years' values."""
    rows = []
    for indicator in report.indicators(pillar):
        for scope in indicator.scopes:
            change = report.change(indicator.id, scope)
            if change is None:
                continue
            before = report.observation(indicator.id, scope, "level", report.year - 1)
            rows.append(
                (
                    indicator_link(indicator, lang),
                    report.scope(scope).short[lang],
                    shown(report, before, lang),
                    shown(report, report.observation(indicator.id, scope), lang),
                    shown(report, change, lang),
                )
            )
    caption = written("Changes from {before} to {year}", before=report.year - 1, year=report.year)[
        lang
    ]
    years = str(report.year - 1), str(report.year)
    columns = (*heads(lang, "indicator", "scope"), *years, label("change", lang))
    return Table(f"changes-{pillar or 'all'}", caption, columns, tuple(rows))


def instrument(target: Target, lang: Lang) -> Markup:
    """The decision that set a target, with the page it is cited from."""
    text = escape(target.instrument[lang])
    if not target.url.startswith(("https://", "http://")):
        return text
    cited = f"{written('cited from')[lang]} {urlsplit(target.url).hostname}"
    return Markup('<a href="{}" rel="noopener">{}</a> <span class="dx-scope">({})</span>').format(
        target.url, text, cited
    )
