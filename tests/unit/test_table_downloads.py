"""The CSV of a table has plain numbers beside what is shown."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

import pytest

from dxbook.audit import audited
from dxbook.data import load_report
from dxbook.model import LANGS, Lang, Report
from dxbook.parts.figures import flag
from dxbook.parts.labels import label
from dxbook.parts.tables import Table, changes_table, values_table

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def book() -> Report:
    return audited(load_report(ROOT, 2022))


def rows_of(table: Table) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.csv())))


@pytest.mark.parametrize("lang", LANGS)
def test_each_value_is_a_plain_number_with_unit_and_flag(book: Report, lang: Lang) -> None:
    for pillar in book.pillars():
        observations = book.observations(pillar.id, "level")
        rows = rows_of(values_table(book, pillar.id, lang))
        assert len(rows) == len(observations)
        for o, row in zip(observations, rows, strict=True):
            assert row["value"] == ("" if o.best is None else format(o.best, "f"))
            assert (row["unit"] == "") == (o.best is None)
            flagged = bool(o.best is not None and flag(book, o, lang))
            assert row["flag"] == (label("flagged", lang) if flagged else "")
            if o.numerator is not None and o.denominator is not None:
                assert Decimal(row["numerator"]) == o.numerator
                assert Decimal(row["denominator"]) == o.denominator


@pytest.mark.parametrize("lang", LANGS)
def test_several_columns_of_values_say_whose_number_it_is(book: Report, lang: Lang) -> None:
    rows = rows_of(changes_table(book, None, lang))
    assert rows
    heads = [str(book.year - 1), str(book.year), label("change", lang)]
    for row in rows:
        for head in heads:
            assert re.fullmatch(r"(-?\d+(\.\d+)?)?", row[f"{head} value"])
    assert {row[f"{label('change', lang)} unit"] for row in rows} >= {label("points", lang)}


def test_what_the_catalogue_promises_of_files_names_their_columns() -> None:
    said = (ROOT / "notebooks" / "catalogue.ipynb").read_text(encoding="utf-8")
    assert all(said.count(f"`{name}`") == len(LANGS) for name in ("value", "unit", "flag"))
