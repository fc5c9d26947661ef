"""What a notebook imports: `Page`, and all that it shows.

It is imported when it is first asked for: who wants the palette alone does without Altair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .page import Page

__all__ = ["Page"]


def __getattr__(name: str) -> type[Page]:
    if name != "Page":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .page import Page

    return Page
