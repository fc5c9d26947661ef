"""The book's own prose, cut into passages: notebooks and the year's commentary."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..errors import PageError
from ..model import LANGS, Lang, Report
from ..words import said

_REFERENCE = re.compile(r"\{glue:(?:text|md)?\}`([^`\n]+)`")
_NOT_PROSE = (
    re.compile(r"```.*?(```|\Z)|~~~.*?(~~~|\Z)", re.DOTALL),
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"\{[\w:-]+\}`[^`\n]*`"),
    re.compile(r"`[^`\n]*`"),
    re.compile(r"\]\([^)\n]*\)"),
    re.compile(r"^\([\w.-]+\)=\s*$", re.MULTILINE),
    re.compile(r"<[^>\n]+>"),
    re.compile(r"https?://\S+"),
)
#: What stands in a passage where a reference stood.
HOLE = "\ue000"


@dataclass(frozen=True)
class Reference:
    """A reference to a value, `{glue:}` in a text, with its offsets."""

    key: str
    start: int
    end: int


@dataclass(frozen=True)
class Passage:
    """A stretch of Markdown.

    Args:
        lang: its language; None where it belongs to both.
        cell: number of its cell in a notebook, from 1; None in a commentary.
    """

    markdown: str
    lang: Lang | None
    file: str
    cell: int | None = None

    @property
    def langs(self) -> tuple[Lang, ...]:
        """The languages it is read in."""
        return (self.lang,) if self.lang else LANGS

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The references, in order.

        >>> Passage("đạt {glue:}`online_share`.", "vi", "").references
        (Reference(key='online_share', start=4, end=25),)
        """
        found = _REFERENCE.finditer(self.markdown)
        return tuple(Reference(m[1].partition(":")[0], m.start(), m.end()) for m in found)

    @cached_property
    def plain(self) -> str:
        """The words alone, at the same offsets: code and addresses are blank, references holes."""
        text = _REFERENCE.sub(lambda m: HOLE * len(m[0]), self.markdown)
        for pattern in _NOT_PROSE:
            text = pattern.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
        return text

    def row(self, offset: int) -> int:
        """Where an offset is found: the notebook's cell, or the file's line."""
        return self.cell or self.markdown.count("\n", 0, offset) + 1

    @property
    def column(self) -> str:
        """What `row` counts, where it is not lines."""
        return "cell" if self.cell else ""


def passages(root: Path, report: Report) -> Iterator[Passage]:
    """All the prose of an edition: the notebooks' Markdown cells and the year's commentary.

    Raises:
        PageError: when a notebook is not one.
    """
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        yield from _cells(path, path.relative_to(root).as_posix())
    for (page, lang), text in sorted(report.current.commentary.items()):
        yield Passage(text, lang, f"data/{report.year}/commentary/{page}.{lang}.md")


def _cells(path: Path, file: str) -> Iterator[Passage]:
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (ValueError, KeyError, TypeError):
        message = said("{file} is not a notebook: open it in JupyterLab and save it.", file=file)
        raise PageError(message) from None
    for number, cell in enumerate(cells, start=1):
        if cell["cell_type"] == "markdown":
            tags = cell.get("metadata", {}).get("tags", [])
            lang = next((lang for lang in LANGS if lang in tags), None)
            yield Passage("".join(cell["source"]), lang, file, number)
