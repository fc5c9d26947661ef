"""Parts of pages: figures that lead to their sentence, tables, citations, the words they share."""

from .aspects import figure
from .citation import cited_with_link
from .figures import (
    as_written,
    due_target,
    finding_anchor,
    flagged_values,
    is_doubted,
    is_partly_reported,
    judged_figure,
    made_of,
    quote_address,
    shown,
    status_in_words,
    sum_in_words,
)
from .frame import tidy
from .html import Html, compile_templates, in_vietnamese, mark_quotes, quoted, render, with_quotes
from .labels import LABELS, heads, label
from .states import DISTRICT, SAID, SAID_OF_ALL, STATES, State, Stated, said_of, states
from .tables import Cell, Table, changes_table, indicator_link, instrument, values_table
from .target_rows import scoped_link, set_alike, targets_table, verdict_cell

__all__ = [
    "DISTRICT", "LABELS", "SAID", "SAID_OF_ALL", "STATES", "Cell", "Html", "State", "Stated",
    "Table", "as_written", "changes_table", "cited_with_link", "compile_templates",
    "due_target", "figure", "finding_anchor", "flagged_values", "heads", "in_vietnamese",
    "indicator_link", "instrument", "is_doubted", "is_partly_reported", "judged_figure",
    "label", "made_of", "mark_quotes", "quote_address", "quoted", "render", "said_of",
    "scoped_link", "set_alike", "shown", "states", "status_in_words", "sum_in_words",
    "targets_table", "tidy", "values_table", "verdict_cell", "with_quotes",
]  # fmt: skip
