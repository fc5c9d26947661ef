"""Executed pages to a Jupyter Book of one edition: one language, one year, execution off."""

from __future__ import annotations

import copy
import json
from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from ..errors import UsageError, usage_error
from ..model import LANGS, Edition, Lang
from ..words import said
from .own_pages import with_own_pages

FOLDER = "notebooks/"
#: Cells that papermill needs and readers do not.
_PARAMETER_TAGS = frozenset({"parameters", "injected-parameters"})


def tags_of(cell: dict[str, Any]) -> set[str]:
    """The tags of a cell."""
    return set(cell.get("metadata", {}).get("tags", []))


def in_language(notebook: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """The notebook without the cells tagged with another language.

    >>> cells = [{"metadata": {"tags": ["vi"]}}, {"metadata": {"tags": ["en"]}}, {"metadata": {}}]
    >>> len(in_language({"cells": cells}, "vi")["cells"])
    2
    """
    others = set(LANGS) - {lang}
    kept = [cell for cell in notebook["cells"] if not (tags_of(cell) & others)]
    return {**notebook, "cells": copy.deepcopy(kept)}


def without_parameters(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook without its parameter cells."""
    kept = [cell for cell in notebook["cells"] if not (tags_of(cell) & _PARAMETER_TAGS)]
    return {**notebook, "cells": kept}


def read_settings(root: Path, name: str) -> dict[str, Any]:
    """A YAML settings file of the book.

    Raises:
        UsageError: when it is missing or is not YAML.
    """
    try:
        loaded = yaml.safe_load((root / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        message = said("{name} is missing in {root}; a book needs it.", name=name, root=root)
        raise UsageError(message) from None
    except yaml.YAMLError as error:
        message = said("{name} is not YAML: {error}", name=name, error=error)
        raise UsageError(message) from None
    if not isinstance(loaded, dict):
        raise usage_error("{name} must be a mapping of settings.", name=name)
    return loaded


def pages_in(root: Path) -> list[str]:
    """The ids of the book's pages in the order of `_toc.yml`.

    Raises:
        UsageError: when an entry is not a notebook in `notebooks/`.
    """
    pages = []
    for file in _files(read_settings(root, "_toc.yml")):
        page = file.removeprefix(FOLDER).removesuffix(".ipynb")
        if not file.startswith(FOLDER) or "/" in page:
            raise usage_error(
                "_toc.yml: {file!r} is not a notebook in {folder}", file=file, folder=FOLDER
            )
        if not (root / FOLDER / f"{page}.ipynb").is_file():
            raise usage_error(
                "_toc.yml: {folder}{page}.ipynb does not exist; make it with `dxbook new-page "
                "{page}`, or take it out of _toc.yml.",
                folder=FOLDER,
                page=page,
            )
        pages.append(page)
    return pages


def _files(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _files(item)
    elif isinstance(node, dict):
        for key in ("root", "file"):
            if key in node:
                yield str(node[key])
        for key in ("parts", "chapters", "sections"):
            yield from _files(node.get(key, []))


def staged_pages(folder: Path) -> list[str]:
    """The pages of a staged book, those made from a page included, in its order."""
    return list(_files(read_settings(folder, "_toc.yml")))


def _staged_config(
    config: Mapping[str, Any], edition: Edition, children: Mapping[str, list[str]], place: str
) -> dict[str, Any]:
    """The book's settings for one edition, whose notebooks are executed already.

    Args:
        children: pages made from a page, by that page.
        place: the name of the edition's place; empty for the report's own.
    """
    sphinx = config.get("sphinx", {})
    settings = {
        **sphinx.get("config", {}),
        "language": edition.lang,
        "dxbook_year": edition.year,
        "dxbook_place": place,
        "dxbook_children": dict(children),
    }
    return {
        **config,
        "exclude_patterns": [],
        "execute": {"execute_notebooks": "off"},
        "sphinx": {**sphinx, "config": settings},
    }


def staged_toc(toc: Any, pages: Container[str], children: Mapping[str, list[str]]) -> Any:
    """The table of contents of an edition: its pages, beside it, with those made from each.

    Args:
        pages: what the edition has.
        children: pages made from a page, by that page; they stand under it.

    >>> chapters = [{"file": "notebooks/b"}, {"file": "notebooks/c"}]
    >>> staged_toc({"root": "notebooks/a", "chapters": chapters}, {"a", "c"}, {"c": ["d"]})
    {'root': 'a', 'chapters': [{'file': 'c', 'sections': [{'file': 'd'}]}]}
    """
    if isinstance(toc, str):
        return toc.removeprefix(FOLDER)
    if isinstance(toc, list):
        entries = [staged_toc(entry, pages, children) for entry in toc]
        return [e for e in entries if not _names_no_page(e, pages)]
    if not isinstance(toc, dict):
        return toc
    entry = {key: staged_toc(value, pages, children) for key, value in toc.items()}
    under = [{"file": child} for child in children.get(entry.get("file", ""), ())]
    return {**entry, "sections": [*entry.get("sections", ()), *under]} if under else entry


def _names_no_page(entry: Any, pages: Container[str]) -> bool:
    return isinstance(entry, dict) and "file" in entry and entry["file"] not in pages


def stage(
    root: Path, edition: Edition, executed: Mapping[str, Path], folder: Path, place: str
) -> None:
    """Write the staged book of an edition; files that would not change are left alone.

    Args:
        place: the name of the edition's place; empty for the report's own.
    """
    pages: dict[str, Any] = {}
    children: dict[str, list[str]] = {}
    for page, path in executed.items():
        notebook = json.loads(path.read_text(encoding="utf-8"))
        shown = without_parameters(in_language(notebook, edition.lang))
        pages[page], own = with_own_pages(shown)
        pages.update(own)
        if own:
            children[page] = list(own)
    config = _staged_config(read_settings(root, "_config.yml"), edition, children, place)
    toc = staged_toc(read_settings(root, "_toc.yml"), pages, children)
    texts = {
        "_config.yml": yaml.safe_dump(config, allow_unicode=True),
        "_toc.yml": yaml.safe_dump(toc, allow_unicode=True, sort_keys=False),
    }
    for page, notebook in pages.items():
        texts[f"{page}.ipynb"] = json.dumps(notebook, ensure_ascii=False, sort_keys=True, indent=1)
    folder.mkdir(parents=True, exist_ok=True)
    for name in {path.name for path in folder.iterdir()} - set(texts):
        (folder / name).unlink()
    for name, text in texts.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
