"""An eighth pillar is data and one notebook, each made by one command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import openpyxl
import pytest

from dxbook.additions import NewIndicator, NewPage, add_indicator, make_page
from dxbook.data import load_report
from dxbook.errors import UsageError
from dxbook.workbook import WorkbookError
from dxbook.year import carried_over, plan_import, refreshed

from ..officer import SMARTPHONE, Officer, cell_of, columns_of, row_of

Tree = Callable[[Path], dict[str, str]]
AWARENESS = NewPage("awareness", "Nhận thức số", 'Digital "awareness"', pillar=True)
TRAINING = NewIndicator(
    id="awareness_training",
    pillar="awareness",
    unit="percent",
    scopes=("agencies-districts", "communes"),
    name_vi="Đơn vị có tập huấn, tuyên truyền",
    name_en="Units with training and outreach",
    definition_vi="Tỷ lệ đơn vị có tập huấn, tuyên truyền về chuyển đổi số trong năm.",
    definition_en="Share of units with training and outreach in the year.",
)


@pytest.fixture
def book(sources: Any, tmp_path: Path) -> Any:
    return sources.copy(tmp_path / "book")


def test_a_page_is_a_valid_notebook_in_both_languages_with_parameters(book: Any) -> None:
    make_page(book.root, NewPage("staffing", "Nhân sự", "Staffing"))
    notebook = nbformat.read(book.root / "notebooks/staffing.ipynb", as_version=4)
    nbformat.validate(notebook)
    tags = [cell.metadata.get("tags", []) for cell in notebook.cells]
    assert tags.count(["vi"]) == tags.count(["en"]) >= 1
    assert tags.count(["parameters"]) == 1
    assert notebook.cells[0].source.startswith("# Nhân sự\n")
    assert 'Page("staffing", year, lang, place)' in notebook.cells[3].source
    assert "{{" not in "".join(cell.source for cell in notebook.cells)


def test_a_page_goes_to_the_end_and_a_pillar_after_the_last_pillar(book: Any) -> None:
    before = (book.root / "_toc.yml").read_text(encoding="utf-8").splitlines()
    make_page(book.root, NewPage("staffing", "Nhân sự", "Staffing"))
    make_page(book.root, AWARENESS)
    after = (book.root / "_toc.yml").read_text(encoding="utf-8").splitlines()
    assert [line for line in after if "staffing" not in line and "awareness" not in line] == before
    society = next(n for n, line in enumerate(after) if line.endswith("notebooks/society"))
    assert after[society + 1].endswith("- file: notebooks/awareness")
    assert after[-1].endswith("- file: notebooks/staffing")


def test_a_pillar_and_its_indicators_are_data_of_the_newest_year(book: Any) -> None:
    year = load_report(book.root).year
    make_page(book.root, AWARENESS)
    add_indicator(book.root, TRAINING)
    report = load_report(book.root)
    assert report.pillars()[-1].id == "awareness"
    assert report.pillars()[-1].name["en"] == 'Digital "awareness"'
    (indicator,) = report.indicators("awareness")
    assert indicator.scopes == TRAINING.scopes
    assert [(o.scope, o.status) for o in report.observations("awareness")] == [
        ("agencies-districts", "not-reported"),
        ("communes", "not-reported"),
    ]
    assert indicator.validity.start is not None
    assert indicator.validity.start.year == year


def test_nothing_else_changes(book: Any, tree_of: Tree) -> None:
    year = load_report(book.root).year
    before = tree_of(book.root)
    indicators = (book.root / "data/indicators.csv").read_text(encoding="utf-8")
    make_page(book.root, AWARENESS)
    add_indicator(book.root, TRAINING)
    after = {n: d for n, d in tree_of(book.root).items() if not n.startswith("_build")}
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "notebooks/awareness.ipynb", "_toc.yml", "data/pillars.csv", "data/indicators.csv",
        f"data/{year}/observations.csv", f"data/{year}/commentary/awareness.vi.md",
        f"data/{year}/commentary/awareness.en.md",
    }  # fmt: skip
    table = (book.root / "data/indicators.csv").read_text(encoding="utf-8")
    assert table.startswith(indicators)
    assert table.count("\n") == indicators.count("\n") + 1


def test_a_workbook_that_holds_nothing_new_gets_the_row_and_another_is_left_alone(
    officer: Officer,
) -> None:
    make_page(officer.root, AWARENESS)
    _, refreshed = add_indicator(officer.root, TRAINING)
    assert refreshed
    officer.fill({("awareness_training", "communes"): {"Giá trị": 75}})
    before = officer.workbook.read_bytes()
    second = NewIndicator(**{**vars(TRAINING), "id": "awareness_pages"})
    _, refreshed = add_indicator(officer.root, second)
    assert not refreshed
    assert officer.workbook.read_bytes() == before
    assert officer.bring_in() == 1


def test_the_page_of_a_new_pillar_runs(book: Any) -> None:
    import papermill

    make_page(book.root, AWARENESS)
    add_indicator(book.root, TRAINING)
    notebooks = book.root / "notebooks"
    papermill.execute_notebook(
        notebooks / "awareness.ipynb", book.root / "out.ipynb", cwd=notebooks, progress_bar=False
    )
    text = (book.root / "out.ipynb").read_text(encoding="utf-8")
    assert "Đơn vị có tập huấn" in text


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (NewPage("society", "Xã hội", "Society"), "Đã có trang «society»"),
        (NewPage("Nhận thức", "a", "b"), "không dùng làm mã được"),
        (NewPage("../x", "a", "b"), "không dùng làm mã được"),
        (NewPage("new", "", "b"), "cần tên bằng cả hai ngôn ngữ"),
    ],
)
def test_a_page_that_cannot_be_is_refused(
    book: Any, tree_of: Tree, page: NewPage, says: str
) -> None:
    before = tree_of(book.root)
    with pytest.raises(UsageError, match=says):
        make_page(book.root, page)
    assert tree_of(book.root) == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": "online_share"}, "Đã có chỉ tiêu «online_share»"),
        ({"pillar": "econmy"}, "Không có nội dung «econmy». Có phải «economy»"),
        ({"unit": "percents"}, "Có phải «percent»"),
        ({"scopes": ("commune",)}, "Có phải «communes»"),
        ({"scopes": ()}, "ít nhất một phạm vi"),
        ({"direction": "up"}, "--direction\\) «up»"),
        ({"definition_en": " "}, "Chưa ghi --definition-en"),
    ],
)
def test_an_indicator_that_cannot_be_is_refused(
    book: Any, tree_of: Tree, change: dict[str, Any], says: str
) -> None:
    before = tree_of(book.root)
    with pytest.raises(UsageError, match=says):
        add_indicator(book.root, NewIndicator(**{**vars(TRAINING), "pillar": "society", **change}))
    assert tree_of(book.root) == before


def test_the_commands_say_what_they_wrote(book: Any) -> None:
    made = book.dxbook(
        "new-page", "awareness", "--pillar", "--title-vi", "Nhận thức số", "--title-en", "Awareness"
    )
    assert made.returncode == 0, made.stderr
    assert "Đã ghi notebooks/awareness.ipynb" in made.stderr
    (line,) = [line for line in made.stderr.splitlines() if line.startswith("Muốn bỏ: ")]
    assert line.startswith("Muốn bỏ: xóa notebooks/awareness.ipynb, data/2022/commentary/")
    assert line.endswith("; xóa dòng «awareness» trong _toc.yml và data/pillars.csv.")
    added = book.dxbook(
        "new-indicator", "awareness_training", "--pillar", "awareness", "--unit", "percent",
        "--scope", "communes", "--name-vi", "Tập huấn", "--name-en", "Training",
        "--definition-vi", "Tỷ lệ có tập huấn.", "--definition-en", "Share with training.",
    )  # fmt: skip
    assert added.returncode == 0, added.stderr
    assert "Đã ghi data/indicators.csv" in added.stderr
    assert (
        "Muốn bỏ: xóa các dòng có mã «awareness_training» trong data/indicators.csv và "
        "data/2022/observations.csv." in added.stderr
    )


def test_what_is_said_to_take_an_indicator_back_does(officer: Officer, tree_of: Tree) -> None:
    before = tree_of(officer.root / "data")
    add_indicator(officer.root, NewIndicator(**{**vars(TRAINING), "pillar": "society"}))
    taken_out(officer, "awareness_training")
    carried = carried_over(officer.root, 2023)
    assert carried is not None
    refreshed(officer.root, 2023, carried)
    after = tree_of(officer.root / "data")
    assert {n: d for n, d in after.items() if ".before-import" not in n} == before


def taken_out(officer: Officer, id: str) -> None:
    """Do what the command says under «Muốn bỏ», but for the workbook."""
    for file in ("data/indicators.csv", "data/2023/observations.csv"):
        lines = (officer.root / file).read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(f"{id},")]
        (officer.root / file).write_text("".join(kept), encoding="utf-8")


def test_a_workbook_that_still_holds_an_indicator_taken_back_is_answered_by_cell(
    officer: Officer,
) -> None:
    add_indicator(officer.root, NewIndicator(**{**vars(TRAINING), "pillar": "society"}))
    line = ("awareness_training", "communes")
    officer.fill({line: {"Giá trị": 75}})
    taken_out(officer, "awareness_training")
    with pytest.raises(WorkbookError) as caught:
        plan_import(officer.root, officer.workbook)
    row = row_of(openpyxl.load_workbook(officer.workbook)["Số liệu"], line)
    assert f"Sheet «Số liệu», ô A{row}: không có chỉ tiêu «awareness_training»" in str(caught.value)
    assert "xóa dòng này" in str(caught.value)
    officer.fill({line: {"Giá trị": None}})
    assert plan_import(officer.root, officer.workbook).changes == ()


@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("indicator", "không có chỉ tiêu «gone» trong danh mục"),
        ("scope", "chỉ tiêu smartphone_share không có phạm vi «gone»"),
        ("unit", "không có đơn vị «gone» trong danh mục"),
    ],
)
def test_a_line_made_with_what_the_book_no_longer_has_is_answered_by_cell(
    officer: Officer, field: str, says: str
) -> None:
    typed: dict[str, Any] = {"Giá trị": 75}
    shown = {"indicator": "Mã chỉ tiêu", "scope": "Mã phạm vi"}.get(field)
    if shown:
        typed[shown] = "gone"
    sheet = openpyxl.load_workbook(officer.workbook)["Số liệu"]
    origin = json.loads(cell_of(sheet, SMARTPHONE, "dxbook gốc").value)
    typed = {"dxbook gốc": json.dumps(origin | {field: "gone"})} | typed
    officer.fill({SMARTPHONE: typed})
    with pytest.raises(WorkbookError, match=says):
        plan_import(officer.root, officer.workbook)


def test_a_place_that_the_book_no_longer_has_is_answered_by_cell(officer: Officer) -> None:
    def place(workbook: Any, standing: str | None) -> None:
        sheet = workbook["Địa bàn"]
        sheet.cell(2, columns_of(sheet)["Mã địa bàn"]).value = "gone"
        sheet.cell(2, columns_of(sheet)["Có hay chưa"]).value = standing

    officer.fill(also=lambda workbook: place(workbook, "có"))
    with pytest.raises(WorkbookError, match="ô C2: không có mã «gone» trong danh mục"):
        plan_import(officer.root, officer.workbook)
    officer.fill(also=lambda workbook: place(workbook, None))
    assert plan_import(officer.root, officer.workbook).changes == ()


def test_taking_back_says_to_bring_the_workbook_up_to_date(officer: Officer, sources: Any) -> None:
    book = type(sources)(officer.root)
    made = book.dxbook(
        "new-page", "awareness", "--pillar", "--title-vi", "Nhận thức số", "--title-en", "Awareness"
    )
    assert "; rồi làm mới bảng tính: dxbook workbook --year 2023." in made.stderr
    officer.fill({SMARTPHONE: {"Giá trị": 75}})
    added = book.dxbook(
        "new-indicator", "awareness_training", "--pillar", "awareness", "--unit", "percent",
        "--scope", "communes", "--name-vi", "Tập huấn", "--name-en", "Training",
        "--definition-vi", "Tỷ lệ có tập huấn.", "--definition-en", "Share with training.",
    )  # fmt: skip
    assert "rồi làm mới bảng tính: dxbook workbook --year 2023." in added.stderr


def test_a_page_that_cannot_be_put_in_place_leaves_no_half_of_it(
    book: Any, tree_of: Tree, replace_fails_at: Callable[[int], list[Path]]
) -> None:
    before = tree_of(book.root)
    tried = replace_fails_at(3)
    with pytest.raises(PermissionError):
        make_page(book.root, AWARENESS)
    assert len(tried) == 3
    assert tree_of(book.root) == before
