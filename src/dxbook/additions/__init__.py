"""What an analyst adds to a book: a page or pillar (`pages`), an indicator (`indicators`)."""

from .indicators import NewIndicator, add_indicator, undoing_indicator
from .pages import NewPage, make_page, undoing_page

__all__ = [
    "NewIndicator",
    "NewPage",
    "add_indicator",
    "make_page",
    "undoing_indicator",
    "undoing_page",
]
