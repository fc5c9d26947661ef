"""Writing files of the book outside a year's folder: tried out first, then put in place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from .staging import require_readable


def write_book_files(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files by path relative to the root, when the data with them is valid.

    Raises:
        DataError: when the data would not be valid; nothing is written then.
    """
    data = {
        name.removeprefix("data/"): content
        for name, content in files.items()
        if name.startswith("data/")
    }
    require_readable(root, data)
    staged = []
    try:
        for name, content in files.items():
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(f".{target.name}.new")
            staged.append((beside, target))
            beside.write_bytes(content)
        for beside, target in staged:
            os.replace(beside, target)
    finally:
        for beside, _ in staged:
            beside.unlink(missing_ok=True)
