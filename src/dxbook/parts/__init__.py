"""Parts of pages: figures that lead to their sentence, tables, citations, the words they share."""

from .aspects import figure
from .figures import (
    due_target,
    finding_anchor,
    flagged_values,
    is_doubted,
    is_partly_reported,
    judged_figure,
    made_of,
    quote_address,
    shown,
    sum_in_words,
)
from .frame import tidy
from .html import Html, compile_templates, in_vietnamese, mark_quotes, quoted, render, with_quotes
from .labels import heads, label
from .tables import Cell, Table, changes_table, indicator_link, values_table
from .target_rows import set_alike, targets_table

__all__ = [
    "Cell", "Html", "Table", "changes_table", "compile_templates", "due_target", "figure",
    "finding_anchor", "flagged_values", "heads", "in_vietnamese", "indicator_link",
    "is_doubted", "is_partly_reported", "judged_figure", "label", "made_of", "mark_quotes",
    "quote_address", "quoted", "render", "set_alike", "shown", "sum_in_words", "targets_table",
    "tidy", "values_table", "with_quotes",
]  # fmt: skip
