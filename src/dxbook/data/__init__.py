"""Files to `Report`: read, validate, hold quotes against their source.

What is here is imported when it is first asked for: a build in which nothing changed only has to
find the book.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .load import data_digest, load_report, read_report
    from .root import find_root, places_in, years_in

__all__ = ["data_digest", "find_root", "load_report", "places_in", "read_report", "years_in"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "root" if name in ("find_root", "places_in", "years_in") else "load"
    return getattr(importlib.import_module(f".{home}", __name__), name)
