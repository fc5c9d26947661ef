"""The sheets of a workbook: their names, their columns, and what each column is for.

The visible names are a promise: an officer knows them, and import finds a column by its name, so
that a moved column is found again. Names that begin with "dxbook" are hidden and carry back what
the officer need not see.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase
from typing import Literal

#: Workbooks of version 1 have no sheet for rulings; they can be imported all the same.
SCHEMA_VERSION, READABLE_VERSIONS = "2", ("1", "2")
GUIDE, UNCLAIMED, META = "Hướng dẫn", "Số chưa rõ chỉ tiêu", "dxbook"
#: Names of the facts in the hidden sheet's first two columns.
VERSION, YEAR, PART = "phiên bản", "năm", "phần"

Use = Literal["shown", "typed", "computed", "hidden"]


@dataclass(frozen=True)
class Column:
    """A column of a sheet.

    Args:
        field: the column of the data's table that it stands for, or another name for the rest.
        use: `shown` is locked, `typed` is for the officer, `computed` is a formula.
        width: in characters.
        required: whether import can do nothing without it.
    """

    title: str
    field: str
    use: Use
    width: float
    required: bool = False


@dataclass(frozen=True)
class Layout:
    """A sheet of rows: its name and its columns, as the workbook is written."""

    name: str
    columns: tuple[Column, ...]

    @property
    def typed(self) -> tuple[str, ...]:
        """The fields that are for the officer."""
        return tuple(column.field for column in self.columns if column.use == "typed")

    def letter(self, field: str) -> str:
        """The letter of a field's column.

        >>> NUMBERS.letter("value")
        'I'
        """
        return ascii_uppercase[[column.field for column in self.columns].index(field)]

    def title_of(self, field: str) -> str:
        """The visible name of a field's column.

        >>> NUMBERS.title_of("as_of")
        'Thời điểm'
        """
        return next(column.title for column in self.columns if column.field == field)


NUMBERS = Layout(
    "Số liệu",
    (
        Column("Mã chỉ tiêu", "indicator", "shown", 24, required=True),
        Column("Chỉ tiêu", "indicator_name", "shown", 36),
        Column("Phạm vi", "scope_name", "shown", 22),
        Column("Mã phạm vi", "scope", "shown", 17, required=True),
        Column("Loại số liệu", "measure", "shown", 9),
        Column("Đơn vị tính", "unit", "shown", 13),
        Column("Năm trước", "before", "shown", 11),
        Column("Mục tiêu", "target", "shown", 24),
        Column("Giá trị", "value", "typed", 14, required=True),
        Column("Từ ngữ đi kèm", "qualifier", "typed", 10),
        Column("Tử số", "numerator", "typed", 12),
        Column("Mẫu số", "denominator", "typed", 12),
        Column("Tình trạng", "status", "typed", 15),
        Column("Thời điểm", "as_of", "typed", 12),
        Column("Trích dẫn", "quote", "typed", 48),
        Column("Ghi chú", "note", "typed", 28),
        Column("Tỷ lệ tính được", "share", "computed", 12),
        Column("Cần xem lại", "warning", "computed", 30),
        Column("Trụ cột", "pillar_name", "shown", 24),
        Column("dxbook gốc", "origin", "hidden", 10),
        Column("dxbook đề xuất", "proposed", "hidden", 10),
    ),
)
PLACES = Layout(
    "Địa bàn",
    (
        Column("Mã chỉ tiêu", "indicator", "shown", 22, required=True),
        Column("Chỉ tiêu", "indicator_name", "shown", 42),
        Column("Mã địa bàn", "place", "shown", 24, required=True),
        Column("Địa bàn", "place_name", "shown", 34),
        Column("Có hay chưa", "standing", "typed", 12, required=True),
        Column("Danh sách", "list", "typed", 14),
        Column("Trích dẫn", "quote", "typed", 60),
        Column("dxbook gốc", "origin", "hidden", 10),
    ),
)
STATEMENTS = Layout(
    "Nhận định",
    (
        Column("Mã nhận định", "id", "shown", 20),
        Column("Nội dung", "pillar", "typed", 24, required=True),
        Column("Mục", "section", "typed", 24),
        Column("Mã chỉ tiêu", "indicator", "typed", 22),
        Column("Loại", "kind", "typed", 12),
        Column("Nhận định", "text_vi", "typed", 44, required=True),
        Column("Bản tiếng Anh", "text_en", "typed", 44),
        Column("Trích dẫn", "quote", "typed", 60),
        Column("dxbook gốc", "origin", "hidden", 10),
    ),
)
RULINGS = Layout(
    "Cần làm rõ",
    (
        Column("Mức", "severity", "shown", 10),
        Column("Điểm cần làm rõ", "message", "shown", 60),
        Column("Hỏi đơn vị cung cấp", "question", "shown", 40),
        Column("Chỗ cần xem", "place", "shown", 22),
        Column("Cách xử lý", "decision", "typed", 18, required=True),
        Column("Giá trị đúng", "new_value", "typed", 13),
        Column("Lý do", "reason_vi", "typed", 44),
        Column("Lý do bằng tiếng Anh", "reason_en", "typed", 44),
        Column("Văn bản căn cứ", "document", "typed", 24),
        Column("Người quyết định", "decided_by", "typed", 20),
        Column("Ngày quyết định", "decided_on", "typed", 13),
        Column("Mã", "finding", "shown", 30),
        Column("dxbook gốc", "origin", "hidden", 10),
    ),
)
#: The sheets that are read back.
LAYOUTS = (NUMBERS, PLACES, STATEMENTS, RULINGS)
