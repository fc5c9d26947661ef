"""A build, above what it is made of: which editions, run, assembled, published; and by whom.

    options   what may be asked for
    ready     done by the book's daemon or here; where its pages run
    book      from the book's folder to the published site: which editions, of which pages

What is here is imported when it is first asked for: where nothing changed, that is `options` only.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .book import Built, build_book
    from .options import EVERY, BuildOptions, LangChoice, site_of
    from .ready import done_where_ready, pages_for

__all__ = [
    "EVERY", "BuildOptions", "Built", "LangChoice", "build_book", "done_where_ready", "pages_for",
    "site_of",
]  # fmt: skip
_HOMES = dict.fromkeys(__all__, "options") | {
    "Built": "book", "build_book": "book", "done_where_ready": "ready", "pages_for": "ready"
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
