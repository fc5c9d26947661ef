"""Whatever is edited, building what changed gives the site that building from nothing gives."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from .edits import EDITS, build_only_one_language

HERE = Path(__file__).parent
#: Pages with questions of every kind: about all data, about one pillar, about the catalogue.
PAGES = ("audit", "glossary", "targets")
ROUNDS = 4
TreeOf = Callable[[Path], dict[str, str]]


@pytest.fixture(scope="session")
def edited_book(small_book: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The small book with more pages, built."""
    book = small_book.copy(tmp_path_factory.mktemp("edited") / "book")
    shutil.copyfile(
        HERE.parent / "notebooks" / "shows_a_picture.ipynb",
        book.root / "notebooks" / "picture.ipynb",
    )
    for page in PAGES:
        shutil.copy(HERE.parents[1] / "notebooks" / f"{page}.ipynb", book.root / "notebooks")
    with (book.root / "_toc.yml").open("a", encoding="utf-8") as toc:
        toc.writelines(f"  - file: notebooks/{page}\n" for page in (*PAGES, "picture"))
    book.build()
    return book


@pytest.mark.parametrize("seed", [1, 2])
def test_building_what_changed_gives_what_building_from_nothing_gives(
    seed: int, edited_book: Any, tree_of: TreeOf, tmp_path: Path
) -> None:
    lot = random.Random(seed)
    book = edited_book.copy(tmp_path / "book")
    told = []
    for number in range(ROUNDS):
        before = book.copy(tmp_path / f"before-{number}")
        drawn = lot.sample(sorted(EDITS), lot.randint(1, 3))
        told.append(drawn)
        for name in drawn:
            EDITS[name](book.root, lot)
        afresh = without_what_was_built(book, tmp_path / f"afresh-{number}")
        if build_only_one_language.__name__ in drawn:
            book.dxbook("build", "--lang", lot.choice(["vi", "en"]))
        incremental, cold = side_by_side(book, afresh)
        assert incremental.returncode == cold.returncode, (told, incremental.stderr, cold.stderr)
        if cold.returncode:
            assert complaint_of(incremental) == complaint_of(cold), told
            book = before
        else:
            assert differences(tree_of(book.site), tree_of(afresh.site)) == [], told


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (
            ("--kernel", "ordinary", "--jobs", "1"),
            {"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "7"},
        ),
        (("--jobs", "4"), {"LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "8"}),
    ],
)
def test_kernel_jobs_folder_and_environment_do_not_show(
    arguments: tuple[str, ...],
    environment: dict[str, str],
    small_book: Any,
    tree_of: TreeOf,
    tmp_path: Path,
) -> None:
    afresh = without_what_was_built(small_book, tmp_path / "another folder")
    ended = afresh.dxbook("build", *arguments, environment=environment)
    assert ended.returncode == 0, ended.stderr
    assert differences(tree_of(small_book.site), tree_of(afresh.site)) == []


def without_what_was_built(book: Any, to: Path) -> Any:
    ignored = shutil.ignore_patterns("_build")
    shutil.copytree(book.root, to, ignore=ignored)
    return type(book)(to)


def side_by_side(*books: Any) -> list[subprocess.CompletedProcess[str]]:
    with ThreadPoolExecutor(len(books)) as threads:
        return list(threads.map(lambda book: book.dxbook("build", "--jobs", "1"), books))


def complaint_of(ended: subprocess.CompletedProcess[str]) -> list[str]:
    """What a failed build said first: which files it names elsewhere depends on the folder."""
    return sorted(line for line in ended.stderr.splitlines() if line.startswith("dxbook:"))


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted({name for name, _ in one.items() ^ other.items()})
