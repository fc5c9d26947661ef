"""A build in which nothing changed is over before anything large is imported."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest

LARGE = ("pandas", "frictionless", "altair", "sphinx", "papermill", "nbformat", "babel", "jinja2")


@pytest.fixture(scope="module")
def imported(small_book: Any) -> set[str]:
    """The packages that a build of an unchanged book imports."""
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "dxbook", "build"],
        cwd=small_book.root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Nothing changed" in ended.stderr
    return {name.partition(".")[0] for name in re.findall(r"\| +([\w.]+)$", ended.stderr, re.M)}


@pytest.mark.parametrize("package", LARGE)
def test_nothing_large_is_imported(imported: set[str], package: str) -> None:
    assert "dxbook" in imported
    assert package not in imported


def test_an_edit_of_what_stands_is_noticed(small_book: Any, tmp_path: Any) -> None:
    copy = small_book.copy(tmp_path / "book")
    page = copy.site / "vi" / "2022" / "society.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</main>", "</MAIN>"), encoding="utf-8")
    copy.build()
    assert page.read_text(encoding="utf-8") == text
