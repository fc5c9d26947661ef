"""Rows as text: what is read from a cell, and what is said when it cannot be."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dxbook.data import Files
from dxbook.data.catalogue import load_catalogue
from dxbook.data.schema import WITH_SOURCE, YEAR_TABLES, descriptor, package_descriptor, schemas
from dxbook.data.sources import inside
from dxbook.data.tables import Row
from dxbook.errors import DataError, PageFailed, PagesFailed, Problem
from dxbook.model import (
    Break,
    Indicator,
    Observation,
    Pillar,
    Place,
    Reference,
    Ruling,
    Scope,
    Section,
    Source,
    Standing,
    Statement,
    Target,
    Term,
    Text,
    Unit,
)
from dxbook.workbook import NUMBERS, PLACES, RULINGS, STATEMENTS, Layout

ROOT = Path(__file__).parents[2]
SCHEMAS = schemas(descriptor(Files(ROOT)))
#: Columns that are a part of a field, or have another name in the model.
QUOTE = {"start", "end"}
ELSEWHERE = {
    "observations": QUOTE,
    "standings": QUOTE | {"list"},
    "statements": QUOTE,
    "places": {"tile_row", "tile_column"},
    "targets": {"value_high", "comparability"},
    "references": {"value_high", "comparability"},
    "breaks": {"comparable_after"},
}


def row(**cells: str) -> Row:
    return Row("data/2022/observations.csv", 7, cells)


def test_an_absent_column_reads_as_empty() -> None:
    assert row(value="82")["note"] == ""


def test_precision_survives() -> None:
    assert str(row(value="66.40").number_in("value")) == "66.40"


def test_an_empty_cell_is_no_number() -> None:
    assert row(value="").number_in("value") is None


@pytest.mark.parametrize("cell", ["82%", "88,48", "1.499.000", " 5", "5 ", "1e3", "+5", ".5", "5."])
def test_only_a_plain_decimal_is_a_number(cell: str) -> None:
    with pytest.raises(DataError) as refused:
        row(value=cell).number_in("value")
    assert "data/2022/observations.csv, row 7, column value" in str(refused.value)
    assert repr(cell) in str(refused.value)
    assert "such as 66.40" in str(refused.value)


def test_digits_of_other_scripts_are_not_a_number() -> None:
    with pytest.raises(DataError):
        row(value="٣").number_in("value")


def test_an_offset_is_a_whole_number() -> None:
    assert row(start="725").integer("start") == 725
    with pytest.raises(DataError, match=r"'7\.5' is not a whole number"):
        row(start="7.5").integer("start")


def test_a_cell_of_ids_is_split_at_spaces() -> None:
    assert row(scopes="communes  districts").words("scopes") == ("communes", "districts")


def test_validity_is_read_from_days() -> None:
    validity = row(valid_from="", valid_to="2025-06-30").validity()
    assert (validity.start, validity.end) == (None, date(2025, 6, 30))


@pytest.mark.parametrize("cell", ["30/6/2025", "2025-06-31", "2025"])
def test_a_day_that_is_not_one_is_said(cell: str) -> None:
    with pytest.raises(DataError, match=r"column valid_to: .* is not a day such as 2025-06-30"):
        row(valid_to=cell).validity()


def test_both_languages_of_a_text_are_read_together() -> None:
    assert row(name_vi="xã", name_en="commune").text("name")["vi"] == "xã"


def test_a_problem_says_file_row_and_column_as_far_as_they_are_known() -> None:
    assert str(Problem("data/x.csv", None, None, "is missing")) == "data/x.csv: is missing"
    assert str(Problem("data/x.csv", 3, None, "is bad")) == "data/x.csv, row 3: is bad"
    assert (
        str(Problem("data/x.csv", 3, "unit", "is bad")) == "data/x.csv, row 3, column unit: is bad"
    )


def test_all_problems_are_in_one_message() -> None:
    problems = [Problem("a.csv", 2, "x", "one"), Problem("b.csv", 3, "y", "two")]
    error = DataError(problems)
    assert str(error).startswith("2 problems in the data:\n")
    assert all(str(problem) in str(error) for problem in problems)
    assert str(DataError(problems[:1])).startswith("1 problem in the data:")
    assert error.exit_code == 2


def test_a_failed_page_exits_as_its_cause_asks() -> None:
    code = PageFailed("society", 6, "ZeroDivisionError: division by zero", None)
    bad = PageFailed("society", 6, "There is no value 'x'.", None, exit_code=2)
    assert code.exit_code == 1
    assert PagesFailed([code, bad]).exit_code == 2
    assert "page society, cell 6: ZeroDivisionError" in str(PagesFailed([code, bad]))


def test_a_value_is_read_from_the_columns_of_its_fields_names() -> None:
    cells = {"id": "core", "pillar": "society", "position": "2", "name_vi": "a", "name_en": "b"}
    assert row(**cells).made(Section) == Section("core", "society", 2, Text(vi="a", en="b"))


def test_a_language_without_a_form_for_a_single_one_uses_the_units_name() -> None:
    files = Files(ROOT)
    percent, card = (load_catalogue(files).units[id] for id in ("percent", "cards"))
    assert (percent.one["vi"], card.one["vi"], card.one["en"]) == ("%", "thẻ", "card")


@pytest.mark.parametrize(
    ("table", "of"),
    [
        *[("observations", Observation), ("standings", Standing), ("statements", Statement)],
        *[("rulings", Ruling), ("pillars", Pillar), ("sections", Section), ("scopes", Scope)],
        *[("units", Unit), ("indicators", Indicator), ("places", Place), ("sources", Source)],
        *[("targets", Target), ("references", Reference), ("breaks", Break), ("glossary", Term)],
    ],
)
def test_every_column_of_a_table_is_a_field_of_its_value(table: str, of: type) -> None:
    known = {field.name for field in fields(of)} | ELSEWHERE.get(table, set())
    stems = {column.removesuffix("_vi").removesuffix("_en") for column in SCHEMAS[table].columns}
    assert stems - {"valid_from", "valid_to"} - known == set()


@pytest.mark.parametrize(
    ("table", "sheet", "carried"),
    [
        ("observations", NUMBERS, {"start", "end"}),
        ("standings", PLACES, {"start", "end"}),
        ("statements", STATEMENTS, {"start", "end"}),
        ("rulings", RULINGS, {"value"}),
    ],
)
def test_every_column_of_a_years_table_has_one_in_the_workbook(
    table: str, sheet: Layout, carried: set[str]
) -> None:
    assert {c.field for c in sheet.columns} >= set(SCHEMAS[table].columns) - carried


def test_a_file_that_quotes_another_source_has_the_column_that_the_descriptor_says() -> None:
    package = package_descriptor(Files(ROOT), [2021, 2022])
    columns = {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in package["resources"]}
    assert columns["observations-2022"] == list(SCHEMAS["observations"].columns)
    assert columns["observations-2021"] == [*SCHEMAS["observations"].columns, "source"]
    assert not any(WITH_SOURCE in resource for resource in package["resources"])


def test_a_descriptor_without_a_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "datapackage.json").write_text('{"resources": []}', encoding="utf-8")
    with pytest.raises(DataError, match=r"says nothing of the table “observations”"):
        descriptor(Files(tmp_path))


def test_a_file_is_read_once_however_often_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("before", encoding="utf-8")
    files = Files(tmp_path)
    assert files.text("a.csv") == "before"
    (tmp_path / "a.csv").write_text("after", encoding="utf-8")
    assert files.text("a.csv") == "before"
    assert Files(tmp_path).text("a.csv") == "after"


def test_every_year_may_have_the_same_tables() -> None:
    assert set(YEAR_TABLES) == {"observations", "standings", "statements", "rulings"}


def test_a_decimal_is_kept_as_it_was_written() -> None:
    assert row(value="-0.04").number_in("value") == Decimal("-0.04")


@pytest.mark.parametrize("path", ["../secret", "2022/../../secret", "/etc/hostname"])
def test_a_path_that_leads_out_of_its_folder_is_refused(path: str) -> None:
    with pytest.raises(DataError, match=r"leads out of data/; name a file inside it"):
        inside(Path("data"), path, "data/sources.csv")


def test_a_path_inside_its_folder_is_taken() -> None:
    found = inside(Path("data"), "2022/source.vi.txt", "data/sources.csv")
    assert found.parts[-3:] == ("data", "2022", "source.vi.txt")
