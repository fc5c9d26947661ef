"""One page more: a notebook from a template, its place in the book, and its pillar if it is one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files as resources
from pathlib import Path

from ..data import Files, read_report
from ..errors import usage_error
from ..model import LANGS
from ..wording import listed
from ..words import said, spoken
from ..writing import appended, write_book_files
from ..year import STUB, write_with_workbook

_TOC, PILLARS = "_toc.yml", "data/pillars.csv"
_ID = re.compile(r"[a-z][a-z0-9_]*")
_FILE = re.compile(r"^(?P<indent>\s*)- file: notebooks/(?P<page>[\w-]+)\s*$")


@dataclass(frozen=True)
class NewPage:
    """A page to make.

    Args:
        id: the notebook's name; for a pillar also the pillar's id.
        pillar: whether it is a pillar of the report, with indicators of its own.
    """

    id: str
    title_vi: str
    title_en: str
    pillar: bool = False


def make_page(root: Path, page: NewPage) -> list[str]:
    """Make a page; the files written, relative to the root.

    Raises:
        UsageError: when the id is no id, or there is such a page or pillar already.
        DataError: when the book's data would not be valid.
    """
    require_id(page.id)
    if not page.title_vi.strip() or not page.title_en.strip():
        raise usage_error("A page needs its title in both languages: --title-vi and --title-en.")
    notebook = f"notebooks/{page.id}.ipynb"
    if (root / notebook).exists():
        raise usage_error(
            "There is a page “{id}” already: {notebook}.", id=page.id, notebook=notebook
        )
    report = read_report(root)
    if page.pillar and page.id in report.catalogue.pillars:
        raise usage_error(
            "There is a pillar “{id}” in {pillars} already.", id=page.id, pillars=PILLARS
        )
    after = list(report.catalogue.pillars)[-1] if page.pillar else None
    files = {
        notebook: _from_template("pillar" if page.pillar else "page", vars(page)).encode(),
        _TOC: _toc_with(Files(root).text(_TOC), page.id, after).encode(),
    }
    if page.pillar:
        position = max(p.position for p in report.catalogue.pillars.values()) + 1
        row = {
            "id": page.id,
            "position": str(position),
            "name_vi": page.title_vi.strip(),
            "name_en": page.title_en.strip(),
            "source_name": page.title_vi.strip(),
        }
        files[PILLARS] = appended(Files(root).text(PILLARS), row).encode()
        for lang in LANGS:
            files[f"data/{report.year}/commentary/{page.id}.{lang}.md"] = f"{STUB[lang]}\n".encode()
        return [*files, *write_with_workbook(root, report.year, files)]
    write_book_files(root, files)
    return [*files]


def undoing_page(id: str, files: Iterable[str], *, workbook: bool = False) -> str:
    """What undoes a page, in one line for the user.

    Args:
        workbook: whether the year has a workbook, which lists the page among its pillars.

    >>> undoing_page("staffing", ["notebooks/staffing.ipynb", "_toc.yml"])
    'To undo: delete notebooks/staffing.ipynb, and the line “staffing” in _toc.yml.'
    """
    shared = [file for file in files if file in (_TOC, PILLARS)]
    own = [file for file in files if file not in shared and not file.endswith(".xlsx")]
    undo = said(
        "To undo: delete {own}, and the line “{id}” in {shared}",
        own=", ".join(own),
        id=id,
        shared=listed(shared, spoken()),
    )
    year = next((file.split("/")[1] for file in own if file.startswith("data/")), "")
    if not (workbook and year):
        return f"{undo}."
    renew = f"dxbook workbook --year {year}"
    return undo + said("; then bring the workbook up to date: {renew}.", renew=renew)


def require_id(id: str) -> None:
    """Stop unless it can be an id.

    Raises:
        UsageError: with what an id is made of.
    """
    if not _ID.fullmatch(id):
        raise usage_error(
            "“{id}” cannot be an id. An id is made of small letters a-z, digits and _, such as "
            "awareness.",
            id=id,
        )


def _from_template(name: str, words: Mapping[str, object]) -> str:
    """A notebook from a template, with `{{ word }}` filled in.

    Words are filled in as JSON text, so that a quotation mark in a title breaks nothing.
    """
    text = (resources(__package__) / "templates" / f"{name}.ipynb").read_text(encoding="utf-8")
    for word, value in words.items():
        quoted = json.dumps(str(value).strip(), ensure_ascii=False)[1:-1]
        text = text.replace(f"{{{{ {word} }}}}", quoted)
    return text


def _toc_with(toc: str, page: str, after: str | None) -> str:
    r"""The table of contents with one page more; its comments and order stay.

    Args:
        after: the page to follow; the last one when None or not there.

    >>> _toc_with("- file: notebooks/a\n- file: notebooks/b\n", "new", "a")
    '- file: notebooks/a\n- file: notebooks/new\n- file: notebooks/b\n'
    """
    lines = toc.splitlines(keepends=True)
    places = [(n, found) for n, line in enumerate(lines) if (found := _FILE.match(line))]
    if not places:
        raise usage_error(
            "{toc} has no line like “- file: notebooks/society” to put the page after.", toc=_TOC
        )
    if any(found["page"] == page for _, found in places):
        return toc
    at = next((place for place in places if place[1]["page"] == after), places[-1])
    lines[at[0]] = lines[at[0]].removesuffix("\n") + "\n"
    lines.insert(at[0] + 1, f"{at[1]['indent']}- file: notebooks/{page}\n")
    return "".join(lines)
