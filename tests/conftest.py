"""What tests of several folders share: books to build, and ways to read what was built."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from dxbook.data import load_report

ROOT = Path(__file__).parent.parent
SMALL_BOOK = Path(__file__).parent / "small_book"
#: What a book is made of; the code comes from the package that is installed.
BOOK = ("_config.yml", "_toc.yml", "data", "notebooks")


@dataclass(frozen=True)
class Book:
    """A copy of a book, which tests may build and break."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / "_build" / "site"

    def dxbook(
        self, *arguments: str, environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run the real command line in this book."""
        return subprocess.run(
            [sys.executable, "-m", "dxbook", *arguments],
            cwd=self.root,
            env={**os.environ, "NO_COLOR": "1", **(environment or {})},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def build(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Build, and fail the test when that fails."""
        ended = self.dxbook("build", *arguments)
        assert ended.returncode == 0, ended.stderr
        return ended

    def copy(self, to: Path) -> Book:
        """Another copy, with what was built."""
        shutil.copytree(self.root, to)
        return Book(to)


#: Takes a name and a function that puts the book where it is told to.
BuiltOnce = Callable[[str, Callable[[Path], Book]], Book]


def _copy_of(parts: Sequence[Path], to: Path) -> Book:
    to.mkdir(parents=True)
    for part in parts:
        if part.is_dir():
            ignored = shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__")
            shutil.copytree(part, to / part.name, ignore=ignored)
        else:
            shutil.copyfile(part, to / part.name)
    return Book(to)


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The real book as it stands in the checkout, not built. Copy it before changing anything.

    Its data has been validated, so that copies need validate only what a test changes in them.
    """
    book = _copy_of([ROOT / name for name in BOOK], tmp_path_factory.mktemp("sources") / "book")
    load_report(book.root)
    return book


@pytest.fixture(scope="session")
def book(sources: Book, built_once: BuiltOnce) -> Book:
    """The real book, built. Copy it before changing anything."""
    return built_once("book", sources.copy)


@pytest.fixture(scope="session")
def small_book(built_once: BuiltOnce) -> Book:
    """Two small pages over the real data, built. Copy it before changing anything."""
    parts = [ROOT / "_config.yml", ROOT / "data", *sorted(SMALL_BOOK.iterdir())]
    return built_once("small", lambda to: _copy_of(parts, to))


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltOnce]:
    """A function that builds a book for all processes that run tests; it may only be read.

    At the end it is seen that nobody has written into it.
    """
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # each worker has a folder of its own, in the run's
        folder = folder.parent
    used: list[Book] = []

    def build(name: str, made: Callable[[Path], Book]) -> Book:
        root, built = folder / "shared" / name / "book", folder / "shared" / f"{name}.json"
        root.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(built.with_suffix(".lock")):
            if not built.exists():
                shutil.rmtree(root, ignore_errors=True)  # another failed half-way
                made(root).build()
                built.write_text(json.dumps(digests(root)), encoding="utf-8")
        used.append(Book(root))
        return used[-1]

    yield build
    for shared in used:
        as_built = shared.root.parent.with_suffix(".json").read_text(encoding="utf-8")
        assert digests(shared.root) == json.loads(as_built), "a test wrote into a shared book"


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder, by name, with a digest of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="session")
def tree_of() -> Callable[[Path], dict[str, str]]:
    """A function that gives every file below a folder, by name, with a digest of its bytes."""
    return digests


@pytest.fixture
def in_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads messages in this test reads Vietnamese, in every command it runs too."""
    monkeypatch.setenv("DXBOOK_LANG", "vi")
