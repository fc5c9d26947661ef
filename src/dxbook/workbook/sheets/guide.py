"""The first sheet: what to do, in plain Vietnamese."""

from __future__ import annotations

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from ..columns import NUMBERS, PLACES, RULINGS, STATEMENTS, UNCLAIMED
from ..content import Content
from ..labels import CONFIRMED, PROPOSED
from .table import PROPOSAL, TYPED, WARNING, on_paper
from .xlsx import cell_at, write_text

_STEPS = (
    f"1. Mở sheet «{NUMBERS.name}». Mỗi dòng là một chỉ tiêu của một phạm vi (cấp sở, cấp xã…).",
    "2. Ghi con số vào cột «Giá trị», ô màu vàng nhạt. Chỉ cần ghi cột này là đủ; các cột khác ghi "
    "khi báo cáo có nêu.",
    "3. Phần trăm ghi là số phần trăm: 88,48 – không ghi 0,8848. Không ghi đơn vị vào ô số.",
    "4. Báo cáo viết «trên 3 triệu» thì ghi 3000000 và chọn «trên» ở cột «Từ ngữ đi kèm».",
    "5. Không có số liệu thì để trống. Nếu biết lý do, chọn ở cột «Tình trạng»: chưa báo cáo, chưa "
    "thu thập, không áp dụng.",
    "6. Cột «Trích dẫn»: chép nguyên câu của báo cáo. Không có câu nào thì để trống; sách sẽ ghi "
    "nguồn là ô của bảng tính này.",
    f"7. Sheet «{PLACES.name}»: huyện, xã, cơ quan mà báo cáo nêu tên. Sheet «{STATEMENTS.name}»: "
    "điều báo cáo nói mà không kèm con số, cả hạn chế.",
    "8. Lưu tệp (vẫn là Excel .xlsx) rồi đưa vào sách bằng lệnh: dxbook import TÊN-TỆP.xlsx",
)  # fmt: skip
_RULINGS = (
    f"9. Sau khi kiểm tra (dxbook check), sheet «{RULINGS.name}» có một dòng cho mỗi điểm cần làm "
    "rõ: chọn cách xử lý, ghi lý do, người và ngày quyết định, rồi nhập lại tệp này."
)
_COLOURS = (
    (TYPED, "ô để ghi"),
    (PROPOSAL, "số máy đọc từ báo cáo, cần xem lại: đúng thì chọn «báo cáo» thay cho "
               f"«{PROPOSED}»; sai thì sửa hoặc xóa. Chưa chọn thì chưa vào sách"),
    (WARNING, f"con số có vẻ không đúng; nếu vẫn đúng, ghi «{CONFIRMED}» vào cột «Ghi chú»"),
)  # fmt: skip
_WARNINGS = (
    "Excel tiếng Anh hiểu 88,48 là 8848. Nếu thấy số lạ, hãy định dạng ô là Văn bản (Text) rồi gõ "
    "lại.",
    "Đừng xóa cột ẩn và sheet ẩn: nhờ chúng mà sách biết tệp này của năm nào.",
    "Có thể sắp xếp, lọc, ẩn dòng, đổi chỗ cột; đừng đổi tên cột, đừng gộp ô.",
)


def write_guide(sheet: Worksheet, content: Content) -> None:
    """Draw the sheet."""
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 6, 100
    part = f" – phần của {content.part}" if content.part else ""
    lines = [f"Số liệu chuyển đổi số năm {content.year}{part}", "", "Việc cần làm", *_STEPS]
    if not content.part:
        lines.append(_RULINGS)
    for number, text in enumerate(lines, start=1):
        _say(sheet, number, text, bold=number in (1, 3), size=16 if number == 1 else 11)
    number = len(lines) + 2
    _say(sheet, number, "Màu của ô", bold=True)
    for fill, meaning in _COLOURS:
        number += 1
        cell_at(sheet, number, 1).fill = fill
        _say(sheet, number, meaning)
    number += 2
    _say(sheet, number, "Cần nhớ", bold=True)
    warnings = list(_WARNINGS)
    if content.unclaimed:
        warnings.append(
            f"Sheet «{UNCLAIMED}» kể những con số của báo cáo chưa rõ thuộc chỉ tiêu nào."
        )
    for text in warnings:
        number += 1
        _say(sheet, number, text)
    on_paper(sheet)
    sheet.protection.sheet = True
    sheet.sheet_view.showGridLines = False


def _say(sheet: Worksheet, number: int, text: str, *, bold: bool = False, size: int = 11) -> None:
    cell = cell_at(sheet, number, 2)
    write_text(cell, text)
    cell.font = Font(bold=bold, size=size)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if size == 11:
        sheet.row_dimensions[number].height = 15 * (1 + len(text) // 100)
