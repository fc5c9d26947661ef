"""A report's file as text, and a text whose letters are stored in parts as one of whole letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import usage_error

if TYPE_CHECKING:
    from docx.table import _Cell

_LETTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")


def read_file(path: Path) -> str:
    """The text of a report.

    A `.txt` file gives its text as stored (UTF-8), so that offsets are those of the file. A
    `.docx` file gives its paragraphs and table rows in order, a line each, with " | " between the
    cells of a row.

    Raises:
        UsageError: when the file cannot be read or is of another kind.
    """
    if not path.is_file():
        raise usage_error("There is no file {path}. Check its name.", path=path)
    kind = path.suffix.lower()
    if kind == ".txt":
        return _read_text(path)
    if kind == ".docx":
        return _read_word(path)
    raise usage_error(
        "{name}: only .docx and .txt reports can be read. In Word choose Save as, then Word "
        "Document (.docx).",
        name=path.name,
    )


def _read_text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise usage_error(
            "{name}: is not UTF-8 text (byte {number}). Save it as UTF-8.",
            name=path.name,
            number=error.start + 1,
        ) from None


def _read_word(path: Path) -> str:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        document = Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise usage_error(
            "{name}: does not open as a Word file (.docx). Open it in Word and save it.",
            name=path.name,
        ) from error
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines.extend(" | ".join(_cell_texts(row.cells)) for row in block.rows)
        else:
            lines.extend(block.text.splitlines() or [""])
    return "\n".join(lines) + "\n"


def _cell_texts(cells: Sequence[_Cell]) -> list[str]:
    """The text of each cell; a merged one says its text once, so that columns keep their place."""
    return [
        "" if at and cell._tc is cells[at - 1]._tc else " ".join(cell.text.split())
        for at, cell in enumerate(cells)
    ]


def composed(text: str) -> tuple[str, list[int]]:
    r"""A text with its letters whole, and for each character where it stood; also for the end.

    >>> composed("a\u0302m")
    ('âm', [0, 2, 3])
    """
    letters: list[str] = []
    places: list[int] = []
    for match in _LETTER.finditer(text):
        whole = unicodedata.normalize("NFC", match[0])
        letters.append(whole)
        places.extend([match.start()] * len(whole))
    return "".join(letters), [*places, len(text)]
