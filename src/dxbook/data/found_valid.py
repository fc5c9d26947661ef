"""Data that was found valid once is not validated again: a digest of it is kept."""

from __future__ import annotations

from pathlib import Path

from .files import Files


def hold_valid(files: Files) -> None:
    """Validate by schema the tables that have not been found valid before as they are.

    What was found valid is kept in `_build/cache/valid-data`: the digest of all the data in the
    first line, and then a fingerprint of each table. A place has such a file for itself.

    Raises:
        DataError: with all the problems of all the tables at once.
    """
    stamp = _stamp(files.root, files.place)
    found = _lines_of(stamp)
    if found[:1] == [files.digest]:
        return
    from .validate import require_valid

    fingerprints = require_valid(files, {*found, *found_valid(files.root)})
    try:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text("\n".join([files.digest, *fingerprints]))
    except OSError:
        pass  # a read-only checkout is validated each time


def found_valid(root: Path) -> set[str]:
    """The fingerprints of the tables that were found valid last."""
    return set(_lines_of(_stamp(root)))


def _stamp(root: Path, place: str = "") -> Path:
    return root / "_build" / "cache" / ("-".join(filter(None, ("valid-data", place))))


def _lines_of(stamp: Path) -> list[str]:
    return stamp.read_text().splitlines() if stamp.is_file() else []
