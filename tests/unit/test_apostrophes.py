"""English is set with one apostrophe and one kind of quotation marks: ’ and “ ”."""

from __future__ import annotations

import ast
import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STRAIGHT = re.compile(r"""[A-Za-z]'(?:[A-Za-z]|[\s:;,.)]|$)|"[A-Za-z]|[A-Za-z]\"""")
TAG = re.compile("<[^>]*>")
Texts = Callable[[], Iterator[tuple[str, str]]]
#: Calls whose last text is English that a reader sees.
TEXTS = {"Text", "say"}


def _data() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "data").rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines), start=2):
                for column, cell in row.items():
                    if column.endswith("_en"):
                        yield f"{path.relative_to(ROOT)}, row {number}, {column}", cell or ""
    for path in sorted((ROOT / "data").rglob("*.en.md")):
        yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def _notebooks() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if "en" in cell["metadata"].get("tags", []):
                yield path.name, "".join(cell["source"])


def _code() -> Iterator[tuple[str, str]]:
    for room in ("audit", "pages", "wording", "site"):
        for path in sorted((ROOT / "src" / "dxbook" / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TEXTS:
                    for text in ast.walk(node):
                        if isinstance(text, ast.Constant) and isinstance(text.value, str):
                            yield f"{path.relative_to(ROOT)}:{text.lineno}", text.value


@pytest.mark.parametrize("texts", [_data, _notebooks, _code])
def test_english_has_no_straight_apostrophe_or_quote(texts: Texts) -> None:
    found = [(where, m[0]) for where, t in texts() for m in STRAIGHT.finditer(TAG.sub("", t))]
    assert found == []
