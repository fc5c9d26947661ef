"""`dxbook preview`: the book as it stands, and again whenever it changes."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Book

SECONDS = 120
TABLE = "data/2022/observations.csv"
#: As it is, mistyped, and changed.
VALUES = ("957196", "95719G", "957197")


@pytest.fixture
def preview(small_book: Book, tmp_path: Path) -> Iterator[tuple[Book, subprocess.Popen[str]]]:
    """A small book and a preview of it that runs."""
    book = small_book.copy(tmp_path / "book")
    command = ["preview", "2022", "--lang", "vi", "--no-browser", "--port", "0"]
    process = subprocess.Popen(
        [sys.executable, "-m", "dxbook", *command],
        cwd=book.root, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    yield book, process
    process.kill()
    process.communicate()


def line_with(process: subprocess.Popen[str], wanted: str) -> str:
    """The next line of what a process says that matches."""
    assert process.stderr is not None
    for line in process.stderr:
        if re.search(wanted, line):
            return line
    raise AssertionError(f"it ended without saying {wanted}")


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_change_is_seen_a_mistake_is_said_and_the_end_is_quiet(
    preview: tuple[Book, subprocess.Popen[str]],
) -> None:
    book, process = preview
    address = line_with(process, "http://").split()[0]
    as_it_is, mistyped, changed = (f"documents_exchanged,province,level,{x}," for x in VALUES)

    replace_in(book.root / TABLE, as_it_is, mistyped)
    assert VALUES[1] in line_with(process, "observations.csv")
    assert "957.196" in page_at(address)

    replace_in(book.root / TABLE, mistyped, changed)
    line_with(process, "reload the page")
    assert "957.197" in page_at(address)

    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=SECONDS)
    assert process.returncode == 0
    assert "Traceback" not in said


def page_at(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        page: str = answer.read().decode()
    return page
