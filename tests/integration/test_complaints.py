"""What Frictionless complains of in a table is told in Vietnamese, in words of this book."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from frictionless import errors

from dxbook.data import Files
from dxbook.data.complaints import complaint
from dxbook.data.schema import DESCRIPTOR, package_descriptor
from dxbook.data.validate import problems_in, require_valid
from dxbook.words import LANGS

ROOT = Path(__file__).parents[2]
#: A table, what is changed in it, and what is said then.
BROKEN = [
    (
        "scopes.csv",
        ",province,225,",
        ",province,many,",
        "dòng 4, cột places: «many» không phải là số nguyên; hãy viết như 225",
    ),
    (
        "scopes.csv",
        ",province,13,,2025-06-30",
        ",province,13,,30/6/2025",
        "dòng 3, cột valid_to: «30/6/2025» không phải là ngày; hãy viết như 2025-06-30",
    ),
    (
        "units.csv",
        "percentage-points,points,",
        "percentage-points,stars,",
        "«stars» không được ghi ở đây: chỉ được ghi một trong các từ: percent, ",
    ),
    (
        "units.csv",
        "percentage-points,points,",
        "Điểm %,points,",
        "«Điểm %» không được ghi ở đây: phải viết theo mẫu: chỉ gồm chữ thường không dấu",
    ),
    ("units.csv", "percentage-points,points,", "percent,points,", "dòng 3", "trùng với dòng 2"),
    (
        "pillars.csv",
        "institutions,1,Thể chế số,",
        "institutions,0,Thể chế số,",
        "«0» không được ghi ở đây: không được nhỏ hơn 1",
    ),
    ("pillars.csv", "institutions,1,Thể chế số,", "institutions,1,,", "ô này trống; phải có"),
    ("pillars.csv", ",source_name,headline", ",source_name", "thiếu cột «headline»"),
    ("pillars.csv", ",source_name,headline", ",source_name,headline,x", "thừa cột «x»"),
    (
        "indicators.csv",
        "steering_committees,institutions,",
        "steering_committees,institution,",
        "mã «institution» không có trong data/pillars.csv",
    ),
    (
        "units.csv",
        "điểm phần trăm,percentage point,",
        "điểm, phần trăm,percentage point,",
        "thừa ô",
    ),
    ("units.csv", "điểm phần trăm,percentage point,", "điểm phần trăm,", "thiếu ô"),
    ("units.csv", "percentage-points,points,", ",,,,\npercentage-points,points,", "dòng này trống"),
]


@pytest.fixture(scope="module")
def valid(sources: Any) -> list[str]:
    """Fingerprints of the tables as they are, which need not be validated again."""
    return require_valid(Files(sources.root))


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: f"{case[0]} {case[2][:24]}")
def test_a_complaint_is_told_in_vietnamese_with_its_row(
    case: tuple[str, ...], valid: list[str], sources: Any, tmp_path: Path, in_vietnamese: None
) -> None:
    file, old, new, *words = case
    copy = sources.copy(tmp_path / "book")
    table = copy.root / "data" / file
    text = table.read_text(encoding="utf-8")
    assert text.count(old) == 1
    table.write_text(text.replace(old, new), encoding="utf-8", newline="")
    files = Files(copy.root)
    problems = problems_in(files, package_descriptor(files), valid)
    told = "\n".join(str(problem) for problem in problems)
    for part in words:
        assert part in told
    assert told.startswith(f"data/{file}, dòng ")
    assert "Frictionless" not in told
    assert re.search(r"\b(the|is|not|row|column|cell)\b", told) is None


#: Every type of error that the data package's tables can give rise to, made by Frictionless.
ROW: dict[str, Any] = {"cells": ["percent", "stars"], "row_number": 3}
HEADER: dict[str, Any] = {"labels": ["id"], "row_numbers": [1]}
LABEL = HEADER | {"label": "idd", "field_name": "id", "field_number": 1}
CELL = ROW | {"cell": "stars", "field_name": "kind", "field_number": 2}
ABSENT = ROW | {
    "field_names": ["kind"], "field_cells": ["stars"], "reference_name": "kinds",
    "reference_field_names": ["id"],
}  # fmt: skip
ERRORS: list[tuple[type[errors.DataError], dict[str, Any]]] = [
    (errors.BlankHeaderError, HEADER),
    (errors.BlankLabelError, LABEL),
    (errors.BlankRowError, ROW),
    (errors.ConstraintError, CELL),
    (errors.DuplicateLabelError, LABEL),
    (errors.EncodingError, {}),
    (errors.ExtraCellError, CELL),
    (errors.ExtraLabelError, LABEL),
    (errors.ForeignKeyError, ABSENT),
    (errors.IncorrectLabelError, LABEL),
    (errors.MissingCellError, CELL),
    (errors.MissingLabelError, LABEL),
    (errors.PrimaryKeyError, ROW),
    (errors.PrimaryKeyError, ROW | {"row_number": 4}),
    (errors.SourceError, {}),
    (errors.TypeError, CELL),
    (errors.UniqueError, CELL | {"row_number": 5}),
]
WORDS_OF_FRICTIONLESS = "What the library says of it"
ROWS = [["id", "kind"], ["percent", "x"], ["percent", "stars"], ["", "x"], ["points", "stars"]]


def table_of(kind: str, constraint: dict[str, Any]) -> dict[str, Any]:
    """A table of two columns, the second of a type and with a constraint."""
    fields = [
        {"name": "id", "type": "string"},
        {"name": "kind", "type": kind, "constraints": constraint},
    ]
    return {"name": "units", "schema": {"fields": fields, "primaryKey": "id"}}


@pytest.mark.parametrize("lang", LANGS)
def test_every_type_of_error_has_words_of_its_own(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DXBOOK_LANG", lang)
    table = table_of("string", {"enum": ["percent", "points"]})
    told = [
        complaint(kind(note=WORDS_OF_FRICTIONLESS, **more), table, ROWS) for kind, more in ERRORS
    ]
    assert "Frictionless" not in "".join(told)
    assert WORDS_OF_FRICTIONLESS not in "".join(told)
    assert not any("{" in each or "None" in each for each in told)
    assert len(set(told)) == len(ERRORS)


@pytest.mark.parametrize("lang", LANGS)
def test_every_constraint_and_type_of_the_data_package_has_words_of_its_own(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DXBOOK_LANG", lang)
    package = json.loads((ROOT / DESCRIPTOR).read_text(encoding="utf-8"))
    fields = [field for r in package["resources"] for field in r["schema"]["fields"]]
    kinds = {field["type"] for field in fields} - {"string"}
    rules = {name for field in fields for name in field.get("constraints", {})} - {"unique"}
    broken = {
        "required": ("string", True, ""),
        "enum": ("string", ["percent"], "stars"),
        "pattern": ("string", "^[a-z]$", "Điểm %"),
        "minimum": ("integer", 1, "0"),
        "maximum": ("integer", 1, "2"),
        "minLength": ("string", 9, "stars"),
        "maxLength": ("string", 1, "stars"),
    }
    assert rules <= set(broken)
    told = []
    for name, (kind, wanted, cell) in broken.items():
        error = errors.ConstraintError(note=WORDS_OF_FRICTIONLESS, **CELL | {"cells": ["x", cell]})
        told.append(complaint(error, table_of(kind, {name: wanted}), ROWS))
    for kind in sorted(kinds):
        error = errors.TypeError(note=WORDS_OF_FRICTIONLESS, **CELL)
        told.append(complaint(error, table_of(kind, {}), ROWS))
    assert "Frictionless" not in "".join(told)
    assert WORDS_OF_FRICTIONLESS not in "".join(told)
    assert len(set(told)) == len(broken) + len(kinds)


@pytest.mark.parametrize(("lang", "own"), [("vi", "không đúng quy định"), ("en", "does not keep")])
def test_an_error_of_another_type_is_told_in_the_words_of_frictionless(
    lang: str, own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DXBOOK_LANG", lang)
    error = errors.RowCountError(note=WORDS_OF_FRICTIONLESS)
    told = complaint(error, table_of("string", {}), ROWS)
    assert own in told
    assert WORDS_OF_FRICTIONLESS in told
