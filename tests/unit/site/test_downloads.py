"""What a reader can take away: the tables as reported, and what the book itself computes with."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import frictionless
import pytest

from dxbook.data import load_report
from dxbook.model import Report
from dxbook.site.downloads import write_downloads

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def report() -> Report:
    return load_report(ROOT, 2022)


@pytest.fixture(scope="module")
def folder(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("downloads")
    write_downloads(ROOT, report, made)
    return made


def rows_of(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_corrected_observation_has_both_values_and_the_reason(
    report: Report, folder: Path
) -> None:
    rows = rows_of(folder / "2022" / "observations.csv")
    corrected = [o for o in report.observations() if o.correction is not None]
    assert corrected
    for o in corrected:
        row = next(r for r in rows if (r["indicator"], r["scope"]) == (o.indicator, o.scope))
        assert Decimal(row["value"]) == o.value
        assert Decimal(row["best_value"]) == o.best
        reasons = {(r.reason["vi"], r.reason["en"]) for r in report.rulings()}
        assert (row["best_value_why_vi"], row["best_value_why_en"]) in reasons


def test_every_other_observation_has_its_reported_value_again(report: Report, folder: Path) -> None:
    for year in report.known_years():
        for row in rows_of(folder / str(year) / "observations.csv"):
            if not row["best_value_why_vi"]:
                assert row["best_value"] == row["value"], row


def test_the_tables_are_as_their_descriptor_says(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    with frictionless.system.use_context(trusted=True):
        checked = frictionless.Package(package, basepath=str(folder)).validate()
    assert checked.flatten(["name", "type", "note"]) == []
