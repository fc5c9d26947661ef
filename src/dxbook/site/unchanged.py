"""Whether a build could change anything at all: the way out that imports nothing large."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from .stamps import PACKAGES, read_stamp, tree_digest, write_stamp

#: Versions that change what a page shows.
PAGE_PACKAGES = ("altair", "pandas", "vl-convert-python", "babel", "papermill", "jinja2")


def inputs_digest(root: Path) -> str:
    """A digest of everything a build reads: the book, the code, the versions."""
    package = Path(__file__).parent.parent
    code = [p for p in package.rglob("*") if p.is_file() and p.suffix != ".pyc"]
    book = [root / "_config.yml", root / "_toc.yml"]
    book += [p for folder in ("data", "notebooks") for p in (root / folder).rglob("*")]
    versions = " ".join(f"{name} {version(name)}" for name in (*PACKAGES, *PAGE_PACKAGES))
    parts = (
        tree_digest(code, package),
        tree_digest((p for p in book if p.is_file() and ".ipynb_checkpoints" not in p.parts), root),
        versions,
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def site_listing(site: Path) -> str:
    """A digest of which files the site has and how large each is."""
    files: Iterable[Path] = sorted(site.rglob("*")) if site.is_dir() else ()
    rows = [f"{p.relative_to(site)} {p.stat().st_size}" for p in files if p.is_file()]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def stamp_of(root: Path, site: Path, asked: str) -> dict[str, str]:
    """What a finished build leaves: what it read, what it built, what then stood.

    Args:
        asked: the editions asked for, in words.
    """
    return {"inputs": inputs_digest(root), "asked": asked, "site": site_listing(site)}


def is_unchanged(root: Path, site: Path, asked: str) -> bool:
    """Whether the last build read the same, for the same editions, and its site still stands."""
    before = read_stamp(root / "_build" / "cache" / "build.json")
    return bool(before) and before == stamp_of(root, site, asked)


def remember(root: Path, site: Path, asked: str) -> None:
    """Leave word of a finished build."""
    stamp = stamp_of(root, site, asked)
    write_stamp(root / "_build" / "cache" / "build.json", stamp)
