"""The sheet `Số liệu`: a row for each indicator and scope."""

from __future__ import annotations

from decimal import Decimal

from openpyxl.formatting.rule import FormulaRule
from openpyxl.worksheet.worksheet import Worksheet

from ...model import Catalogue
from ...wording.numbers import number
from ...writing.rows import TextRow
from ..columns import NUMBER_COLUMNS, letter
from ..content import Content, NumberLine, Proposed, origin_of
from ..labels import (
    CONFIRMED,
    MEASURE,
    PROPOSED,
    PROPOSED_NOTE,
    QUALIFIER_WORDS,
    STATUS_WORDS,
    qualifier_word,
)
from ..seen import Seen
from ..trace import split_note
from .formulas import differs_from, otherwise, share, warning
from .meta import list_range
from .style import (
    NOTHING,
    PROPOSAL,
    WARNING,
    check,
    choice,
    dress,
    fit_height,
    on_paper,
    protect,
    write_header,
)
from .xlsx import cell_at, write_number, write_text

#: Rows at the end in which the officer may add a change, or an indicator made since.
SPARE_ROWS = 20
#: Characters of a quote that a formula repeats; a text in a formula has at most 255.
_QUOTED = 160
_CHOSEN_IN_SPARE = ("indicator", "scope", "measure", "unit")
_AT = {column.field: letter(NUMBER_COLUMNS, column.field) for column in NUMBER_COLUMNS}


def write_numbers(sheet: Worksheet, content: Content) -> None:
    """Draw the sheet."""
    write_header(sheet, NUMBER_COLUMNS, freeze="D2")
    for at_row, line in enumerate(content.numbers, start=2):
        _write_line(sheet, at_row, line, content)
    first_spare = len(content.numbers) + 2
    last = first_spare + SPARE_ROWS - 1
    for at_row in range(first_spare, last + 1):
        _write_spare(sheet, at_row)
    _lists(sheet, first_spare, last, content)
    _checks(sheet, last)
    _colours(sheet, last)
    sheet.auto_filter.ref = f"A1:{_AT['pillar_name']}{last}"
    on_paper(sheet, across=2, repeated=f"{_AT['indicator_name']}:{_AT['scope_name']}")
    protect(sheet)


def _write_line(sheet: Worksheet, at_row: int, line: NumberLine, content: Content) -> None:
    texts, numbers = shown_texts(line, content), shown_numbers(line)
    for at, column in enumerate(NUMBER_COLUMNS, start=1):
        cell = cell_at(sheet, at_row, at)
        typed = column.use == "typed"
        if column.field == "unit":
            typed = line.row["measure"] == "change"
        dress(cell, typed=typed)
        if column.field in numbers:
            write_number(cell, numbers[column.field])
        elif column.use == "computed":
            cell.value = _formula(column.field, at_row, line)
        else:
            write_text(cell, texts[column.field])
        if line.proposed and column.field in ("value", "qualifier", "status", "quote"):
            cell.fill = PROPOSAL
        if line.agreeing and column.field in ("status", "quote"):
            cell.fill = PROPOSAL
    fit_height(sheet, at_row, NUMBER_COLUMNS)


def shown_numbers(line: NumberLine) -> dict[str, Decimal | None]:
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


def shown_texts(line: NumberLine, content: Content) -> dict[str, str]:
    """The texts of a line, in the officer's words."""
    row, catalogue, proposed = line.row, content.catalogue, line.proposed
    waiting = proposed or line.agreeing
    reading = _reading_note(waiting) if waiting else ""
    return {
        "indicator": row["indicator"],
        "indicator_name": catalogue.indicators[row["indicator"]].name["vi"],
        "scope_name": catalogue.scopes[row["scope"]].name["vi"],
        "scope": row["scope"],
        "measure": MEASURE[row["measure"]],
        "unit": catalogue.units[row["unit"]].name["vi"],
        "target": line.target,
        "qualifier": said_qualifier(row) if not proposed else qualifier_word(proposed.qualifier),
        "status": PROPOSED if waiting else STATUS_WORDS[row["status"]],
        "as_of": row["as_of"],
        "quote": waiting.quote if waiting else row["quote"],
        "note": "; ".join(filter(None, (reading, split_note(row["note"])[0]))),
        "pillar_name": _pillar(catalogue, row["indicator"]),
        "origin": origin_of(row),
        "proposed": _seen(line.otherwise or waiting, reading),
    }


def _reading_note(said: Proposed) -> str:
    """How sure a reading is, and what was noted about it."""
    sure = f"{PROPOSED_NOTE} {number(Decimal(f'{said.score:.2f}'), 'vi')}"
    return f"{sure}; {said.note}" if said.note else sure


def _seen(said: Proposed | None, note: str) -> str:
    return Seen(said.value, said.start, said.qualifier, note).carried() if said else ""


def _pillar(catalogue: Catalogue, indicator: str) -> str:
    return catalogue.pillars[catalogue.indicators[indicator].pillar].name["vi"]


def _formula(field: str, at_row: int, line: NumberLine) -> str:
    """A line's formula; where the report says otherwise, the warning says that first."""
    usual = _FORMULAS[field](at_row)
    said = line.otherwise
    if said is None or field != "warning":
        return usual
    word = qualifier_word(said.qualifier)
    value, qualifier, note = (f"{_AT[name]}{at_row}" for name in ("value", "qualifier", "note"))
    if Decimal(line.row["value"]) != said.value:
        differs = differs_from(value, said.value)
    else:
        differs = f'{qualifier}<>"{word}"'
    amount = f"{word} {number(said.value, 'vi')}".strip()
    quote = " ".join(said.quote.split()).replace('"', '""')
    words = f"Báo cáo ghi {amount}: «{quote[:_QUOTED]}{'…' if len(quote) > _QUOTED else ''}»"
    return otherwise(differs, f'ISERROR(SEARCH("{CONFIRMED}",{note}))', words, usual)


def said_qualifier(row: TextRow) -> str:
    """The qualifier of a row, in the very word of its quote where it is there."""
    words = [word for word, code in QUALIFIER_WORDS.items() if code == row["qualifier"]]
    said = [word for word in words if f"{word} " in row["quote"].casefold()]
    return (said or words or [""])[0]


def _write_spare(sheet: Worksheet, at_row: int) -> None:
    for at, column in enumerate(NUMBER_COLUMNS, start=1):
        cell = cell_at(sheet, at_row, at)
        dress(cell, typed=column.use == "typed" or column.field in _CHOSEN_IN_SPARE)
        if column.use == "computed":
            cell.value = _FORMULAS[column.field](at_row)


_FORMULAS = {"share": share, "warning": warning}


def _lists(sheet: Worksheet, first_spare: int, last: int, content: Content) -> None:
    def cells(field: str, first: int = 2) -> str:
        return f"{_AT[field]}{first}:{_AT[field]}{last}"

    choice(
        sheet, cells("qualifier"), _inline(["trên", "hơn", "dưới", "khoảng", "gần", "ít nhất"]),
        "Từ ngữ đi kèm",
        "Chọn từ đứng trước con số trong báo cáo (trên, hơn…). Không có thì để trống.",
    )  # fmt: skip
    choice(
        sheet, cells("status"), _inline([*STATUS_WORDS.values(), PROPOSED]),
        "Tình trạng", "Không cần chọn khi đã ghi Giá trị. Không có số liệu thì chọn lý do. "
        "Số đọc từ báo cáo: đúng thì chọn «báo cáo».",
    )  # fmt: skip
    spare = first_spare
    choice(
        sheet, cells("measure", spare), _inline(list(MEASURE.values())),
        "Loại số liệu", "mức: giá trị trong năm; thay đổi: tăng, giảm so với năm trước.",
    )  # fmt: skip
    for field, name in (("indicator", "chỉ tiêu"), ("scope", "phạm vi")):
        choice(
            sheet, cells(field, spare), list_range(content.catalogue, field),
            f"Mã {name}",
            f"Chọn mã {name} trong danh sách; mã mới thêm vào sách sau thì gõ vào.",
            grows=True,
        )  # fmt: skip
    choice(
        sheet, cells("unit"), list_range(content.catalogue, "unit"),
        "Đơn vị tính", "Chỉ chọn đơn vị cho số liệu loại «thay đổi».",
    )  # fmt: skip


def _inline(words: list[str]) -> str:
    return '"' + ",".join(words) + '"'


def _checks(sheet: Worksheet, last: int) -> None:
    value = _AT["value"]
    check(
        sheet, f"{value}2:{value}{last}",
        f'IF(ISTEXT({value}2),TRUE,OR({_AT["unit"]}2<>"%",ABS({value}2)<=100))',
        "Giá trị",
        "Ghi đúng con số trong báo cáo, ví dụ 88,48. Phần trăm ghi là số phần trăm, không ghi "
        "0,8848. Không có số liệu thì để trống.",
        "Phần trăm không quá 100. Excel tiếng Anh đổi 88,48 thành 8848. Bạn vẫn muốn giữ?",
    )  # fmt: skip
    for field, title in (("numerator", "Tử số"), ("denominator", "Mẫu số")):
        at = _AT[field]
        check(
            sheet, f"{at}2:{at}{last}", f"AND(ISNUMBER({at}2),{at}2>=0,{at}2=INT({at}2))",
            title, f"{title} của tỷ lệ, nếu báo cáo có nêu.",
            f"{title} phải là số nguyên không âm. Bạn vẫn muốn giữ?",
        )  # fmt: skip


def _colours(sheet: Worksheet, last: int) -> None:
    def paint(field: str, formula: str, fill: object) -> None:
        cells = f"{_AT[field]}2:{_AT[field]}{last}"
        rule = FormulaRule(formula=[formula], fill=fill)  # type: ignore[no-untyped-call]  # openpyxl
        sheet.conditional_formatting.add(cells, rule)

    wrong = f"LEN(${_AT['warning']}2)>0"
    digits = f"${_AT['value']}2"
    for mark in (",", ".", "%", " "):
        digits = f'SUBSTITUTE({digits},"{mark}","")'
    as_text = f"AND(ISTEXT(${_AT['value']}2),ISERROR(VALUE({digits})))"
    for field in ("value", "share", "warning"):
        paint(field, wrong, WARNING)
    paint("value", as_text, WARNING)
    paint("status", f'${_AT["status"]}2="{PROPOSED}"', PROPOSAL)
    paint("status", f'LEFT(${_AT["status"]}2,4)="chưa"', NOTHING)
