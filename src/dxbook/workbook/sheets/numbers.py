"""The sheet `Số liệu`: a row for each indicator and scope."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl.worksheet.worksheet import Worksheet

from ...model import TextRow
from ...wording import number
from ..carried import Seen, origin_of, split_note
from ..columns import NUMBERS
from ..content import Content, NumberLine
from ..labels import MEASURE, PROPOSED, PROPOSED_NOTE, QUALIFIER_WORDS, STATUS_WORDS, qualifier_word
from .formulas import digits_of, share, warning, warning_of
from .meta import list_range
from .table import NOTHING, PROPOSAL, WARNING, Table

if TYPE_CHECKING:
    from ...reading import Proposal

#: Rows at the end in which the officer may add a change, or an indicator made since.
_SPARE_ROWS = 20
_CHOSEN_IN_SPARE = ("indicator", "scope", "measure", "unit")


def write_numbers(sheet: Worksheet, content: Content) -> None:
    """Draw the sheet."""
    table = Table(sheet, NUMBERS, freeze="D2")
    for at, line in enumerate(content.numbers, start=2):
        formulas = {"share": share(at), "warning": warning_of(at, line)}
        cells = table.add(
            _texts(line, content),
            _numbers(line),
            formulas,
            typed=("unit",) if line.row["measure"] == "change" else (),
        )
        for field in _to_confirm(line):
            cells[field].fill = PROPOSAL
    first_spare = table.last + 1
    for at in range(first_spare, first_spare + _SPARE_ROWS):
        table.add(formulas={"share": share(at), "warning": warning(at)}, typed=_CHOSEN_IN_SPARE)
    _offers(table, first_spare, content)
    _checks(table)
    _colours(table)
    table.filter_to("pillar_name")
    names = f"{NUMBERS.letter('indicator_name')}:{NUMBERS.letter('scope_name')}"
    table.finish(across=2, repeated=names)


def _to_confirm(line: NumberLine) -> tuple[str, ...]:
    """The fields of a line that show what a report says, to be looked at."""
    if line.proposed:
        return ("value", "qualifier", "status", "quote")
    return ("status", "quote") if line.agreeing else ()


def _numbers(line: NumberLine) -> dict[str, Decimal | None]:
    """The numbers of a line; a proposal stands where the value would."""
    if line.proposed:
        p = line.proposed
        entry = {"value": p.value, "numerator": p.numerator, "denominator": p.denominator}
    else:
        entry = {
            field: Decimal(line.row[field]) if line.row[field] else None
            for field in ("value", "numerator", "denominator")
        }
    return {"before": line.before, **entry}


def _texts(line: NumberLine, content: Content) -> dict[str, str]:
    """The texts of a line, in the officer's words."""
    row, catalogue, proposed = line.row, content.catalogue, line.proposed
    waiting = proposed or line.agreeing
    reading = _reading_note(waiting) if waiting else ""
    said, indicator = line.otherwise or waiting, catalogue.indicators[row["indicator"]]
    seen = Seen(said.value, said.start, said.qualifier, reading).carried() if said else ""
    return row | {
        "indicator_name": indicator.name["vi"],
        "scope_name": catalogue.scopes[row["scope"]].name["vi"],
        "measure": MEASURE[row["measure"]],
        "unit": catalogue.units[row["unit"]].name["vi"],
        "target": line.target,
        "qualifier": said_qualifier(row) if not proposed else qualifier_word(proposed.qualifier),
        "status": PROPOSED if waiting else STATUS_WORDS[row["status"]],
        "quote": waiting.quote if waiting else row["quote"],
        "note": "; ".join(filter(None, (reading, split_note(row["note"])[0]))),
        "pillar_name": catalogue.pillars[indicator.pillar].name["vi"],
        "origin": origin_of(row),
        "proposed": seen,
    }


def _reading_note(said: Proposal) -> str:
    """How sure a reading is, and what was noted about it."""
    sure = f"{PROPOSED_NOTE} {number(Decimal(f'{said.score:.2f}'), 'vi')}"
    return f"{sure}; {said.note}" if said.note else sure


def said_qualifier(row: TextRow) -> str:
    """The qualifier of a row, in the very word of its quote where it is there."""
    words = [word for word, code in QUALIFIER_WORDS.items() if code == row["qualifier"]]
    said = [word for word in words if f"{word} " in row["quote"].casefold()]
    return (said or words or [""])[0]


def _offers(table: Table, first_spare: int, content: Content) -> None:
    table.offer(
        "qualifier",
        ("trên", "hơn", "dưới", "khoảng", "gần", "ít nhất"),
        "Chọn từ đứng trước con số trong báo cáo (trên, hơn…). Không có thì để trống.",
    )
    table.offer(
        "status",
        (*STATUS_WORDS.values(), PROPOSED),
        "Không cần chọn khi đã ghi Giá trị. Không có số liệu thì chọn lý do. Số đọc từ báo cáo: "
        "đúng thì chọn «báo cáo».",
    )
    table.offer(
        "measure",
        MEASURE.values(),
        "mức: giá trị trong năm; thay đổi: tăng, giảm so với năm trước.",
        first=first_spare,
    )
    for field, name in (("indicator", "chỉ tiêu"), ("scope", "phạm vi")):
        table.offer(
            field,
            list_range(content.catalogue, field),
            f"Chọn mã {name} trong danh sách; mã mới thêm vào sách sau thì gõ vào.",
            first=first_spare,
            grows=True,
        )
    units = list_range(content.catalogue, "unit")
    table.offer("unit", units, "Chỉ chọn đơn vị cho số liệu loại «thay đổi».")


def _checks(table: Table) -> None:
    value, unit = f"{NUMBERS.letter('value')}2", f"{NUMBERS.letter('unit')}2"
    table.check(
        "value",
        f'IF(ISTEXT({value}),TRUE,OR({unit}<>"%",ABS({value})<=100))',
        "Ghi đúng con số trong báo cáo, ví dụ 88,48. Phần trăm ghi là số phần trăm, không ghi "
        "0,8848. Không có số liệu thì để trống.",
        "Phần trăm không quá 100. Excel tiếng Anh đổi 88,48 thành 8848. Bạn vẫn muốn giữ?",
    )
    for field in ("numerator", "denominator"):
        cell, title = f"{NUMBERS.letter(field)}2", NUMBERS.title_of(field)
        table.check(
            field,
            f"AND(ISNUMBER({cell}),{cell}>=0,{cell}=INT({cell}))",
            f"{title} của tỷ lệ, nếu báo cáo có nêu.",
            f"{title} phải là số nguyên không âm. Bạn vẫn muốn giữ?",
        )


def _colours(table: Table) -> None:
    warned, value, status = (f"${NUMBERS.letter(f)}2" for f in ("warning", "value", "status"))
    for field in ("value", "share", "warning"):
        table.paint(field, f"LEN({warned})>0", WARNING)
    table.paint("value", f"AND(ISTEXT({value}),ISERROR(VALUE({digits_of(value)})))", WARNING)
    table.paint("status", f'{status}="{PROPOSED}"', PROPOSAL)
    table.paint("status", f'LEFT({status},4)="chưa"', NOTHING)
