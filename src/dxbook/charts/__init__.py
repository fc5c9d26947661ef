"""The charts of the book, each under the name that notebooks use."""

from . import (
    counts,
    coverage,
    drawing,
    history,
    maps,
    online,
    parts,
    people,
    rank,
    received,
    shares,
    targets,
    units,
)

__all__ = [
    "counts", "coverage", "drawing", "history", "maps", "online", "parts", "people", "rank",
    "received", "shares", "targets", "units",
]  # fmt: skip
