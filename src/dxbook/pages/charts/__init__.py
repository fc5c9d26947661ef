"""The charts of the book, each under the name that notebooks use."""

from . import accounts, drawing, shares, stubs

__all__ = ["accounts", "drawing", "shares", "stubs"]
