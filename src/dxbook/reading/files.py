"""A report's file as text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..words import said

if TYPE_CHECKING:
    from docx.table import _Cell


def read_file(path: Path) -> str:
    """The text of a report.

    A `.txt` file gives its text as stored (UTF-8), so that offsets are those of the file. A
    `.docx` file gives its paragraphs and table rows in order, a line each, with " | " between the
    cells of a row.

    Raises:
        UsageError: when the file cannot be read or is of another kind.
    """
    if not path.is_file():
        raise UsageError(said("There is no file {path}. Check its name.", path=path))
    kind = path.suffix.lower()
    if kind == ".txt":
        return _read_text(path)
    if kind == ".docx":
        return _read_word(path)
    raise UsageError(
        said(
            "{name}: only .docx and .txt reports can be read. In Word choose Save as, "
            "then Word Document (.docx).",
            name=path.name,
        )
    )


def _read_text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(
            said(
                "{name}: is not UTF-8 text (byte {number}). Save it as UTF-8.",
                name=path.name,
                number=error.start + 1,
            )
        ) from None


def _read_word(path: Path) -> str:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        document = Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise UsageError(
            said(
                "{name}: does not open as a Word file (.docx). Open it in Word and save it.",
                name=path.name,
            )
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
