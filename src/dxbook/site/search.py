"""The search index of an edition: the text of every section of its pages.

Sphinx's own search has no Vietnamese: it drops "an" as an English stop word, does not fold "đ" and
fetches pages, which no browser allows from disk. This index is a script that a page loads; letters
are folded where it is searched (`search.js`), so that passages keep their diacritics.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path

from ..writing.digests import digest_of

#: Elements whose text is not read: furniture, and pictures.
_SILENT = {"script", "style", "svg", "nav", "aside", "button", "form"}
#: Classes of elements that are not read: links to headings, and what stands on other pages too.
_SILENT_CLASSES = {"headerlink", "dx-repeated", "dx-download"}
#: Those that hold nothing else and most of a page's tags, left out before it is read.
_UNREAD = re.compile(r"<(svg|script|style)\b.*?</\1>", re.DOTALL)
_VOID = {"br", "img", "hr", "meta", "link", "input", "wbr"}
_BREAKS = {"p", "li", "td", "th", "tr", "dt", "dd", "h1", "h2", "h3", "summary", "caption", "div"}
#: What a reader looks for has a passage of its own, as a section has.
_PASSAGE_CLASSES = {"dx-card", "dx-finding", "dx-chart"}
_HEADINGS = {"h1", "h2", "h3"}
_HEADING_CLASSES = {"dx-finding-title", "dx-chart-title"}


@dataclass
class Passage:
    """A passage of a page: anchor, heading, text."""

    anchor: str
    heading: str = ""
    text: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Its heading, with single spaces."""
        return unicodedata.normalize("NFC", " ".join(self.heading.split()))

    @property
    def plain(self) -> str:
        """Its text, with single spaces."""
        return unicodedata.normalize("NFC", " ".join("".join(self.text).split()))


@dataclass(frozen=True)
class Opened:
    """An element that is open while a page is read."""

    tag: str
    passage: Passage | None
    silent: bool
    heading: bool


class SectionReader(HTMLParser):
    """Reads the passages inside `<main>`: sections, and cards, findings, charts, terms in them."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: list[Passage] = [Passage("")]
        self._open: list[Opened] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a passage, a heading or something silent begins."""
        if tag in _BREAKS or tag in _VOID:
            self._say(" ")
        if tag in _VOID:
            return
        given = {name: value or "" for name, value in attrs}
        classes = set(given.get("class", "").split())
        passage = None
        if given.get("id") and (tag in ("section", "dt") or classes & _PASSAGE_CLASSES):
            passage = Passage(given["id"])
            self.passages.append(passage)
        silent = tag in _SILENT or bool(classes & _SILENT_CLASSES)
        own = bool(self._open and self._open[-1].passage and tag == "summary")
        named = tag in _HEADINGS or bool(classes & _HEADING_CLASSES)
        heading = named or own or bool(passage and tag == "dt")
        self._open.append(Opened(tag, passage, silent, heading))

    def handle_endtag(self, tag: str) -> None:
        """Note where it ends."""
        if tag in _VOID or all(each.tag != tag for each in self._open):
            return
        while (closed := self._open.pop()).tag != tag:
            pass
        if tag == "dt" and closed.passage and self._open:
            # what a term means follows it, up to the next term or the end of the list
            self._open[-1] = replace(self._open[-1], passage=closed.passage)
        if tag in _BREAKS:
            self._say(" ")

    def handle_data(self, data: str) -> None:
        """Take the text where it belongs."""
        self._say(data)

    def _say(self, data: str) -> None:
        if any(each.silent for each in self._open) or all(e.tag != "main" for e in self._open):
            return
        within = [each.passage for each in self._open if each.passage]
        passage = within[-1] if within else self.passages[0]
        headed = any(each.heading for each in self._open)
        if headed and passage.anchor:
            passage.heading += data
        else:
            passage.text.append(data)


def sections_of(html: str) -> list[Passage]:
    """The sections of a page that have a heading or text.

    >>> page = '<main><section id="a"><h1>Hạ tầng</h1><p>Đạt <b>80,07%</b></p></section></main>'
    >>> [(s.anchor, s.title, s.plain) for s in sections_of(page)]
    [('a', 'Hạ tầng', 'Đạt 80,07%')]
    """
    reader = SectionReader()
    reader.feed(_UNREAD.sub("", html[html.find("<main") : html.rfind("</main>")]))
    return [p for p in reader.passages if p.title or p.plain]


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
