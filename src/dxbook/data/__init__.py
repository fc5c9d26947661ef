"""Files to `Report`, one way: find the root, read the bytes, validate, parse, see from a year.

Each step is a module and is given what the one before it made: `root`, `files`, `found_valid` (and
`validate`), then `catalogue`, `sources` and `years`, and `load`, which is the way as a whole.

What is here is imported when it is first asked for: a build in which nothing changed only has to
find the book.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .files import Files, data_digest, data_digest_with_places, digest_of
    from .load import load_report, read_report
    from .root import find_root, has_edition, places_in, years_in

__all__ = [
    "Files", "data_digest", "data_digest_with_places", "digest_of", "find_root", "has_edition",
    "load_report", "places_in", "read_report", "years_in",
]  # fmt: skip
_HOMES = {"load_report": "load", "read_report": "load"} | dict.fromkeys(__all__[:4], "files")


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_HOMES.get(name, 'root')}", __name__), name)
