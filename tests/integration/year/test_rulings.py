"""What the audit finds is ruled on in Excel: the sheet `Cần làm rõ`, out and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dxbook.audit import RULES, audit
from dxbook.data import load_report
from dxbook.model import TextRow
from dxbook.workbook import WorkbookError
from dxbook.writing import year_table
from dxbook.year import add_report, carried_over, plan_import, refreshed, workbooks_of

from ..officer import ONLINE, Line, Officer, columns_of, in_vietnamese

SHEET = "Cần làm rõ"
CHANGE: Line = ("online_share", "province", "thay đổi")
POINTS = "qualifier-before-exact-number/connection_points.province"
LEVELS = "change-and-levels/online_share.province.change"
CUT = "number-cut-short/eid_level_2.province"
ANSWER = {
    "Cách xử lý": "đã giải thích",
    "Lý do": "Sở đã trả lời.",
    "Lý do bằng tiếng Anh": "The department has answered.",
    "Người quyết định": "Nguyễn Văn A",
    "Ngày quyết định": "05/01/2024",
}
WORDS = {
    "as-reported": "giữ như báo cáo",
    "explained": "đã giải thích",
    "corrected": "hiệu chỉnh",
}
Answers = Mapping[str, Mapping[str, Any]]


def answering(answers: Answers) -> Callable[[Any], None]:
    """Type into the rows of some findings."""

    def type_in(workbook: Any) -> None:
        sheet = workbook[SHEET]
        at = columns_of(sheet)
        rows = {sheet.cell(n, at["Mã"]).value: n for n in range(2, sheet.max_row + 1)}
        for finding, cells in answers.items():
            for title, value in cells.items():
                sheet.cell(rows[finding], at[title]).value = value

    return type_in


def shown(path: Path) -> dict[str, dict[str, Any]]:
    """The rows of the sheet by finding."""
    sheet = openpyxl.load_workbook(path)[SHEET]
    titles = [cell.value for cell in sheet[1]]
    rows = [dict(zip(titles, row, strict=True)) for row in sheet.iter_rows(2, values_only=True)]
    return {row["Mã"]: row for row in rows if row["Mã"]}


def rulings(officer: Officer) -> list[TextRow]:
    return list(year_table(officer.root, officer.year, "rulings").rows)


def problems(officer: Officer, file: Path | None = None) -> str:
    with pytest.raises(WorkbookError) as caught:
        plan_import(officer.root, file or officer.workbook)
    return str(caught.value)


@pytest.fixture(scope="module")
def asked_once(made_2023: Path, sources: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book whose 2023 has two findings, with its workbook brought up to date."""
    copy = type(sources)(made_2023).copy(tmp_path_factory.mktemp("asked") / "book")
    officer = Officer(copy.root, 2023)
    with in_vietnamese():
        officer.fill(
            {
                ONLINE: {"Giá trị": 89},
                CHANGE: {"Giá trị": "0,05"},
                ("connection_points", "province"): {"Giá trị": "hơn 4157"},
            }
        )
        officer.bring_in()
        carried = carried_over(officer.root, 2023)
        assert carried is not None
        refreshed(officer.root, 2023, carried)
    return officer.root


@pytest.fixture
def asked(asked_once: Path, sources: Any, tmp_path: Path) -> Officer:
    """An officer with a book of their own, whose 2023 has two findings."""
    return Officer(type(sources)(asked_once).copy(tmp_path / "book").root, 2023)


@pytest.fixture
def of_2022(workbook_2022: tuple[Path, Path]) -> tuple[Officer, Path]:
    """An officer of 2022, whose findings are all ruled on, and the exported workbook."""
    root, path = workbook_2022
    return Officer(root, 2022), path


# -- what the officer sees -----------------------------------------------------------------------


def test_a_new_year_has_no_row_yet_and_says_when_it_will(officer: Officer) -> None:
    sheet = openpyxl.load_workbook(officer.workbook)[SHEET]
    text = " ".join(str(cell.value) for cell in sheet[2] if cell.value)
    assert "Chưa có điểm nào cần làm rõ" in text
    assert "dxbook workbook --year 2023" in text
    assert shown(officer.workbook) == {}
    assert plan_import(officer.root, officer.workbook).changes == ()


def test_there_is_a_row_for_each_finding_with_its_words_its_question_and_its_cell(
    asked: Officer,
) -> None:
    rows = shown(asked.workbook)
    findings = audit(load_report(asked.root, 2023)).findings
    assert set(rows) == {f.id for f in findings} == {POINTS, LEVELS}
    for finding in findings:
        assert rows[finding.id]["Điểm cần làm rõ"] == finding.message["vi"]
        assert "over" not in finding.message["vi"]
        assert rows[finding.id]["Hỏi đơn vị cung cấp"] == finding.question["vi"]
    numbers = openpyxl.load_workbook(asked.workbook)["Số liệu"]
    sheet, _, cell = rows[POINTS]["Chỗ cần xem"].partition("!")
    assert (sheet, numbers[cell].value) == ("Số liệu", 4157)


def test_the_gravest_finding_comes_first(asked: Officer) -> None:
    rows = shown(asked.workbook)
    assert list(rows) == [LEVELS, POINTS]
    assert [row["Mức"] for row in rows.values()] == ["lỗi", "lưu ý"]


def test_only_what_is_to_be_decided_is_unlocked(asked: Officer) -> None:
    sheet = openpyxl.load_workbook(asked.workbook)[SHEET]
    assert sheet.protection.sheet
    unlocked = {
        t for t, column in columns_of(sheet).items() if not sheet.cell(2, column).protection.locked
    }
    assert unlocked == {*ANSWER, "Giá trị đúng", "Văn bản căn cứ"}
    hidden = [c for c, shape in sheet.column_dimensions.items() if shape.hidden]
    assert [sheet[f"{c}1"].value for c in hidden] == ["dxbook gốc"]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"giữ như báo cáo,đã giải thích,hiệu chỉnh"'
    assert max(len(rule.prompt), len(rule.error)) <= 255


def test_what_was_decided_is_shown_beside_its_finding(of_2022: tuple[Officer, Path]) -> None:
    officer, path = of_2022
    rows = shown(path)
    assert set(rows) == {row["finding"] for row in rulings(officer)}
    assert len(rows) == 22
    cut = rows[CUT]
    assert (cut["Cách xử lý"], cut["Giá trị đúng"]) == ("hiệu chỉnh", 292494)
    assert (cut["Người quyết định"], cut["Ngày quyết định"]) == ("Người biên soạn", "24/11/2026")
    assert "thiếu chữ số cuối" in cut["Lý do"]


def test_parts_for_reporting_units_do_not_carry_the_sheet(asked: Officer, tmp_path: Path) -> None:
    for name, content in workbooks_of(asked.root, 2023, by_supplier=True).items():
        (tmp_path / name).write_bytes(content)
        assert SHEET not in openpyxl.load_workbook(tmp_path / name).sheetnames
        assert plan_import(asked.root, tmp_path / name).changes == ()


def test_a_workbook_made_before_there_was_the_sheet_is_still_read(asked: Officer) -> None:
    def as_it_was(workbook: Any) -> None:
        workbook.remove(workbook[SHEET])
        numbers = workbook["Số liệu"]
        numbers.delete_cols(columns_of(numbers)["Trụ cột"])
        workbook["dxbook"]["B1"].value = "1"

    asked.fill(also=as_it_was)
    assert plan_import(asked.root, asked.workbook).changes == ()


# -- what comes back -----------------------------------------------------------------------------


def test_a_decision_comes_into_the_data_and_the_check_is_content(asked: Officer) -> None:
    asked.fill(also=answering({POINTS: ANSWER, LEVELS: {**ANSWER, "Văn bản căn cứ": "CV 12"}}))
    assert asked.bring_in() == 2
    assert rulings(asked)[0] == {
        "finding": LEVELS, "decision": "explained", "value": "0.05; 89; 88.48", "new_value": "",
        "reason_vi": "Sở đã trả lời.", "reason_en": "The department has answered.",
        "document": "CV 12", "decided_by": "Nguyễn Văn A", "decided_on": "2024-01-05",
    }  # fmt: skip
    assert audit(load_report(asked.root, 2023)).unruled == ()
    assert asked.bring_in() == 0


def test_all_the_rulings_of_2022_typed_in_anew_give_the_file_again(
    of_2022: tuple[Officer, Path], tmp_path: Path
) -> None:
    officer, _ = of_2022
    table = officer.root / "data/2022/rulings.csv"
    before, rows = table.read_bytes(), rulings(officer)
    table.write_bytes(year_table(officer.root, 2022, "rulings").with_rows([]).csv())
    path = tmp_path / "typed.xlsx"
    path.write_bytes(workbooks_of(officer.root, 2022)["workbook.xlsx"])
    typed = {
        row["finding"]: {
            "Cách xử lý": WORDS[row["decision"]],
            "Giá trị đúng": row["new_value"] or None,
            "Lý do": row["reason_vi"],
            "Lý do bằng tiếng Anh": row["reason_en"],
            "Văn bản căn cứ": row["document"],
            "Người quyết định": row["decided_by"],
            "Ngày quyết định": datetime.fromisoformat(row["decided_on"]),
        }
        for row in rows
    }
    officer.fill(file=path, also=answering(typed))
    assert officer.bring_in(path) == 22
    assert sorted(table.read_bytes().splitlines()) == sorted(before.splitlines())


def test_without_its_hidden_column_the_sheet_says_the_same(of_2022: tuple[Officer, Path]) -> None:
    officer, path = of_2022

    def cut(workbook: Any) -> None:
        sheet = workbook[SHEET]
        sheet.delete_cols(columns_of(sheet)["dxbook gốc"])

    officer.fill(file=path, also=cut)
    assert plan_import(officer.root, path).changes == ()


def test_one_ruling_changed_changes_one_row_and_no_other_byte(
    of_2022: tuple[Officer, Path],
) -> None:
    officer, path = of_2022
    table = officer.root / "data/2022/rulings.csv"
    before = table.read_bytes().splitlines()
    officer.fill(file=path, also=answering({CUT: {"Người quyết định": "Trần Thị B"}}))
    assert officer.bring_in(path) == 1
    after = table.read_bytes().splitlines()
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0][1] == changed[0][0].replace("Người biên soạn".encode(), "Trần Thị B".encode())


def test_moved_columns_stray_spaces_dates_and_numbers_in_any_dress_are_taken(
    of_2022: tuple[Officer, Path],
) -> None:
    officer, path = of_2022

    def rearrange(workbook: Any) -> None:
        answering(
            {
                CUT: {
                    "Cách xử lý": " Hiệu  chỉnh ",
                    "Giá trị đúng": " 292.495 ",
                    "Người quyết định": "Nguyễn\u00a0 Văn  A ",
                    "Ngày quyết định": datetime(2024, 1, 5),
                }
            }
        )(workbook)
        sheet = workbook[SHEET]
        at = columns_of(sheet)
        first, second = at["Cách xử lý"], at["Ngày quyết định"]
        for row in sheet.iter_rows(min_row=1):
            one, other = row[first - 1], row[second - 1]
            one.value, other.value = other.value, one.value
        sheet.insert_rows(1, amount=2)
        sheet["A1"] = "Tỉnh Phú Thọ"

    officer.fill(file=path, also=rearrange)
    assert officer.bring_in(path) == 1
    (row,) = [row for row in rulings(officer) if row["finding"] == CUT]
    assert (row["decision"], row["new_value"]) == ("corrected", "292495")
    assert (row["decided_by"], row["decided_on"]) == ("Nguyễn Văn A", "2024-01-05")


def test_a_row_that_was_emptied_takes_its_ruling_back(of_2022: tuple[Officer, Path]) -> None:
    officer, path = of_2022
    nothing = dict.fromkeys([*ANSWER, "Giá trị đúng", "Văn bản căn cứ"])
    officer.fill(file=path, also=answering({CUT: nothing}))
    assert officer.bring_in(path) == 1
    assert CUT not in {row["finding"] for row in rulings(officer)}
    assert len(rulings(officer)) == 21


def test_a_ruling_on_a_value_that_moved_is_asked_for_again_and_then_replaced(
    asked: Officer,
) -> None:
    asked.fill(also=answering({POINTS: ANSWER, LEVELS: ANSWER}))
    asked.bring_in()
    asked.fill({ONLINE: {"Giá trị": 90}})
    asked.bring_in()
    carried = carried_over(asked.root, 2023)
    assert carried is not None
    refreshed(asked.root, 2023, carried)
    row = shown(asked.workbook)[LEVELS]
    assert row["Cách xử lý"] is None
    assert "«đã giải thích» cho giá trị «0.05; 89; 88.48»" in row["Điểm cần làm rõ"]
    assert asked.bring_in() == 0
    asked.fill(also=answering({LEVELS: {**ANSWER, "Cách xử lý": "giữ như báo cáo"}}))
    assert asked.bring_in() == 1
    values = {r["finding"]: (r["decision"], r["value"]) for r in rulings(asked)}
    assert values[LEVELS] == ("as-reported", "0.05; 90; 88.48")
    assert len(values) == 2


def test_a_ruling_whose_finding_is_gone_is_shown_and_can_be_taken_back(asked: Officer) -> None:
    asked.fill(also=answering({LEVELS: ANSWER}))
    asked.bring_in()
    asked.fill({CHANGE: {"Giá trị": "0,52"}})
    asked.bring_in()
    carried = carried_over(asked.root, 2023)
    assert carried is not None
    refreshed(asked.root, 2023, carried)
    row = shown(asked.workbook)[LEVELS]
    assert "không còn ứng với điểm cần làm rõ nào" in row["Điểm cần làm rõ"]
    assert asked.bring_in() == 0
    asked.fill(also=answering({LEVELS: dict.fromkeys(ANSWER)}))
    assert asked.bring_in() == 1
    assert rulings(asked) == []


# -- what is wrong -------------------------------------------------------------------------------


def test_all_that_is_wrong_with_decisions_is_said_at_once_by_cell(asked: Officer) -> None:
    asked.fill(
        {ONLINE: {"Giá trị": 8900}},
        also=answering(
            {
                LEVELS: {**ANSWER, "Cách xử lý": "bỏ qua", "Ngày quyết định": "cuối năm"},
                POINTS: {"Cách xử lý": "giữ như báo cáo", "Giá trị đúng": 4157, "Lý do": "Vậy."},
            }
        ),
    )
    said = problems(asked)
    for words in (
        "Sheet «Số liệu», ô I",
        "Sheet «Cần làm rõ», ô E2: «bỏ qua» không có trong danh sách: «giữ như báo cáo»",
        "Sheet «Cần làm rõ», ô K2: «cuối năm» không phải là một ngày",
        "Sheet «Cần làm rõ», ô F3: «Giá trị đúng» chỉ ghi khi chọn «hiệu chỉnh»",
        "Sheet «Cần làm rõ», ô H3: cột «Lý do bằng tiếng Anh» còn trống. Sách có hai ngôn ngữ",
        "Sheet «Cần làm rõ», ô J3: cột «Người quyết định» còn trống",
        "Sheet «Cần làm rõ», ô K3: cột «Ngày quyết định» còn trống",
    ):
        assert words in said
    assert "có 7 chỗ cần sửa" in said
    assert rulings(asked) == []


def test_all_that_is_wrong_in_one_row_is_said_at_once(asked: Officer) -> None:
    wrong = {
        "Cách xử lý": "bỏ qua", "Lý do": None, "Lý do bằng tiếng Anh": None,
        "Người quyết định": None, "Ngày quyết định": "cuối năm",
    }  # fmt: skip
    asked.fill(also=answering({LEVELS: wrong, POINTS: {**wrong, "Cách xử lý": "hiệu chỉnh"}}))
    said = problems(asked)
    for row in (2, 3):
        for words in (
            f"ô G{row}: cột «Lý do» còn trống",
            f"ô H{row}: cột «Lý do bằng tiếng Anh» còn trống",
            f"ô J{row}: cột «Người quyết định» còn trống",
            f"ô K{row}: «cuối năm» không phải là một ngày",
        ):
            assert words in said
    assert "ô E2: «bỏ qua» không có trong danh sách" in said
    assert "có 10 chỗ cần sửa" in said


def test_words_without_a_decision_are_asked_about(asked: Officer) -> None:
    asked.fill(also=answering({POINTS: {**ANSWER, "Cách xử lý": None}}))
    assert "chưa chọn cách xử lý: «giữ như báo cáo», «đã giải thích»" in problems(asked)


def test_a_correction_needs_one_number_and_the_line_to_say_so_too(asked: Officer) -> None:
    corrected = {**ANSWER, "Cách xử lý": "hiệu chỉnh", "Giá trị đúng": 4156}
    asked.fill(also=answering({LEVELS: corrected}))
    assert "không nói về riêng một con số nên không hiệu chỉnh ở đây được" in problems(asked)


def test_a_value_that_its_quote_does_not_say_may_be_corrected(officer: Officer) -> None:
    fibre: Line = ("fibre_households", "households")
    text = "Tỷ lệ hộ gia đình có đường Internet cáp quang băng rộng đạt 76,10%.\n"
    add_report(officer.root, 2023, text, "bao-cao.txt")
    quote = "băng rộng đạt 76,10%"
    typed = {"Giá trị": 67.1, "Trích dẫn": quote, "Tình trạng": "hiệu chỉnh"}
    officer.fill({fibre: typed})
    officer.bring_in()
    carried = carried_over(officer.root, 2023)
    assert carried is not None
    refreshed(officer.root, 2023, carried)
    finding = "value-in-quote/fibre_households.households"
    corrected = {**ANSWER, "Cách xử lý": "hiệu chỉnh", "Giá trị đúng": "76,1"}
    officer.fill(also=answering({finding: corrected}))
    assert officer.bring_in() == 1
    observations = load_report(officer.root, 2023).current.observations
    best = next(o.best for o in observations if o.key == "fibre_households.households")
    assert str(best) == "76.1"


def test_a_correction_is_joined_when_the_line_says_so_too(of_2022: tuple[Officer, Path]) -> None:
    officer, path = of_2022
    level_2: Line = ("eid_level_2", "province")
    typed = {CUT: {"Lý do": "Đã hỏi lại đơn vị."}}
    officer.fill({level_2: {"Tình trạng": "báo cáo"}}, file=path, also=answering(typed))
    said = problems(officer, path)
    assert "cột «Tình trạng» của chỉ tiêu đó cũng phải chọn «hiệu chỉnh» (sheet «Số liệu»" in said
    officer.fill({level_2: {"Tình trạng": "hiệu chỉnh"}}, file=path)
    assert officer.bring_in(path) == 1
    observation = load_report(officer.root, 2022).observation("eid_level_2")
    assert observation is not None
    assert observation.best == 292494


def test_a_correction_of_a_value_that_moves_in_the_same_import_is_asked_about(
    of_2022: tuple[Officer, Path],
) -> None:
    officer, path = of_2022
    officer.fill(
        {("eid_level_2", "province"): {"Giá trị": 292494, "Trích dẫn": None}},
        file=path,
        also=answering({CUT: {"Lý do": "Đã hỏi lại đơn vị."}}),
    )
    said = problems(officer, path)
    assert "Sheet «Cần làm rõ», ô E" in said
    assert "dựa trên số 292,49, nay số liệu đã đổi" in said


def test_an_identity_pasted_over_is_noticed(asked: Officer) -> None:
    asked.fill(also=answering({POINTS: {"Mã": "sums/other"}}))
    assert "Sheet «Cần làm rõ», ô L3: mã của dòng này đã bị sửa hoặc dán đè" in problems(asked)


# -- the commands --------------------------------------------------------------------------------


def test_the_officer_goes_from_check_to_workbook_to_import_without_a_csv(
    officer: Officer, sources: Any
) -> None:
    book = type(sources)(officer.root)
    officer.fill({ONLINE: {"Giá trị": 89}, CHANGE: {"Giá trị": "0,05"}})
    officer.bring_in()
    ended = book.dxbook("check", "--year", "2023")
    assert ended.returncode == 1
    assert "ở data/2023/workbook.xlsx, Số liệu!I" in ended.stdout
    assert "điền sheet «Cần làm rõ»" in ended.stdout
    assert "Đã ghi data/2023/workbook.xlsx" in book.dxbook("workbook", "--year", "2023").stderr
    officer.fill(also=answering({LEVELS: ANSWER}))
    ended = book.dxbook("import", "data/2023/workbook.xlsx")
    assert ended.returncode == 0, ended.stderr
    title = RULES["change-and-levels"].title["vi"]
    assert f"thêm cách xử lý «{title}», «" in ended.stderr
    assert " – thay đổi: đã giải thích" in ended.stderr
    assert LEVELS not in ended.stderr
    assert book.dxbook("check", "--year", "2023").returncode == 0
    book.dxbook("import", "--undo")
    assert book.dxbook("check", "--year", "2023").returncode == 1


def test_check_points_to_the_cell_as_it_stands_now_and_not_as_it_was_imported(
    asked: Officer, sources: Any
) -> None:
    def move(workbook: Any) -> None:
        workbook["Số liệu"].insert_rows(2, amount=3)

    book = type(sources)(asked.root)
    line = shown(asked.workbook)[LEVELS]["Chỗ cần xem"]
    assert f"data/2023/workbook.xlsx, {line} (" in book.dxbook("check", "--year", "2023").stdout
    asked.fill(also=move)
    moved = f"Số liệu!I{int(line.removeprefix('Số liệu!I')) + 3}"
    assert f"data/2023/workbook.xlsx, {moved} (" in book.dxbook("check", "--year", "2023").stdout


def test_check_points_to_the_workbook_that_was_sent_in(
    officer: Officer, sources: Any, tmp_path: Path
) -> None:
    typed = {ONLINE: {"Giá trị": 89}, CHANGE: {"Giá trị": "0,05"}}
    officer.bring_in(officer.fill(typed, to=tmp_path / "gửi.xlsx"))
    shown_json = type(sources)(officer.root).dxbook("check", "--year", "2023", "--json").stdout
    assert '"workbook": "data/2023/imported/gửi.xlsx, Số liệu!I' in shown_json
