"""What was published, as trees and as a reader's text; and books that an officer works on."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from dxbook.data import load_report
from dxbook.year import new_year, workbooks_of

from .officer import Officer, in_vietnamese

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


@pytest.fixture(scope="session")
def made_2023(sources: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book in which 2023 was just made. Copy it before changing anything."""
    root: Path = sources.copy(tmp_path_factory.mktemp("made") / "book").root
    new_year(root, 2023)
    load_report(root)
    return root


@pytest.fixture
def officer(made_2023: Path, sources: Any, tmp_path: Path) -> Officer:
    """An officer with a book of their own, in which 2023 was just made."""
    copy = type(sources)(made_2023).copy(tmp_path / "book")
    return Officer(copy.root, 2023)


@pytest.fixture(scope="session")
def exported_2022(sources: Any) -> bytes:
    """The exported workbook of 2022."""
    with in_vietnamese():
        return workbooks_of(sources.root, 2022)["workbook.xlsx"]


@pytest.fixture
def workbook_2022(sources: Any, exported_2022: bytes, tmp_path: Path) -> tuple[Path, Path]:
    """A book of one's own, and its exported workbook of 2022."""
    path = tmp_path / "workbook.xlsx"
    path.write_bytes(exported_2022)
    return sources.copy(tmp_path / "book").root, path


@pytest.fixture
def replace_fails_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[Path]]:
    """A function that has the n-th file put in place fail; gives those that were tried."""
    real, tried = os.replace, list[Path]()

    def fails_at(number: int) -> list[Path]:
        def replace(source: Path, target: Path) -> None:
            tried.append(target)
            if len(tried) == number:
                raise PermissionError("the file is open in Excel")
            real(source, target)

        monkeypatch.setattr(os, "replace", replace)
        return tried

    return fails_at
