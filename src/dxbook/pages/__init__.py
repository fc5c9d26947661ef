"""What a notebook imports: `Page`, and all that it shows."""

from .page import Page

__all__ = ["Page"]
