"""A filled-in workbook comes back: what is read, what is refused, what is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dxbook.data import load_report
from dxbook.errors import UsageError
from dxbook.parts.figures import sum_in_words
from dxbook.workbook import WorkbookError
from dxbook.writing import undo
from dxbook.year import apply_import, described, plan_import

from ..officer import DOCUMENTS, ONLINE, SMARTPHONE, Officer, cell_of, columns_of, row_of

Tree = Callable[[Path], dict[str, str]]
CHANGE = ("online_share", "province", "thay đổi")


def test_filling_in_the_value_alone_is_enough(officer: Officer) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": 83.5}})
    assert officer.bring_in() == 1
    row = officer.row(SMARTPHONE)
    assert (row["value"], row["status"], row["unit"]) == ("83.5", "reported", "percent")
    assert row["quote"] == ""


def test_a_value_without_a_quote_is_traced_to_its_cell(officer: Officer) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": 83.5}})
    officer.bring_in()
    note = officer.row(SMARTPHONE)["note"]
    assert note.startswith("[workbook.xlsx, Số liệu!I")
    assert note.endswith("]")


def test_everything_that_can_be_typed_comes_into_the_data(officer: Officer) -> None:
    typed = {
        "Giá trị": "90,15",
        "Từ ngữ đi kèm": "hơn",
        "Tử số": "1 803 000",
        "Mẫu số": 2_000_000,
        "Tình trạng": "báo cáo",
        "Thời điểm": "tháng 12/2023",
        "Ghi chú": " theo Sở Nội vụ ",
    }
    officer.fill({ONLINE: typed})
    officer.bring_in()
    row = officer.row(ONLINE)
    assert row["note"].startswith("theo Sở Nội vụ [workbook.xlsx")
    wanted = {
        "value": "90.15", "qualifier": "over", "numerator": "1803000", "denominator": "2000000",
        "status": "reported", "as_of": "2023-12", "quote": "", "start": "", "end": "",
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted


def test_a_reason_for_nothing_comes_into_the_data(officer: Officer) -> None:
    officer.fill({SMARTPHONE: {"Tình trạng": "chưa thu thập"}})
    officer.bring_in()
    assert officer.row(SMARTPHONE)["status"] == "not-collected"


def test_the_book_stays_valid_and_half_full(officer: Officer) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": 83.5}, DOCUMENTS: {"Giá trị": 1_000_000}})
    officer.bring_in()
    report = load_report(officer.root, 2023)
    values = {o.key for o in report.current.observations if o.value is not None}
    assert values == {"smartphone_share.population", "documents_exchanged.province"}


def test_a_stated_change_becomes_an_observation_beside_its_level(officer: Officer) -> None:
    officer.fill({CHANGE: {"Giá trị": "-0,33"}})
    officer.bring_in()
    row = officer.row((*ONLINE, "change"))
    assert (row["value"], row["unit"]) == ("-0.33", "percentage-points")


def test_the_officer_may_add_a_line_in_the_empty_rows(officer: Officer) -> None:
    def add(workbook: Any) -> None:
        sheet = workbook["Số liệu"]
        at = columns_of(sheet)
        for title, value in {
            "Mã chỉ tiêu": "smartphone_share", "Mã phạm vi": "population",
            "Loại số liệu": "thay đổi", "Giá trị": "3,43", "Đơn vị tính": "điểm phần trăm",
        }.items():  # fmt: skip
            sheet.cell(sheet.max_row - 3, at[title]).value = value

    officer.fill(also=add)
    assert officer.bring_in() == 1
    assert officer.row((*SMARTPHONE, "change"))["value"] == "3.43"
    load_report(officer.root, 2023)


def test_importing_the_same_file_again_changes_nothing(officer: Officer, tree_of: Tree) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": 83.5}, CHANGE: {"Giá trị": 1}})
    officer.bring_in()
    before = tree_of(officer.root / "data")
    assert officer.bring_in() == 0
    assert tree_of(officer.root / "data") == before


def test_a_value_typed_again_or_taken_back_is_followed(officer: Officer) -> None:
    for typed, stands in ((83.5, "83.5"), (84, "84"), (None, ""), (82, "82")):
        officer.fill({SMARTPHONE: {"Giá trị": typed}})
        officer.bring_in()
        assert officer.row(SMARTPHONE)["value"] == stands
    officer.fill({SMARTPHONE: {"Giá trị": None}})
    officer.bring_in()
    taken_back = officer.row(SMARTPHONE)
    assert (taken_back["status"], taken_back["note"]) == ("not-reported", "")


def test_only_the_year_changes(officer: Officer, tree_of: Tree) -> None:
    before = tree_of(officer.root / "data")
    officer.fill({SMARTPHONE: {"Giá trị": 83.5}})
    officer.bring_in()
    after = tree_of(officer.root / "data")
    changed = {name for name in after if before.get(name) != after[name]}
    assert all(name.startswith("2023/") for name in changed)


def test_a_workbook_from_elsewhere_is_kept_for_the_trace(officer: Officer, tmp_path: Path) -> None:
    sent = officer.fill({SMARTPHONE: {"Giá trị": 83.5}}, to=tmp_path / "gửi lại.xlsx")
    officer.bring_in(sent)
    kept = officer.root / "data/2023/imported/gửi lại.xlsx"
    assert kept.read_bytes() == sent.read_bytes()
    assert "[gửi lại.xlsx, Số liệu!" in officer.row(SMARTPHONE)["note"]


# -- what is wrong -------------------------------------------------------------------------------


def problems(officer: Officer, file: Path | None = None) -> str:
    with pytest.raises(WorkbookError) as caught:
        plan_import(officer.root, file or officer.workbook)
    return str(caught.value)


def test_all_that_is_wrong_is_said_at_once_by_sheet_and_cell(
    officer: Officer, tree_of: Tree
) -> None:
    officer.fill(
        {
            ONLINE: {"Giá trị": 8848},
            SMARTPHONE: {"Giá trị": 0.835},
            DOCUMENTS: {"Giá trị": 957.196},
            ("lan_fibre", "all-agencies"): {"Giá trị": "gần hết"},
            ("antivirus", "all-agencies"): {"Giá trị": 80, "Tình trạng": "không áp dụng"},
            ("dx_staff", "communes"): {"Tình trạng": "báo cáo"},
            ("portals", "agencies-districts"): {"Giá trị": 90, "Từ ngữ đi kèm": "rất"},
            ("e_invoices", "enterprises"): {"Giá trị": 90, "Thời điểm": "cuối năm"},
        }
    )
    before = tree_of(officer.root / "data")
    said = problems(officer)
    assert tree_of(officer.root / "data") == before
    assert "workbook.xlsx: có 8 chỗ cần sửa, chưa ghi gì vào sách." in said
    assert said.count("Sheet «Số liệu», ô ") == 8
    for words in (
        "đọc được 8848, nhưng đơn vị là % nên không quá 100. Có phải là 88,48?",
        "nếu là 83,5% thì gõ 83,5",
        "Có phải là 957196?",
        "«gần hết» không phải là số",
        "đã chọn «không áp dụng» nhưng ô Giá trị có số 80",
        "đã chọn «báo cáo» nhưng ô Giá trị trống",
        "«rất» không phải là từ đi kèm đã biết",
        "«cuối năm» không phải là thời điểm",
    ):
        assert words in said


def test_a_value_is_held_against_its_numerator_and_denominator(officer: Officer) -> None:
    officer.fill({ONLINE: {"Giá trị": 88.48, "Tử số": 133511, "Mẫu số": 167031}})
    assert "133511 chia cho 167031 được 79,93%" in problems(officer)


def test_parts_without_a_value_are_asked_about_and_never_computed(officer: Officer) -> None:
    officer.fill({ONLINE: {"Tử số": 144, "Mẫu số": 225}})
    assert "tính được 64%) nhưng Giá trị trống" in problems(officer)


def test_a_formula_is_read_by_its_result_or_refused(officer: Officer) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": "=80+3", "Ghi chú": "=A1"}})
    said = problems(officer)
    assert "công thức chưa có kết quả" in said
    assert "ô này là công thức; ở đây chỉ ghi chữ" in said


def test_a_cell_merged_over_two_lines_is_asked_about(officer: Officer) -> None:
    def merge(workbook: Any) -> None:
        sheet = workbook["Số liệu"]
        row = row_of(sheet, SMARTPHONE)
        sheet.cell(row, columns_of(sheet)["Giá trị"]).value = 80
        sheet.merge_cells(f"I{row}:I{row + 1}")

    officer.fill(also=merge)
    assert "gộp với ô khác" in problems(officer)


def test_a_code_pasted_over_is_noticed(officer: Officer) -> None:
    officer.fill({SMARTPHONE: {"Mã chỉ tiêu": "fibre_households"}})
    assert "mã của dòng này đã bị sửa hoặc dán đè" in problems(officer)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (2022, "thời điểm 2022 ở trước năm 2023 của bảng tính"),
        ("31/12/2024", "thời điểm 31/12/2024 ở sau năm 2023 của bảng tính"),
    ],
)
def test_a_date_outside_the_year_is_asked_about_and_may_be_confirmed(
    officer: Officer, typed: Any, says: str
) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": 83.5, "Thời điểm": typed}})
    assert says in problems(officer)
    officer.fill({SMARTPHONE: {"Ghi chú": "đã kiểm tra"}})
    assert f"thời điểm 2023 → {typed}" in "".join(
        described(plan_import(officer.root, officer.workbook))
    )
    officer.bring_in()
    assert officer.row(SMARTPHONE)["as_of"] in ("2022", "2024-12-31")


@pytest.mark.parametrize("note", [None, "theo Sở", "theo Kế hoạch 12"])
def test_a_derived_value_needs_its_calculation(officer: Officer, note: str | None) -> None:
    typed = {"Giá trị": 83.5, "Tình trạng": "suy ra", "Ghi chú": note}
    officer.fill({SMARTPHONE: typed})
    assert "đã chọn «suy ra» thì ghi phép tính vào cột Ghi chú" in problems(officer)
    officer.fill({SMARTPHONE: {"Ghi chú": "80 + 3,5"}})
    officer.bring_in()
    row = officer.row(SMARTPHONE)
    assert row["status"] == "derived"
    assert sum_in_words(row["note"], "vi") == "80 + 3,5"


def test_a_quote_without_a_source_text_is_kept_in_the_note(officer: Officer) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": 83.5, "Trích dẫn": "Tỷ lệ đạt  83,5%"}})
    officer.bring_in()
    row = officer.row(SMARTPHONE)
    assert row["note"].startswith("Trích dẫn: «Tỷ lệ đạt 83,5%» [")
    assert officer.bring_in() == 0


def test_a_place_without_a_source_text_is_told_how_to_give_one(officer: Officer) -> None:
    def place(workbook: Any) -> None:
        sheet = workbook["Địa bàn"]
        sheet.cell(2, columns_of(sheet)["Có hay chưa"]).value = "có"

    officer.fill(also=place)
    said = problems(officer)
    assert "Sheet «Địa bàn», ô G2: năm này chưa có văn bản nguồn" in said
    assert "dxbook workbook --year 2023 --report" in said


# -- however it was saved ------------------------------------------------------------------------


def test_hidden_rows_moved_columns_a_title_above_and_another_order_are_taken_as_they_come(
    officer: Officer,
) -> None:
    def rearrange(workbook: Any) -> None:
        sheet = workbook["Số liệu"]
        cell_of(sheet, SMARTPHONE, "Giá trị").value = "83,5"
        sheet.row_dimensions[row_of(sheet, SMARTPHONE)].hidden = True
        at = columns_of(sheet)
        value, note = at["Giá trị"], at["Ghi chú"]
        for row in sheet.iter_rows(min_row=1):
            row[value - 1].value, row[note - 1].value = row[note - 1].value, row[value - 1].value
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=60)]
        for row, values in zip(sheet.iter_rows(min_row=2, max_row=60), rows[::-1], strict=True):
            for cell, said in zip(row, values, strict=True):
                cell.value = said
        sheet.insert_rows(1, amount=2)
        sheet["A1"] = "UBND tỉnh – số liệu năm 2023"
        sheet.merge_cells("A1:D1")

    officer.fill(also=rearrange)
    assert officer.bring_in() == 1
    assert officer.row(SMARTPHONE)["value"] == "83.5"


def test_shown_cells_merged_for_looks_do_no_harm(officer: Officer) -> None:
    def merge(workbook: Any) -> None:
        sheet = workbook["Số liệu"]
        row = row_of(sheet, ("steering_committees", "agencies-districts"))
        sheet.merge_cells(f"A{row}:A{row + 1}")
        sheet.merge_cells(f"B{row}:B{row + 1}")
        sheet.cell(row + 1, columns_of(sheet)["Giá trị"]).value = 95

    officer.fill(also=merge)
    officer.bring_in()
    assert officer.row(("steering_committees", "communes"))["value"] == "95"


def test_without_the_hidden_columns_the_codes_say_which_line_it_is(officer: Officer) -> None:
    def cut(workbook: Any) -> None:
        sheet = workbook["Số liệu"]
        cell_of(sheet, SMARTPHONE, "Giá trị").value = 83.5
        sheet.delete_cols(columns_of(sheet)["dxbook gốc"], 2)

    officer.fill(also=cut)
    assert officer.bring_in() == 1
    assert officer.row(SMARTPHONE)["status"] == "reported"
    assert officer.bring_in() == 0


def test_two_lines_of_one_value_that_differ_are_an_error(officer: Officer) -> None:
    def twice(workbook: Any) -> None:
        sheet = workbook["Số liệu"]
        at = columns_of(sheet)
        cell_of(sheet, SMARTPHONE, "Giá trị").value = 83.5
        for title, value in {
            "Mã chỉ tiêu": "smartphone_share", "Mã phạm vi": "population", "Giá trị": 84,
        }.items():  # fmt: skip
            sheet.cell(sheet.max_row - 2, at[title]).value = value

    officer.fill(also=twice)
    assert "trùng chỉ tiêu, phạm vi với ô I" in problems(officer)


# -- at once, and back ---------------------------------------------------------------------------


def test_undo_brings_back_every_byte(officer: Officer, tree_of: Tree, tmp_path: Path) -> None:
    first = officer.fill({SMARTPHONE: {"Giá trị": 83.5}}, to=tmp_path / "một.xlsx")
    second = officer.fill({DOCUMENTS: {"Giá trị": 1_000_000}}, to=tmp_path / "hai.xlsx")
    states = [tree_of(officer.root / "data")]
    for file in (first, second):
        officer.bring_in(file)
        states.append(tree_of(officer.root / "data"))
    undo(officer.root / "data/2023")
    undo(officer.root / "data/2023")
    assert tree_of(officer.root / "data") == states[0]
    with pytest.raises(UsageError, match="Không có lần nhập nào"):
        undo(officer.root / "data/2023")


def test_undo_does_not_throw_away_what_was_mended_since(officer: Officer) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": 83.5}})
    officer.bring_in()
    table = officer.root / "data/2023/observations.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("83.5", "83.6"), encoding="utf-8")
    with pytest.raises(UsageError, match=r"observations\.csv đã được sửa sau lần nhập"):
        undo(officer.root / "data/2023")


def test_an_import_that_was_cut_off_can_be_undone(
    officer: Officer, tree_of: Tree, tmp_path: Path
) -> None:
    before = tree_of(officer.root / "data")
    earlier = (officer.root / "data/2023/observations.csv").read_bytes()
    officer.bring_in(officer.fill({SMARTPHONE: {"Giá trị": 83.5}}, to=tmp_path / "gửi.xlsx"))
    (officer.root / "data/2023/observations.csv").write_bytes(earlier)
    undo(officer.root / "data/2023")
    assert tree_of(officer.root / "data") == before


def test_a_write_that_fails_half_way_leaves_all_as_it_was(
    officer: Officer, tree_of: Tree, tmp_path: Path, replace_fails_at: Callable[[int], list[Path]]
) -> None:
    sent = officer.fill({SMARTPHONE: {"Giá trị": 83.5}}, to=tmp_path / "gửi.xlsx")
    before = tree_of(officer.root / "data")
    plan = plan_import(officer.root, sent)
    tried = replace_fails_at(2)
    with pytest.raises(PermissionError):
        apply_import(plan)
    assert len(tried) >= 2
    assert tree_of(officer.root / "data") == before


def test_the_command_shows_the_difference_writes_and_undoes(
    officer: Officer, sources: Any, tree_of: Tree
) -> None:
    book = type(sources)(officer.root)
    officer.fill({SMARTPHONE: {"Giá trị": "83,5", "Từ ngữ đi kèm": "trên"}})
    before = tree_of(officer.root / "data")
    ended = book.dxbook("import", "data/2023/workbook.xlsx")
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr
    assert (
        "sửa «Dân số có điện thoại thông minh» (dân số): (chưa báo cáo) → trên 83,5" in ended.stderr
    )
    assert "Đã ghi vào data/2023/" in ended.stderr
    again = book.dxbook("import", "data/2023/workbook.xlsx")
    assert "Không có gì thay đổi ở năm 2023." in again.stderr
    back = book.dxbook("import", "--undo")
    assert "Đã trả lại data/2023/observations.csv" in back.stderr
    assert tree_of(officer.root / "data") == before


def test_the_difference_shows_numbers_the_vietnamese_way(officer: Officer) -> None:
    officer.fill({DOCUMENTS: {"Giá trị": 1057200}, ONLINE: {"Giá trị": "81,20"}})
    lines = "\n".join(described(plan_import(officer.root, officer.workbook)))
    assert "(chưa báo cáo) → 1.057.200" in lines
    assert "(chưa báo cáo) → 81,20" in lines


def test_the_command_says_what_is_wrong_without_a_traceback(officer: Officer, sources: Any) -> None:
    officer.fill({SMARTPHONE: {"Giá trị": 835}})
    ended = type(sources)(officer.root).dxbook("import", "data/2023/workbook.xlsx")
    assert ended.returncode == 2
    assert "Sheet «Số liệu», ô I" in ended.stderr
    assert "Traceback" not in ended.stderr
