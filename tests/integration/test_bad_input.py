"""Every kind of broken input, over the real command line: what is said, and that nothing is lost.

A kind is a folder of `tests/bad_input`, named for it. Its `case.toml` says what to break in a copy
of the small book (`replace`, `remove`; what lies in `files/` is laid over the copy), how to call
`dxbook build` (`arguments`), and what must come of it (`exit_code`, 2 unless given; `says`, and
`in_vietnamese`).
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CASES = sorted(path.parent for path in Path(__file__).parents[1].glob("bad_input/*/case.toml"))


def broken(book: Any, case: Path, to: Path) -> tuple[Any, dict[str, Any]]:
    """A copy of the book, broken as the case says, and the case."""
    told = tomllib.loads((case / "case.toml").read_text(encoding="utf-8"))
    copy = book.copy(to)
    for edit in told.get("replace", []):
        path = copy.root / edit["file"]
        text = path.read_text(encoding="utf-8")
        assert text.count(edit["old"]) == 1, f"{edit['old']!r} is not once in {edit['file']}"
        path.write_text(text.replace(edit["old"], edit["new"]), encoding="utf-8", newline="")
    for name in told.get("remove", []):
        (copy.root / name).unlink()
    if (case / "files").is_dir():
        shutil.copytree(case / "files", copy.root, dirs_exist_ok=True)
    return copy, told


def test_there_are_kinds_of_broken_input() -> None:
    folders = [p for p in Path(__file__).parents[1].joinpath("bad_input").iterdir() if p.is_dir()]
    assert len(CASES) == len(folders) > 20


#: What says where: names of files, and numbers of rows, cells and offsets.
PLACE = re.compile(r"[\w./-]*\w\.(?:csv|ipynb|ya?ml|json|md|txt)\b|\d+")
ITS_OWN_LETTERS = re.compile(
    r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE
)


@dataclass(frozen=True)
class Stopped:
    """A build of broken input, told of in English, and what was there before and after."""

    book: Any
    told: dict[str, Any]
    ended: subprocess.CompletedProcess[str]
    before: dict[str, str]
    after: dict[str, str]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.name)
def stopped(
    request: pytest.FixtureRequest,
    small_book: Any,
    tree_of: Callable[[Path], dict[str, str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Stopped:
    """Each kind of broken input in its own copy of the book, and a build of it."""
    copy, told = broken(small_book, request.param, tmp_path_factory.mktemp("broken") / "book")
    before = tree_of(copy.site)
    ended = copy.dxbook("build", *told.get("arguments", []))
    return Stopped(copy, told, ended, before, tree_of(copy.site))


def test_broken_input_stops_the_build_with_one_message_and_leaves_the_site(
    stopped: Stopped,
) -> None:
    ended, told = stopped.ended, stopped.told
    assert ended.returncode == told.get("exit_code", 2), ended.stderr
    assert [words for words in told["says"] if words not in ended.stderr] == [], ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""
    assert stopped.before
    assert stopped.after == stopped.before


def test_broken_input_is_told_of_in_vietnamese_too_with_the_same_places(stopped: Stopped) -> None:
    told, english = stopped.told, stopped.ended.stderr
    call = ["build", *told.get("arguments", [])]
    vietnamese = stopped.book.dxbook(*call, environment={"DXBOOK_LANG": "vi"}).stderr
    assert [words for words in told["in_vietnamese"] if words not in vietnamese] == [], vietnamese
    assert vietnamese == unicodedata.normalize("NFC", vietnamese)
    assert ITS_OWN_LETTERS.search(vietnamese)
    assert vietnamese != english
    assert set(PLACE.findall(english)) <= set(PLACE.findall(vietnamese)), vietnamese
    row = re.search(r", row (\d+)", english)
    assert row is None or f", dòng {row[1]}" in vietnamese


def test_a_page_that_raises_is_kept_with_its_outputs(small_book: Any, tmp_path: Path) -> None:
    case = next(case for case in CASES if case.name == "notebook_that_raises")
    copy, _ = broken(small_book, case, tmp_path / "book")
    copy.dxbook("build")
    kept = list((copy.root / "_build" / "failed").rglob("society.ipynb"))
    assert kept
    assert all("ZeroDivisionError" in path.read_text(encoding="utf-8") for path in kept)


def test_all_that_is_wrong_in_all_tables_is_said_at_once(small_book: Any, tmp_path: Path) -> None:
    copy = small_book.copy(tmp_path / "book")
    for file, old, new in [
        (
            "2022/observations.csv",
            "plans_budgets,communes,level,98",
            "plans_budgets,communes,level,x",
        ),
        ("2022/observations.csv", "lan_server_model,agencies-districts,level,73", "a,b,c,d"),
        ("scopes.csv", ",province,225,", ",province,many,"),
    ]:
        path = copy.root / "data" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8", newline="")
    ended = copy.dxbook("build")
    assert ended.returncode == 2
    for place in (
        "2022/observations.csv, row 5",
        "2022/observations.csv, row 9",
        "scopes.csv, row 4",
    ):
        assert f"data/{place}, column " in ended.stderr
