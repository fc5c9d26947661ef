"""The sheets `Địa bàn` and `Nhận định`, and the numbers of a report that nobody claims."""

from __future__ import annotations

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from ..carried import origin_of
from ..columns import PLACES, STATEMENTS
from ..content import Content
from ..labels import KIND, LIST, STANDING
from .meta import list_range
from .table import TOP, Table, protect
from .xlsx import cell_at, write_text

_SPARE_ROWS = 40


def write_places(sheet: Worksheet, content: Content) -> None:
    """Which places have, or lack, what an indicator counts."""
    catalogue, chosen = content.catalogue, ("indicator", "place")
    table = Table(sheet, PLACES, freeze="A2")
    for row in content.places:
        table.add(
            row
            | {
                "indicator_name": catalogue.indicators[row["indicator"]].name["vi"],
                "place_name": catalogue.places[row["place"]].name["vi"],
                "standing": STANDING.get(row["standing"], ""),
                "list": LIST.get(row["list"], ""),
                "origin": origin_of(row) if row["standing"] else "",
            }
        )
    first_spare = table.last + 1
    for _ in range(_SPARE_ROWS):
        table.add(typed=chosen)
    for field in chosen:
        table.offer(
            field,
            list_range(catalogue, field),
            "Chọn mã trong danh sách; mã mới thêm vào sách sau thì gõ vào.",
            first=first_spare,
            grows=True,
        )
    table.offer("standing", STANDING.values(), "Nguồn không nói thì để trống.")
    table.offer(
        "list",
        LIST.values(),
        "kể đủ: báo cáo nêu hết tên; nêu ví dụ: báo cáo viết «như», «một số».",
    )
    table.finish()


def write_statements(sheet: Worksheet, content: Content) -> None:
    """What the source says without a number, weaknesses included."""
    catalogue = content.catalogue
    table = Table(sheet, STATEMENTS, freeze="A2")
    for row in content.statements:
        section = catalogue.sections.get(row["section"])
        table.add(
            row
            | {
                "pillar": catalogue.pillars[row["pillar"]].name["vi"],
                "section": section.name["vi"] if section else "",
                "kind": KIND[row["kind"]],
                "origin": origin_of(row),
            }
        )
    for _ in range(_SPARE_ROWS):
        table.add()
    for field in ("pillar", "section", "indicator"):
        table.offer(
            field,
            list_range(catalogue, field),
            "Chọn trong danh sách; mục và chỉ tiêu có thể để trống.",
            grows=True,
        )
    table.offer("kind", KIND.values(), "Báo cáo khen, chê hay chỉ nêu bối cảnh.")
    table.finish()


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
