"""Validation of every table against `data/datapackage.json`, with Frictionless."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..errors import DataError, Problem
from .tables import read_text

DESCRIPTOR = "data/datapackage.json"
#: Tables that each year's folder may have; their schema is that of the resource of this name.
YEAR_TABLES = ("observations", "standings", "statements", "rulings")


def descriptor(root: Path) -> dict[str, Any]:
    """The data package's descriptor.

    Raises:
        DataError: when it is missing or is not JSON.
    """
    try:
        loaded: dict[str, Any] = json.loads(read_text(root / DESCRIPTOR, DESCRIPTOR))
    except json.JSONDecodeError as error:
        message = f"is not JSON: {error.msg}"
        raise DataError([Problem(DESCRIPTOR, error.lineno, None, message)]) from None
    return loaded


def package_descriptor(root: Path, years: list[int]) -> dict[str, Any]:
    """The descriptor with one resource for every table of every year that is there."""
    package = descriptor(root)
    resources = []
    for resource in package["resources"]:
        if resource["name"] not in YEAR_TABLES:
            resources.append(resource)
            continue
        for year in years:
            path = f"{year}/{resource['name']}.csv"
            if (root / "data" / path).exists():
                resources.append({**resource, "name": f"{resource['name']}-{year}", "path": path})
    return {**package, "resources": resources}


def problems_in(root: Path, years: list[int]) -> list[Problem]:
    """Everything the tables have that their schemas do not allow, file by file."""
    import frictionless
    from frictionless import system

    package = package_descriptor(root, years)
    missing = [
        Problem(f"data/{r['path']}", None, None, "the file is missing")
        for r in package["resources"]
        if not (root / "data" / r["path"]).exists()
    ]
    if missing:
        return missing
    with system.use_context(trusted=True):
        report = frictionless.Package(package, basepath=str(root / "data")).validate()
    found = []
    for task in report.tasks:
        for error in task.errors:
            details = error.to_dict()
            found.append(
                Problem(
                    file=f"data/{task.place}",
                    row=details.get("rowNumber"),
                    column=details.get("fieldName") or details.get("label"),
                    message=str(details.get("note") or details["message"]).rstrip("."),
                )
            )
    return found


def require_valid(root: Path, years: list[int]) -> None:
    """Stop unless every table is valid.

    Raises:
        DataError: with all the problems of all the tables at once.
    """
    problems = problems_in(root, years)
    if problems:
        raise DataError(problems)
