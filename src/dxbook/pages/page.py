"""Page: what a notebook talks to.

    from dxbook.pages import Page
    page = Page("society", year, lang)
    page.chart("eid_accounts")

Every method returns something that a notebook shows; none of them writes a file.
"""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from ..data import find_root, load_report
from ..data.asked import write_asked
from ..errors import UnknownReference, UsageError
from ..model import LANGS, Indicator, Lang, Observation, Report, judge, parse_key
from ..wording.phrases import capitalised
from . import figures, prose
from .cards import cards
from .charts import drawing
from .html import Html, render
from .labels import LABELS, label
from .tables import Table, changes_table, targets_table, values_table


class Page:
    """One page of an edition.

    Args:
        name: the page's id, which is its notebook's name; a pillar's id for a pillar's page.
        year: the edition's year; the newest edition when None.
        lang: `vi` or `en`.
        root: the book's root; found upward from the working directory when None.

    Raises:
        UsageError: for an unknown year, language or root.
        DataError: when the data is not valid.
    """

    def __init__(
        self, name: str, year: int | None = None, lang: str = "vi", root: Path | None = None
    ) -> None:
        if lang not in LANGS:
            raise UsageError(f"There is no language {lang!r}. Languages: {', '.join(LANGS)}.")
        self.name = name
        self.lang: Lang = lang
        self.root = root or find_root()
        self.report: Report = load_report(self.root, year)
        self._write_asked_after_each_cell()

    def _write_asked_after_each_cell(self) -> None:
        from IPython.core.getipython import get_ipython

        shell = get_ipython()
        if shell is not None:
            asked = self.report.asked
            shell.events.register("post_run_cell", lambda _result: write_asked(asked))

    # -- prose -------------------------------------------------------------------------------

    def glue(self) -> None:
        """Give the page's prose the values it refers to with {glue:}`key`.

        Raises:
            UnknownReference: when the prose refers to a value that does not exist.
        """
        from IPython.display import display

        notebook = self.root / "notebooks" / f"{self.name}.ipynb"
        for key in prose.references_of(notebook):
            bundle = Html(self._figure(key))._repr_mimebundle_()
            prefix = "application/papermill.record/"
            display(  # type: ignore[no-untyped-call]
                {prefix + mime: data for mime, data in bundle.items()},
                raw=True,
                metadata={"scrapbook": {"name": key, "mime_prefix": prefix}},
            )

    def _figure(self, key: str) -> Markup:
        try:
            return figures.figure(self.report, key, self.lang)
        except UnknownReference as error:
            raise UnknownReference(f"notebooks/{self.name}.ipynb: {error}") from None

    def commentary(self) -> Html:
        """What is true of this year only, from `data/<year>/commentary/<page>.<lang>.md`."""
        text = self.report.commentary(self.name, self.lang)
        if not text:
            return self._note("no_commentary")
        try:
            body = prose.to_html(self.report, text, self.lang)
        except UnknownReference as error:
            file = f"data/{self.report.year}/commentary/{self.name}.{self.lang}.md"
            raise UnknownReference(f"{file}: {error}") from None
        return Html(Markup('<div class="dx-commentary">{}</div>').format(body))

    def _note(self, name: str) -> Html:
        return Html(Markup('<p class="dx-note">{}</p>').format(label(name, self.lang)))

    # -- figures -----------------------------------------------------------------------------

    def headline(self, *keys: str) -> Html:
        """The figures a reader should take away, as tiles: value, name, change, target."""
        tiles = []
        for text in keys:
            key = parse_key(self.report, text)
            indicator = self.report.indicator(key.indicator)
            observation = self.report.observation(key.indicator, key.scope)
            change = self.report.observation(key.indicator, key.scope, "change")
            tiles.append(
                {
                    "value": figures.shown(self.report, observation, self.lang),
                    "made_of": observation and figures.made_of(self.report, observation, self.lang),
                    "name": indicator.name[self.lang],
                    "scope": self.report.scope(key.scope).short[self.lang],
                    "change": change and figures.shown(self.report, change, self.lang),
                    "target": self._own_target(indicator, observation),
                }
            )
        return Html(render("tiles.html", tiles=tiles))

    def _own_target(self, indicator: Indicator, observation: Observation | None) -> Markup | None:
        due = [
            t
            for t in self.report.targets(indicator.id)
            if t.year == self.report.year
            and t.same
            and observation
            and t.scope == observation.scope
        ]
        if not due or observation is None:
            return None
        target = next((t for t in due if t.level == "province"), due[0])
        verdict = judge(observation, target).verdict
        words = capitalised(
            str(figures.figure(self.report, f"{indicator.id}.{target.scope}.target", self.lang))
        )
        return Markup('<span class="dx-verdict dx-{}">{}</span>').format(verdict, Markup(words))

    # -- charts and tables -------------------------------------------------------------------

    def chart(self, name: str) -> Html:
        """A chart by name, with its table and text alternative. `dxbook.pages.charts` lists them.

        Raises:
            UnknownReference: when there is no chart of that name.
        """
        made = drawing.chart(name, self.report, self.lang, self.name)
        return drawing.show(made, self.report, self.lang)

    def table(self) -> Html:
        """Every value of the pillar, with its trace."""
        return values_table(self.report, self.name, self.lang).html(self.lang)

    def changes(self) -> Html:
        """What changed since the year before, as the source states it."""
        table = changes_table(self.report, self.name, self.lang)
        return table.html(self.lang) if table.rows else self._note("no_change")

    def targets(self) -> Html:
        """How far the pillar's values are from their targets."""
        table = targets_table(self.report, self.report.indicators(self.name), self.lang)
        return table.html(self.lang) if table.rows else self._note("no_target")

    def weaknesses(self) -> Html:
        """What the source itself calls weak, with its words."""
        found = [s for s in self.report.statements(self.name) if s.kind == "weakness"]
        if not found:
            return self._note("no_weakness")
        return Html(render("statements.html", statements=found, lang=self.lang, labels=LABELS))

    def missing(self) -> Html:
        """What is not reported, by indicator."""
        empty = [o for o in self.report.observations(self.name, "level") if o.best is None]
        if not empty:
            return self._note("no_missing")
        rows = [
            (self.report.indicator(o.indicator), self.report.scope(o.scope), o.status)
            for o in empty
        ]
        return Html(render("missing.html", rows=rows, lang=self.lang, pillar=self.name))

    def cards(self) -> Html:
        """A card for each indicator of the pillar."""
        return cards(self.report, self.name, self.lang)


__all__ = ["Page", "Table"]
