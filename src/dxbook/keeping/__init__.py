"""What is kept on the disk: files written whole or not at all, digests by which content is known
again, and stamps: small files of what was known once. It knows nothing of what the files hold.

Nothing large is imported here: a build in which nothing changed needs little else.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that no one ever finds half of it, even if this process is killed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def digest_of(content: bytes | str) -> str:
    """The digest of some content.

    >>> digest_of("xã")[:8]
    '1d988963'
    """
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def tree_digest(files: Iterable[Path], root: Path) -> str:
    """A digest of files by their place under a root and their bytes."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def code_files(package: Path) -> list[Path]:
    """The files of a package, except those that Python makes of them."""
    return [p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts]


def read_stamp(path: Path) -> dict[str, str]:
    """A stamp that was written; empty when there is none or it cannot be read."""
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def write_stamp(path: Path, stamp: Mapping[str, str]) -> None:
    """Write a stamp; the last thing done when something was built whole."""
    write_whole(path, json.dumps(dict(stamp), sort_keys=True).encode())
