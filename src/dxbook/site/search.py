"""The search index of an edition: the text of every section of its pages.

Sphinx's own search has no Vietnamese: it drops "an" as an English stop word, does not fold "đ" and
fetches pages, which no browser allows from disk. This index is a script that a page loads; letters
are folded where it is searched (`search.js`), so that passages keep their diacritics.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from ..keeping import digest_of

#: Elements whose text is not read: furniture, and pictures.
_SILENT = {"script", "style", "svg", "nav", "aside", "button", "form"}
#: Classes of elements that are not read: links to headings, and what stands on other pages too.
_SILENT_CLASSES = {"headerlink", "dx-repeated", "dx-download"}
_BREAKS = {
    "p", "li", "td", "th", "tr", "dt", "dd", "h1", "h2", "h3", "summary", "caption", "div", "br",
    "img", "hr", "input", "wbr",
}  # fmt: skip
#: What a reader looks for has a passage of its own, as a section has.
_PASSAGE_CLASSES = {"dx-card", "dx-finding", "dx-chart"}
_HEADINGS = {"h1", "h2", "h3"}
_HEADING_CLASSES = {"dx-finding-title", "dx-chart-title"}


@dataclass
class Passage:
    """A passage of a page: anchor, heading, text."""

    anchor: str
    heading: str = ""
    text: str = ""

    @property
    def title(self) -> str:
        """Its heading, with single spaces."""
        return unicodedata.normalize("NFC", " ".join(self.heading.split()))

    @property
    def plain(self) -> str:
        """Its text, with single spaces."""
        return unicodedata.normalize("NFC", " ".join(self.text.split()))

    def add(self, text: str | None, *, headed: bool) -> None:
        """Add text; what stands under no anchor has no heading."""
        if headed and self.anchor:
            self.heading += text or ""
        else:
            self.text += text or ""


def sections_of(html: str) -> list[Passage]:
    """The passages inside `<main>` that have a heading or text: sections, and what is in them.

    >>> page = '<main><section id="a"><h1>Hạ tầng</h1><p>Đạt <b>80,07%</b></p></section></main>'
    >>> [(s.anchor, s.title, s.plain) for s in sections_of(page)]
    [('a', 'Hạ tầng', 'Đạt 80,07%')]
    """
    passages = [Passage("")]
    for main in etree.HTML(html).iter("main"):
        _read(main, passages, passages[0], headed=False, in_passage=False)
    return [p for p in passages if p.title or p.plain]


def _read(
    element: Any, passages: list[Passage], around: Passage, *, headed: bool, in_passage: bool
) -> Passage:
    """Read an element into the passages.

    Args:
        around: the passage that it stands in.
        headed: whether it stands in a heading.
        in_passage: whether what it stands in is itself a passage.

    Returns:
        The passage that what follows it belongs to: what a term means follows the term.
    """
    tag, classes = element.tag, set(element.get("class", "").split())
    if tag in _SILENT or classes & _SILENT_CLASSES:
        return around
    if tag in _BREAKS:
        around.add(" ", headed=headed)
    own, anchor = around, element.get("id")
    opens = bool(anchor) and (tag in ("section", "dt") or bool(classes & _PASSAGE_CLASSES))
    if opens:
        own = Passage(anchor)
        passages.append(own)
    inside = headed or tag in _HEADINGS or bool(classes & _HEADING_CLASSES)
    inside = inside or (opens and tag == "dt") or (in_passage and tag == "summary")
    own.add(element.text, headed=inside)
    at = own
    for child in element.iterchildren():
        if isinstance(child.tag, str):
            at = _read(child, passages, at, headed=inside, in_passage=opens)
        at.add(child.tail, headed=inside)
    if tag in _BREAKS:
        around.add(" ", headed=headed)
    return own if opens and tag == "dt" else around


def _rows_of(page: str, html: str) -> list[list[str]]:
    sections = sections_of(html)
    title = next((s.heading for s in sections if s.heading), page)
    return [[f"{page}.html", s.anchor, title, s.heading, s.plain] for s in sections]


def write_search_index(html: Path, pages: Iterable[str]) -> None:
    """Write `search-index.js` into an edition's folder.

    What each page holds is kept beside the folder, so that only pages that changed are read again.

    Args:
        pages: its pages in their order, relative to the folder, without suffix.
    """
    kept = html.parent / "passages.json"
    before = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    read = {}
    for page in pages:
        text = (html / f"{page}.html").read_text(encoding="utf-8")
        digest = digest_of(text)
        known = before.get(page, {})
        rows = known["rows"] if known.get("digest") == digest else _rows_of(page, text)
        read[page] = {"digest": digest, "rows": rows}
    every = [row for each in read.values() for row in each["rows"]]
    text = json.dumps(every, ensure_ascii=False, separators=(",", ":"))
    # an index that a page loads as a script must not be able to end it
    safe = text.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    (html / "search-index.js").write_text(f"window.dxIndex={safe};\n", encoding="utf-8")
    kept.write_text(json.dumps(read, ensure_ascii=False), encoding="utf-8")
