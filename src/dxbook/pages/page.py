"""Page: what a notebook talks to.

    from dxbook.pages import Page
    page = Page("society", year, lang, place)
    page.chart("eid_accounts")

Every method returns something that a notebook shows; none of them writes a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..charts import drawing
from ..charts.own import own_drawing
from ..charts.pasts import has_history
from ..model import parse_key
from ..parts import figures
from ..parts.frame import tidy
from ..parts.html import Html, render
from ..parts.labels import LABELS, label
from ..parts.tables import Table, changes_table, values_table
from ..parts.target_rows import targets_table
from . import audit_view, book_tables, district_view
from .cards import cards
from .glance import glance
from .opened import OpenedPage
from .scorecard import scorecard
from .source_view import source_view

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from ..charts.kinds import Picture


class Page(OpenedPage):
    """One page of an edition: what it can show.

    The methods under "a pillar" take the pillar from the page's name.
    """

    # -- any page ----------------------------------------------------------------------------

    def headline(self, *keys: str) -> Html:
        """The figures a reader should take away, as tiles: value, name, change, target."""
        tiles = []
        for text in keys:
            key = parse_key(self.report, text)
            indicator = self.report.indicator(key.indicator)
            observation = self.report.observation(key.indicator, key.scope)
            change = self.report.change(key.indicator, key.scope)
            target = figures.due_target(self.report, key.indicator, key.scope)
            tiles.append(
                {
                    "value": figures.shown(self.report, observation, self.lang),
                    "made_of": observation and figures.made_of(self.report, observation, self.lang),
                    "name": indicator.name[self.lang],
                    "scope": self.report.scope(key.scope).short[self.lang],
                    "change": change and figures.shown(self.report, change, self.lang),
                    "target": target
                    and figures.judged_figure(self.report, observation, target, self.lang),
                }
            )
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
        return self._shown(table, "no_reference")

    def frame(self, pillar: str | None = None) -> pd.DataFrame:
        """The year's values as a tidy table, for analysis: one row for each observation.

        Args:
            pillar: only this pillar's; all when None.

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
        changes = self._shown(changes_table(self.report, self.name, self.lang), "no_change")
        if not has_history(self.report, self.name):
            return changes
        return Html(changes.markup + self.chart("history").markup)

    def targets(self) -> Html:
        """How far the pillar's values are from their targets."""
        return self._shown(targets_table(self.report, self.name, self.lang), "no_target")

    def weaknesses(self) -> Html:
        """What the source itself calls weak, with its words."""
        found = [s for s in self.report.statements(self.name) if s.kind == "weakness"]
        if not found:
            return self.say("no_weakness")
        return Html(render("statements.html", statements=found, lang=self.lang, labels=LABELS))

    def statements(self) -> Html:
        """What else the source says without a number, with its words."""
        found = [s for s in self.report.statements(self.name) if s.kind != "weakness"]
        if not found:
            return self.say("no_statement")
        return Html(render("statements.html", statements=found, lang=self.lang, labels=LABELS))

    def missing(self) -> Html:
        """What is not reported, by indicator; last what is reported in part."""
        empty = [o for o in self.report.observations(self.name, "level") if o.best is None]
        if not empty:
            return self.say("no_missing")
        rows = sorted(
            (
                (
                    self.report.indicator(o.indicator),
                    self.report.scope(o.scope),
                    figures.is_partly_reported(self.report, o),
                )
                for o in empty
            ),
            key=lambda row: row[2],
        )
        return Html(
            render(
                "missing.html",
                rows=rows,
                lang=self.lang,
                pillar=self.name,
                partly=label("partly_named", self.lang),
            )
        )

    def cards(self) -> Html:
        """A card for each indicator of the pillar."""
        return cards(self.report, self.name, self.lang)

    # -- the whole book ----------------------------------------------------------------------

    def glance(self) -> Html:
        """The year in three counts: targets met, values reported, values to be clarified."""
        return glance(self.report, self.lang)

    def scorecard(self) -> Html:
        """Each pillar's leading values."""
        return scorecard(self.report, self.lang)

    def targets_due(self) -> Html:
        """The targets of the edition's year."""
        return self._targets(
            lambda t: t.year == self.report.year,
            "targets-due",
            f"Mục tiêu năm {self.report.year}",
            f"Targets for {self.report.year}",
        )

    def targets_later(self) -> Html:
        """The targets of later years: the distance to go, never met or missed."""
        return self._targets(
            lambda t: t.year > self.report.year,
            "targets-later",
            f"Mục tiêu sau năm {self.report.year}",
            f"Targets after {self.report.year}",
        )

    def targets_past(self) -> Html:
        """The targets of earlier years."""
        return self._targets(
            lambda t: t.year < self.report.year,
            "targets-past",
            f"Mục tiêu trước năm {self.report.year}",
            f"Targets before {self.report.year}",
        )

    def _targets(self, which: book_tables.TargetTest, id: str, vi: str, en: str) -> Html:
        caption = vi if self.lang == "vi" else en
        table = book_tables.targets_of_year(self.report, which, id, caption, self.lang)
        return self._shown(table, "no_target")

    def all_changes(self) -> Html:
        """Every change that the source states."""
        return self._shown(changes_table(self.report, None, self.lang), "no_change")

    def derived(self) -> Html:
        """What may be derived about the year before, with the sums."""
        return self._shown(book_tables.derived_table(self.report, self.lang), "no_derived")

    def source(self) -> Html:
        """The whole source, every number marked by its fate."""
        return source_view(self.report, self.lang)

    def about_source(self) -> Html:
        """Who published the source, where, and how its numbers were traced."""
        return book_tables.about_source(self.report, self.lang)

    def catalogue(self) -> Html:
        """Every indicator."""
        return book_tables.catalogue_table(self.report, self.lang).html(self.lang)

    def downloads(self) -> Html:
        """The files of the data package."""
        return book_tables.downloads(self.report, self.lang)

    def glossary(self) -> Html:
        """Terms and abbreviations."""
        return book_tables.glossary(self.report, self.lang)

    def districts(self) -> Html:
        """Every district against every list that names some of them."""
        return district_view.districts(self.report, self.lang)

    def true_of_all_districts(self) -> Html:
        """What the report says of every district at once."""
        return district_view.true_of_all(self.report, self.lang)

    def district_pages(self) -> Html:
        """What is known of each district; a built book makes a page of each."""
        return district_view.district_pages(self.report, self.lang)

    def findings(self) -> Html:
        """What the audit found, with what was decided."""
        return audit_view.findings(self.report, self.lang)

    def holds(self) -> Html:
        """What the audit checked and that holds."""
        return audit_view.holds(self.report, self.lang)

    def questions(self) -> Html:
        """What to ask each reporting unit."""
        return audit_view.questions(self.report, self.lang)

    def audit_summary(self) -> Html:
        """How much was checked, and how much of it holds, as tiles."""
        return audit_view.summary(self.report, self.lang)

    def _shown(self, table: Table, otherwise: str) -> Html:
        return table.html(self.lang) if table.rows else self.say(otherwise)
