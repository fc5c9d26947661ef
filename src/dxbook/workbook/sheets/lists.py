"""The sheets `Địa bàn` and `Nhận định`, and the numbers of a report that nobody claims."""

from __future__ import annotations

from collections.abc import Callable

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from ...writing.rows import TextRow
from ..columns import PLACE_COLUMNS, STATEMENT_COLUMNS, Column, letter
from ..content import Content, origin_of
from ..labels import KIND, LIST, STANDING
from .meta import list_range
from .style import TOP, choice, dress, fit_height, on_paper, protect, write_header
from .xlsx import cell_at, write_text

SPARE_PLACES, SPARE_STATEMENTS = 40, 40


def write_places(sheet: Worksheet, content: Content) -> None:
    """Which places have, or lack, what an indicator counts."""
    catalogue = content.catalogue

    def texts(row: TextRow) -> dict[str, str]:
        return row | {
            "indicator_name": catalogue.indicators[row["indicator"]].name["vi"],
            "place_name": catalogue.places[row["place"]].name["vi"],
            "standing": STANDING.get(row["standing"], ""),
            "list": LIST.get(row["list"], ""),
            "origin": origin_of(row) if row["standing"] else "",
        }

    last = _write(sheet, PLACE_COLUMNS, content.places, texts, SPARE_PLACES, ("indicator", "place"))
    first_spare = len(content.places) + 2
    for field, title in (("indicator", "Mã chỉ tiêu"), ("place", "Mã địa bàn")):
        at = letter(PLACE_COLUMNS, field)
        choice(
            sheet, f"{at}{first_spare}:{at}{last}", list_range(catalogue, field),
            title, "Chọn mã trong danh sách; mã mới thêm vào sách sau thì gõ vào.", grows=True,
        )  # fmt: skip
    _offer(sheet, PLACE_COLUMNS, "standing", STANDING, last, "Nguồn không nói thì để trống.")
    _offer(
        sheet, PLACE_COLUMNS, "list", LIST, last,
        "kể đủ: báo cáo nêu hết tên; nêu ví dụ: báo cáo viết «như», «một số».",
    )  # fmt: skip
    protect(sheet)


def write_statements(sheet: Worksheet, content: Content) -> None:
    """What the source says without a number, weaknesses included."""
    catalogue = content.catalogue

    def texts(row: TextRow) -> dict[str, str]:
        section = catalogue.sections.get(row["section"])
        return row | {
            "pillar": catalogue.pillars[row["pillar"]].name["vi"],
            "section": section.name["vi"] if section else "",
            "kind": KIND[row["kind"]],
            "origin": origin_of(row),
        }

    last = _write(sheet, STATEMENT_COLUMNS, content.statements, texts, SPARE_STATEMENTS, ())
    for field, title in (("pillar", "Nội dung"), ("section", "Mục"), ("indicator", "Mã chỉ tiêu")):
        at = letter(STATEMENT_COLUMNS, field)
        choice(
            sheet, f"{at}2:{at}{last}", list_range(catalogue, field),
            title, "Chọn trong danh sách; mục và chỉ tiêu có thể để trống.", grows=True,
        )  # fmt: skip
    _offer(sheet, STATEMENT_COLUMNS, "kind", KIND, last, "Báo cáo khen, chê hay chỉ nêu bối cảnh.")
    protect(sheet)


def write_unclaimed(sheet: Worksheet, content: Content) -> None:
    """Numbers of the report that belong to no known indicator: perhaps new ones."""
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 100
    for at, title in enumerate(("Con số", "Câu trong báo cáo"), start=1):
        write_text(cell_at(sheet, 1, at), title)
        cell_at(sheet, 1, at).font = Font(bold=True)
    for number, (token, quote) in enumerate(content.unclaimed, start=2):
        for at, text in enumerate((token, quote), start=1):
            write_text(cell_at(sheet, number, at), text)
            cell_at(sheet, number, at).alignment = TOP
    protect(sheet)


def _write(
    sheet: Worksheet,
    columns: tuple[Column, ...],
    rows: tuple[TextRow, ...],
    texts: Callable[[TextRow], dict[str, str]],
    spare: int,
    chosen_in_spare: tuple[str, ...],
) -> int:
    """Draw rows and spare rows; give the number of the last."""
    write_header(sheet, columns, freeze="A2")
    for number, row in enumerate(rows, start=2):
        said = texts(row)
        for at, column in enumerate(columns, start=1):
            dress(cell_at(sheet, number, at), typed=column.use == "typed")
            write_text(cell_at(sheet, number, at), said[column.field])
        fit_height(sheet, number, columns)
    on_paper(sheet)
    last = len(rows) + 1 + spare
    for number in range(len(rows) + 2, last + 1):
        for at, column in enumerate(columns, start=1):
            typed = column.use == "typed" or column.field in chosen_in_spare
            dress(cell_at(sheet, number, at), typed=typed)
    return last


def _offer(
    sheet: Worksheet,
    columns: tuple[Column, ...],
    field: str,
    words: dict[str, str],
    last: int,
    prompt: str,
) -> None:
    at = letter(columns, field)
    title = next(column.title for column in columns if column.field == field)
    options = '"' + ",".join(words.values()) + '"'
    choice(sheet, f"{at}2:{at}{last}", options, title, prompt)
