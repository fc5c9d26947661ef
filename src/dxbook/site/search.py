"""The search index of an edition: the text of every section of its pages.

Sphinx's own search has no Vietnamese: it drops "an" as an English stop word, does not fold "đ" and
fetches pages, which no browser allows from disk. This index is a script that a page loads; letters
are folded where it is searched (`search.js`), so that passages keep their diacritics.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

#: Elements whose text is not read: furniture, and pictures.
_SILENT = {"script", "style", "svg", "nav", "aside", "button", "form"}
_VOID = {"br", "img", "hr", "meta", "link", "input", "wbr"}
_BREAKS = {"p", "li", "td", "th", "tr", "dt", "dd", "h1", "h2", "h3", "summary", "caption", "div"}


@dataclass
class Passage:
    """A section of a page: anchor, heading, text."""

    anchor: str
    heading: str = ""
    text: list[str] = field(default_factory=list)

    @property
    def plain(self) -> str:
        """Its text, with single spaces."""
        return unicodedata.normalize("NFC", " ".join("".join(self.text).split()))


class SectionReader(HTMLParser):
    """Reads the sections inside `<main>`; each begins at a `<section id=…>` of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: list[Passage] = [Passage("")]
        self._open: list[str] = []
        self._sections: list[Passage] = []
        self._in_main = False
        self._silent = 0
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a section, a heading or something silent begins."""
        if tag in _VOID:
            self._say(" ")
            return
        given = dict(attrs)
        self._in_main = self._in_main or tag == "main"
        headerlink = tag == "a" and "headerlink" in (given.get("class") or "")
        if self._silent or tag in _SILENT or headerlink:
            self._silent += 1
        if tag == "section" and given.get("id"):
            self.passages.append(Passage(given["id"] or ""))
            self._sections.append(self.passages[-1])
        self._heading = self._heading or tag in ("h1", "h2", "h3")
        if tag in _BREAKS:
            self._say(" ")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note where it ends."""
        if tag in _VOID or tag not in self._open:
            return
        while self._open and self._open.pop() != tag:
            pass
        self._silent = max(0, self._silent - 1)
        if tag == "section" and self._sections:
            self._sections.pop()
        if tag in ("h1", "h2", "h3"):
            self._heading = False
        if tag == "main":
            self._in_main = False
        if tag in _BREAKS:
            self._say(" ")

    def handle_data(self, data: str) -> None:
        """Take the text where it belongs."""
        if self._heading and not self._silent and self._sections:
            self._sections[-1].heading += data
        else:
            self._say(data)

    def _say(self, data: str) -> None:
        if self._in_main and not self._silent:
            (self._sections[-1] if self._sections else self.passages[0]).text.append(data)


def sections_of(html: str) -> list[Passage]:
    """The sections of a page that have a heading or text.

    >>> page = '<main><section id="a"><h1>Hạ tầng</h1><p>Đạt <b>80,07%</b></p></section></main>'
    >>> [(s.anchor, s.heading, s.plain) for s in sections_of(page)]
    [('a', 'Hạ tầng', 'Đạt 80,07%')]
    """
    reader = SectionReader()
    reader.feed(html)
    return [p for p in reader.passages if p.heading or p.plain]


def write_search_index(html: Path, pages: Iterable[str]) -> None:
    """Write `search-index.js` into an edition's folder.

    Args:
        pages: its pages in their order, relative to the folder, without suffix.
    """
    rows = []
    for page in pages:
        sections = sections_of((html / f"{page}.html").read_text(encoding="utf-8"))
        title = next((s.heading for s in sections if s.heading), page)
        rows += [[f"{page}.html", s.anchor, title, s.heading, s.plain] for s in sections]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    # an index that a page loads as a script must not be able to end it
    safe = text.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    (html / "search-index.js").write_text(f"window.dxIndex={safe};\n", encoding="utf-8")
