"""Digests of what a site was built from: what would come out the same is not built again.

This is the way out of a build in which nothing changed: it imports nothing large.
"""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

from ..keeping import code_files, digest_of, read_stamp, tree_digest, write_stamp

#: The package, whose code makes the site.
PACKAGE = Path(__file__).parent.parent
#: What the frame of every page is made by, in the package: the site's room, and the words.
_FRAME_OF = ("site", "locale")
#: What a build reads of a book, where it is there.
FILES = ("_config.yml", "_toc.yml", "requirements.txt", "requirements.lock")
FOLDERS = ("data", "notebooks")


@lru_cache(1)
def libraries() -> str:
    """Every library that is installed, with its version, and Python's: the names say both.

    What a library depends on may change a page as well as the library itself.
    """
    places = dict.fromkeys(p for p in sys.path if p and os.path.isdir(p))
    found = {f.name for place in places for f in os.scandir(place) if f.name.endswith(".dist-info")}
    return " ".join([sys.version, *sorted(found)])


@lru_cache(1)
def machinery_digest(package: Path = PACKAGE) -> str:
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


def program_digest() -> str:
    """A digest of dxbook itself, and of the libraries it runs on."""
    return digest_of(f"{tree_digest(code_files(PACKAGE), PACKAGE)}\n{libraries()}")


def inputs_digest(root: Path, program: str) -> str:
    """A digest of everything a build reads: the book, the code, the libraries.

    It is taken before the build reads them: what is edited meanwhile is then built next time.
    """
    book = [root / name for name in FILES]
    book += [p for folder in FOLDERS for p in (root / folder).rglob("*")]
    files = (p for p in book if p.is_file() and ".ipynb_checkpoints" not in p.parts)
    return digest_of(f"{program} {tree_digest(files, root)}")


def site_digest(site: Path) -> str:
    """A digest of the site as it stands."""
    return tree_digest((p for p in site.rglob("*") if p.is_file()), site)


def is_unchanged(root: Path, inputs: str, site: Path, asked: str) -> bool:
    """Whether the last build read the same, for the same editions, and its site still stands.

    Args:
        inputs: digest of what this build would read.
        asked: the editions asked for, in words.
    """
    before = read_stamp(_stamp(root))
    read = {"inputs": inputs, "asked": asked}
    return read.items() <= before.items() and before.get("site") == site_digest(site)


def remember(root: Path, inputs: str, site: Path, asked: str) -> None:
    """Leave word of a finished build: what it read, what was asked, what then stood."""
    write_stamp(_stamp(root), {"inputs": inputs, "asked": asked, "site": site_digest(site)})


def _stamp(root: Path) -> Path:
    return root / "_build" / "cache" / "build.json"
