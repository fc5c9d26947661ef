"""Reading a filled-in workbook back: cells as people type them, and what cannot be right."""
