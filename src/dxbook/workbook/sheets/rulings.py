"""The sheet `Cần làm rõ`: a row for each finding of the audit, with cells for what is decided."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from ...audit.decisions import NAME as STALE
from ...writing.rows import TextRow, row_key
from ..columns import NUMBER_COLUMNS, NUMBERS, RULING_COLUMNS, letter, title_of
from ..content import Content, OpenPoint, origin_of
from ..labels import DECISION, SEVERITY
from .style import NOTHING, PROPOSAL, choice, dress, fit_height, on_paper, protect, write_header
from .xlsx import cell_at, write_number, write_text

_AT = {column.field: letter(RULING_COLUMNS, column.field) for column in RULING_COLUMNS}
#: As the officer writes a day; the column is text, so that Excel does not turn 5/1 into May.
_TEXT = "@"


def write_rulings(sheet: Worksheet, content: Content) -> None:
    """Draw the sheet; without a finding it says when it fills."""
    write_header(sheet, RULING_COLUMNS, freeze="C2")
    lines = {row_key("observations", line.row): at for at, line in enumerate(content.numbers, 2)}
    for at_row, point in enumerate(content.points, start=2):
        _write_point(sheet, at_row, point, lines)
    last = len(content.points) + 1
    if content.points:
        _offers(sheet, last)
    else:
        _write_empty(sheet, content.year)
    sheet.auto_filter.ref = f"A1:{_AT['finding']}{max(last, 2)}"
    on_paper(sheet, across=2, repeated=f"{_AT['severity']}:{_AT['message']}")
    protect(sheet)


def _write_empty(sheet: Worksheet, year: int) -> None:
    cell = cell_at(sheet, 2, [c.field for c in RULING_COLUMNS].index("message") + 1)
    dress(cell, typed=False)
    write_text(
        cell,
        "Chưa có điểm nào cần làm rõ. Sau khi nhập số liệu, chạy «dxbook workbook --year "
        f"{year}»: mỗi điểm mà «dxbook check» nêu sẽ có một dòng ở đây.",
    )
    sheet.row_dimensions[2].height = 60


def _write_point(
    sheet: Worksheet, at_row: int, point: OpenPoint, lines: Mapping[tuple[str, ...], int]
) -> None:
    texts = _texts(point, lines)
    for at, column in enumerate(RULING_COLUMNS, start=1):
        cell = cell_at(sheet, at_row, at)
        dress(cell, typed=column.use == "typed")
        if column.field == "new_value" and texts["new_value"]:
            write_number(cell, Decimal(texts["new_value"]))
        else:
            write_text(cell, texts[column.field])
        if column.field == "decided_on":
            cell.number_format = _TEXT
        if column.field == "severity":
            cell.fill = NOTHING if point.ruling and point.finding.rule != STALE else PROPOSAL
    fit_height(sheet, at_row, RULING_COLUMNS)


def _texts(point: OpenPoint, lines: Mapping[tuple[str, ...], int]) -> TextRow:
    finding, ruling = point.finding, point.ruling or dict.fromkeys(point.identity, "")
    return ruling | {
        "severity": SEVERITY[finding.severity],
        "message": finding.message["vi"] + _moved(point),
        "question": _question(finding.rule, finding.question["vi"]),
        "place": _place(point, lines),
        "decision": DECISION.get(ruling["decision"], ""),
        "decided_on": day_words(ruling["decided_on"]),
        "finding": point.identity["finding"],
        "origin": origin_of(point.ruling or point.identity),
    }


def _question(rule: str, usual: str) -> str:
    if rule != STALE:
        return usual
    return "Bỏ cách xử lý này: xóa hết các ô vàng của dòng. Hoặc xem lại số liệu đã đổi."


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
    typed = [c.field for c in NUMBER_COLUMNS if c.use == "typed"]
    return f"{NUMBERS}!{letter(NUMBER_COLUMNS, column if column in typed else 'value')}{at_row}"


def day_words(day: str) -> str:
    """An ISO day as the officer writes it.

    >>> day_words("2024-01-05"), day_words("")
    ('05/01/2024', '')
    """
    return "/".join(reversed(day.split("-")))


def _offers(sheet: Worksheet, last: int) -> None:
    def cells(field: str) -> str:
        return f"{_AT[field]}2:{_AT[field]}{last}"

    options = '"' + ",".join(DECISION.values()) + '"'
    choice(
        sheet, cells("decision"), options, title_of(RULING_COLUMNS, "decision"),
        "giữ như báo cáo: báo cáo viết vậy; đã giải thích: đã rõ vì sao; hiệu chỉnh: báo cáo in "
        "sai, ghi thêm Giá trị đúng. Số gõ sai thì sửa ở sheet «Số liệu».",
    )  # fmt: skip
