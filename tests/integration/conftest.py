"""Reading what was published: pages as trees, and the text that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

#: What no reader sees as text of the book: code, and what a closed fold hides.
UNSEEN = {"head", "script", "style", "template", "noscript"}
#: Words of the source, which stand as they are whatever the data says.
QUOTES = {"q", "blockquote"}


@dataclass(frozen=True)
class HtmlPage:
    """A published page."""

    path: Path

    @cached_property
    def _parsed(self) -> tuple[Element, list[str]]:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(self.path.read_text(encoding="utf-8"))
        return tree, [f"line {line}: {code} {said}" for (line, _), code, said in parser.errors]

    @property
    def tree(self) -> Element:
        return self._parsed[0]

    @property
    def errors(self) -> list[str]:
        """Where the HTML is not well formed."""
        return self._parsed[1]

    @property
    def main(self) -> Element:
        return next(e for e in self.tree.iter("main"))

    @cached_property
    def text(self) -> str:
        """What a reader sees without opening anything, quotes of the source and charts aside."""
        return squeezed("".join(seen(self.main)))

    @cached_property
    def chart_text(self) -> str:
        """What charts say: titles, pictures and their text alternatives."""
        parts: list[str] = []
        for figure in self.main.iter("figure"):
            parts += figure.itertext()
            parts += [e.get("aria-label", "") for e in figure.iter()]
        return squeezed(" ".join(parts))

    @cached_property
    def tables(self) -> str:
        """What tables say."""
        return squeezed(" ".join(" ".join(seen(table)) for table in self.main.iter("table")))

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(e.get("id", "") for e in self.tree.iter())

    def attributes(self, *names: str) -> Iterator[tuple[str, str, str]]:
        """Tag, name and value of each of these attributes."""
        for element in self.tree.iter():
            for name in names:
                value = element.get(name)
                if value is not None:
                    yield str(element.tag), name, value


def squeezed(text: str) -> str:
    """Text with single spaces."""
    return re.sub(r"\s+", " ", text)


def seen(element: Element) -> Iterator[str]:
    """Pieces of text that a reader sees in an element."""
    if element.text:
        yield element.text
    for child in element:
        tag = str(child.tag).rpartition("}")[2]
        hidden = "dx-hidden" in child.get("class", "").split() or child.get("hidden") is not None
        folded = tag == "details" and child.get("open") is None
        if folded:
            yield from (t for e in child if e.tag == "summary" for t in seen(e))
        elif tag not in UNSEEN | QUOTES | {"svg"} and not hidden:
            yield from seen(child)
        yield " "
        if child.tail:
            yield child.tail


@pytest.fixture(scope="session")
def page_at() -> Callable[[Path], HtmlPage]:
    """A function that reads a page, once."""
    return lru_cache(None)(HtmlPage)
