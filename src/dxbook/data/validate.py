"""Validation of every table against `data/datapackage.json`, with Frictionless."""

from __future__ import annotations

import copy
import csv
import hashlib
import io
import json
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..errors import DataError, Problem
from ..words import said
from .complaints import complaint
from .tables import read_text
from .years import place_folder

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
        message = said("is not JSON: {msg}", msg=error.msg)
        raise DataError([Problem(DESCRIPTOR, error.lineno, None, message)]) from None
    return loaded


def package_descriptor(root: Path, years: list[int], place: str = "") -> dict[str, Any]:
    """The descriptor with one resource for every table of every year that is there.

    Of a place, the tables of the years are its own; what a year adds to the catalogue is common.

    Observations that quote another year's source have one column more, `source`; theirs is the
    schema of the resource `observations-sourced`.
    """
    package = descriptor(root)
    named = {resource["name"]: resource for resource in package["resources"]}
    templates = {*YEAR_TABLES, SOURCED}
    resources = [r for name, r in named.items() if name not in templates]
    for year in years:
        for table in (*YEAR_TABLES, *CATALOGUE_AND_YEAR):
            own = place if table in YEAR_TABLES else ""
            path = f"{place_folder(year, own)}/{table}.csv"
            if (root / "data" / path).exists():
                sourced = table == "observations" and _has_source_column(root, f"data/{path}")
                template = copy.deepcopy(named[SOURCED if sourced else table])
                resources.append({**template, "name": f"{table}-{year}", "path": path})
    return {**package, "resources": resources}


def _has_source_column(root: Path, file: str) -> bool:
    return read_text(root / file, file).partition("\n")[0].rstrip("\r").endswith(",source")


def problems_in(
    root: Path, package: Mapping[str, Any], found_valid: Container[str]
) -> list[Problem]:
    """Everything the tables have that their schemas do not allow, file by file.

    Args:
        package: the descriptor, one resource for each table.
        found_valid: fingerprints of tables that were found valid before.
    """
    missing = [
        Problem(f"data/{r['path']}", None, None, said("the file is missing"))
        for r in package["resources"]
        if not (root / "data" / r["path"]).exists()
    ]
    if missing:
        return missing
    unreadable = [p for r in package["resources"] for p in _unreadable(root, f"data/{r['path']}")]
    if unreadable:
        return unreadable
    changed = [r for r in package["resources"] if fingerprint(root, package, r) not in found_valid]
    if not changed:
        return []
    # Imported here, for a build in which no table changed does without.
    import frictionless
    from frictionless import system

    checked = [with_keys_astray(root, package, resource) for resource in changed]
    looked_up = {name for resource in checked for name in tables_looked_up(resource)}
    looked_up -= {resource["name"] for resource in checked}
    beside = [with_foreign_keys(r, []) for r in package["resources"] if r["name"] in looked_up]
    package = {**package, "resources": [*checked, *beside]}
    with system.use_context(trusted=True):
        report = frictionless.Package(package, basepath=str(root / "data")).validate()
    found = [Problem(DESCRIPTOR, None, None, error.note) for error in report.errors]
    for task in report.tasks:
        labels = [e for e in task.errors if e.type.endswith("-label")]
        found += [_problem(f"data/{task.place}", error) for error in labels or task.errors]
    return found


def tables_looked_up(resource: Mapping[str, Any]) -> list[str]:
    """The names of the tables that a table's foreign keys lead to."""
    keys = resource["schema"].get("foreignKeys", ())
    return [name for key in keys if (name := key["reference"]["resource"])]


def with_keys_astray(
    root: Path, package: Mapping[str, Any], resource: Mapping[str, Any]
) -> dict[str, Any]:
    """A table with those of its foreign keys that do not always lead somewhere.

    Frictionless opens the other table anew for each key, which takes as long as all the rest. Here
    cells are compared as they are written: what is found here, it would find too.
    """
    tables = {each["name"]: each for each in package["resources"]} | {"": resource}

    def leads_astray(key: Mapping[str, Any]) -> bool:
        there = tables.get(key["reference"]["resource"])
        known = _keys_in(root, there, key["reference"]["fields"]) if there else None
        wanted = _keys_in(root, resource, key["fields"])
        return wanted is None or known is None or not wanted <= known

    keys = resource["schema"].get("foreignKeys", ())
    return with_foreign_keys(resource, [key for key in keys if leads_astray(key)])


def _keys_in(
    root: Path, resource: Mapping[str, Any], fields: str | Sequence[str]
) -> set[tuple[str, ...]] | None:
    """The cells of some columns, row by row, without rows in which all are empty.

    None where a column is not there.
    """
    names = [fields] if isinstance(fields, str) else fields
    file = f"data/{resource['path']}"
    rows = csv.DictReader(io.StringIO(read_text(root / file, file), newline=""), restval="")
    if not set(names) <= set(rows.fieldnames or ()):
        return None
    return {key for row in rows if any(key := tuple(row[name] for name in names))}


def with_foreign_keys(
    resource: Mapping[str, Any], keys: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """A table with other foreign keys; with none, no other table is needed beside it."""
    return {**resource, "schema": {**resource["schema"], "foreignKeys": list(keys)}}


def fingerprint(root: Path, package: Mapping[str, Any], resource: Mapping[str, Any]) -> str:
    """A digest of all that decides whether a table is valid: schemas and bytes, its own and those
    of the tables it looks up."""
    names = {resource["name"], *tables_looked_up(resource)}
    digest = hashlib.sha256(json.dumps({**package, "resources": None}).encode())
    for each in package["resources"]:
        if each["name"] in names:
            digest.update(json.dumps([each["name"] == resource["name"], each]).encode())
            digest.update(hashlib.sha256((root / "data" / each["path"]).read_bytes()).digest())
    return digest.hexdigest()


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
        message = said("has semicolons between its cells; save it as CSV with commas, in UTF-8")
        return [Problem(file, 1, None, message)]
    return []


def require_valid(
    root: Path, years: list[int], found_valid: Container[str] = (), place: str = ""
) -> list[str]:
    """Stop unless every table is valid.

    Args:
        found_valid: fingerprints of tables that were found valid before.
        place: the place whose tables they are; empty for the report's own.

    Returns:
        The fingerprints of all tables.

    Raises:
        DataError: with all the problems of all the tables at once.
    """
    package = package_descriptor(root, years, place)
    problems = problems_in(root, package, found_valid)
    if problems:
        raise DataError(problems)
    return [fingerprint(root, package, resource) for resource in package["resources"]]
