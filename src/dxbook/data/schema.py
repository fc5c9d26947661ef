"""What the tables are, as the book's own `data/datapackage.json` says it and nothing else does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..errors import DataError, Problem
from ..model import Schema
from ..words import said
from .tables import read_text

DESCRIPTOR = "data/datapackage.json"
#: Tables that each year's folder may have; their schema is that of the resource of this name.
YEAR_TABLES = ("observations", "standings", "statements", "rulings")
#: A catalogue table that a year's folder may add rows to, so that a new year changes no other file.
CATALOGUE_AND_YEAR = ("sources",)
#: What a table's descriptor says of a file of it whose rows quote another year's source.
WITH_SOURCE = "withSource"

Descriptor = Mapping[str, Any]


def descriptor(root: Path) -> Descriptor:
    """The data package's descriptor, parsed once as long as it stays the same.

    Raises:
        DataError: when it is missing, is not JSON, or lacks a table.
    """
    return _parsed(read_text(root / DESCRIPTOR, DESCRIPTOR))


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


def resource_of(template: Descriptor, name: str, path: str, header: str) -> dict[str, Any]:
    """The descriptor of one file of a table.

    Rows that quote another year's source have a column more, `source`, which is said where the
    table is (`withSource`) instead of being an empty column in every year.

    Args:
        header: the file's first line.
    """
    more = template.get(WITH_SOURCE)
    resource = {key: said for key, said in template.items() if key != WITH_SOURCE}
    if more and {f["name"] for f in more["schema"]["fields"]} <= set(header.strip().split(",")):
        schema = resource["schema"]
        lists = {key: [*schema[key], *said] for key, said in more["schema"].items()}
        resource |= more | {"schema": schema | lists}
    return resource | {"name": name, "path": path}
