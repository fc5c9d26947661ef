"""An exported workbook comes back unchanged, whatever program saved it on the way.

`workbooks/2022-libreoffice.xlsx` is the workbook of 2022, opened by LibreOffice 7.4, saved as .ods
and from there as .xlsx. `workbooks/2023-libreoffice.xlsx` is that of 2023 filled in by hand there.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dxbook.errors import UsageError
from dxbook.workbook import WorkbookError
from dxbook.writing import parse_table, year_table
from dxbook.year import plan_import, workbooks_of

from ..officer import Officer, columns_of

Tree = Callable[[Path], dict[str, str]]
WORKBOOKS = Path(__file__).parent / "workbooks"


def test_every_table_of_the_book_is_written_as_it_was_read(sources: Any) -> None:
    for path in sorted((sources.root / "data").rglob("*.csv")):
        assert parse_table(path.read_text(encoding="utf-8")).csv() == path.read_bytes(), path


def test_the_workbook_of_2022_comes_back_without_changing_a_byte(
    workbook_2022: tuple[Path, Path], tree_of: Tree, sources: Any
) -> None:
    root, path = workbook_2022
    before = tree_of(root)
    ended = type(sources)(root).dxbook("import", str(path))
    assert ended.returncode == 0, ended.stderr
    assert "Không có gì thay đổi ở năm 2022." in ended.stderr
    assert tree_of(root / "data") == {
        name.removeprefix("data/"): digest
        for name, digest in before.items()
        if name.startswith("data/")
    }


def test_every_row_of_2022_is_in_its_workbook(workbook_2022: tuple[Path, Path]) -> None:
    root, path = workbook_2022
    workbook = openpyxl.load_workbook(path)
    for sheet, table, column in (
        ("Số liệu", "observations", "dxbook gốc"),
        ("Địa bàn", "standings", "dxbook gốc"),
        ("Nhận định", "statements", "dxbook gốc"),
        ("Cần làm rõ", "rulings", "dxbook gốc"),
    ):
        at = columns_of(workbook[sheet])[column]
        carried = [row[at - 1].value for row in workbook[sheet].iter_rows(min_row=2)]
        assert len([c for c in carried if c]) == len(year_table(root, 2022, table).rows)


def test_the_same_workbook_exported_twice_has_the_same_bytes(
    workbook_2022: tuple[Path, Path],
) -> None:
    root, path = workbook_2022
    assert workbooks_of(root, 2022)["workbook.xlsx"] == path.read_bytes()


def test_a_trip_through_libreoffice_changes_nothing(sources: Any) -> None:
    plan = plan_import(sources.root, WORKBOOKS / "2022-libreoffice.xlsx")
    assert plan.changes == ()


def test_libreoffice_keeps_what_is_hidden_locked_and_offered() -> None:
    workbook = openpyxl.load_workbook(WORKBOOKS / "2022-libreoffice.xlsx")
    numbers = workbook["Số liệu"]
    assert workbook["dxbook"].sheet_state == "hidden"
    assert numbers.protection.sheet
    assert numbers.cell(2, 1).protection.locked
    assert not numbers.cell(2, 9).protection.locked
    assert any("chưa báo cáo" in str(r.formula1) for r in numbers.data_validations.dataValidation)


def test_what_was_filled_in_with_libreoffice_is_read(officer: Officer) -> None:
    sent = officer.root / "2023.xlsx"
    shutil.copyfile(WORKBOOKS / "2023-libreoffice.xlsx", sent)
    officer.bring_in(sent)
    values = {
        (r["indicator"], r["scope"]): (r["value"], r["qualifier"], r["as_of"])
        for r in year_table(officer.root, 2023, "observations").rows
        if r["value"]
    }
    assert values == {
        ("online_share", "province"): ("90.15", "", "2023"),
        ("online_share", "districts"): ("81.5", "", "2023"),
        ("smartphone_share", "population"): ("83.50", "", "2023"),
        ("full_process_services", "province"): ("1499", "", "2023"),
        ("documents_exchanged", "province"): ("1001499", "over", "2023-12"),
        ("ict_loudspeakers", "communes"): ("64", "", "2023"),
    }


def test_a_saved_formula_of_libreoffice_is_read_by_its_result(officer: Officer) -> None:
    workbook = openpyxl.load_workbook(WORKBOOKS / "2023-libreoffice.xlsx")
    sheet = workbook["Số liệu"]
    formulas = [
        cell.value
        for cell in sheet[openpyxl.utils.get_column_letter(columns_of(sheet)["Giá trị"])]
        if str(cell.value).startswith("=")
    ]
    assert formulas == ["=1500-1"]


def test_a_google_export_with_floats_and_a_thousand_rows_is_read(
    workbook_2022: tuple[Path, Path],
) -> None:
    """Google Sheets stores every number as a float and pads sheets to a thousand rows."""
    root, path = workbook_2022
    workbook = openpyxl.load_workbook(path)
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int):
                    cell.value = float(cell.value)
        sheet.cell(1000, 1).value = None
        sheet.data_validations.dataValidation.clear()
        sheet.protection.sheet = False
    year = workbook["dxbook"]["B2"]
    year.value, year.data_type = 2022.0, "n"
    workbook.save(path)
    assert plan_import(root, path).changes == ()


# -- workbooks that cannot be imported -----------------------------------------------------------


def refused(root: Path, path: Path) -> str:
    with pytest.raises(WorkbookError) as caught:
        plan_import(root, path)
    return str(caught.value)


def test_what_is_no_workbook_is_refused_with_what_to_do(sources: Any, tmp_path: Path) -> None:
    path = tmp_path / "số liệu.xlsx"
    with pytest.raises(UsageError, match=r"Không có tệp «.*số liệu\.xlsx»"):
        plan_import(sources.root, path)
    path.write_text("a;b;c", encoding="utf-8")
    assert "không mở được như một tệp Excel" in refused(sources.root, path)
    old = tmp_path / "cũ.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0")
    assert "Lưu dưới dạng" in refused(sources.root, old)


def test_a_workbook_of_something_else_is_refused(sources: Any, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    assert "không phải bảng tính của sách này" in refused(sources.root, tmp_path / "other.xlsx")


@pytest.mark.parametrize(
    ("break_it", "says"),
    [
        (lambda w: w["dxbook"].__setitem__("B1", "9"), "bảng tính theo mẫu «9», sách này dùng mẫu"),
        (lambda w: w.remove(w["dxbook"]), "sheet ẩn «dxbook» đã bị xóa"),
        (lambda w: w["Số liệu"].delete_cols(9), "Sheet «Số liệu»: thiếu cột «Giá trị»"),
        (lambda w: w["Số liệu"].delete_rows(1), "thiếu cột «Mã chỉ tiêu», «Mã phạm vi», «Giá trị»"),
        (lambda w: w["Số liệu"].__setitem__("J1", "Giá trị"), "có hai cột «Giá trị» (ô J1)"),
    ],
)
def test_a_workbook_that_lost_what_it_needs_is_refused_with_what_it_lacks(
    workbook_2022: tuple[Path, Path], break_it: Callable[[Any], None], says: str
) -> None:
    root, path = workbook_2022
    workbook = openpyxl.load_workbook(path)
    break_it(workbook)
    workbook.save(path)
    assert says in refused(root, path)


def test_a_workbook_without_any_of_its_sheets_says_which_it_has(
    workbook_2022: tuple[Path, Path],
) -> None:
    root, path = workbook_2022
    workbook = openpyxl.load_workbook(path)
    for name in ("Số liệu", "Địa bàn", "Nhận định", "Cần làm rõ"):
        workbook[name].title = f"cũ {name}"
    workbook.save(path)
    assert "không có sheet «Số liệu». Tệp có: «Hướng dẫn», «cũ Số liệu»" in refused(root, path)


@pytest.mark.parametrize("name", ["Số liệu", "Địa bàn", "Nhận định", "Cần làm rõ"])
def test_a_sheet_that_was_renamed_is_asked_for_and_not_passed_over(
    workbook_2022: tuple[Path, Path], name: str
) -> None:
    root, path = workbook_2022
    workbook = openpyxl.load_workbook(path)
    workbook[name].title = "Sheet1"
    workbook.save(path)
    assert f"không có sheet «{name}». Tệp có: «Hướng dẫn»" in refused(root, path)


def test_a_sheet_renamed_only_in_case_or_spaces_is_found(
    workbook_2022: tuple[Path, Path],
) -> None:
    root, path = workbook_2022
    workbook = openpyxl.load_workbook(path)
    workbook["Số liệu"].title = "SỐ  LIỆU "
    workbook.save(path)
    assert plan_import(root, path).changes == ()
