"""Every number of a source is stated by the data, set aside with a reason, or left over."""

import pytest

from dxbook.audit import trace_source
from dxbook.audit.asides import reason_aside
from dxbook.audit.examples import Example, Says
from dxbook.data.tokens import tokens_in


def fates(text: str, *rows: Says, lists: tuple[tuple[str, str], ...] = ()) -> dict[str, str]:
    trace = trace_source(Example(text, *rows, lists=lists).report())
    return {fate.token: fate.kind for fate in trace.fates}


def test_to_stand_inside_a_quote_is_not_enough() -> None:
    text = "Tiếp nhận 1.250 hồ sơ, họp 30 lần"
    assert fates(text, Says("received", "1250")) == {"1.250": "stated", "30": "untraced"}


def test_a_number_that_two_values_use_is_said_to_be_shared() -> None:
    text = "84/120 xã (70%)"
    rows = (
        Says("teams", "70", "communes", numerator="84", denominator="120"),
        Says("approved", "84", "communes"),
    )
    trace = trace_source(Example(text, *rows).report())
    assert trace.of("shared")[0].observations == ("teams.communes", "approved.communes")
    assert len(trace.of("stated", "shared")) == len(trace.fates) == 2


def test_a_year_inside_a_change_is_a_year() -> None:
    row = Says("received", "265", measure="change")
    assert fates("tăng 265 hồ sơ so với cùng kỳ năm 2021", row) == {
        "265": "stated",
        "2021": "set-aside",
    }


def test_a_percentage_is_not_the_count_of_the_same_number() -> None:
    row = Says("meetings", "75")
    assert fates("75 cuộc họp, 75% trực tuyến", row) == {"75": "stated", "75%": "untraced"}


def test_a_count_of_a_closed_list_is_stated_by_its_standings() -> None:
    trace = trace_source(
        Example("02 đơn vị là: A, B", lists=(("approved", "a"), ("approved", "b"))).report()
    )
    assert trace.fates[0].standings == ("approved/a", "approved/b")


def test_a_qualified_number_of_millions_is_one_number() -> None:
    row = Says("received", "3000000", qualifier="over")
    assert fates("xử lý trên 3 triệu hồ sơ", row) == {"3 triệu": "stated"}


def test_a_fate_leads_back_to_its_place() -> None:
    text = "Về hồ sơ\nTiếp nhận 1.250 hồ sơ"
    fate = trace_source(Example(text, Says("received", "1250")).report()).fates[0]
    assert text[fate.start : fate.end] == fate.token
    assert (fate.line, fate.anchor) == (2, f"t-{fate.start}")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("đến tháng 12/2022", "a date"),
        ("ngày 15 tháng", "a date"),
        ("trong 6 tháng đầu năm", "a date"),
        ("năm 2022", "a year"),
        ("từ 15 tuổi trở lên", "an age in a definition"),
        ("people aged 15 and over", "an age in a definition"),
        ("tài khoản mức 2 là", "the name of a level"),
        ("dịch vụ công mức độ 4", "the name of a level"),
        ("e-ID accounts of level 2", "the name of a level"),
        ("Kế hoạch số 2050/KH-UBND", "the number of a document or article"),
        ("theo Điều 5 của", "the number of a document or article"),
        ("tại https://hoc4.vn/lop", "an address or telephone number"),
        ("số 12 đường Hùng Vương", "an address or telephone number"),
        ("tổng đài 0210384666", "an address or telephone number"),
        ("mạng 5G phủ", "part of a name"),
        ("dịch COVID-19", "part of a name"),
        ("công nghiệp 4.0", "part of a name"),
        ("áp dụng mô hình chợ 4.0", "part of a name"),
        ("3. Hạ tầng số", "the numbering of a list"),
        ("hoạt động 24/7", "a way of saying “round the clock”"),
    ],
)
def test_a_number_that_is_not_data_is_set_aside_with_its_reason(text: str, reason: str) -> None:
    found = reason_aside(text, tokens_in(text)[0])
    assert found is not None
    assert found["en"] == reason


@pytest.mark.parametrize(
    "text",
    [
        "đạt mức 85%", "cấp 5 giấy phép", "mức 1.250 đồng", "144/225 xã", "có 2.022 hồ sơ",
        "tăng 15 đơn vị", "Đạt 88,48%",
    ],
)  # fmt: skip
def test_a_number_that_is_data_is_not_set_aside(text: str) -> None:
    assert reason_aside(text, tokens_in(text)[0]) is None
