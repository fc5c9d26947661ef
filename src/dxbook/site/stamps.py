"""What a book was built from, as digests: what would come out the same is not built again."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path


def tree_digest(files: Iterable[Path], root: Path) -> str:
    """A digest of files by their place under a root and their bytes."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@lru_cache(1)
def libraries() -> str:
    """Every library that is installed, with its version, and Python's: the names say both.

    What a library depends on may change a page as well as the library itself.
    """
    places = dict.fromkeys(p for p in sys.path if p and os.path.isdir(p))
    found = {f.name for place in places for f in os.scandir(place) if f.name.endswith(".dist-info")}
    return " ".join([sys.version, *sorted(found)])


def code_files(package: Path) -> list[Path]:
    """The files of a package, except those that Python makes of them."""
    return [p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts]


#: What the frame of every page is made by, in the package: the site's room, and the words.
_FRAME_OF = ("site", "locale")


@lru_cache(1)
def machinery_digest(package: Path = Path(__file__).parent.parent) -> str:
    """A digest of what makes the frame of every page, and of the libraries the site builds with."""
    own = [path for room in _FRAME_OF for path in code_files(package / room)]
    return hashlib.sha256(f"{tree_digest(own, package)} {libraries()}".encode()).hexdigest()


def book_stamp(staged: Path) -> dict[str, str]:
    """What a staged book is made of.

    Returns:
        `frame`: what every page shows (settings, contents, theme); when it changes, all pages are
        made anew. `pages`: all pages.
    """
    settings = [p for p in staged.iterdir() if p.suffix == ".yml"]
    notebooks = sorted(p for p in staged.iterdir() if p.suffix == ".ipynb")
    frame = f"{machinery_digest()} {tree_digest(settings, staged)}"
    return {
        "frame": hashlib.sha256(frame.encode()).hexdigest(),
        "pages": tree_digest(notebooks, staged),
    }


def read_stamp(path: Path) -> dict[str, str]:
    """A stamp that was written; empty when there is none or it cannot be read."""
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def write_stamp(path: Path, stamp: Mapping[str, str]) -> None:
    """Write a stamp; the last thing done when something was built whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(dict(stamp), sort_keys=True), encoding="utf-8")
