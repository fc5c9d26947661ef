"""Drawing the workbook: one module a sheet, and what they share."""

from .workbook import workbook_file

__all__ = ["workbook_file"]
