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
            f"{shown}: không có sổ tay (notebook) này; hãy tạo, hoặc bỏ trang khỏi _toc.yml.",
            f"{shown}: there is no such notebook; make it, or take the page out of _toc.yml.",
        )
    except OSError as error:
        return said(
            f"{shown}: không đọc được ({error.strerror}).",
            f"{shown}: cannot be read ({error.strerror}).",
        )
    except (ValueError, TypeError, AttributeError) as error:
        return said(
            f"{shown}: không phải là sổ tay (notebook) ({error}); "
            "hãy mở bằng JupyterLab rồi lưu lại.",
            f"{shown}: is not a notebook ({error}); open it in JupyterLab and save it again.",
        )
    except PageError as error:
        return f"{shown}: {error}"
    unknown = [name for name in job.parameters if name not in known]
    if not unknown:
        return None
    there = ", ".join(sorted(known))
    return said(
        f"{shown}: không biết tham số {', '.join(map(repr, unknown))}; "
        f"ô tham số của sổ tay đặt: {there or 'không có gì'}. "
        f"Hãy đặt sẵn một giá trị ở đó, ví dụ `{unknown[0]} = None`.",
        f"{shown}: does not know the parameter {', '.join(map(repr, unknown))}; "
        f"its parameters cell sets {there or 'nothing'}. "
        f"Give it a default there, such as `{unknown[0]} = None`.",
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
            said(
                "không phải là sổ tay (notebook) dạng 4; hãy mở bằng JupyterLab rồi lưu lại.",
                "is not a notebook of format 4; open it in JupyterLab and save it again.",
            )
        )
    for cell in cells:
        if cell.get("cell_type") == "code" and TAG in cell.get("metadata", {}).get("tags", ()):
            return _names_set_by("".join(cell.get("source", "")))
    raise PageError(
        said(
            "không có ô nào gắn nhãn `parameters`; hãy gắn nhãn đó cho ô đặt `year = None` và "
            '`lang = "vi"` (JupyterLab: Property Inspector, Cell Tags).',
            "has no cell tagged `parameters`; tag the code cell that sets `year = None` and "
            '`lang = "vi"` (JupyterLab: Property Inspector, Cell Tags).',
        )
    )


def _names_set_by(source: str) -> frozenset[str]:
    try:
        body = ast.parse(source).body
    except SyntaxError as error:
        message = said(
            f"dòng {error.lineno} của ô tham số viết sai cú pháp.",
            f"line {error.lineno} of its parameters cell does not parse.",
        )
        raise PageError(message) from None
    names: set[str] = set()
    for statement in body:
        if isinstance(statement, ast.Assign):
            names.update(target.id for target in statement.targets if isinstance(target, ast.Name))
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            names.add(statement.target.id)
    return frozenset(names)
