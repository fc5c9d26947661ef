"""Page: what a notebook talks to.

    from dxbook.pages import Page
    page = Page("society", year, lang, place)
    page.chart("eid_accounts")

Every method returns something that a notebook shows; none of them writes a file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..charts import drawing
from ..charts.own import own_drawing
from ..charts.pasts import has_history
from ..model import Lang, Report, Statement, Target, Text
from ..parts import (
    Html,
    Table,
    changes_table,
    is_partly_reported,
    render,
    targets_table,
    tidy,
    values_table,
)
from ..words import written
from . import audit_view, book_tables, catalogue_view, district_view
from .cards import cards
from .glance import glance
from .opened import OpenedPage
from .scorecard import leading_value, scorecard
from .source_view import source_view

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from ..charts.kinds import Picture

_NO_CHANGE = written(
    "No change from the year before: the report states none, and two years are not "
    "at hand to compute one."
)
_NO_TARGET = written("No target was found for the indicators of this chapter.")


def _view(show: Callable[[Report, Lang], Html]) -> Callable[[Page], Html]:
    """A method of `Page` that shows what a view of the whole book shows."""

    def method(self: Page) -> Html:
        return show(self.report, self.lang)

    method.__doc__ = show.__doc__
    return method


class Page(OpenedPage):
    """One page of an edition: what it can show.

    The methods under "a pillar" take the pillar from the page's name.
    """

    # -- any page ----------------------------------------------------------------------------

    def headline(self, *keys: str) -> Html:
        """The figures a reader should take away, as tiles: value, name, change, target."""
        tiles = [leading_value(self.report, key, self.lang) for key in keys]
        return Html(render("tiles.html", tiles=tiles))

    def chart(self, name: str) -> Html:
        """A chart by name, with its table and text alternative. `dxbook.charts.book` has them.

        Raises:
            UnknownReference: when there is no chart of that name.
        """
        made = drawing.chart(name, self.report, self.lang, self.name)
        return drawing.show(made, self.report, self.lang)

    def draw(
        self,
        chart: alt.Chart | alt.LayerChart | Picture,
        *,
        id: str,
        title: str,
        alternative: str,
        subtitle: str = "",
        note: str = "",
    ) -> Html:
        """A chart of the notebook's own, shown as the book shows its charts.

        Args:
            chart: an Altair chart whose data is a pandas table, such as `frame()` gives; or a
                kind of `dxbook.charts.kinds` with its table.
            id: anchor on the page.
            title: the finding, as a sentence in the page's language.
            alternative: what it shows, for who cannot see it.
        """
        made = own_drawing(
            chart, id=id, title=title, alternative=alternative, subtitle=subtitle, note=note
        )
        return drawing.show(made, self.report, self.lang)

    def standings(self, indicator: str) -> Html:
        """The places the source names for an indicator, and what its silence means."""
        return book_tables.standings_list(self.report, indicator, self.lang)

    def references(self) -> Html:
        """National values for context: of a pillar's indicators, or of all on another page."""
        pillar = self.name if self.name in {p.id for p in self.report.pillars()} else None
        table = book_tables.references_table(self.report, pillar, self.lang)
        return self._shown(table, written("There is no value to compare with."))

    def frame(self, pillar: str | None = None) -> pd.DataFrame:
        """The year's values, or one pillar's, as a tidy table: a row for each observation.

        Returns:
            Columns as in `observations.csv`, without the quote, plus `pillar` and the names of
            indicator and scope. `value` is the best value as a float, NaN where there is none;
            `reported` is it as the source gives it, as text.
        """
        return tidy(self.report, pillar, self.lang)

    # -- a pillar ----------------------------------------------------------------------------

    def table(self) -> Html:
        """Every value of the pillar, with its trace."""
        return values_table(self.report, self.name, self.lang).html(self.lang)

    def changes(self) -> Html:
        """What changed since the year before, and from the third year on how values have moved."""
        changes = self._shown(changes_table(self.report, self.name, self.lang), _NO_CHANGE)
        if not has_history(self.report, self.name):
            return changes
        return Html(changes.markup + self.chart("history").markup)

    def targets(self) -> Html:
        """How far the pillar's values are from their targets."""
        caption = written("Against the targets")
        return self._targets(lambda _: True, f"targets-{self.name}", caption, self.name)

    def weaknesses(self) -> Html:
        """What the source itself calls weak, with its words."""
        none = written("The report names no weakness in this chapter.")
        return self._said(lambda statement: statement.kind == "weakness", none)

    def statements(self) -> Html:
        """What else the source says without a number, with its words."""
        none = written("The report makes no other statement in this chapter.")
        return self._said(lambda statement: statement.kind != "weakness", none)

    def _said(self, which: Callable[[Statement], bool], otherwise: Text) -> Html:
        found = list(filter(which, self.report.statements(self.name)))
        if not found:
            return self.say(otherwise)
        return Html(render("statements.html", statements=found, lang=self.lang))

    def missing(self) -> Html:
        """What is not reported, by indicator; last what is reported in part."""
        empty = [o for o in self.report.observations(self.name, "level") if o.best is None]
        if not empty:
            return self.say(written("Every indicator of this chapter has a value."))
        rows = [
            (
                self.report.indicator(o.indicator),
                self.report.scope(o.scope),
                is_partly_reported(self.report, o),
            )
            for o in empty
        ]
        rows.sort(key=lambda row: row[2])
        return Html(render("missing.html", rows=rows, lang=self.lang, pillar=self.name))

    def cards(self) -> Html:
        """A card for each indicator of the pillar."""
        return cards(self.report, self.name, self.lang)

    # -- the whole book ----------------------------------------------------------------------

    glance = _view(glance)
    scorecard = _view(scorecard)
    source = _view(source_view)
    about_source = _view(book_tables.about_source)
    catalogue = _view(catalogue_view.catalogue)
    downloads = _view(catalogue_view.downloads)
    glossary = _view(catalogue_view.glossary)
    districts = _view(district_view.districts)
    true_of_all_districts = _view(district_view.true_of_all)
    district_pages = _view(district_view.district_pages)
    findings = _view(audit_view.findings)
    holds = _view(audit_view.holds)
    questions = _view(audit_view.questions)
    audit_summary = _view(audit_view.summary)

    def targets_due(self) -> Html:
        """The targets of the edition's year."""
        caption = written("Targets for {year}", year=self.report.year)
        return self._targets(lambda t: t.year == self.report.year, "targets-due", caption)

    def targets_later(self) -> Html:
        """The targets of later years: the distance to go, never met or missed."""
        caption = written("Targets after {year}", year=self.report.year)
        return self._targets(lambda t: t.year > self.report.year, "targets-later", caption)

    def targets_past(self) -> Html:
        """The targets of earlier years."""
        caption = written("Targets before {year}", year=self.report.year)
        return self._targets(lambda t: t.year < self.report.year, "targets-past", caption)

    def _targets(
        self, which: Callable[[Target], bool], id: str, caption: Text, pillar: str | None = None
    ) -> Html:
        table = targets_table(self.report, which, id, caption[self.lang], self.lang, pillar)
        return self._shown(table, _NO_TARGET)

    def all_changes(self) -> Html:
        """Every change that the source states."""
        return self._shown(changes_table(self.report, None, self.lang), _NO_CHANGE)

    def derived(self) -> Html:
        """What may be derived about the year before, with the sums."""
        return self._shown(
            book_tables.derived_table(self.report, self.lang),
            written("Nothing can be derived about the year before."),
        )

    def _shown(self, table: Table, otherwise: Text) -> Html:
        return table.html(self.lang) if table.rows else self.say(otherwise)
