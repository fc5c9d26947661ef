"""A workbook's content as an .xlsx file."""

from __future__ import annotations

from openpyxl import Workbook

from ..columns import GUIDE, META, NUMBERS, PLACES, RULINGS, STATEMENTS, UNCLAIMED
from ..content import Content
from .guide import write_guide
from .lists import write_places, write_statements, write_unclaimed
from .meta import write_meta
from .numbers import write_numbers
from .rulings import write_rulings
from .table import add_styles
from .xlsx import workbook_bytes


def workbook_file(content: Content) -> bytes:
    """The file for the officer; the same content gives the same bytes.

    A reporting unit's part has no sheets for places and statements unless it is the common one,
    and never one for rulings: those are for whoever makes the report.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_styles(workbook)
    write_guide(workbook.create_sheet(GUIDE), content)
    write_numbers(workbook.create_sheet(NUMBERS.name), content)
    if not content.part or content.places or content.statements:
        write_places(workbook.create_sheet(PLACES.name), content)
        write_statements(workbook.create_sheet(STATEMENTS.name), content)
    if not content.part:
        write_rulings(workbook.create_sheet(RULINGS.name), content)
    if content.unclaimed:
        write_unclaimed(workbook.create_sheet(UNCLAIMED), content)
    write_meta(workbook.create_sheet(META), content)
    workbook.active = 0
    return workbook_bytes(workbook)
