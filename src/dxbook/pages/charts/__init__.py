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
    shares,
    targets,
    units,
)

__all__ = [
    "counts", "coverage", "drawing", "history", "maps", "online", "parts", "people", "rank",
    "shares", "targets", "units",
]  # fmt: skip
