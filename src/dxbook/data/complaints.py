"""What Frictionless complains of, in words: what was found, what was expected and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..words import spoken, written

#: What is said of each type of error, of its fields and of what `complaint` adds to them.
_FAULTS = {
    "blank-header": written("the row of column names is empty"),
    "blank-label": written("a column has no name"),
    "blank-row": written("the row is empty; delete the whole row"),
    "constraint-error": written("{cell!r} is not allowed here: {rule}"),
    "duplicate-label": written("two columns are called {label!r}"),
    "encoding-error": written("is not UTF-8; save it again in UTF-8"),
    "extra-cell": written("the row has a cell too many; put a cell with a comma in quotes"),
    "extra-label": written("there is a column too many, {label!r}; mend its name or take it out"),
    "foreign-key": written("there is no {id!r} in data/{table}.csv; mend the id, or add it there"),
    "incorrect-label": written(
        "column {fieldNumber} is called {label!r}; here it must be {fieldName!r}"
    ),
    "missing-cell": written("the row has no cell for {fieldName!r}"),
    "missing-label": written("there is no column {fieldName!r}"),
    "no-key": written("the row has no id"),
    "primary-key": written("the same as row {twin}; mend or delete one of the two rows"),
    "required": written("the cell is empty; it needs a value"),
    "source-error": written("the file is empty"),
    "type-error": written("{cell!r} is not {of_type}"),
}
_OTHER = written("does not keep the rules of the table (Frictionless: {note})")
#: What a cell of a type must hold, and how that is written.
_KINDS = {
    "number": written("a plain decimal; write it as 66.40"),
    "integer": written("a whole number; write it as 225"),
    "date": written("a day; write it as 2025-06-30"),
    "year": written("a year; write it as 2025"),
    "boolean": written("true or false"),
}
_OF_ITS_TYPE = written("of its type")
#: What a column's constraint asks of a cell.
_RULES = {
    "enum": written("it must be one of: {wanted}"),
    "pattern": written("it must be written as: {wanted}"),
    "minimum": written("it must not be less than {wanted}"),
    "maximum": written("it must not be more than {wanted}"),
    "minLength": written("it must have at least {wanted} letters"),
    "maxLength": written("it must have no more than {wanted} letters"),
}
#: How an id or a date is written, by the patterns of the data package.
_SHAPES = {
    r"^[a-z][a-z0-9_]*$": written("only plain letters a-z, digits and _"),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": written("only plain letters a-z, digits and -"),
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": written("2023, 2023-12 or 2023-12-31"),
}


def complaint(error: Any, table: Mapping[str, Any], rows: Sequence[Sequence[str]]) -> str:
    """One complaint, in the language that is spoken.

    Args:
        error: Frictionless's, of any type.
        table: the table's descriptor.
        rows: its cells as they are written, the header first.
    """
    kind, told = error.type, error.to_dict()
    fields = {field["name"]: field for field in table["schema"]["fields"]}
    field = fields.get(told.get("fieldName"), {})
    if kind == "type-error":
        told["of_type"] = _KINDS.get(field["type"], _OF_ITS_TYPE)[spoken()]
    elif kind == "foreign-key":
        told["id"] = ", ".join(error.field_cells)
        told["table"] = error.reference_name or table["name"]
    elif kind == "constraint-error":
        told["cell"] = cell = _at(error.cells, error.field_number - 1)
        name, wanted = _unkept(field, cell)
        if name in _RULES:
            told["rule"] = _RULES[name][spoken()].format(wanted=wanted)
        else:
            kind = name
    elif kind in ("primary-key", "unique-error"):
        key = table["schema"]["primaryKey"] if kind == "primary-key" else error.field_name
        names = [key] if isinstance(key, str) else key
        columns = [n for n, name in enumerate(fields) if name in names]
        told["twin"] = _twin(rows[: error.row_number], columns)
        kind = "primary-key" if told["twin"] else "no-key"
    return _FAULTS.get(kind, _OTHER)[spoken()].format_map(told)


def _unkept(field: Mapping[str, Any], cell: str) -> tuple[str, object]:
    """The constraint of a column that a cell does not keep, and what it asks for."""
    from frictionless import Field

    _, broken = Field.from_descriptor(dict(field)).read_cell(cell)
    name = next(iter(broken or ()), "")
    wanted = field["constraints"].get(name)
    if name == "pattern":
        return name, _SHAPES[wanted][spoken()] if wanted in _SHAPES else wanted
    return name, ", ".join(wanted) if name == "enum" else wanted


def _twin(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> int | None:
    """The row before the last that has the same key; None where the last has none."""
    keys = [[_at(row, column) for column in columns] for row in rows]
    own = keys.pop()
    return len(keys) - keys[::-1].index(own) if any(own) else None


def _at(row: Sequence[str], column: int) -> str:
    """A cell; empty where the row is too short."""
    return row[column] if column < len(row) else ""
