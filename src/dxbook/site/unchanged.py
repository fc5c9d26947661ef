"""Whether a build could change anything at all: the way out that imports nothing large."""

from __future__ import annotations

from pathlib import Path

from ..keeping.digests import code_files, digest_of, read_stamp, tree_digest, write_stamp
from .stamps import libraries

#: What a build reads of a book, where it is there.
FILES = ("_config.yml", "_toc.yml", "requirements.txt", "requirements.lock")
FOLDERS = ("data", "notebooks")


def program_digest() -> str:
    """A digest of dxbook itself, and of the libraries it runs on."""
    package = Path(__file__).parent.parent
    parts = tree_digest(code_files(package), package), libraries()
    return digest_of("\n".join(parts))


def inputs_digest(root: Path, program: str) -> str:
    """A digest of everything a build reads: the book, the code, the libraries.

    It is taken before the build reads them: what is edited meanwhile is then built next time.

    Args:
        program: `program_digest()`.
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
