"""Opening a page: its report with what the audit found, its prose, its words."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from ..audit import open_report
from ..data import find_root
from ..data.asked import asked_of, write_asked
from ..errors import UnknownReference, usage_error
from ..model import LANGS, Lang, Report, Text
from ..parts import Html, figure
from ..words import written
from . import prose

#: Under this prefix a notebook keeps values for its prose (as myst_nb.glue does, without
#: importing Sphinx into every kernel).
_GLUED = "application/papermill.record/"
#: The reports that this notebook has opened: all that they were asked is what it depends on.
_OPENED: list[Report] = []


class OpenedPage:
    """One page of an edition, ready to show things.

    Args:
        name: the page's id, which is its notebook's name; a pillar's id for a pillar's page.
        year: the edition's year; the newest edition when None.
        lang: `vi` or `en`.
        place: a place with data of its own; empty for the report's own.
        root: the book's root; found upward from the working directory when None.

    Raises:
        UsageError: for an unknown year, language or root.
        DataError: when the data is not valid.
    """

    def __init__(
        self,
        name: str,
        year: int | None = None,
        lang: str = "vi",
        place: str = "",
        root: Path | None = None,
    ) -> None:
        if lang not in LANGS:
            known = ", ".join(LANGS)
            raise usage_error(
                "There is no language {lang!r}. Languages: {known}.", lang=lang, known=known
            )
        self.name = name
        self.lang: Lang = lang
        self.root = (root or find_root()).resolve()
        self.report: Report = open_report(self.root, year, place)
        self._write_asked_after_each_cell()

    def _write_asked_after_each_cell(self) -> None:
        from IPython.core.getipython import get_ipython

        shell = get_ipython()
        if shell is not None:
            _OPENED.append(self.report)
            if len(_OPENED) == 1:
                shell.events.register("post_run_cell", lambda _: write_asked(asked_of(_OPENED)))

    def glue(self) -> None:
        """Give the page's prose the values it refers to with {glue:}`key`.

        Raises:
            UnknownReference: when the prose refers to a value that does not exist.
        """
        from IPython.display import display

        notebook = self.root / "notebooks" / f"{self.name}.ipynb"
        for key in prose.references_of(notebook):
            bundle = Html(self._figure(key))._repr_mimebundle_()
            display(  # type: ignore[no-untyped-call]
                {_GLUED + mime: data for mime, data in bundle.items()},
                raw=True,
                metadata={"scrapbook": {"name": key, "mime_prefix": _GLUED}},
            )

    def _figure(self, key: str) -> Markup:
        try:
            return figure(self.report, key, self.lang)
        except UnknownReference as error:
            raise UnknownReference(f"notebooks/{self.name}.ipynb: {error}") from None

    def commentary(self) -> Html:
        """What is true of this year only, from `data/<year>/commentary/<page>.<lang>.md`.

        Raises:
            UnknownReference: when it refers to a value that does not exist.
        """
        text = self.report.commentary(self.name, self.lang)
        if not text:
            return self.say(written("The commentary for this year has not been written yet."))
        try:
            body = prose.to_html(self.report, text, self.lang)
        except UnknownReference as error:
            file = f"data/{self.report.year}/commentary/{self.name}.{self.lang}.md"
            raise UnknownReference(f"{file}: {error}") from None
        return Html(Markup('<div class="dx-commentary">{}</div>').format(body))

    def say(self, sentence: Text) -> Html:
        """A sentence of the book's own."""
        return Html(Markup('<p class="dx-note">{}</p>').format(sentence[self.lang]))
