"""Which pages are stale: what a result was made from, and what has changed since.

A result holds while its notebook, its parameters, the code and libraries it ran on, and the
answers to all that its page asked of the report are what they were. This module is on the
nothing-has-changed path: it imports neither papermill nor pandas nor Altair.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import dxbook

from ..data.asked import read_asked
from ..errors import DxbookError
from ..keeping import code_files, digest_of, tree_digest, write_whole
from ..model import Question, Report
from ..words import said
from .jobs import PageJob, Places

#: Rooms that begin where a page's run has ended, so that their code cannot influence it.
AFTER_THE_RUN = frozenset(
    {"additions", "build", "cli", "reading", "site", "workbook", "writing", "year"}
)
#: Libraries that say what a page looks like.
LIBRARIES = (
    *("altair", "babel", "numpy", "pandas", "vl-convert-python"),
    *("ipykernel", "ipython", "jupyter-client", "myst-nb", "nbclient", "nbformat", "papermill"),
)
#: The book's own requirements, where it has them.
REQUIREMENTS = ("requirements.txt", "requirements.lock")


@dataclass(frozen=True)
class Ground:
    """What all pages run on.

    Args:
        code: digest of the parts of dxbook that a page can run on.
        libraries: versions by name, and the digests of the book's requirements.
    """

    code: str
    libraries: Mapping[str, str]

    @classmethod
    def of(cls, root: Path) -> Ground:
        """What pages run on today, in this environment."""
        return cls(code_digest(), libraries(root))


@dataclass(frozen=True)
class Inputs:
    """What a page's result is made from, except the data.

    Args:
        notebook: digest of the notebook's bytes.
    """

    notebook: str
    parameters: Mapping[str, str | int]
    ground: Ground


def inputs_of(job: PageJob, root: Path, ground: Ground) -> Inputs:
    """What a job's result would be made from today.

    Raises:
        OSError: when the notebook cannot be read.
    """
    notebook = digest_of((root / job.notebook).read_bytes())
    return Inputs(notebook, dict(job.parameters), ground)


def code_digest(package: Path = Path(dxbook.__file__).parent) -> str:
    """A digest of every file of dxbook that can influence a page, by name and content."""
    of_runs = (
        f for f in code_files(package) if f.relative_to(package).parts[0] not in AFTER_THE_RUN
    )
    return tree_digest(of_runs, package)


def libraries(root: Path) -> Mapping[str, str]:
    """Versions of what a page runs on, and digests of the book's requirements files."""
    versions = {}
    for name in LIBRARIES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            versions[name] = "absent"
    files = (root / name for name in REQUIREMENTS)
    return versions | {path.name: digest_of(path.read_bytes()) for path in files if path.is_file()}


def write_manifest(places: Places, inputs: Inputs) -> None:
    """Note what the result beside it was made from: last of all, when the result is whole."""
    rows = {"inputs": asdict(inputs), "results": _results(places)}
    text = json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True)
    write_whole(places.manifest, text.encode() + b"\n")


def _results(places: Places) -> list[str]:
    return [digest_of(path.read_bytes()) for path in (places.executed, places.asked)]


def why_stale(places: Places, inputs: Inputs, report: Report) -> str | None:
    """Why a result does not hold today, in words; None when it does."""
    if not places.manifest.is_file():
        return said("first run")
    try:
        rows = json.loads(places.manifest.read_bytes())
        kept = Inputs(**{**rows["inputs"], "ground": Ground(**rows["inputs"]["ground"])})
        is_whole = rows["results"] == _results(places)
        asked = read_asked(places.asked)
    except (OSError, ValueError, KeyError, TypeError):
        is_whole = False
    if not is_whole:
        return said("its last result is damaged")
    return change_between(kept, inputs) or _answer_change(report, asked)


def change_between(kept: Inputs, now: Inputs) -> str | None:
    """What differs between two runs' inputs, in words.

    >>> kept = Inputs("a", {"year": 2022}, Ground("c", {"pandas": "2.3"}))
    >>> change_between(kept, Inputs("a", {"year": 2022}, Ground("c", {"pandas": "3.1"})))
    'pandas changed'
    """
    if kept.notebook != now.notebook:
        return said("its notebook changed")
    if kept.parameters != now.parameters:
        return said("its parameters changed")
    if kept.ground.code != now.ground.code:
        return said("the code it runs on changed")
    before, after = kept.ground.libraries, now.ground.libraries
    changed = [n for n in sorted({*before, *after}) if before.get(n) != after.get(n)]
    return said("{names} changed", names=", ".join(changed)) if changed else None


def _answer_change(report: Report, asked: list[tuple[Question, str]]) -> str | None:
    try:
        changed = report.answers_change(asked)
    except (DxbookError, LookupError, ValueError):
        return said("a question it asked has no answer any more")
    if changed is None:
        return None
    return said("the answer to {asked_for} changed", asked_for=in_words(changed))


def in_words(question: tuple[str, tuple[Any, ...]]) -> str:
    """A question as a person may read it: what was not said is left out.

    >>> in_words(("observation", ("online_share", "communes", "level", None)))
    'observation(online_share, communes, level)'
    """
    name, args = question
    return f"{name}({', '.join(str(arg) for arg in args if arg is not None)})"
