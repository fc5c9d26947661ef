"""What is wrong with a workbook, said to the officer by sheet and cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import DxbookError


@dataclass(frozen=True)
class CellProblem:
    """One thing to mend in a workbook.

    Args:
        sheet: the sheet's name; empty for the whole file.
        cell: the cell as Excel names it ("H12"); empty for the whole sheet.
        message: what was found and what to do, in Vietnamese.
    """

    sheet: str
    cell: str
    message: str

    def __str__(self) -> str:
        """The problem as one line.

        >>> str(CellProblem("Số liệu", "H12", "ô này trống."))
        'Sheet «Số liệu», ô H12: ô này trống.'
        """
        if not self.sheet:
            return self.message
        place = f"Sheet «{self.sheet}»" + (f", ô {self.cell}" if self.cell else "")
        return f"{place}: {self.message}"


class WorkbookError(DxbookError):
    """A workbook that cannot be imported as it stands; all its problems at once."""

    def __init__(self, file: str, problems: Sequence[CellProblem]) -> None:
        self.problems = tuple(problems)
        lines = [f"{file}: có {len(self.problems)} chỗ cần sửa, chưa ghi gì vào sách."]
        lines += [f"  {problem}" for problem in self.problems]
        lines.append("Sửa trong tệp Excel, lưu lại rồi nhập lại.")
        super().__init__("\n".join(lines))
