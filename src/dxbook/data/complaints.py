"""What Frictionless complains of, in words: what was found, what was expected and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..words import said, spoken, written

#: What a cell of a type must hold, and how that is written.
_KINDS = {
    "number": written("a plain decimal; write it as 66.40"),
    "integer": written("a whole number; write it as 225"),
    "date": written("a day; write it as 2025-06-30"),
    "boolean": written("true or false"),
}
_OTHER = written("of its type")
#: What is wrong with a table or a row, by Frictionless's name for it; its own words in English.
_FAULTS = {
    "blank-header": "dòng tên cột bị trống",
    "blank-label": "có cột không có tên",
    "blank-row": "dòng này trống; hãy xóa cả dòng",
    "duplicate-label": "tên cột «{label}» có hai lần",
    "encoding-error": "không phải mã UTF-8; hãy lưu lại bằng mã UTF-8",
    "extra-cell": "dòng này thừa ô; ô có dấu phẩy thì đặt trong ngoặc kép",
    "extra-label": "thừa cột «{label}»; hãy sửa tên cột hoặc bỏ cột",
    "incorrect-label": "cột thứ {fieldNumber} tên là «{label}»; ở đây phải là «{fieldName}»",
    "missing-cell": "dòng này thiếu ô «{fieldName}»",
    "missing-label": "thiếu cột «{fieldName}»",
    "primary-key": "dòng này thiếu mã",
    "source-error": "tệp này trống",
}
#: How an id or a date is written, by the patterns of the data package.
_SHAPES = {
    r"^[a-z][a-z0-9_]*$": "chỉ gồm chữ thường không dấu a-z, chữ số và dấu _",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "chỉ gồm chữ thường không dấu a-z, chữ số và dấu -",
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": "2023, 2023-12 hoặc 2023-12-31",
}
_RULES = {
    "enum": "chỉ được ghi một trong các từ: {wanted}",
    "pattern": "phải viết theo mẫu: {wanted}",
    "minimum": "không được nhỏ hơn {wanted}",
    "maximum": "không được lớn hơn {wanted}",
    "minLength": "phải dài ít nhất {wanted} ký tự",
    "maxLength": "chỉ được dài nhất {wanted} ký tự",
}


def complaint(kind: str, details: Mapping[str, Any]) -> str:
    """One complaint, in the language that is spoken.

    Args:
        kind: Frictionless's name for it, such as `type-error`.
        details: what Frictionless says of it: `note` or `message`, `cell`, `label`, `fieldName`.
    """
    note = str(details.get("note") or details["message"]).rstrip(".")
    cell = details.get("cell")
    if kind == "type-error":
        wanted = re.search(r'"(\w+)/', note)
        of_type = _KINDS.get(wanted[1] if wanted else "", _OTHER)
        return said("{cell!r} is not {of_type}", cell=cell, of_type=of_type)
    if kind == "constraint-error" and 'constraint "required"' in note:
        return said("the cell is empty; it needs a value")
    if spoken() == "vi":
        return _in_vietnamese(kind, note, details)
    return note if cell is None else f"{cell!r} is not allowed here: {note}"


def _in_vietnamese(kind: str, note: str, details: Mapping[str, Any]) -> str:
    """What has a sentence of its own in that; else what Frictionless says, marked as its word."""
    cell = details.get("cell")
    twin = re.search(r"the same as in the row at position (\d+)", note)
    if twin:
        return f"trùng với dòng {twin[1]}; hãy sửa hoặc xóa một trong hai dòng"
    if kind in _FAULTS:
        return _FAULTS[kind].format_map({"label": "", "fieldName": "", **details})
    absent = re.search(r'values "(.*?)" not found in the lookup table "([\w-]+)"', note)
    if absent:
        return f"mã «{absent[1]}» không có trong data/{absent[2]}.csv; hãy sửa mã, hoặc thêm vào đó"
    rule = re.fullmatch(r'constraint "(\w+)" is "(.*)"', note, re.DOTALL)
    if rule and rule[1] in _RULES:
        wanted = re.sub(r"[\[\]']", "", rule[2]) if rule[1] == "enum" else rule[2]
        wanted = _SHAPES.get(wanted, wanted)
        return f"«{cell}» không được ghi ở đây: {_RULES[rule[1]].format(wanted=wanted)}"
    found = "" if cell is None else f"«{cell}» "
    return f"{found}không đúng quy định của bảng (Frictionless: {note})"
