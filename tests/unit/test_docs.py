"""The documents lead where they say, and are written in composed Unicode."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from dxbook.model import ASPECTS
from dxbook.pages import Page

ROOT = Path(__file__).parents[2]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_to_files_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
    missing = [x for x in links if "//" not in x and not (path.parent / x).exists()]
    assert missing == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_are_composed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert "\r" not in text


def test_make_targets_that_documents_name_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for path in DOCUMENTS:
        named = re.findall(r"`make ([a-z]+)", path.read_text(encoding="utf-8"))
        assert set(named) <= targets, path.name


def test_the_analysts_guide_names_everything_that_a_page_can_show_and_nothing_else() -> None:
    guide = (ROOT / "docs" / "analyst.md").read_text(encoding="utf-8")
    shown = {
        name for name in dir(Page) if not name.startswith("_") and callable(getattr(Page, name))
    }
    assert set(re.findall(r"`page\.(\w+)\(", guide)) == shown
    aspects = re.findall(r"^\| `\.(\w+)`", guide, re.MULTILINE)
    assert aspects == list(ASPECTS)


def vars_of(kind: type) -> list[tuple[str, object]]:
    return [(name, getattr(kind, name)) for name in dir(kind) if not name.startswith("_")]
