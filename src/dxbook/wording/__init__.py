"""How values are said, in Vietnamese and English."""
