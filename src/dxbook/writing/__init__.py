"""Rows of text to files, and files into the book.

Tables are read and written to the byte (`rows`), files of the book tried out before they are put
in place (`book_files`), and what an import changed is kept to undo it by (`snapshots`).
"""

from .book_files import require_readable, write_book_files, write_folder
from .rows import TextTable, appended, blank_row, parse_table, unreported, year_table
from .snapshots import last_import, name_aside, put_aside, undo, write_at_once, write_year_files

__all__ = [
    "TextTable", "appended", "blank_row", "last_import", "name_aside", "parse_table",
    "put_aside", "require_readable", "undo", "unreported", "write_at_once", "write_book_files",
    "write_folder", "write_year_files", "year_table",
]  # fmt: skip
