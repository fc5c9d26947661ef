"""The hidden sheet that tells import what a workbook is, and holds the lists to choose from."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ...model import Catalogue
from ..columns import META, PART, SCHEMA_VERSION, VERSION, YEAR
from ..content import Content
from .xlsx import cell_at, write_text

_LISTS = ("indicator", "scope", "unit", "place", "pillar", "section")
_FIRST_LIST = 4


def list_words(catalogue: Catalogue, field: str) -> list[str]:
    """What may be chosen for a field."""
    return {
        "indicator": list(catalogue.indicators),
        "scope": list(catalogue.scopes),
        "unit": [unit.name["vi"] for unit in catalogue.units.values()],
        "place": list(catalogue.places),
        "pillar": [pillar.name["vi"] for pillar in catalogue.pillars.values()],
        "section": [section.name["vi"] for section in catalogue.sections.values()],
    }[field]


def list_range(catalogue: Catalogue, field: str) -> str:
    """Where the list of a field stands, as a data validation refers to it."""
    column = get_column_letter(_FIRST_LIST + _LISTS.index(field))
    return f"{META}!${column}$2:${column}${1 + max(1, len(list_words(catalogue, field)))}"


def write_meta(sheet: Worksheet, content: Content) -> None:
    """Draw the sheet and hide it."""
    facts = {VERSION: SCHEMA_VERSION, YEAR: str(content.year), PART: content.part}
    for number, (name, said) in enumerate(facts.items(), start=1):
        write_text(cell_at(sheet, number, 1), name)
        write_text(cell_at(sheet, number, 2), said)
    for at, field in enumerate(_LISTS, start=_FIRST_LIST):
        write_text(cell_at(sheet, 1, at), field)
        for number, word in enumerate(list_words(content.catalogue, field), start=2):
            write_text(cell_at(sheet, number, at), word)
    sheet.protection.sheet = True
    sheet.sheet_state = "hidden"
