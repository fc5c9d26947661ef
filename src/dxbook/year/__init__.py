"""A year on its way: made anew, filled from a report or a workbook, merged, refreshed."""
