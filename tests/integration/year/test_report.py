"""A prose report beside the workbook: proposals wait, the text becomes the year's source."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dxbook.data import load_report
from dxbook.errors import UsageError
from dxbook.workbook import Shown, WorkbookError
from dxbook.workbook.sheets.formulas import differs_from
from dxbook.writing import year_table
from dxbook.year import add_report, carried_over, described, new_year, plan_import, refreshed

from ..officer import SMARTPHONE, Officer, cell_of, columns_of

REPORT = """Kết quả chuyển đổi số năm 2023
Hạ tầng số:
Tỷ lệ dân số có điện thoại thông minh trên địa bàn tỉnh đạt 83,50%; Tỷ lệ hộ gia đình có đường \
Internet cáp quang băng rộng đạt 76,10%.
Xã hội số:
Thu nhận 812.345 tài khoản định danh điện tử cho công dân, trong đó mức 2 là 292.49 tài khoản.
Toàn tỉnh trồng 1.234 cây xanh trong khuôn viên trụ sở.
Huyện Lâm Thao và huyện Tam Nông đã có trang thông tin điện tử ở mọi xã.
Việc số hóa hồ sơ còn chậm.
"""
ACCOUNTS = ("eid_accounts", "province")
LEVEL_2 = ("eid_level_2", "province")


@pytest.fixture(scope="module")
def made_from_report(sources: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A book in which 2023 was made with a report. Copy it before changing anything."""
    book = sources.copy(tmp_path_factory.mktemp("reported") / "book")
    new_year(book.root, 2023, (REPORT, "bao-cao.txt"))
    return book


@pytest.fixture
def reported(made_from_report: Any, tmp_path: Path) -> Officer:
    return Officer(made_from_report.copy(tmp_path / "book").root, 2023)


def test_the_report_becomes_the_years_source_within_its_own_folder(
    reported: Officer, sources: Any
) -> None:
    report = load_report(reported.root, 2023)
    assert report.source_text() == REPORT
    source = report.source()
    assert source is not None
    assert (source.id, source.path) == ("phu-tho-2023", "2023/source.vi.txt")
    common = "data/sources.csv"
    assert (reported.root / common).read_bytes() == (sources.root / common).read_bytes()


def test_proposals_are_marked_in_the_workbook_and_never_in_the_data(reported: Officer) -> None:
    rows = year_table(reported.root, 2023, "observations").rows
    assert {row["status"] for row in rows} == {"not-reported"}
    sheet = openpyxl.load_workbook(reported.workbook)["Số liệu"]
    assert cell_of(sheet, SMARTPHONE, "Giá trị").value == 83.5
    assert cell_of(sheet, SMARTPHONE, "Tình trạng").value == "chờ xác nhận"
    assert "đọc từ báo cáo, độ chắc 0," in cell_of(sheet, SMARTPHONE, "Ghi chú").value
    assert cell_of(sheet, SMARTPHONE, "Giá trị").fill.start_color.rgb.endswith("FFD9A0")
    empty = cell_of(sheet, ("antivirus", "all-agencies"), "Giá trị")
    assert (empty.value, empty.fill.start_color.rgb[-6:]) == (None, "FFFBE6")


def test_a_number_that_belongs_to_no_indicator_is_listed(reported: Officer) -> None:
    workbook = openpyxl.load_workbook(reported.workbook)
    rows = workbook["Số chưa rõ chỉ tiêu"].iter_rows(min_row=2, values_only=True)
    assert any(token == "1.234" and "cây xanh" in quote for token, quote in rows)


def test_a_proposal_that_nobody_confirmed_stays_out(reported: Officer) -> None:
    plan = plan_import(reported.root, reported.workbook)
    assert plan.changes == ()
    assert plan.filled.waiting >= 3


def test_a_confirmed_proposal_comes_in_with_its_quote_and_offsets(reported: Officer) -> None:
    reported.fill({SMARTPHONE: {"Tình trạng": "báo cáo"}})
    assert reported.bring_in() == 1
    row = reported.row(SMARTPHONE)
    assert (row["value"], row["status"]) == ("83.5", "reported")
    assert REPORT[int(row["start"]) : int(row["end"])] == row["quote"]
    assert "độ chắc" not in row["note"]
    load_report(reported.root, 2023)


def test_a_proposal_typed_over_is_the_officers_own_value(reported: Officer) -> None:
    reported.fill({SMARTPHONE: {"Giá trị": 84}})
    reported.bring_in()
    assert (reported.row(SMARTPHONE)["value"], reported.row(SMARTPHONE)["status"]) == (
        "84",
        "reported",
    )


@pytest.mark.parametrize("typed", [{"Tình trạng": "chưa báo cáo"}, {"Giá trị": None}])
def test_a_proposal_may_be_turned_down(reported: Officer, typed: dict[str, Any]) -> None:
    reported.fill({SMARTPHONE: typed})
    reported.bring_in()
    assert reported.row(SMARTPHONE)["value"] == ""


def test_an_odd_number_that_the_report_states_is_taken_as_reported(reported: Officer) -> None:
    typed = {"Giá trị": 292.49, "Tình trạng": "báo cáo", "Trích dẫn": "mức 2 là 292.49 tài khoản"}
    reported.fill({LEVEL_2: typed})
    reported.bring_in()
    assert reported.row(LEVEL_2)["value"] == "292.49"


def test_a_quote_that_the_report_does_not_say_is_refused(reported: Officer) -> None:
    reported.fill({ACCOUNTS: {"Tình trạng": "báo cáo", "Trích dẫn": "thu nhận 900.000 tài khoản"}})
    with pytest.raises(WorkbookError, match=r"không có câu «thu nhận 900\.000 tài khoản»"):
        plan_import(reported.root, reported.workbook)


def test_places_and_statements_come_in_with_their_quotes_and_only_once(
    reported: Officer,
) -> None:
    def say(workbook: Any) -> None:
        sheet = workbook["Địa bàn"]
        at = columns_of(sheet)
        for number in range(2, sheet.max_row + 1):
            pair = [sheet.cell(number, at[t]).value for t in ("Mã chỉ tiêu", "Mã địa bàn")]
            if pair == ["commune_portals", "lam-thao"]:
                sheet.cell(number, at["Có hay chưa"]).value = "có"
                sheet.cell(number, at["Trích dẫn"]).value = "Huyện Lâm Thao và huyện Tam Nông đã có"
        sheet = workbook["Nhận định"]
        for title, value in {
            "Nội dung": "Hoạt động của chính quyền số", "Loại": "hạn chế",
            "Nhận định": "Số hóa hồ sơ còn chậm.", "Bản tiếng Anh": "Digitising is slow.",
            "Trích dẫn": "Việc số hóa hồ sơ còn chậm",
        }.items():  # fmt: skip
            sheet.cell(2, columns_of(sheet)[title]).value = value

    reported.fill(also=say)
    assert reported.bring_in() == 2
    assert reported.bring_in() == 0
    report = load_report(reported.root, 2023)
    (standing,) = report.standings()
    assert (standing.place, standing.standing, standing.closed) == ("lam-thao", "has", False)
    (statement,) = report.statements()
    assert (statement.id, statement.kind) == ("government_1", "weakness")


def test_a_statement_needs_both_languages(reported: Officer) -> None:
    def say(workbook: Any) -> None:
        sheet = workbook["Nhận định"]
        for title, value in {
            "Nội dung": "Xã hội số", "Nhận định": "Chậm.", "Trích dẫn": "hồ sơ còn chậm",
        }.items():  # fmt: skip
            sheet.cell(2, columns_of(sheet)[title]).value = value

    reported.fill(also=say)
    with pytest.raises(WorkbookError, match="cột «Bản tiếng Anh» còn trống"):
        plan_import(reported.root, reported.workbook)


def test_a_report_that_comes_later_becomes_the_source_then(officer: Officer) -> None:
    officer.fill({("antivirus", "all-agencies"): {"Giá trị": 80}})
    officer.bring_in()
    read = add_report(officer.root, 2023, REPORT, "bao-cao.txt")
    assert (*SMARTPHONE, "level") in read.proposals
    assert load_report(officer.root, 2023).source_text() == REPORT
    assert officer.row(("antivirus", "all-agencies"))["value"] == "80"
    with pytest.raises(UsageError, match="đã có văn bản nguồn"):
        add_report(officer.root, 2023, REPORT, "bao-cao.txt")


def test_a_late_report_that_says_otherwise_stands_beside_the_value_and_never_in_its_place(
    officer: Officer, sources: Any, tmp_path: Path
) -> None:
    fibre = ("fibre_households", "households")
    officer.fill({SMARTPHONE: {"Giá trị": 84}, fibre: {"Giá trị": "76,1"}})
    officer.bring_in()
    report = tmp_path / "bao-cao.txt"
    report.write_text(REPORT, encoding="utf-8")
    ended = type(sources)(officer.root).dxbook(
        "workbook", "--year", "2023", "--report", str(report)
    )
    assert ended.returncode == 0, ended.stderr
    sheet = openpyxl.load_workbook(officer.workbook)["Số liệu"]
    assert cell_of(sheet, SMARTPHONE, "Giá trị").value == 84
    assert cell_of(sheet, SMARTPHONE, "Tình trạng").value == "báo cáo"
    row = cell_of(sheet, SMARTPHONE, "Giá trị").row
    warning = cell_of(sheet, SMARTPHONE, "Cần xem lại").value
    assert warning.startswith(
        f"=IF(AND({differs_from(f'I{row}', Decimal('83.50'))},"
        f'ISERROR(SEARCH("đã kiểm tra",P{row}))),"Báo cáo ghi 83,50: «'
    )
    assert "điện thoại thông minh" in warning
    assert max(len(text) for text in warning.split('"')) <= 255
    assert "Báo cáo ghi" not in cell_of(sheet, fibre, "Cần xem lại").value
    assert cell_of(sheet, ACCOUNTS, "Tình trạng").value == "chờ xác nhận"
    (line,) = [
        line for line in described(plan_import(officer.root, officer.workbook))
        if "còn khác báo cáo" in line
    ]  # fmt: skip
    assert line.startswith(f"1 số còn khác báo cáo, ở các ô I{row} của sheet «Số liệu»")
    checked = type(sources)(officer.root).dxbook("check", "--year", "2023").stdout
    assert f"data/2023/workbook.xlsx: {line}" in checked
    assert officer.bring_in() == 0
    assert officer.row(SMARTPHONE)["value"] == "84"


def test_what_a_late_report_says_otherwise_may_be_taken_over(officer: Officer) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": 84}})
    officer.bring_in()
    read = add_report(officer.root, 2023, REPORT, "bao-cao.txt")
    refreshed(officer.root, 2023, read)
    officer.fill({SMARTPHONE: {"Giá trị": 83.5}})
    assert officer.bring_in() == 1
    row = officer.row(SMARTPHONE)
    assert (row["value"], row["status"]) == ("83.5", "reported")


def test_what_waits_or_differs_is_still_shown_when_the_workbook_is_made_anew(
    officer: Officer,
) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": 84}})
    officer.bring_in()
    read = add_report(officer.root, 2023, REPORT, "bao-cao.txt")
    refreshed(officer.root, 2023, read)
    officer.fill({LEVEL_2: {"Giá trị": None, "Tình trạng": "chưa báo cáo"}})
    officer.bring_in()
    before = openpyxl.load_workbook(officer.workbook)
    carried = carried_over(officer.root, 2023)
    assert carried is not None
    refreshed(officer.root, 2023, carried)
    after = openpyxl.load_workbook(officer.workbook)
    for sheet in ("Số liệu", "Số chưa rõ chỉ tiêu"):
        had, has = (
            [[c.value for c in row] for row in workbook[sheet].iter_rows(max_col=19)]
            for workbook in (before, after)
        )
        moved = {row[0] for row, other in zip(had, has, strict=True) if row != other}
        assert moved <= {LEVEL_2[0]}
    assert cell_of(after["Số liệu"], LEVEL_2, "Giá trị").value is None
    assert cell_of(after["Số liệu"], ACCOUNTS, "Tình trạng").value == "chờ xác nhận"
    assert "Báo cáo ghi" in cell_of(after["Số liệu"], SMARTPHONE, "Cần xem lại").value


def test_a_late_report_waits_until_what_was_typed_is_imported(
    officer: Officer, sources: Any, tmp_path: Path, tree_of: Any
) -> None:
    report = tmp_path / "bao-cao.txt"
    report.write_text(REPORT, encoding="utf-8")
    officer.fill({SMARTPHONE: {"Giá trị": 84}})
    before = tree_of(officer.root)
    ended = type(sources)(officer.root).dxbook(
        "workbook", "--year", "2023", "--report", str(report)
    )
    assert ended.returncode == 2
    assert "Hãy chạy «dxbook import data/2023/workbook.xlsx» trước" in ended.stderr
    assert tree_of(officer.root) == before


def late(officer: Officer, note: str = "") -> None:
    """A report comes later; whoever reads it notes something about the number of smartphones."""
    read = add_report(officer.root, 2023, REPORT, "bao-cao.txt")
    key = (*SMARTPHONE, "level")
    said = read.proposals | {key: replace(read.proposals[key], note=note)}
    refreshed(officer.root, 2023, Shown(said, read.unclaimed))


NOTED = "câu nói «chưa»; số có thể của đơn vị khác"


@pytest.mark.parametrize("typed", [{}, {"Tình trạng": "chưa báo cáo"}])
def test_a_proposal_whose_number_was_deleted_leaves_no_quote_and_no_note_of_the_machine(
    officer: Officer, typed: dict[str, Any]
) -> None:
    late(officer, NOTED)
    before = officer.row(SMARTPHONE)
    officer.fill({SMARTPHONE: {"Giá trị": None} | typed})
    assert officer.bring_in() == 0
    assert officer.row(SMARTPHONE) == before
    sheet = openpyxl.load_workbook(officer.workbook)["Số liệu"]
    note = cell_of(sheet, SMARTPHONE, "Ghi chú").value
    officer.fill({SMARTPHONE: {"Ghi chú": f"{note}; Sở chưa tổng hợp"}})
    assert officer.bring_in() == 1
    row = officer.row(SMARTPHONE)
    assert (row["value"], row["quote"], row["start"]) == ("", "", "")
    assert row["note"].startswith("Sở chưa tổng hợp [")


def test_a_confirmed_proposal_does_not_bring_the_machines_note(officer: Officer) -> None:
    late(officer, NOTED)
    officer.fill({SMARTPHONE: {"Tình trạng": "báo cáo"}})
    officer.bring_in()
    assert officer.row(SMARTPHONE)["note"].startswith("[workbook.xlsx, ")


def test_a_value_taken_back_takes_its_quote_along(reported: Officer) -> None:
    reported.fill({SMARTPHONE: {"Tình trạng": "báo cáo"}})
    reported.bring_in()
    carried = carried_over(reported.root, 2023)
    assert carried is not None
    refreshed(reported.root, 2023, carried)
    reported.fill({SMARTPHONE: {"Giá trị": None}})
    reported.bring_in()
    assert reported.row(SMARTPHONE)["quote"] == ""


def test_a_late_report_proposes_its_sentence_for_a_value_that_it_states_too(
    officer: Officer,
) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": "83,5", "Ghi chú": "theo Sở"}})
    officer.bring_in()
    late(officer, NOTED)
    sheet = openpyxl.load_workbook(officer.workbook)["Số liệu"]
    quote = cell_of(sheet, SMARTPHONE, "Trích dẫn")
    assert "83,50%" in quote.value
    assert quote.fill.start_color.rgb.endswith("FFD9A0")
    assert cell_of(sheet, SMARTPHONE, "Tình trạng").value == "chờ xác nhận"
    plan = plan_import(officer.root, officer.workbook)
    assert (plan.changes, (*SMARTPHONE, "level") in plan.filled.proposed) == ((), True)
    officer.fill({SMARTPHONE: {"Tình trạng": "báo cáo"}})
    assert officer.bring_in() == 1
    row = officer.row(SMARTPHONE)
    assert REPORT[int(row["start"]) : int(row["end"])] == row["quote"] == quote.value
    assert (row["value"], row["status"]) == ("83.5", "reported")
    assert row["note"].startswith("theo Sở [")
    carried = carried_over(officer.root, 2023)
    assert carried is not None
    refreshed(officer.root, 2023, carried)
    sheet = openpyxl.load_workbook(officer.workbook)["Số liệu"]
    assert cell_of(sheet, SMARTPHONE, "Tình trạng").value == "báo cáo"
    assert officer.bring_in() == 0


def test_a_sentence_that_waits_keeps_nothing_else_of_its_row_from_coming_in(
    officer: Officer,
) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": "83,5"}})
    officer.bring_in()
    late(officer)
    officer.fill({SMARTPHONE: {"Thời điểm": "12/2023"}})
    assert officer.bring_in() == 1
    row = officer.row(SMARTPHONE)
    assert (row["as_of"], row["quote"], row["status"]) == ("2023-12", "", "reported")
    officer.fill({SMARTPHONE: {"Giá trị": 84}})
    officer.bring_in()
    row = officer.row(SMARTPHONE)
    assert (row["value"], row["quote"], row["status"]) == ("84", "", "reported")


def test_a_sentence_turned_down_does_not_come_back(officer: Officer) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": "83,5"}})
    officer.bring_in()
    late(officer)
    officer.fill({SMARTPHONE: {"Tình trạng": "báo cáo", "Trích dẫn": None}})
    assert officer.bring_in() == 0
    carried = carried_over(officer.root, 2023)
    assert carried is not None
    assert (*SMARTPHONE, "level") not in carried.proposals


def test_a_report_in_decomposed_letters_with_a_byte_mark_is_kept_composed(
    sources: Any, tmp_path: Path
) -> None:
    import unicodedata

    root = sources.copy(tmp_path / "book").root
    raw = "\ufeff" + unicodedata.normalize("NFD", REPORT).replace("\n", "\r\n")
    new_year(root, 2023, (raw, "bao-cao.txt"))
    assert load_report(root, 2023).source_text() == REPORT
