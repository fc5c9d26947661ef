"""What the tables are, as the book's own `data/datapackage.json` says it and nothing else does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from ..errors import DataError, Problem
from ..model import Schema
from ..words import said
from .files import Files
from .root import place_folder, years_in

DESCRIPTOR = "data/datapackage.json"
#: Tables that each year's folder may have; their schema is that of the resource of this name.
YEAR_TABLES = ("observations", "standings", "statements", "rulings")
#: A catalogue table that a year's folder may add rows to, so that a new year changes no other file.
CATALOGUE_AND_YEAR = ("sources",)
#: What a table's descriptor says of a file of it whose rows quote another year's source.
WITH_SOURCE = "withSource"

Descriptor = Mapping[str, Any]


def descriptor(files: Files) -> Descriptor:
    """The data package's descriptor, parsed once as long as it stays the same.

    Raises:
        DataError: when it is missing, is not JSON, or lacks a table.
    """
    return _parsed(files.text(DESCRIPTOR))


def schemas(package: Descriptor) -> dict[str, Schema]:
    """The schema of each table, by its name."""
    return {r["name"]: _schema(r["schema"]) for r in package["resources"]}


@lru_cache(2)
def _parsed(text: str) -> Descriptor:
    try:
        package: Descriptor = json.loads(text)
    except json.JSONDecodeError as error:
        message = said("is not JSON: {msg}", msg=error.msg)
        raise DataError([Problem(DESCRIPTOR, error.lineno, None, message)]) from None
    resources = package.get("resources", ()) if isinstance(package, dict) else ()
    there = {resource["name"] for resource in resources}
    for name in (*YEAR_TABLES, *CATALOGUE_AND_YEAR):
        if name not in there:
            message = said("says nothing of the table “{name}”", name=name)
            raise DataError([Problem(DESCRIPTOR, None, None, message)])
    return package


def _schema(said: Mapping[str, Any]) -> Schema:
    key = said.get("primaryKey", ())
    columns = tuple(field["name"] for field in said["fields"])
    return Schema(columns, (key,) if isinstance(key, str) else tuple(key))


def package_descriptor(files: Files, years: Iterable[int] | None = None) -> dict[str, Any]:
    """The descriptor with one resource for every table that is there, of some years or of all.

    Of a place, the tables of the years are its own; what a year adds to the catalogue is common.
    """
    package = descriptor(files)
    named = {resource["name"]: resource for resource in package["resources"]}
    resources = [resource for name, resource in named.items() if name not in YEAR_TABLES]
    for year in years_in(files.root) if years is None else years:
        for table in (*YEAR_TABLES, *CATALOGUE_AND_YEAR):
            folder = place_folder(year, files.place if table in YEAR_TABLES else "")
            path = f"{folder}/{table}.csv"
            if f"data/{path}" in files:
                header = files.text(f"data/{path}").partition("\n")[0]
                resources.append(_resource(named[table], f"{table}-{year}", path, header))
    return {**package, "resources": resources}


def _resource(template: Descriptor, name: str, path: str, header: str) -> dict[str, Any]:
    """The descriptor of one file of a table, by the file's first line.

    Rows that quote another year's source have a column more, `source`, which is said where the
    table is (`withSource`) instead of being an empty column in every year.
    """
    more = template.get(WITH_SOURCE)
    resource = {key: said for key, said in template.items() if key != WITH_SOURCE}
    if more and {f["name"] for f in more["schema"]["fields"]} <= set(header.strip().split(",")):
        schema = resource["schema"]
        lists = {key: [*schema[key], *said] for key, said in more["schema"].items()}
        resource |= more | {"schema": schema | lists}
    return resource | {"name": name, "path": path}
