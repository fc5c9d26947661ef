"""Validation of every table against `data/datapackage.json`, with Frictionless."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from ..errors import DataError, Problem
from ..speech import said
from .complaints import complaint
from .tables import read_text

DESCRIPTOR = "data/datapackage.json"
SOURCED = "observations-sourced"
#: Tables that each year's folder may have; their schema is that of the resource of this name.
YEAR_TABLES = ("observations", "standings", "statements", "rulings")
#: A catalogue table that a year's folder may add rows to, so that a new year changes no other file.
CATALOGUE_AND_YEAR = ("sources",)


def descriptor(root: Path) -> dict[str, Any]:
    """The data package's descriptor.

    Raises:
        DataError: when it is missing or is not JSON.
    """
    try:
        loaded: dict[str, Any] = json.loads(read_text(root / DESCRIPTOR, DESCRIPTOR))
    except json.JSONDecodeError as error:
        message = said(
            f"không đúng định dạng JSON ({error.msg}); hãy khôi phục tệp cũ",
            f"is not JSON: {error.msg}",
        )
        raise DataError([Problem(DESCRIPTOR, error.lineno, None, message)]) from None
    return loaded


def package_descriptor(root: Path, years: list[int]) -> dict[str, Any]:
    """The descriptor with one resource for every table of every year that is there.

    Observations that quote another year's source have one column more, `source`; theirs is the
    schema of the resource `observations-sourced`.
    """
    package = descriptor(root)
    named = {resource["name"]: resource for resource in package["resources"]}
    templates = {*YEAR_TABLES, SOURCED}
    resources = [r for name, r in named.items() if name not in templates]
    for year in years:
        for table in (*YEAR_TABLES, *CATALOGUE_AND_YEAR):
            path = f"{year}/{table}.csv"
            if (root / "data" / path).exists():
                sourced = table == "observations" and _has_source_column(root, f"data/{path}")
                template = copy.deepcopy(named[SOURCED if sourced else table])
                resources.append({**template, "name": f"{table}-{year}", "path": path})
    return {**package, "resources": resources}


def _has_source_column(root: Path, file: str) -> bool:
    return read_text(root / file, file).partition("\n")[0].rstrip("\r").endswith(",source")


def problems_in(root: Path, years: list[int]) -> list[Problem]:
    """Everything the tables have that their schemas do not allow, file by file."""
    import frictionless
    from frictionless import system

    package = package_descriptor(root, years)
    missing = [
        Problem(f"data/{r['path']}", None, None, said("thiếu tệp này", "the file is missing"))
        for r in package["resources"]
        if not (root / "data" / r["path"]).exists()
    ]
    if missing:
        return missing
    unreadable = [p for r in package["resources"] for p in _unreadable(root, f"data/{r['path']}")]
    if unreadable:
        return unreadable
    with system.use_context(trusted=True):
        report = frictionless.Package(package, basepath=str(root / "data")).validate()
    found = [Problem(DESCRIPTOR, None, None, error.note) for error in report.errors]
    for task in report.tasks:
        labels = [e for e in task.errors if e.type.endswith("-label")]
        found += [_problem(f"data/{task.place}", error) for error in labels or task.errors]
    return found


def _problem(file: str, error: Any) -> Problem:
    details = error.to_dict()
    rows = details.get("rowNumbers") or [details.get("rowNumber")]
    columns = details.get("fieldNames") or [details.get("fieldName") or details.get("label")]
    named = ", ".join(name for name in columns if name)
    return Problem(file, rows[0], named or None, complaint(error.type, details))


def _unreadable(root: Path, file: str) -> list[Problem]:
    try:
        header = read_text(root / file, file).partition("\n")[0]
    except DataError as error:
        return list(error.problems)
    if ";" in header and "," not in header:
        message = said(
            "các ô ngăn bằng dấu chấm phẩy; hãy lưu lại thành CSV có dấu phẩy, mã UTF-8",
            "has semicolons between its cells; save it as CSV with commas, in UTF-8",
        )
        return [Problem(file, 1, None, message)]
    return []


def require_valid(root: Path, years: list[int]) -> None:
    """Stop unless every table is valid.

    Raises:
        DataError: with all the problems of all the tables at once.
    """
    problems = problems_in(root, years)
    if problems:
        raise DataError(problems)
