"""What a book was built from, as digests: what would come out the same is not built again."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

#: Packages whose version changes what Jupyter Book makes of the same staged book.
PACKAGES = ("jupyter-book", "sphinx", "myst-nb", "myst-parser", "docutils", "sphinx-external-toc")
_HEADING = re.compile(r'"# [^"]*')


def tree_digest(files: Iterable[Path], root: Path) -> str:
    """A digest of files by their place under a root and their bytes."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@lru_cache(1)
def machinery_digest() -> str:
    """A digest of the site's own code and theme, and of the versions it builds with."""
    own = Path(__file__).parent
    files = [p for p in own.rglob("*") if p.is_file() and p.suffix != ".pyc"]
    versions = " ".join(f"{name} {version(name)}" for name in PACKAGES)
    return hashlib.sha256(f"{tree_digest(files, own)} {versions}".encode()).hexdigest()


def book_stamp(staged: Path) -> dict[str, str]:
    """What a staged book is made of.

    Returns:
        `frame`: what every page shows (settings, contents, titles, theme); when it changes, all
        pages are written anew. `pages`: all pages.
    """
    settings = [p for p in staged.iterdir() if p.suffix == ".yml"]
    notebooks = sorted(p for p in staged.iterdir() if p.suffix == ".ipynb")
    titles = [
        (path.stem, found[0] if (found := _HEADING.search(path.read_text("utf-8"))) else "")
        for path in notebooks
    ]
    frame = f"{machinery_digest()} {tree_digest(settings, staged)} {titles}"
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
