"""Writing .xlsx files: text that stays text, numbers that stay exact, and the same bytes each time.

openpyxl reads a string that begins with "=" as a formula, and stamps a file with the time of day;
neither must happen here.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

#: What a spreadsheet might run instead of show.
_LEADERS = ("=", "+", "-", "@")
_STAMP = datetime(2000, 1, 1)
_ZIP_STAMP = (1980, 1, 1, 0, 0, 0)
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell of a sheet that has no merged cells."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def write_text(cell: Cell, text: str) -> None:
    """Put text into a cell as data, whatever it begins with; empty text leaves it empty."""
    if not text:
        return
    cell.value = _FORBIDDEN.sub("", text)
    cell.data_type = "s"
    if text.startswith(_LEADERS):
        cell.quotePrefix = True


def write_number(cell: Cell, value: Decimal | None) -> None:
    """Put a decimal into a cell as a number, with the decimals that it was reported with.

    A number that a spreadsheet cannot hold exactly is written as text.
    """
    if value is None:
        return
    held = float(f"{value:f}")
    if Decimal(f"{held:.15g}") != value:
        write_text(cell, f"{value:f}")
        return
    whole = value == value.to_integral_value()
    cell.value = int(value) if whole else held
    decimals = max(0, -int(value.as_tuple().exponent))
    grouped = "#,##0" if abs(value) >= 10_000 else "0"
    cell.number_format = grouped + ("." + "0" * decimals if decimals else "")


def workbook_bytes(workbook: Workbook) -> bytes:
    """The file of a workbook; the same workbook gives the same bytes."""
    workbook.properties.creator = "dxbook"
    workbook.properties.created = _STAMP
    raw = io.BytesIO()
    workbook.save(raw)
    made = io.BytesIO()
    with (
        zipfile.ZipFile(raw) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for name in sorted(source.namelist(), key=_first):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _without_time(content)
            entry = zipfile.ZipInfo(name, _ZIP_STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, content)
    return made.getvalue()


def _first(name: str) -> tuple[bool, str]:
    """The content types come first, as readers that look only at the start expect."""
    return (name != "[Content_Types].xml", name)


def _without_time(core: bytes) -> bytes:
    stamp = _STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*(<)", rb"\g<1>" + stamp + rb"\g<2>", core)
