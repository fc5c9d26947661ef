"""Where the theme lies, and the templates of what the site has beside its pages."""

from pathlib import Path

THEME = Path(__file__).parent / "book_theme"
#: Its static files, which all editions share.
STATIC = THEME / "static"
TEMPLATES = Path(__file__).parent / "templates"
