"""What a book was built from, as digests: what would come out the same is not built again."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

from ..keeping.digests import code_files, digest_of, tree_digest


@lru_cache(1)
def libraries() -> str:
    """Every library that is installed, with its version, and Python's: the names say both.

    What a library depends on may change a page as well as the library itself.
    """
    places = dict.fromkeys(p for p in sys.path if p and os.path.isdir(p))
    found = {f.name for place in places for f in os.scandir(place) if f.name.endswith(".dist-info")}
    return " ".join([sys.version, *sorted(found)])


#: What the frame of every page is made by, in the package: the site's room, and the words.
_FRAME_OF = ("site", "locale")


@lru_cache(1)
def machinery_digest(package: Path = Path(__file__).parent.parent) -> str:
    """A digest of what makes the frame of every page, and of the libraries the site builds with."""
    own = [path for room in _FRAME_OF for path in code_files(package / room)]
    return digest_of(f"{tree_digest(own, package)} {libraries()}")


def book_stamp(staged: Path) -> dict[str, str]:
    """What a staged book is made of.

    Returns:
        `frame`: what every page shows (settings, contents, theme); when it changes, all pages are
        made anew. `pages`: all pages.
    """
    settings = [p for p in staged.iterdir() if p.suffix == ".yml"]
    notebooks = sorted(p for p in staged.iterdir() if p.suffix == ".ipynb")
    frame = f"{machinery_digest()} {tree_digest(settings, staged)}"
    return {"frame": digest_of(frame), "pages": tree_digest(notebooks, staged)}
