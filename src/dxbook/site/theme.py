"""Where the theme lies."""

from pathlib import Path

THEME = Path(__file__).parent / "book_theme"
#: Its static files, which all editions share.
STATIC = THEME / "static"
