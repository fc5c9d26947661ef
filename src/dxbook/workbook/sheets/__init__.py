"""Drawing the workbook: one module a sheet, and what they share (`table`, `formulas`, `xlsx`).

Nothing here reads a workbook.
"""

from .workbook import workbook_file

__all__ = ["workbook_file"]
