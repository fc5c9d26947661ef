"""Writing several files of a year at once, and bringing the earlier state back.

What an import is about to change is kept in `data/<year>/.before-import/`, one numbered folder an
import. It lies in the year's own folder, and not under `_build/`, because `_build/` may be thrown
away at any time and the way back may not; it is hidden, ignores itself in git, and is not read as
data. When the last import is undone the folder is gone.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from ..errors import UsageError
from ..speech import said

FOLDER = ".before-import"
KEPT = 20
_STATE = "state.json"


def write_at_once(year_folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files of a year so that either all are new or none is.

    Args:
        year_folder: `data/<year>`.
        files: contents by path relative to it.
    """
    folder = _next(year_folder)
    folder.mkdir(parents=True)
    (folder.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    state = {}
    for number, (name, content) in enumerate(files.items()):
        before = year_folder / name
        kept = f"before-{number}" if before.exists() else ""
        if kept:
            shutil.copyfile(before, folder / kept)
        new = f"after-{number}"
        (folder / new).write_bytes(content)
        state[name] = {"kept": kept, "before": _digest(before), "after": _digest(folder / new)}
    (folder / _STATE).write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")
    try:
        for number, name in enumerate(files):
            target = year_folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(folder / f"after-{number}", target)
    except BaseException:
        _restore(year_folder, folder, state)
        _forget(folder)
        raise
    for old in _all(year_folder)[:-KEPT]:
        shutil.rmtree(old)


def undo(year_folder: Path) -> list[str]:
    """Bring back what the last import changed; the names of the files.

    Raises:
        UsageError: when there is nothing to undo, or a file was changed since.
    """
    kept = _all(year_folder)
    if not kept:
        raise UsageError(
            said(
                f"Không có lần nhập nào của năm {year_folder.name} để hoàn tác.",
                f"There is no import of {year_folder.name} to undo.",
            )
        )
    state = json.loads((kept[-1] / _STATE).read_text(encoding="utf-8"))
    for name, facts in state.items():
        # A file still as before is one that an import which was cut off did not come to.
        if _digest(year_folder / name) not in (facts["after"], facts["before"]):
            raise UsageError(
                said(
                    f"data/{year_folder.name}/{name} đã được sửa sau lần nhập, nên không hoàn tác "
                    f"để khỏi mất phần sửa đó. Bản trước khi nhập còn ở {kept[-1]}.",
                    f"data/{year_folder.name}/{name} was changed after the import; undoing would "
                    f"lose that change. What was there before the import is in {kept[-1]}.",
                )
            )
    _restore(year_folder, kept[-1], state)
    _forget(kept[-1])
    return list(state)


def last_import(root: Path) -> Path | None:
    """The year's folder whose import was the last, or None."""
    stamps = [
        ((kept[-1] / _STATE).stat().st_mtime_ns, folder)
        for folder in (root / "data").glob("[0-9][0-9][0-9][0-9]")
        if (kept := _all(folder))
    ]
    return max(stamps)[1] if stamps else None


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def _restore(year_folder: Path, folder: Path, state: Mapping[str, Mapping[str, str]]) -> None:
    for name, facts in state.items():
        target = year_folder / name
        if facts["kept"]:
            staged = folder / "back"
            shutil.copyfile(folder / facts["kept"], staged)
            os.replace(staged, target)
        else:
            target.unlink(missing_ok=True)
            if target.parent != year_folder and not any(target.parent.iterdir()):
                target.parent.rmdir()


def _all(year_folder: Path) -> list[Path]:
    """The snapshots of a year that were finished, oldest first."""
    return sorted(path.parent for path in (year_folder / FOLDER).glob(f"*/{_STATE}"))


def _next(year_folder: Path) -> Path:
    numbers = [int(path.name) for path in (year_folder / FOLDER).glob("[0-9]*")]
    return year_folder / FOLDER / f"{max(numbers, default=0) + 1:04}"


def _forget(folder: Path) -> None:
    shutil.rmtree(folder)
    if not any(path.is_dir() for path in folder.parent.iterdir()):
        shutil.rmtree(folder.parent)
