"""A year of the book: made anew, filled from a report or a workbook, merged, brought up to date.

A new year (`folder`) has rows without values (`rows`), a workbook (`contents`) and perhaps a
report that it is read from (`report`). A workbook that comes back becomes a plan (`importing`),
row by row against the data (`merge`), told before it is written (`difference`). `refresh` makes a
year's own workbook anew, and `mending` finds the cell behind a value.
"""

from .contents import NAME, workbooks_of
from .difference import described, differing_words
from .folder import STUB, new_year, parse_year
from .importing import apply_import, plan_import
from .mending import workbook_cells
from .refresh import carried_over, keep_filled_in, own_workbook, refreshed, write_with_workbook
from .report import add_report

__all__ = [
    "NAME", "STUB", "add_report", "apply_import", "carried_over", "described",
    "differing_words", "keep_filled_in", "new_year", "own_workbook", "parse_year",
    "plan_import", "refreshed", "workbook_cells", "workbooks_of", "write_with_workbook",
]  # fmt: skip
