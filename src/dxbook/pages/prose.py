"""Markdown with references to values, as HTML."""

from __future__ import annotations

import json
import re
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

from ..model import Lang, Report
from ..parts import figure, mark_quotes

#: A reference to a value: {glue:}`online_share.communes`
_REFERENCE = re.compile(r"\{glue:\}`([^`]+)`")


def _references_in(markdown: str) -> list[str]:
    """The keys a text refers to, in order and once each.

    >>> _references_in("Đạt {glue:}`a`, {glue:}`b.communes` và {glue:}`a`.")
    ['a', 'b.communes']
    """
    return list(dict.fromkeys(_REFERENCE.findall(markdown)))


def references_of(notebook: Path) -> list[str]:
    """The keys that the Markdown cells of a notebook refer to."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    texts = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return _references_in("\n".join(texts))


def to_html(report: Report, markdown: str, lang: Lang) -> Markup:
    """Markdown as HTML, its references filled in; raw HTML in it is shown, not obeyed.

    Raises:
        UnknownReference: when the text refers to a value that does not exist.
    """
    keys = _references_in(markdown)
    numbered = _REFERENCE.sub(lambda m: f"\ue000{keys.index(m[1])}\ue001", markdown)
    html = mark_quotes(MarkdownIt("commonmark", {"html": False}).render(numbered), lang)
    filled = re.sub(
        "\ue000(\\d+)\ue001", lambda m: str(figure(report, keys[int(m[1])], lang)), html
    )
    return Markup(filled)
