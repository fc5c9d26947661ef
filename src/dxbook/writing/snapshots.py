"""Writing several files of a year at once, and bringing the earlier state back.

What an import is about to change is kept in `data/<year>/.before-import/`, one numbered folder an
import. It lies in the year's own folder, and not under `_build/`, because `_build/` may be thrown
away at any time and the way back may not; it is hidden, ignores itself in git, and is not read as
data. When the last import is undone the folder is gone.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from ..errors import usage_error
from ..keeping import digest_of
from .book_files import require_readable

FOLDER = ".before-import"
_KEPT = 20
_STATE = "state.json"


def write_at_once(year_folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files of a year, by path relative to its folder: either all are new or none is."""
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
    for old in _all(year_folder)[:-_KEPT]:
        shutil.rmtree(old)


def write_year_files(root: Path, year: int, files: Mapping[str, bytes]) -> None:
    """Write files of a year, by path relative to its folder, when the data with them is valid.

    Raises:
        DataError: when the data would not be valid; nothing is written then.
    """
    require_readable(root, {f"{year}/{name}": content for name, content in files.items()})
    write_at_once(root / "data" / str(year), files)


def undo(year_folder: Path) -> list[str]:
    """Bring back what the last import changed; the names of the files.

    A workbook that was only brought up to date since is brought back too. When something was
    typed into it since, it is put aside first: see `put_aside`.

    Raises:
        UsageError: when there is nothing to undo, or a file was changed since.
    """
    imports = [folder for folder in _all(year_folder) if not _is_refresh(folder)]
    if not imports:
        raise usage_error("There is no import of {name} to undo.", name=year_folder.name)
    last = imports[-1]
    state = _state(last)
    for name, facts in state.items():
        # A file still as before is one that an import which was cut off did not come to.
        if _digest(year_folder / name) not in (facts["after"], facts["before"]):
            raise usage_error(
                "data/{name}/{name_2} was changed after the import; undoing would lose that "
                "change. What was there before the import is in {last}.",
                name=year_folder.name,
                name_2=name,
                last=last,
            )
    refreshes = [folder for folder in _all(year_folder) if folder > last]
    back = dict.fromkeys(state)
    for folder in reversed(refreshes):
        back |= dict.fromkeys(_state(folder))
        _restore(year_folder, folder, _state(folder))
        _forget(folder)
    _restore(year_folder, last, state)
    _forget(last)
    return list(back)


def put_aside(year_folder: Path) -> dict[str, str]:
    """Keep under another name what undoing would write over: workbooks typed into since.

    Returns:
        The new name of each file by its own; a copy, for the file stays where it is.
    """
    newest: dict[str, str] = {}
    for folder in _all(year_folder):
        newest = {} if not _is_refresh(folder) else newest
        if _is_refresh(folder):
            newest |= {name: facts["after"] for name, facts in _state(folder).items()}
    kept: dict[str, str] = {}
    for name, after in newest.items():
        file = year_folder / name
        if not file.exists() or _digest(file) == after:
            continue
        aside = name_aside(file)
        shutil.copyfile(file, aside)
        kept[name] = aside.name
    return kept


def name_aside(file: Path) -> Path:
    """A name beside a file under which it may be kept, and nothing is yet."""
    number = 1
    while (aside := file.with_name(f"{file.stem}-giu-lai-{number}{file.suffix}")).exists():
        number += 1
    return aside


def last_import(root: Path) -> Path | None:
    """The year's folder whose import was the last, or None."""
    stamps = [
        ((imports[-1] / _STATE).stat().st_mtime_ns, folder)
        for folder in (root / "data").glob("[0-9][0-9][0-9][0-9]")
        if (imports := [kept for kept in _all(folder) if not _is_refresh(kept)])
    ]
    return max(stamps)[1] if stamps else None


def _state(folder: Path) -> dict[str, dict[str, str]]:
    return dict(json.loads((folder / _STATE).read_text(encoding="utf-8")))


def _is_refresh(folder: Path) -> bool:
    """Whether only a workbook was brought up to date then, and no data changed."""
    return all(name.endswith(".xlsx") for name in _state(folder))


def _digest(path: Path) -> str:
    return digest_of(path.read_bytes()) if path.exists() else ""


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
