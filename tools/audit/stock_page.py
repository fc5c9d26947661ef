"""A chapter as a stock Jupyter Book makes it: the measure to compare with."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

CONFIG = """\
title: Stock
execute: {execute_notebooks: "off"}
only_build_toc_files: true
sphinx: {config: {language: vi, nb_remove_code_source: true}}
"""


class NoStockPage(Exception):
    """The stock page cannot be built."""


def build(root: Path, chapter: str) -> Path:
    """Build the chapter of the newest Vietnamese edition with the stock theme and settings.

    Returns:
        The folder of HTML.

    Raises:
        NoStockPage: when the book is not built, or Jupyter Book fails.
    """
    staged = sorted(root.glob(f"_build/staged/*-vi/{chapter}.ipynb"))
    if not staged:
        raise NoStockPage(f"There is no {chapter} chapter yet. Build the book with `make book`.")
    folder = root / "_build" / "audit" / "stock"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copyfile(staged[-1], folder / f"{chapter}.ipynb")
    (folder / "_config.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "_toc.yml").write_text(f"format: jb-book\nroot: {chapter}\n", encoding="utf-8")
    program = Path(sys.executable).with_name("jupyter-book")
    command = [str(program), "build", "--quiet", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    html = folder / "_build" / "html"
    if done.returncode or not (html / f"{chapter}.html").is_file():
        raise NoStockPage(f"Jupyter Book did not build the stock page:\n{done.stderr[-2000:]}")
    return html
