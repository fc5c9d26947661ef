"""Ways to make the same book of the same notebooks and data.

Each is a command line that people use. All but dxbook build a stock Jupyter Book: default settings,
default theme, one language of the notebooks.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from dxbook.site.stage import in_language

BIN = Path(sys.executable).parent
Command = list[str]


@dataclass(frozen=True)
class Contender:
    """One way to make the book.

    Args:
        prepare: turns a copy of the book's folder into what this way starts from.
        command: what is run in that folder, for an edition's year.
        page: where it leaves a page of an edition.
    """

    name: str
    prepare: Callable[[Path], None]
    command: Callable[[int], Command]
    page: Callable[[Path, int, str], Path]


def stock(execute: str) -> Callable[[Path], None]:
    """A stock book that has its notebooks executed in this way, or not."""

    def prepare(root: Path) -> None:
        notebooks_in_one_language(root / "notebooks")
        settings = {
            "title": "Sổ số liệu",
            "only_build_toc_files": True,
            "execute": {"execute_notebooks": execute, "timeout": 300},
        }
        (root / "_config.yml").write_text(yaml.safe_dump(settings, allow_unicode=True))

    return prepare


def notebooks_in_one_language(folder: Path) -> None:
    for path in folder.glob("*.ipynb"):
        notebook = in_language(json.loads(path.read_text(encoding="utf-8")), "vi")
        path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")


def executed_elsewhere(root: Path) -> None:
    """A folder for executed notebooks beside the book's, built without executing."""
    stock("off")(root)
    (root / "staged" / "notebooks").mkdir(parents=True)
    for name in ("_config.yml", "_toc.yml"):
        shutil.copy(root / name, root / "staged")


def jupyter_book(year: int) -> Command:
    """Build; all of it for another year, which it does not notice."""
    every = [] if year == 2022 else ["--all"]
    return [str(BIN / "jupyter-book"), "build", *every, "."]


def papermill_then_book(processes: int) -> Callable[[int], Command]:
    """papermill for each notebook, so many at once, and a stock book of the results."""

    def command(year: int) -> Command:
        run = f"{BIN}/papermill --cwd . -p year {year} -p lang vi"
        one = f"{run} notebooks/NAME staged/notebooks/NAME"
        every = f"ls notebooks | xargs -P {processes} -I NAME {one}"
        return ["sh", "-ec", f"{every}; {BIN}/jupyter-book build staged"]

    return command


def dxbook(year: int) -> Command:
    """Build, and stay ready as long as the other ways take until it is dxbook's turn again."""
    return [str(BIN / "dxbook"), "build", "--lang", "vi", "--keep-ready", "900"]


def dxbook_that_ends(year: int) -> Command:
    return [str(BIN / "dxbook"), "build", "--lang", "vi", "--keep-ready", "0"]


def in_place(root: Path, year: int, page: str) -> Path:
    return root / "_build" / "html" / "notebooks" / f"{page}.html"


def staged(root: Path, year: int, page: str) -> Path:
    return in_place(root / "staged", year, page)


def published(root: Path, year: int, page: str) -> Path:
    return root / "_build" / "site" / "vi" / str(year) / f"{page}.html"


CORES = os.cpu_count() or 1
CONTENDERS = (
    Contender("jupyter-book, executing", stock("force"), jupyter_book, in_place),
    Contender("jupyter-book, with its cache", stock("cache"), jupyter_book, in_place),
    Contender(
        "papermill, one by one, then jupyter-book",
        executed_elsewhere,
        papermill_then_book(1),
        staged,
    ),
    Contender(
        "papermill, in parallel, then jupyter-book",
        executed_elsewhere,
        papermill_then_book(CORES),
        staged,
    ),
    Contender("dxbook, nothing kept ready", lambda root: None, dxbook_that_ends, published),
    Contender("dxbook", lambda root: None, dxbook, published),
)
