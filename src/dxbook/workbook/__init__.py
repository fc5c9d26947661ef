"""The officer's workbook: `sheets` writes it, `filled` reads it back, and the two never meet."""
