"""Writing files of the book: tried out in a copy of `data/` first, then all put in place."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..data import Files, read_report
from ..data.found_valid import found_valid
from ..data.validate import require_valid


def require_readable(root: Path, files: Mapping[str, bytes]) -> None:
    """Stop unless the data with some files, by path relative to `data/`, is valid and readable.

    Raises:
        DataError: with all that the new data would break.
    """
    with tempfile.TemporaryDirectory(prefix="dxbook-") as folder:
        staged = Path(folder)
        shutil.copytree(root / "data", staged / "data", ignore=_unread)
        _write_below(staged / "data", files)
        require_valid(Files(staged), found_valid(root))
        read_report(staged)


def _unread(folder: str, names: list[str]) -> list[str]:
    """What the loader does not read: hidden files and workbooks."""
    return [name for name in names if name.startswith((".", "~")) or name.endswith(".xlsx")]


def _write_below(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder whole or not at all: beside its place, and then renamed."""
    beside = folder.parent / f".{folder.name}.new-{os.getpid()}"
    try:
        _write_below(beside, files)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def write_book_files(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files by path relative to the root, when the data with them is valid.

    When one cannot be put in place, those before it are as they were.

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
        _put_in_place(staged)
    finally:
        for beside, _ in staged:
            beside.unlink(missing_ok=True)


def _put_in_place(staged: Sequence[tuple[Path, Path]]) -> None:
    before = [(target, target.read_bytes() if target.exists() else None) for _, target in staged]
    try:
        for beside, target in staged:
            os.replace(beside, target)
    except OSError:
        for target, content in before:
            if content is None:
                target.unlink(missing_ok=True)
            elif target.read_bytes() != content:
                target.write_bytes(content)
        raise
