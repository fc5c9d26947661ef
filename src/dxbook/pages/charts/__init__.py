"""The charts of the book, each under the name that notebooks use."""

from . import accounts, drawing, stubs

__all__ = ["accounts", "drawing", "stubs"]
