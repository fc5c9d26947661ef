"""The sheet `Cần làm rõ`: a row for each finding of the audit, with cells for what is decided."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from ...audit import STALE
from ...model import TextRow
from ..carried import origin_of
from ..columns import NUMBERS, RULINGS
from ..content import Content, OpenPoint
from ..labels import DECISION, SEVERITY, day_words
from .table import NOTHING, PROPOSAL, Table
from .xlsx import cell_at, write_text

_TAKE_BACK = "Bỏ cách xử lý này: xóa hết các ô vàng của dòng. Hoặc xem lại số liệu đã đổi."


def write_rulings(sheet: Worksheet, content: Content) -> None:
    """Draw the sheet; without a finding it says when it fills."""
    table = Table(sheet, RULINGS, freeze="C2")
    key_of = content.catalogue.schemas["observations"].key_of
    lines = {key_of(line.row): at for at, line in enumerate(content.numbers, 2)}
    for point in content.points:
        texts = _texts(point, lines)
        corrected = texts["new_value"]
        cells = table.add(texts, {"new_value": Decimal(corrected)} if corrected else None)
        # As the officer writes a day: text, so that Excel does not turn 5/1 into May.
        cells["decided_on"].number_format = "@"
        decided = point.ruling and point.finding.rule != STALE
        cells["severity"].fill = NOTHING if decided else PROPOSAL
    if content.points:
        table.offer(
            "decision",
            DECISION.values(),
            "giữ như báo cáo: báo cáo viết vậy; đã giải thích: đã rõ vì sao; hiệu chỉnh: báo cáo "
            "in sai, ghi thêm Giá trị đúng. Số gõ sai thì sửa ở sheet «Số liệu».",
        )
    else:
        _write_empty(sheet, content.year)
    table.filter_to("finding")
    table.finish(across=2, repeated=f"{RULINGS.letter('severity')}:{RULINGS.letter('message')}")


def _write_empty(sheet: Worksheet, year: int) -> None:
    cell = cell_at(sheet, 2, [c.field for c in RULINGS.columns].index("message") + 1)
    cell.style = "shown"
    write_text(
        cell,
        "Chưa có điểm nào cần làm rõ. Sau khi nhập số liệu, chạy «dxbook workbook --year "
        f"{year}»: mỗi điểm mà «dxbook check» nêu sẽ có một dòng ở đây.",
    )
    sheet.row_dimensions[2].height = 60


def _texts(point: OpenPoint, lines: Mapping[tuple[str, ...], int]) -> TextRow:
    finding, ruling = point.finding, point.ruling or dict.fromkeys(point.identity, "")
    return ruling | {
        "severity": SEVERITY[finding.severity],
        "message": finding.message["vi"] + _moved(point),
        "question": _TAKE_BACK if finding.rule == STALE else finding.question["vi"],
        "place": _place(point, lines),
        "decision": DECISION.get(ruling["decision"], ""),
        "decided_on": day_words(ruling["decided_on"]),
        "finding": point.identity["finding"],
        "origin": origin_of(point.ruling or point.identity),
    }


def _moved(point: OpenPoint) -> str:
    """What was decided before the data moved, to be decided again."""
    earlier = point.earlier
    if earlier is None:
        return ""
    return (
        f" Trước đây đã chọn «{DECISION[earlier['decision']]}» cho giá trị «{earlier['value']}» "
        f"({earlier['reason_vi']}); số liệu đã đổi nên phải quyết định lại."
    )


def _place(point: OpenPoint, lines: Mapping[tuple[str, ...], int]) -> str:
    """Where to look: a cell of this workbook, or a file of the book."""
    at_row, column = lines.get(point.observation), point.finding.column
    if at_row is None:
        row = f", dòng {point.finding.row}" if point.finding.row else ""
        return f"{point.finding.file}{row}"
    at_column = NUMBERS.letter(column if column in NUMBERS.typed else "value")
    return f"{NUMBERS.name}!{at_column}{at_row}"
