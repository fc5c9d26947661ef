"""The book of a place: the same notebooks over the place's own tables."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dxbook.data import data_digest, data_digest_with_places

PLACE, ELSEWHERE = "viet-tri", "phu-ninh"
COUNT = "documents_exchanged"


def give_tables(root: Path, place: str, value: str) -> Path:
    """Give a place tables in which one value is this and all others are the province's."""
    own = root / "data" / "2022" / "places" / place / "observations.csv"
    own.parent.mkdir(parents=True)
    shutil.copy(root / "data" / "2022" / "observations.csv", own)
    with own.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines)
        rows = [row for row in table if row["status"] in ("reported", "not-reported")]
    with own.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, table.fieldnames or [], lineterminator="\n")
        writer.writeheader()
        for row in rows:
            changed = {"value": value} if row["indicator"] == COUNT else {}
            writer.writerow({**row, "quote": "", "start": "", "end": "", **changed})
    return own


@pytest.fixture(scope="module")
def placed(small_book: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A small book with the books of two places. Copy it before changing anything."""
    book = small_book.copy(tmp_path_factory.mktemp("placed") / "book")
    give_tables(book.root, PLACE, "1234")
    give_tables(book.root, ELSEWHERE, "4321")
    book.build("--place", "all")
    return book


def test_a_place_has_an_edition_with_its_own_values(placed: Any) -> None:
    own = (placed.site / "vi" / f"2022-{PLACE}" / "overview.html").read_text(encoding="utf-8")
    whole = (placed.site / "vi" / "2022" / "overview.html").read_text(encoding="utf-8")
    assert "1.234" in own
    assert "1.234" not in whole
    assert "Việt Trì" in own


def test_a_places_edition_leads_to_the_whole_and_to_its_other_language(placed: Any) -> None:
    own = (placed.site / "vi" / f"2022-{PLACE}" / "overview.html").read_text(encoding="utf-8")
    assert 'href="../../vi/2022/overview.html"' in own
    assert f'href="../../en/2022-{PLACE}/overview.html"' in own
    assert ELSEWHERE not in own


def test_a_target_of_the_province_is_not_met_or_missed_by_a_place(placed: Any) -> None:
    from dxbook.data import load_report

    targets = load_report(placed.root, 2022, PLACE).targets()
    assert targets
    assert not any(target.same for target in targets)


def test_the_whole_does_not_depend_on_the_data_of_places(
    placed: Any, tmp_path: Path, tree_of: Callable[[Path], dict[str, str]]
) -> None:
    book = placed.copy(tmp_path / "book")
    before = tree_of(book.site / "vi" / "2022")
    shutil.rmtree(book.root / "data" / "2022" / "places" / ELSEWHERE)
    assert "(0 run, 4 reused)" in book.build().stderr
    assert tree_of(book.site / "vi" / "2022") == before
    assert not (book.site / "vi" / f"2022-{ELSEWHERE}").exists()


@pytest.mark.parametrize("place", ["../2022", "nowhere", "lam-thao"])
def test_a_place_without_data_is_refused(placed: Any, place: str) -> None:
    refused = placed.dxbook("build", "--place", place)
    assert refused.returncode == 2
    assert f"data of the place {place!r}" in refused.stderr


def test_what_is_wrong_in_a_places_table_is_said_with_its_file(placed: Any, tmp_path: Path) -> None:
    book = placed.copy(tmp_path / "book")
    table = book.root / "data" / "2022" / "places" / PLACE / "observations.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",1234,", ",12E4x,"))
    refused = book.dxbook("build", "--place", PLACE)
    assert refused.returncode == 2
    assert f"data/2022/places/{PLACE}/observations.csv" in refused.stderr


@pytest.mark.cluster
def test_the_book_of_a_place_is_the_same_on_a_cluster(
    placed: Any, tree_of: Callable[[Path], dict[str, str]], tmp_path: Path
) -> None:
    copy = placed.copy(tmp_path / "book")
    (copy.root / "_build").rename(tmp_path / "here")
    copy.build("--place", PLACE, "--cluster", "local", "--jobs", "2")
    for part in ("pages", "books"):
        edition = f"{part}/2022-vi-{PLACE}"
        clustered = tree_of(copy.root / "_build" / edition)
        assert clustered
        ours = tree_of(tmp_path / "here" / edition)
        assert {n: d for n, d in clustered.items() if not n.startswith("doctrees/")} == {
            n: d for n, d in ours.items() if not n.startswith("doctrees/")
        }


def test_the_tables_of_places_are_part_of_what_a_cluster_must_have(
    placed: Any, tmp_path: Path
) -> None:
    root = placed.copy(tmp_path / "book").root
    alike, whole = data_digest_with_places(root), data_digest(root)
    table = root / "data" / "2022" / "places" / PLACE / "observations.csv"
    table.write_text(table.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert data_digest_with_places(root) != alike
    assert data_digest(root) == whole
