"""The real data through the one door, and copies of it with something wrong."""

from __future__ import annotations

import csv
import io
import shutil
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dxbook.data import Files, data_digest, find_root, load_report, read_report
from dxbook.data.schema import package_descriptor
from dxbook.data.validate import fingerprint, require_valid
from dxbook.errors import DataError, UsageError
from dxbook.model import NOTHING, Report


@pytest.fixture(scope="module")
def report(sources: Any) -> Report:
    return load_report(sources.root)


@pytest.fixture
def copy(sources: Any, tmp_path: Path) -> Path:
    """A book's root whose data may be broken."""
    root: Path = sources.copy(tmp_path / "book").root
    return root


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / "data" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


# -- the real data -------------------------------------------------------------------------------


def test_2022_has_an_edition_and_2021_is_known_only_by_derivation(report: Report) -> None:
    assert report.year == 2022
    assert report.editions() == (2022,)
    assert {o.status for o in report.years[2021].observations} == {"derived"}


def test_every_quote_is_what_the_source_says_there(report: Report) -> None:
    text = report.source_text()
    for year in report.years.values():
        for row in (*year.observations, *year.standings, *year.statements):
            if row.quote is not None:
                assert text[row.quote.start : row.quote.end] == row.quote.text, (row.file, row.row)


def test_every_reported_value_has_a_quote_and_nothing_has_none(report: Report) -> None:
    for o in report.observations():
        assert (o.status in NOTHING) == (o.value is None)
        if o.status in ("reported", "corrected"):
            assert o.quote is not None, o.key


def test_reported_precision_survives(report: Report) -> None:
    accounts = report.observation("bank_accounts")
    assert accounts is not None
    assert str(accounts.value) == "66.40"
    assert accounts.qualifier == "over"


def test_what_was_cut_short_is_kept_and_corrected_by_a_ruling(report: Report) -> None:
    level_2 = report.observation("eid_level_2")
    assert level_2 is not None
    assert (level_2.status, level_2.value) == ("corrected", Decimal("292.49"))
    assert level_2.best == Decimal(292494)
    assert any(r.decision == "corrected" and r.new_value == 292494 for r in report.rulings())


def test_tables_are_composed_unicode_with_plain_line_ends(sources: Any) -> None:
    for path in sorted((sources.root / "data").rglob("*.csv")):
        text = path.read_bytes().decode("utf-8")
        assert text == unicodedata.normalize("NFC", text), path.name
        assert "\r" not in text, path.name
        assert text.endswith("\n"), path.name


# -- the door ------------------------------------------------------------------------------------


def test_the_root_is_found_from_a_folder_below(copy: Path) -> None:
    assert find_root(copy / "notebooks") == copy.resolve()


def test_a_year_without_an_edition_is_refused(copy: Path) -> None:
    with pytest.raises(UsageError, match=r"no edition of 2021\. Editions: 2022"):
        load_report(copy, 2021)


def test_data_that_was_valid_once_is_validated_again_when_it_changes(copy: Path) -> None:
    load_report(copy)
    edit(
        copy, "2022/observations.csv", "staff_computers,communes,level,82,", "x,communes,level,8x,"
    )
    with pytest.raises(DataError, match=r"observations\.csv, row 7"):
        load_report(copy)


def test_a_table_is_validated_again_when_one_that_it_looks_up_changes(copy: Path) -> None:
    load_report(copy)
    edit(copy, "pillars.csv", "\nsociety,", "\nsocieties,")
    with pytest.raises(DataError, match=r"indicators\.csv.*society"):
        load_report(copy)


def test_only_tables_that_changed_are_validated_again(copy: Path) -> None:
    package = package_descriptor(Files(copy))
    before = require_valid(Files(copy))
    edit(copy, "2022/observations.csv", "staff_computers,communes,level,82,", "x,,level,8x,")
    changed = [
        resource["name"]
        for resource in package["resources"]
        if fingerprint(Files(copy), package, resource) not in before
    ]
    assert changed == ["observations-2022"]


def test_any_change_of_any_file_is_another_digest(copy: Path) -> None:
    before = data_digest(copy)
    edit(copy, "scopes.csv", ",province,225,", ",province,226,")
    changed = data_digest(copy)
    (copy / "data" / "note.txt").write_text("", encoding="utf-8")
    assert len({before, changed, data_digest(copy)}) == 3


def test_a_correction_falls_away_when_the_value_it_was_decided_on_moves(copy: Path) -> None:
    old = "eid_level_2,province,level,292.49,"
    path = copy / "data" / "2022" / "observations.csv"
    line = next(x for x in path.read_text(encoding="utf-8").splitlines() if x.startswith(old))
    edit(copy, "2022/observations.csv", line, line.replace("292.49,", "292.50,", 1))
    level_2 = read_report(copy).observation("eid_level_2")
    assert level_2 is not None
    assert level_2.correction is None


def test_a_new_year_is_a_new_folder_and_nothing_else(copy: Path) -> None:
    shutil.copytree(copy / "data" / "2022", copy / "data" / "2023")
    (copy / "data" / "2023" / "source.vi.txt").unlink()
    for table in ("observations", "standings", "statements"):
        # Its rows still quote the text of 2022, which is not 2023's own source.
        (copy / "data" / "2023" / f"{table}.csv").unlink()
    header = (copy / "data" / "2022" / "observations.csv").read_text(encoding="utf-8")
    (copy / "data" / "2023" / "observations.csv").write_text(
        header.partition("\n")[0] + "\nsmartphone_share,population,level,85.10,,,,percent,"
        "reported,2023,,,,\n",
        encoding="utf-8",
    )
    grown = load_report(copy)
    assert grown.year == 2023
    assert grown.editions() == (2022, 2023)
    assert [o.year for o in grown.series("smartphone_share")] == [2022, 2023]
    assert [o.year for o in grown.for_year(2022).series("smartphone_share")] == [2022]


# -- references from table to table ---------------------------------------------------------------


def references(root: Path) -> list[tuple[str, str]]:
    """The path of each table with each of its columns that name a row of another."""
    package = package_descriptor(Files(root))
    return [
        (resource["path"], field)
        for resource in package["resources"]
        for key in resource["schema"].get("foreignKeys", ())
        for field in key["fields"]
    ]


def test_a_name_that_no_table_knows_is_refused_wherever_one_is_wanted(copy: Path) -> None:
    wanted = references(copy)
    assert len(wanted) > 10
    for path, field in wanted:
        table = copy / "data" / path
        before = table.read_text(encoding="utf-8")
        rows = list(csv.DictReader(io.StringIO(before, newline="")))
        rows[-1][field] = "nobody"
        with table.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        with pytest.raises(DataError) as refused:
            require_valid(Files(copy))
        assert [(p.file, p.row, p.column) for p in refused.value.problems] == [
            (f"data/{path}", len(rows) + 1, field)
        ]
        table.write_text(before, encoding="utf-8", newline="")


def test_a_row_may_name_one_that_stands_in_the_same_table(copy: Path) -> None:
    require_valid(Files(copy))
    edit(copy, "scopes.csv", "\ncommunes,", "\ncommunes-of-all,")
    with pytest.raises(DataError) as refused:
        require_valid(Files(copy))
    assert "communes" in str(refused.value)
