"""What an import would change, as lines for the officer to read before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..audit import LINT_RULES, RULES
from ..model import Catalogue, TextRow
from ..wording import number
from ..words import said
from ..workbook import (
    CONFIRMED,
    DECISION,
    NUMBERS,
    STANDING,
    STATUS_WORDS,
    day_words,
    qualifier_word,
    without_trace,
)
from .importing import ImportPlan
from .merge import Change

#: Columns told of in other words: which row it is, and what its value was and is.
_TOLD = ("indicator", "scope", "measure", "value", "qualifier", "status")
_TITLES = {c.field: c.title.lower() for c in NUMBERS.columns if c.field not in _TOLD}


def described(plan: ImportPlan) -> Iterator[str]:
    """The plan, a line for each row that changes."""
    if plan.filled.waiting:
        yield (
            f"{plan.filled.waiting} số đọc từ báo cáo còn chờ xác nhận; chưa vào sách cho tới khi "
            "chọn «báo cáo» ở cột Tình trạng."
        )
    if plan.filled.differing:
        yield differing_words(plan.filled.differing)
    if not plan.changes:
        yield f"Không có gì thay đổi ở năm {plan.year}."
        return
    yield f"Năm {plan.year} thay đổi {len(plan.changes)} dòng:"
    for change in plan.changes:
        yield "  " + _line(change, plan.catalogue)


def differing_words(cells: Sequence[str]) -> str:
    """How many values are not what the report says, and where they stand."""
    where = ", ".join(cells)
    warning, note = (NUMBERS.title_of(field) for field in ("warning", "note"))
    return said(
        "{count} values are not what the report says, in the cells {where} of the sheet "
        "“{numbers}”: see the column “{warning}”. Where the typed value is right, write "
        "“{confirmed}” in “{note}”.",
        count=len(cells),
        where=where,
        numbers=NUMBERS.name,
        warning=warning,
        confirmed=CONFIRMED,
        note=note,
    )


def _line(change: Change, catalogue: Catalogue) -> str:
    where = _where(change, catalogue)
    if change.after is None:
        return f"bỏ {where}"
    if change.before is None:
        return f"thêm {where}: {_said(change)}"
    return f"sửa {where}: {_said(change)}"


def _where(change: Change, catalogue: Catalogue) -> str:
    """What a row is about, by the names that the workbook shows."""
    if change.table == "statements":
        row = change.after or change.before or {}
        return f"nhận định «{catalogue.pillars[row['pillar']].name['vi']}»"
    if change.table == "rulings":
        return f"cách xử lý {_finding(change.key[0], catalogue)}"
    name = catalogue.indicators[change.key[0]].name["vi"]
    if change.table == "standings":
        return f"địa bàn «{name}», {catalogue.places[change.key[1]].name['vi']}"
    kind = " – thay đổi" if change.key[2] == "change" else ""
    return f"«{name}» ({catalogue.scopes[change.key[1]].short['vi']}){kind}"


def _finding(id: str, catalogue: Catalogue) -> str:
    """A finding in words: what its rule is about, and of which values."""
    name, _, subject = id.partition("/")
    rule = RULES.get(name) or LINT_RULES.get(name)
    title = f"«{rule.title['vi']}»" if rule else name
    indicator, *rest = subject.split(".")
    known = catalogue.indicators.get(indicator)
    if known is None:
        return f"{title}, {subject}"
    scopes = [catalogue.scopes[part].short["vi"] for part in rest if part in catalogue.scopes]
    where = f" ({scopes[0]})" if scopes else ""
    change = " – thay đổi" if "change" in rest else ""
    return f"{title}, «{known.name['vi']}»{where}{change}"


def _said(change: Change) -> str:
    before, after = change.before or {}, change.after or {}
    if change.table == "observations":
        return _observation(before, after)
    if change.table == "standings":
        return STANDING[after["standing"]]
    if change.table == "rulings":
        right = _number(after["new_value"])
        return DECISION[after["decision"]] + (f" thành {right}" if right else "")
    return after["text_vi"]


def _observation(before: TextRow, after: TextRow) -> str:
    had, has = _value(before), _value(after)
    parts = [f"{had} → {has}"] if had != has else []
    plain_before, plain_after = without_trace(before), without_trace(after)
    parts += [
        _TITLES[column] + _moved(column, plain_before.get(column, ""), now)
        for column, now in plain_after.items()
        if column in _TITLES and plain_before.get(column, "") != now
    ]
    return "; ".join(parts) or "nguồn"


def _value(row: TextRow) -> str:
    """The value as the officer wrote it, or why there is none."""
    if not row:
        return "(chưa có)"
    if not row["value"]:
        return f"({STATUS_WORDS[row['status']]})"
    status = "" if row["status"] == "reported" else f" ({STATUS_WORDS[row['status']]})"
    amount = f"{qualifier_word(row['qualifier'])} {_number(row['value'])}".strip()
    return amount + status


def _moved(column: str, before: str, after: str) -> str:
    """From what to what, where that is short; empty for texts."""
    if column == "as_of":
        return f" {day_words(before) or '(trống)'} → {day_words(after)}"
    if column in ("numerator", "denominator"):
        return f" {_number(before) or '(trống)'} → {_number(after) or '(trống)'}"
    return ""


def _number(text: str) -> str:
    """A number of the data as it is written in Vietnamese."""
    return number(Decimal(text), "vi") if text else ""
