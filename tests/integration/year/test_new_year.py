"""Making a year: whole, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dxbook.data import load_report
from dxbook.errors import DataError, UsageError
from dxbook.writing import year_table
from dxbook.year import folder as module
from dxbook.year import new_year, parse_year

Tree = Callable[[Path], dict[str, str]]


def test_a_new_year_is_one_folder_and_changes_no_other_file(
    sources: Any, made_2023: Path, tree_of: Tree
) -> None:
    before, after = (
        {name: digest for name, digest in tree_of(root).items() if not name.startswith("_build/")}
        for root in (sources.root, made_2023)
    )
    new = {name for name in after if name not in before}
    assert {name: after[name] for name in before} == before
    assert all(name.startswith("data/2023/") for name in new)
    assert {
        "data/2023/observations.csv", "data/2023/standings.csv", "data/2023/statements.csv",
        "data/2023/rulings.csv", "data/2023/workbook.xlsx", "data/2023/commentary/society.vi.md",
        "data/2023/commentary/society.en.md",
    } <= new  # fmt: skip


def test_a_new_year_is_an_edition_in_which_nothing_is_reported_yet(made_2023: Path) -> None:
    report = load_report(made_2023, 2023)
    observations = report.current.observations
    assert {o.status for o in observations} == {"not-reported"}
    wanted = {(i.id, s) for i in report.indicators() for s in i.scopes}
    assert {(o.indicator, o.scope) for o in observations} == wanted
    assert len(observations) == len(wanted)
    assert {o.as_of for o in observations} == {"2023"}


def test_the_rows_stand_in_the_order_of_the_last_report(made_2023: Path) -> None:
    def order(year: int) -> list[tuple[str, str]]:
        rows = year_table(made_2023, year, "observations").rows
        return [(r["indicator"], r["scope"]) for r in rows if r["measure"] == "level"]

    last, new = order(2022), order(2023)
    assert [pair for pair in new if pair in last] == [pair for pair in last if pair in new]


def test_the_commentary_to_be_written_says_so_and_has_no_numbers(made_2023: Path) -> None:
    texts = [p.read_text(encoding="utf-8") for p in (made_2023 / "data/2023/commentary").iterdir()]
    assert len(texts) >= 14
    assert all("chưa được viết" in text or "yet to be written" in text for text in texts)
    assert not any(re.search(r"\d", text) for text in texts)


def test_making_the_same_year_twice_gives_the_same_bytes(
    sources: Any, made_2023: Path, tmp_path: Path, tree_of: Tree
) -> None:
    again = sources.copy(tmp_path / "book").root
    new_year(again, 2023)
    assert tree_of(again / "data/2023") == tree_of(made_2023 / "data/2023")


def test_a_year_that_exists_is_refused(made_2023: Path, tree_of: Tree) -> None:
    before = tree_of(made_2023)
    with pytest.raises(UsageError, match="data/2023 đã có"):
        new_year(made_2023, 2023)
    assert tree_of(made_2023) == before


def test_a_year_that_leaves_a_gap_is_refused_unless_that_is_said(
    sources: Any, tmp_path: Path
) -> None:
    root = sources.copy(tmp_path / "book").root
    with pytest.raises(UsageError, match=r"Năm 2026 không liền với các năm đã có .*--allow-gap"):
        new_year(root, 2026)
    assert not (root / "data/2026").exists()
    new_year(root, 2026, allow_gap=True)
    assert (root / "data/2026/workbook.xlsx").exists()


@pytest.mark.parametrize("year", [2025, 2026])
def test_after_the_district_level_ended_no_row_asks_for_districts(
    sources: Any, tmp_path: Path, year: int
) -> None:
    root = sources.copy(tmp_path / "book").root
    new_year(root, year, allow_gap=True)
    rows = year_table(root, year, "observations").rows
    assert {row["scope"] for row in rows} & {"districts", "agencies-districts"} == set()
    assert ("online_share", "communes") in {(r["indicator"], r["scope"]) for r in rows}


@pytest.mark.parametrize("said", ["abc", "23", "20233", "-2023", "2023.0", "１９９９", "1850", ""])
def test_what_is_not_a_year_is_refused(said: str) -> None:
    with pytest.raises(UsageError, match="không phải là năm"):
        parse_year(said)


def test_nothing_half_made_is_left_when_making_fails(
    sources: Any, tmp_path: Path, tree_of: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = sources.copy(tmp_path / "book").root
    before = tree_of(root)

    def fails(content: object) -> bytes:
        raise OSError("no space left")

    monkeypatch.setattr(module, "workbook_file", fails)
    with pytest.raises(OSError, match="no space left"):
        new_year(root, 2023)
    assert tree_of(root) == before


def test_nothing_half_made_is_left_when_writing_fails(
    sources: Any, tmp_path: Path, tree_of: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = sources.copy(tmp_path / "book").root
    before = tree_of(root)

    def fails(self: Path, target: Path) -> Path:
        raise PermissionError(str(target))

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(PermissionError):
        new_year(root, 2023)
    assert tree_of(root) == before
    assert not list((root / "data").glob(".2023*"))


def test_a_book_whose_data_is_broken_gets_no_new_year(sources: Any, tmp_path: Path) -> None:
    root = sources.copy(tmp_path / "book").root
    path = root / "data/2022/observations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",93,", ",x,"), encoding="utf-8")
    with pytest.raises(DataError):
        new_year(root, 2023)
    assert not (root / "data/2023").exists()


def test_the_command_says_in_vietnamese_what_was_made_and_what_comes_next(
    sources: Any, tmp_path: Path
) -> None:
    book = sources.copy(tmp_path / "book")
    ended = book.dxbook("new-year", "2023")
    assert (ended.returncode, ended.stdout) == (0, "")
    assert "Đã tạo năm 2023:\n  data/2023/workbook.xlsx\n" in ended.stderr
    assert "dxbook import data/2023/workbook.xlsx" in ended.stderr
    again = book.dxbook("new-year", "2023")
    assert again.returncode == 2
    assert "data/2023 đã có" in again.stderr
    assert "Traceback" not in again.stderr
