"""Trying data out before it is written: a copy of `data/` with the new files in it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ..data import Files, read_report
from ..data.validate import require_valid


def require_readable(root: Path, files: Mapping[str, bytes]) -> None:
    """Stop unless the data with some files in it is valid and readable.

    Args:
        files: contents by path relative to `data/`.

    Raises:
        DataError: with all that the new data would break.
    """
    with tempfile.TemporaryDirectory(prefix="dxbook-") as folder:
        staged = Path(folder)
        shutil.copytree(root / "data", staged / "data", ignore=_unread)
        for name, content in files.items():
            path = staged / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        require_valid(Files(staged))
        read_report(staged)


def _unread(folder: str, names: list[str]) -> list[str]:
    """What the loader does not read: hidden files and workbooks."""
    return [name for name in names if name.startswith((".", "~")) or name.endswith(".xlsx")]
