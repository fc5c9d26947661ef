"""Executed pages to a published site: stage, Jupyter Book, theme, publish."""

from pathlib import Path

#: Where the theme lies.
THEME = Path(__file__).parent / "book_theme"
#: Its static files, which all editions share.
STATIC = THEME / "static"
#: The templates of what the site has beside its pages.
TEMPLATES = Path(__file__).parent / "templates"
