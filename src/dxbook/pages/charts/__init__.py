"""The charts of the book, each under the name that notebooks use."""

from . import (
    counts,
    coverage,
    drawing,
    maps,
    online,
    parts,
    people,
    rank,
    shares,
    stubs,
    targets,
    units,
)

__all__ = [
    "counts",
    "coverage",
    "drawing",
    "maps",
    "online",
    "parts",
    "people",
    "rank",
    "shares",
    "stubs",
    "targets",
    "units",
]
