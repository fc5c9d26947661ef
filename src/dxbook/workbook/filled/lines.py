"""A line of the sheet `Số liệu`: which row of the data it is."""

from __future__ import annotations

from ...model import TextRow
from ...writing import blank_row
from ..carried import carried_row
from ..labels import MEASURE, code_of
from .cells import SaidRows, place_of
from .grid import GridRow
from .setting import Setting

_TYPED = ("value", "numerator", "denominator", "quote", "note")
OVERWRITTEN = "mã của dòng này đã bị sửa hoặc dán đè. Hãy lấy lại dòng từ bảng tính gốc."
_GONE = (
    " Nếu đã bỏ thì xóa dòng này (Review → Unprotect Sheet, không có mật khẩu), hoặc xóa hết những "
    "gì đã ghi ở dòng này."
)


def origin_of_line(row: GridRow, setting: Setting, said: SaidRows) -> TextRow | None:
    """The row that a line was made from; for a line that the officer added, an empty one."""
    measure_said = row.text("measure")
    measure = code_of(MEASURE, measure_said) if measure_said else "level"
    codes = (row.text("indicator"), row.text("scope"), measure or measure_said)
    carried = row.text("origin")
    if carried:
        schema = setting.schema("observations")
        origin = carried_row(carried, schema)
        shown = schema.key_of(origin) if origin else ()
        if origin is None or any(a and a != b for a, b in zip(codes, shown, strict=True)):
            said.refuse(row.cells["indicator"].name, OVERWRITTEN)
            return None
        wrong = _gone(origin, shown, setting)
        if wrong is None:
            return origin
        if any(row.text(name) for name in _TYPED):
            said.refuse(place_of(row, wrong[0] if row.has(wrong[0]) else "value"), wrong[1] + _GONE)
        return None
    if not any(row.text(name) for name in (*_TYPED, "indicator", "scope")):
        return None
    wrong = _unknown(codes, setting)
    if wrong:
        said.refuse(row.cells[wrong[0]].name, wrong[1])
        return None
    indicator, scope, measure = codes
    return dict(
        setting.observations.get(codes)
        or blank_row(setting.catalogue, (indicator, scope, measure), setting.year)
    )


def _gone(origin: TextRow, key: tuple[str, ...], setting: Setting) -> tuple[str, str] | None:
    """What a line was made with and the book no longer has: the field, and the message."""
    if origin["unit"] not in setting.catalogue.units:
        return "unit", f"không có đơn vị «{origin['unit']}» trong danh mục (data/units.csv)."
    if key in setting.observations:
        return None
    return _unknown((key[0], key[1], key[2]), setting)


def _unknown(codes: tuple[str, str, str], setting: Setting) -> tuple[str, str] | None:
    """What is wrong with the codes of an added line: the field, and the message."""
    indicator = setting.catalogue.indicators.get(codes[0])
    scope = setting.catalogue.scopes.get(codes[1])
    if indicator is None or not indicator.validity.covers(setting.year):
        if not codes[0]:
            return "value", "dòng này có ghi mà không có mã chỉ tiêu. Hãy chọn mã chỉ tiêu."
        if indicator is None:
            message = f"không có chỉ tiêu «{codes[0]}» trong danh mục (data/indicators.csv)."
            return "indicator", message
        return "indicator", f"không có chỉ tiêu «{codes[0]}» trong năm {setting.year}."
    if scope is None or codes[1] not in indicator.scopes:
        kept = ", ".join(indicator.scopes)
        return "scope", f"chỉ tiêu {indicator.id} không có phạm vi «{codes[1]}». Chọn: {kept}."
    if not scope.validity.covers(setting.year):
        return "scope", f"phạm vi «{scope.name['vi']}» không còn trong năm {setting.year}."
    if codes[2] not in MEASURE:
        return "measure", f"«{codes[2]}» không phải là loại số liệu. Chọn: mức, thay đổi."
    return None
