"""Reading a filled-in workbook back: cells as people type them, and what cannot be right.

A file becomes grids of cells (`grid`), cells become numbers, dates and quotes (`amounts`, `dates`,
`quotes`), rows of cells what each sheet says (`cells`, `lines`, `numbers`, `lists`, `rulings`),
held against the book as it stands (`setting`, `doubts`). Nothing here draws a sheet.
"""

from .cells import SaidRow
from .grid import FilledWorkbook, GridRow, read_workbook
from .lists import read_places, read_statements
from .numbers import FilledNumbers, read_numbers
from .rulings import Decided, read_rulings
from .setting import Setting

__all__ = [
    "Decided", "FilledNumbers", "FilledWorkbook", "GridRow", "SaidRow", "Setting",
    "read_numbers", "read_places", "read_rulings", "read_statements", "read_workbook",
]  # fmt: skip
