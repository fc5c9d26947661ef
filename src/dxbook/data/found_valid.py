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
    common = files.root / "_build" / "cache" / "valid-data"
    stamp = common.with_name(f"valid-data-{files.place}") if files.place else common
    found = _lines_of(stamp)
    if found[:1] == [files.digest]:
        return
    from .validate import require_valid

    if files.place:
        found += _lines_of(common)
    fingerprints = require_valid(files, set(found))
    try:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text("\n".join([files.digest, *fingerprints]))
    except OSError:
        pass  # a read-only checkout is validated each time


def _lines_of(stamp: Path) -> list[str]:
    return stamp.read_text().splitlines() if stamp.is_file() else []
