"""The officer's workbook: `sheets` writes it, `filled` reads it back, and the two never meet.

What both know is here: the sheets and their columns (`columns`), what stands in them (`content`),
the words for codes (`labels`), what is carried back unseen (`carried`), and what is wrong
(`problems`).
"""

from .carried import Trace, safe_name, split_note, without_trace
from .columns import NUMBERS, PLACES, RULINGS, STATEMENTS, UNCLAIMED, Layout
from .content import Content, OpenPoint, Shown, cut_by_supplier, number_lines, place_rows
from .labels import (
    CONFIRMED,
    DECISION,
    MEASURE,
    STANDING,
    STATUS_WORDS,
    code_of,
    day_words,
    plain,
    qualifier_word,
)
from .problems import CellProblem, WorkbookError

__all__ = [
    "CONFIRMED", "DECISION", "MEASURE", "NUMBERS", "PLACES", "RULINGS", "STANDING",
    "STATEMENTS", "STATUS_WORDS", "UNCLAIMED", "CellProblem", "Content", "Layout", "OpenPoint",
    "Shown", "Trace", "WorkbookError", "code_of", "cut_by_supplier", "day_words", "number_lines",
    "place_rows", "plain", "qualifier_word", "safe_name", "split_note", "without_trace",
]  # fmt: skip
