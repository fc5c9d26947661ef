"""Validation of every table against `data/datapackage.json`, with Frictionless."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Container, Mapping, Sequence
from typing import Any

from ..errors import DataError, Problem
from ..words import said
from .complaints import complaint
from .files import Files
from .schema import DESCRIPTOR, package_descriptor


def problems_in(
    files: Files, package: Mapping[str, Any], found_valid: Container[str]
) -> list[Problem]:
    """Everything the tables of a descriptor have that their schemas do not allow, file by file.

    Tables whose fingerprints were found valid before are not validated again.
    """
    missing = [
        Problem(f"data/{r['path']}", None, None, said("the file is missing"))
        for r in package["resources"]
        if f"data/{r['path']}" not in files
    ]
    if missing:
        return missing
    unreadable = [p for r in package["resources"] for p in _unreadable(files, f"data/{r['path']}")]
    if unreadable:
        return unreadable
    changed = [r for r in package["resources"] if fingerprint(files, package, r) not in found_valid]
    if not changed:
        return []
    # Imported here, for a build in which no table changed does without.
    import frictionless
    from frictionless import system

    wanted = [with_keys_astray(files, package, resource) for resource in changed]
    looked_up = {name for resource in wanted for name in tables_looked_up(resource)}
    looked_up -= {resource["name"] for resource in wanted}
    beside = [with_foreign_keys(r, []) for r in package["resources"] if r["name"] in looked_up]
    package = {**package, "resources": [*wanted, *beside]}
    with system.use_context(trusted=True):
        # A copy in which nothing is shared, for it takes apart what it is given.
        own = json.loads(json.dumps(package))
        report = frictionless.Package(own, basepath=str(files.root / "data")).validate()
    found = [Problem(DESCRIPTOR, None, None, error.note) for error in report.errors]
    tables = {resource["name"]: resource for resource in wanted}
    for task in report.tasks:
        labels = [e for e in task.errors if e.type.endswith("-label")]
        if wrong := labels or task.errors:
            table, file = tables[task.name], f"data/{task.place}"
            rows = list(csv.reader(io.StringIO(files.text(file), newline="")))
            found += [_problem(file, error, complaint(error, table, rows)) for error in wrong]
    return found


def tables_looked_up(resource: Mapping[str, Any]) -> list[str]:
    """The names of the tables that a table's foreign keys lead to."""
    keys = resource["schema"].get("foreignKeys", ())
    return [name for key in keys if (name := key["reference"]["resource"])]


def with_keys_astray(
    files: Files, package: Mapping[str, Any], resource: Mapping[str, Any]
) -> dict[str, Any]:
    """A table with those of its foreign keys that do not always lead somewhere.

    Frictionless opens the other table anew for each key, which takes as long as all the rest. Here
    cells are compared as they are written: what is found here, it would find too.
    """
    tables = {each["name"]: each for each in package["resources"]} | {"": resource}

    def leads_astray(key: Mapping[str, Any]) -> bool:
        there = tables.get(key["reference"]["resource"])
        known = _keys_in(files, there, key["reference"]["fields"]) if there else None
        wanted = _keys_in(files, resource, key["fields"])
        return wanted is None or known is None or not wanted <= known

    keys = resource["schema"].get("foreignKeys", ())
    return with_foreign_keys(resource, [key for key in keys if leads_astray(key)])


def _keys_in(
    files: Files, resource: Mapping[str, Any], fields: str | Sequence[str]
) -> set[tuple[str, ...]] | None:
    """The cells of some columns, row by row, without rows in which all are empty.

    None where a column is not there.
    """
    names = [fields] if isinstance(fields, str) else fields
    text = files.text(f"data/{resource['path']}")
    rows = csv.DictReader(io.StringIO(text, newline=""), restval="")
    if not set(names) <= set(rows.fieldnames or ()):
        return None
    return {key for row in rows if any(key := tuple(row[name] for name in names))}


def with_foreign_keys(
    resource: Mapping[str, Any], keys: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """A table with other foreign keys; with none, no other table is needed beside it."""
    return {**resource, "schema": {**resource["schema"], "foreignKeys": list(keys)}}


def fingerprint(files: Files, package: Mapping[str, Any], resource: Mapping[str, Any]) -> str:
    """A digest of all that decides whether a table is valid: schemas and bytes, its own and those
    of the tables it looks up."""
    names = {resource["name"], *tables_looked_up(resource)}
    digest = hashlib.sha256(json.dumps({**package, "resources": None}).encode())
    for each in package["resources"]:
        if each["name"] in names:
            digest.update(json.dumps([each["name"] == resource["name"], each]).encode())
            digest.update(hashlib.sha256(files.content(f"data/{each['path']}")).digest())
    return digest.hexdigest()


def _problem(file: str, error: Any, message: str) -> Problem:
    details = error.to_dict()
    rows = details.get("rowNumbers") or [details.get("rowNumber")]
    columns = details.get("fieldNames") or [details.get("fieldName") or details.get("label")]
    named = ", ".join(name for name in columns if name)
    return Problem(file, rows[0], named or None, message)


def _unreadable(files: Files, file: str) -> list[Problem]:
    try:
        header = files.text(file).partition("\n")[0]
    except DataError as error:
        return list(error.problems)
    if ";" in header and "," not in header:
        message = said("has semicolons between its cells; save it as CSV with commas, in UTF-8")
        return [Problem(file, 1, None, message)]
    return []


def require_valid(files: Files, found_valid: Container[str] = ()) -> list[str]:
    """The fingerprints of all tables, some of which were found valid before; stops unless all are.

    Raises:
        DataError: with all the problems of all the tables at once.
    """
    package = package_descriptor(files)
    problems = problems_in(files, package, found_valid)
    if problems:
        raise DataError(problems)
    return [fingerprint(files, package, resource) for resource in package["resources"]]
