"""Before anything runs: can each notebook be run with what it will be given?

papermill only warns of a missing `parameters` cell or an unknown parameter, and the page would
then be of the wrong year. Here both stop the build.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import PageError
from ..words import said
from .jobs import PageJob

TAG = "parameters"


def require_runnable(jobs: Iterable[PageJob], root: Path) -> None:
    """Hold every job's notebook against its parameters, before any is run.

    Raises:
        PageError: naming each notebook that cannot be run, and what to do.
    """
    problems = [problem_of(job, root) for job in jobs]
    messages = list(dict.fromkeys(problem for problem in problems if problem))
    if messages:
        raise PageError("\n".join(messages))


def problem_of(job: PageJob, root: Path) -> str | None:
    """What keeps a job from being run, in words; None when nothing does."""
    path = root / job.notebook
    shown = job.notebook.as_posix()
    try:
        known = parameters_of(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return said(
            "{shown}: there is no such notebook; make it, or take the page out of _toc.yml.",
            shown=shown,
        )
    except OSError as error:
        return said("{shown}: cannot be read ({strerror}).", shown=shown, strerror=error.strerror)
    except (ValueError, TypeError, AttributeError) as error:
        return said(
            "{shown}: is not a notebook ({error}); open it in JupyterLab and save it again.",
            shown=shown,
            error=error,
        )
    except PageError as error:
        return f"{shown}: {error}"
    unknown = [name for name in job.parameters if name not in known]
    if not unknown:
        return None
    return said(
        "{shown}: does not know the parameter {unknown}; its parameters cell sets {there}. "
        "Give it a default there, such as `{first} = None`.",
        shown=shown,
        unknown=", ".join(map(repr, unknown)),
        there=", ".join(sorted(known)) or said("nothing"),
        first=unknown[0],
    )


def parameters_of(notebook: Mapping[str, Any]) -> frozenset[str]:
    """The names that a notebook's `parameters` cell sets.

    >>> cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": "year = None"}
    >>> sorted(parameters_of({"nbformat": 4, "cells": [cell]}))
    ['year']

    Raises:
        PageError: when the notebook is of another format, has no such cell, or it does not parse.
    """
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or notebook.get("nbformat") != 4:
        raise PageError(
            said("is not a notebook of format 4; open it in JupyterLab and save it again.")
        )
    for cell in cells:
        if cell.get("cell_type") == "code" and TAG in cell.get("metadata", {}).get("tags", ()):
            return _names_set_by("".join(cell.get("source", "")))
    raise PageError(
        said(
            "has no cell tagged `parameters`; tag the code cell that sets `year = None` "
            'and `lang = "vi"` (JupyterLab: Property Inspector, Cell Tags).'
        )
    )


def _names_set_by(source: str) -> frozenset[str]:
    try:
        body = ast.parse(source).body
    except SyntaxError as error:
        message = said("line {lineno} of its parameters cell does not parse.", lineno=error.lineno)
        raise PageError(message) from None
    names: set[str] = set()
    for statement in body:
        if isinstance(statement, ast.Assign):
            names.update(target.id for target in statement.targets if isinstance(target, ast.Name))
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            names.add(statement.target.id)
    return frozenset(names)
