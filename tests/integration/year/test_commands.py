"""The commands and the guide that names them."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from dxbook.cli.import_ import agreed

from ..officer import SMARTPHONE, Officer

ROOT = Path(__file__).parents[3]
GUIDE = (ROOT / "docs/huong-dan-nam-moi.md").read_text(encoding="utf-8")
#: Of a workbook's cells the code speaks Vietnamese itself; all else is in the catalogue.
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for pattern in ("*.py", "vi/LC_MESSAGES/*.po")
    for path in (ROOT / "src/dxbook").rglob(pattern)
)


@pytest.mark.parametrize(
    "command",
    ["new-year", "workbook", "import", "check", "build", "serve", "new-page", "new-indicator"],
)
def test_the_guide_shows_every_command_of_the_journey_and_each_has_an_example(
    command: str, sources: Any
) -> None:
    assert f"dxbook {command}" in GUIDE
    ended = sources.dxbook(command, "--help")
    assert ended.returncode == 0
    assert f"dxbook {command}" in " ".join(ended.stdout.split())


def test_the_options_that_the_guide_names_exist(sources: Any) -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for command, option in re.findall(r"dxbook ([a-z-]+)[^\n`]*?(--[a-z-]+)", GUIDE):
        named[command].add(option)
    for command, options in named.items():
        shown = sources.dxbook(command, "--help").stdout
        assert {option for option in options if option not in shown} == set(), command


def test_the_messages_that_the_guide_explains_are_said_by_the_code() -> None:
    explained = GUIDE.split("## Khi gặp lỗi")[1]
    messages = re.findall(r"^\| «(.+?)» \|", explained, re.MULTILINE)
    assert messages
    for message in messages:
        for part in message.replace("2023", "").split("…"):
            words = part.strip(" ,/")
            assert words in CODE.replace("{year}", "").replace('" f"', ""), words


def test_a_workbook_is_written_where_everything_made_lies(officer: Officer, sources: Any) -> None:
    book = type(sources)(officer.root)
    officer.fill({SMARTPHONE: {"Giá trị": 83.5}})
    officer.bring_in()
    ended = book.dxbook("workbook", "--year", "2023", "--by-supplier")
    assert ended.returncode == 0, ended.stderr
    written = sorted(p.name for p in (officer.root / "_build/workbooks/2023").iterdir())
    assert "chung.xlsx" in written
    assert "Đã ghi" in ended.stderr
    again = book.dxbook("import", "_build/workbooks/2023/chung.xlsx")
    assert "Không có gì thay đổi ở năm 2023." in again.stderr


def test_a_workbook_may_be_written_elsewhere(
    officer: Officer, sources: Any, tmp_path: Path
) -> None:
    book = type(sources)(officer.root)
    ended = book.dxbook("workbook", "--year", "2022", "--output", str(tmp_path / "ra"))
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "ra/workbook.xlsx").exists()


def test_a_new_year_with_its_report_says_that_nothing_is_in_the_book_yet(
    sources: Any, tmp_path: Path
) -> None:
    book = sources.copy(tmp_path / "book")
    report = tmp_path / "bao-cao.txt"
    report.write_text("Tỷ lệ dân số có điện thoại thông minh đạt 83,50%.\n", encoding="utf-8")
    ended = book.dxbook("new-year", "2023", "--report", str(report))
    assert ended.returncode == 0, ended.stderr
    assert "chờ xác nhận; chưa có số nào vào sách" in ended.stderr
    assert (book.root / "data/2023/source.vi.txt").read_bytes() == report.read_bytes()


def test_importing_without_a_file_says_how(sources: Any) -> None:
    ended = sources.dxbook("import")
    assert ended.returncode == 2
    assert "Ví dụ: dxbook import data/2023/workbook.xlsx" in ended.stderr


def test_undoing_where_nothing_was_imported_says_so(sources: Any) -> None:
    ended = sources.dxbook("import", "--undo")
    assert ended.returncode == 2
    assert "Không có lần nhập nào để hoàn tác" in ended.stderr


def test_a_filled_in_workbook_is_not_written_over_before_it_was_imported(
    officer: Officer, sources: Any
) -> None:
    book = type(sources)(officer.root)
    folder = officer.root / "_build/workbooks/2023"
    export = ("workbook", "--year", "2023", "--output", str(folder))
    book.dxbook(*export)
    typed = officer.fill({SMARTPHONE: {"Giá trị": 83.5}}, file=folder / "workbook.xlsx")
    before = typed.read_bytes()
    ended = book.dxbook(*export)
    assert "«workbook.xlsx» có số chưa nhập vào sách" in ended.stderr
    assert (folder / "workbook-giu-lai-1.xlsx").read_bytes() == before
    assert typed.read_bytes() != before
    again = book.dxbook(*export)
    assert "chưa nhập" not in again.stderr


def test_the_years_own_workbook_is_left_alone_while_it_holds_what_is_not_imported(
    officer: Officer, sources: Any
) -> None:
    before = officer.fill({SMARTPHONE: {"Giá trị": 83.5}}).read_bytes()
    ended = type(sources)(officer.root).dxbook("workbook", "--year", "2023")
    assert ended.returncode == 0
    assert "có chỗ đã điền mà chưa nhập vào sách nên được để nguyên" in ended.stderr
    assert officer.workbook.read_bytes() == before
    assert (officer.root / "_build/workbooks/2023/workbook.xlsx").exists()


def test_undo_goes_back_to_before_the_import_though_the_workbook_was_brought_up_to_date(
    officer: Officer, sources: Any
) -> None:
    book = type(sources)(officer.root)
    before = officer.fill({SMARTPHONE: {"Giá trị": 83.5}}).read_bytes()
    officer.bring_in()
    assert officer.row(SMARTPHONE)["value"] == "83.5"
    assert "Đã ghi data/2023/workbook.xlsx" in book.dxbook("workbook", "--year", "2023").stderr
    assert officer.workbook.read_bytes() != before
    back = book.dxbook("import", "--undo")
    assert "Đã trả lại data/2023/workbook.xlsx" in back.stderr
    assert "giữ lại" not in back.stderr
    assert officer.workbook.read_bytes() == before
    assert officer.row(SMARTPHONE)["value"] == ""


def test_undo_keeps_what_was_typed_since_under_another_name_and_says_so(
    officer: Officer, sources: Any
) -> None:
    book = type(sources)(officer.root)
    before = officer.fill({SMARTPHONE: {"Giá trị": 83.5}}).read_bytes()
    officer.bring_in()
    book.dxbook("workbook", "--year", "2023")
    typed = officer.fill({SMARTPHONE: {"Giá trị": 84}}).read_bytes()
    back = book.dxbook("import", "--undo")
    assert back.returncode == 0, back.stderr
    assert "được giữ lại với tên «workbook-giu-lai-1.xlsx»" in back.stderr
    assert (officer.workbook.parent / "workbook-giu-lai-1.xlsx").read_bytes() == typed
    assert officer.workbook.read_bytes() == before
    assert officer.row(SMARTPHONE)["value"] == ""


@pytest.mark.parametrize(
    ("typed", "writes"),
    [("c\n", True), ("Có\n", True), ("k\n", False), ("\n", False), ("vâng\nc\n", True)],
)
def test_the_question_before_writing_is_answered_in_vietnamese(
    typed: str, writes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(typed.splitlines())
    monkeypatch.setattr("typer.prompt", lambda question, default, err: next(answers) or default)
    assert agreed() is writes
