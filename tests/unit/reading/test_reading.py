"""What is read out of single sentences. The sentences are made up."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from dxbook.model import Report
from dxbook.reading import Proposal, Reading, read_report
from dxbook.words import Text

Read = Callable[..., Reading]


def surest(reading: Reading, indicator: str, scope: str, measure: str = "level") -> Proposal:
    wanted = (indicator, scope, measure)
    found = [p for p in reading.proposals if (p.indicator, p.scope, p.measure) == wanted]
    assert found, f"{wanted} was not read: {reading.proposals}"
    return max(found, key=lambda p: p.score)


def values(reading: Reading) -> dict[str, Decimal]:
    return {f"{p.indicator}.{p.scope}": p.value for p in reading.proposals if p.score > 0.5}


@pytest.mark.parametrize(
    ("said", "qualifier"),
    [
        ("trên 72%", "over"),
        ("hơn 72%", "over"),
        ("gần 72%", "nearly"),
        ("khoảng 72%", "about"),
        ("xấp xỉ 72%", "about"),
        ("dưới 72%", "under"),
        ("ít nhất 72%", "at-least"),
        ("72% trở lên", "at-least"),
        ("72%", ""),
    ],
)
def test_a_qualifier_is_never_dropped(read: Read, said: str, qualifier: str) -> None:
    reading = read(f"Tỷ lệ dân số có điện thoại thông minh đạt {said}.")
    found = surest(reading, "smartphone_share", "population")
    assert (found.value, found.qualifier) == (72, qualifier)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.499", "1499"),
        ("1 499", "1499"),
        ("1,2 triệu", "1200000"),
        ("3 triệu", "3000000"),
        ("450 nghìn", "450000"),
        ("02", "2"),
    ],
)
def test_a_count_is_read_the_vietnamese_way(read: Read, written: str, value: str) -> None:
    reading = read(f"Cơ quan thuế đã tiếp nhận, xử lý {written} hóa đơn điện tử.")
    assert surest(reading, "e_invoices_processed", "province").value == Decimal(value)


@pytest.mark.parametrize("written", ["88,48%", "88.48%", "88,48 %", "88,48 phần trăm"])
def test_a_percentage_is_read_with_either_decimal_mark(read: Read, written: str) -> None:
    reading = read(f"Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt {written}.")
    assert surest(reading, "online_share", "province").value == Decimal("88.48")


def test_a_fraction_with_its_percentage_is_one_value(read: Read) -> None:
    reading = read("144/225 (64%) đài truyền thanh cấp xã ứng dụng công nghệ thông tin.")
    found = surest(reading, "ict_loudspeakers", "communes")
    assert (found.value, found.numerator, found.denominator) == (64, 144, 225)
    assert reading.unclaimed == ()


def test_numerator_and_denominator_are_taken_from_the_sentence(read: Read) -> None:
    reading = read(
        "Toàn tỉnh tiếp nhận 200.000 hồ sơ, số hồ sơ tiếp nhận trực tuyến là 150.000 hồ sơ, "
        "đạt 75%."
    )
    found = surest(reading, "online_share", "province")
    assert (found.value, found.numerator, found.denominator) == (75, 150000, 200000)
    assert surest(reading, "dossiers_received", "province").value == 200000
    assert surest(reading, "dossiers_online", "province").value == 150000


def test_what_does_not_add_up_is_still_read_as_stated(read: Read) -> None:
    reading = read(
        "Toàn tỉnh tiếp nhận 200.000 hồ sơ, số hồ sơ tiếp nhận trực tuyến là 150.000 hồ sơ, "
        "đạt 80%."
    )
    assert surest(reading, "online_share", "province").value == 80


def test_a_clause_without_subject_takes_it_from_the_one_before(read: Read) -> None:
    reading = read(
        "Tỷ lệ cán bộ, công chức cấp sở, cấp huyện được trang bị máy tính đạt 100%; cấp xã đạt 82%."
    )
    assert values(reading) == {
        "staff_computers.agencies-districts": 100,
        "staff_computers.communes": 82,
    }


def test_a_clause_without_verb_takes_it_from_the_one_after(read: Read) -> None:
    reading = read(
        "95% đơn vị cấp sở, cấp huyện, 99% đơn vị cấp xã đã bố trí cán bộ chuyên trách "
        "chuyển đổi số."
    )
    assert values(reading) == {"dx_staff.agencies-districts": 95, "dx_staff.communes": 99}


def test_numbers_given_in_turn_go_with_their_scopes(read: Read) -> None:
    reading = read("Tỷ lệ hồ sơ trực tuyến của cấp huyện, cấp xã lần lượt là 81,7% và 55,1%.")
    assert values(reading) == {
        "online_share.districts": Decimal("81.7"),
        "online_share.communes": Decimal("55.1"),
    }


def test_a_change_between_percentages_is_in_percentage_points(read: Read) -> None:
    reading = read("Tỷ lệ hồ sơ trực tuyến cấp xã đạt 38,26%, tăng 5,86% so với cùng kỳ năm 2022.")
    change = surest(reading, "online_share", "communes", "change")
    assert (change.value, change.unit) == (Decimal("5.86"), "percentage-points")
    assert "điểm phần trăm" in change.note


def test_a_fall_is_negative(read: Read) -> None:
    reading = read("Toàn tỉnh tiếp nhận 530.214 hồ sơ TTHC (giảm 4.120 hồ sơ so với năm 2022).")
    change = surest(reading, "dossiers_received", "province", "change")
    assert (change.value, change.unit) == (-4120, "dossiers")


def test_a_change_against_the_plan_is_no_change_of_the_year(read: Read) -> None:
    reading = read("Tỷ lệ hồ sơ trực tuyến đạt 80%, tăng 5% so với kế hoạch.")
    assert [p.measure for p in reading.proposals] == ["level"]


@pytest.mark.parametrize(
    ("sentence", "difference"),
    [
        ("Tỷ lệ dân số trưởng thành có điện thoại thông minh đạt 83%.", "người trưởng thành"),
        ("88% hộ gia đình đã được phủ mạng cáp quang băng rộng.", "phủ"),
        ("Phấn đấu tỷ lệ dân số có điện thoại thông minh đạt 85%.", "mục tiêu"),
        ("Đến năm 2025, tỷ lệ dân số có điện thoại thông minh đạt 90%.", "mục tiêu"),
        ("Năm 2022 tỷ lệ dân số có điện thoại thông minh đạt 70%.", "năm trước"),
        ("Cả nước có 73% dân số có điện thoại thông minh.", "cả nước"),
        ("Tại huyện Đồng Mẫu, tỷ lệ dân số có điện thoại thông minh đạt 60%.", "một địa bàn"),
        ("Tỷ lệ thuê bao dùng điện thoại thông minh đạt 81%.", "thuê bao"),
        ("98% văn bản điện tử được gửi, nhận có ký số.", "văn bản"),
    ],
)
def test_a_near_measure_gets_a_low_score_and_its_difference_is_said(
    read: Read, sentence: str, difference: str
) -> None:
    reading = read(sentence)
    assert all(p.score <= 0.5 for p in reading.proposals)
    assert any(difference in p.note for p in reading.proposals)


def test_numbers_under_a_heading_of_aims_are_aims(read: Read) -> None:
    reading = read(
        "I. KẾT QUẢ\nTỷ lệ dân số có điện thoại thông minh đạt 74%.\n"
        "II. NHIỆM VỤ NĂM 2024\n- Tỷ lệ hộ gia đình có Internet cáp quang băng rộng: 80%.\n"
    )
    assert values(reading) == {"smartphone_share.population": 74}


def test_what_has_not_been_done_is_not_what_has(read: Read) -> None:
    reading = read("Còn 05 đơn vị cấp sở, cấp huyện chưa bố trí cán bộ chuyên trách chuyển đổi số.")
    assert values(reading) == {"units_without_dx_staff.agencies-districts": 5}


def test_a_joint_scope_is_read_as_its_members_only_at_100_percent(read: Read) -> None:
    sentence = "{}% cơ quan từ cấp tỉnh đến cấp xã đã thành lập Ban Chỉ đạo chuyển đổi số."
    assert set(values(read(sentence.format(100)))) == {
        "steering_committees.agencies-districts",
        "steering_committees.communes",
    }
    assert values(read(sentence.format(97))) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 2050/KH-UBND ngày 15/02/2023 và Quyết định số 749/QĐ-TTg.",
        "Tài khoản mức 2, cấp độ 3, từ 15 tuổi, tháng 12/2022, quý 3, giai đoạn 2021-2025.",
        "1. Hạ tầng\n2.1. Mạng 4G, 5G, IPv6\n3) Đề án 06\n",
        "Xem https://vi.du/2023/45 và 6 tháng đầu năm 2023.",
    ],
)
def test_what_names_something_is_not_a_value(read: Read, text: str) -> None:
    reading = read(text)
    assert (reading.proposals, reading.unclaimed) == ((), ())


def test_a_number_of_no_known_indicator_is_unclaimed(read: Read) -> None:
    text = "Toàn tỉnh có 2.104 trạm BTS. Tỷ lệ dân số có điện thoại thông minh đạt 74,6%."
    reading = read(text)
    assert [(u.token, u.start) for u in reading.unclaimed] == [("2.104", text.index("2.104"))]


def test_a_half_year_report_says_so_on_every_value(read: Read) -> None:
    reading = read(
        "Báo cáo chuyển đổi số 6 tháng đầu năm 2023\n"
        "Tỷ lệ dân số có điện thoại thông minh đạt 74,6%."
    )
    found = surest(reading, "smartphone_share", "population")
    assert found.score > 0.8
    assert "6 tháng đầu năm" in found.note


def test_two_values_for_one_thing_are_both_doubtful(read: Read) -> None:
    reading = read(
        "Tỷ lệ dân số có điện thoại thông minh đạt 74%.\nTỷ lệ người dân dùng smartphone là 79%."
    )
    assert {p.value for p in reading.proposals} == {74, 79}
    assert all(p.score <= 0.8 for p in reading.proposals)


def test_a_value_said_twice_is_proposed_once(read: Read) -> None:
    reading = read(
        "Tỷ lệ dân số có điện thoại thông minh đạt 74%.\nTỷ lệ người dân dùng smartphone là 74%."
    )
    assert len(reading.proposals) == 1
    assert reading.unclaimed == ()


def test_a_row_of_a_table_is_read_by_its_headings(read: Read) -> None:
    reading = read(
        "TT | Chỉ tiêu | Đơn vị | Thực hiện năm 2022 | Kế hoạch năm 2023 | Thực hiện năm 2023\n"
        "1 | Tỷ lệ hộ gia đình có Internet cáp quang băng rộng | % | 66,5 | 75 | 72,1\n"
    )
    assert values(reading) == {"fibre_households.households": Decimal("72.1")}


def test_letters_stored_in_parts_are_read_and_offsets_are_of_the_stored_text(read: Read) -> None:
    text = unicodedata.normalize("NFD", "Tỷ lệ dân số có điện thoại thông minh đạt trên 74,6%.")
    found = surest(read(text), "smartphone_share", "population")
    assert (found.value, found.qualifier) == (Decimal("74.6"), "over")
    assert text[found.start : found.end] == found.quote


def test_an_indicator_without_keywords_is_found_by_its_name(catalogue_only: Report) -> None:
    known = catalogue_only.catalogue.indicators["smartphone_share"]
    cameras = replace(
        known,
        id="camera_share",
        name=Text(vi="Tuyến đường có camera giám sát giao thông", en=""),
        definition=Text(vi="Tỷ lệ tuyến đường có camera giám sát giao thông.", en=""),
        scopes=("province",),
        keywords=(),
    )
    indicators = {**catalogue_only.catalogue.indicators, "camera_share": cameras}
    catalogue = replace(catalogue_only.catalogue, indicators=indicators)
    reading = read_report(
        "Tỷ lệ tuyến đường có camera giám sát giao thông đạt 35%.",
        replace(catalogue_only, catalogue=catalogue),
        2023,
    )
    assert surest(reading, "camera_share", "province").score > 0.8


def test_an_indicator_that_is_no_longer_valid_is_not_proposed(catalogue_only: Report) -> None:
    from datetime import date

    from dxbook.model import Validity

    known = catalogue_only.catalogue.indicators["smartphone_share"]
    ended = replace(known, validity=Validity(None, date(2022, 12, 31)))
    indicators = {**catalogue_only.catalogue.indicators, known.id: ended}
    catalogue = replace(catalogue_only.catalogue, indicators=indicators)
    report = replace(catalogue_only, catalogue=catalogue)
    text = "Tỷ lệ dân số có điện thoại thông minh đạt 74%."
    assert read_report(text, report, 2023).proposals == ()
    assert len(read_report(text, report, 2022).proposals) == 1


def test_an_empty_report_gives_nothing(read: Read) -> None:
    assert read("") == Reading(2023, (), ())
