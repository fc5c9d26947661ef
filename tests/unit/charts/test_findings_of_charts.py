"""What each chart says and draws, by example."""

import csv
import io
import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from dxbook.charts import drawing
from dxbook.charts.book.online import courses
from dxbook.charts.book.parts import sums
from dxbook.charts.drawing import WIDE
from dxbook.model import Break, Reference, Text
from dxbook.parts import palette
from dxbook.words import NO_TEXT


def chart(name, report, page="government", lang="vi"):
    return drawing.chart(name, report, lang, page)


def layers(made):
    return json.loads(drawing.specification(made, WIDE))["layer"]


def table(made):
    """The rows of the picture's table, as they are laid."""
    return json.loads(drawing.specification(made, WIDE))["datasets"]["table"]


def picture(made, lang="vi"):
    return str(drawing.svg(made, WIDE, lang))


COMMITTEES = (
    ("steering_committees", "agencies-districts", "100"),
    ("steering_committees", "communes", "93"),
)


def test_the_text_of_a_chart_changes_when_its_data_changes(book):
    before = chart("to_full", book(*COMMITTEES), "institutions")
    after = chart(
        "to_full",
        book(COMMITTEES[0], ("steering_committees", "communes", "94")),
        "institutions",
    )
    assert "93%" in before.alternative
    assert "94%" in after.alternative
    assert "93%" not in after.alternative
    assert before.title != after.title


def test_what_is_not_reported_is_said_and_not_drawn_as_nought(book):
    made = chart("to_full", book(("e_invoices", "province", "")), "economy")
    assert "chưa báo cáo" in made.alternative
    assert "chưa báo cáo" in made.table.csv()
    assert not re.search(r"\b0%", made.alternative + made.table.csv())
    people = chart("people_bases", book(("fibre_households", "households", "")), "society")
    assert "Chưa báo cáo (2)" in picture(people)
    assert "0%" not in picture(people)


def test_a_qualifier_is_kept_beside_its_dot(book):
    made = chart("people_bases", book(("smartphone_share", "population", ">75")), "society", "en")
    assert "over 75%" in picture(made, "en")


def test_a_value_that_the_audit_asks_about_is_flagged_in_words(book):
    report = book(("e_invoices", "province", "90"), flagged=["e_invoices.province"])
    made = chart("to_full", report, "economy")
    assert "⚑" in made.note
    assert "⚑" in made.table.markup("vi")


def test_communes_are_behind_only_where_they_are_lower(book):
    made = chart("commune_gap", book(*COMMITTEES), "institutions")
    assert "7 điểm phần trăm" in made.title
    level = book(COMMITTEES[0], ("steering_committees", "communes", "100"))
    assert "không thấp hơn" in chart("commune_gap", level, "institutions").title


def test_levels_measured_one_by_one_are_noted_beside_the_pairs(book):
    levels = (("online_share", "districts", "79.93"), ("online_share", "communes", "38.26"))
    made = chart("commune_gap", book(*COMMITTEES, *levels), "overview")
    said = "Riêng «Chỉ tiêu online_share» đo theo từng cấp: cấp huyện 79,93%, cấp xã 38,26%."
    assert said in made.note
    assert "online_share" not in chart("commune_gap", book(*COMMITTEES), "overview").note


def test_a_page_without_a_pair_of_its_own_shows_all_pairs(book):
    assert "93%" in chart("commune_gap", book(*COMMITTEES), "security").alternative


def test_missed_targets_stand_first_and_unjudged_ones_are_named(book, a_target):
    report = book(
        ("smartphone_share", "population", "80.07"),
        ("online_share", "province", "88.48"),
        ("fibre_households", "households", ""),
        targets=[
            a_target("online_share", "province", "50"),
            a_target("smartphone_share", "population", "85"),
            a_target("fibre_households", "households", "75"),
        ],
    )
    made = chart("targets_distance", report, "targets")
    assert made.title.startswith("Trong 2 mục tiêu năm 2022 đánh giá được, 1 chưa đạt")
    assert "4,93 điểm phần trăm" in made.title
    assert made.alternative.index("smartphone_share") < made.alternative.index("online_share")
    assert "Chưa đánh giá được" in picture(made)


def test_a_value_with_an_error_is_not_said_to_exceed_its_target_by_so_much(book, a_target):
    made = chart(
        "targets_distance",
        book(
            ("online_share", "province", "88.48"),
            targets=[a_target("online_share", "province", "50")],
            flagged=["online_share.province"],
        ),
        "targets",
    )
    said = made.alternative + made.table.csv() + picture(made)
    assert "38,48" not in said
    assert "Cần làm rõ: trên mức 50%" in made.table.csv()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_national_value_is_said_with_its_period_and_where_it_is_from(book, lang):
    national = Reference(
        "r", "fibre_households", "households", Text(vi="Cáp quang", en="Fibre"),
        Text(vi="Cả nước", en="Vietnam"), "2022-01/2022-06", "", Decimal("71.75"), None, "percent",
        True, NO_TEXT, "nguồn", "https://example.org", "",
    )  # fmt: skip
    report = book(("fibre_households", "households", "72.56"), references=[national])
    made = chart("households_people", report, "infrastructure", lang)
    said = {"vi": "cả nước, 6 tháng đầu năm 2022: 71,75%",
            "en": "Vietnam, first half of 2022: 71.75%"}  # fmt: skip
    assert said[lang] in made.alternative
    assert "targets.html" in made.source


def test_a_target_of_something_else_is_not_drawn(book, a_target):
    report = book(
        ("smartphone_share", "population", "80"),
        targets=[a_target("smartphone_share", "population", "85", same=False)],
    )
    assert "85" not in chart("targets_distance", report, "targets").alternative


def test_a_later_target_is_a_distance_to_go(book, a_target):
    report = book(
        ("fibre_households", "households", "72.56"),
        targets=[a_target("fibre_households", "households", "85", year=2025)],
    )
    made = chart("later_targets", report, "targets", "en")
    assert "12.44 percentage points short of 85% for 2025" in made.title
    assert "missed" not in made.alternative


LEVELS_NOW = (
    ("online_share", "province", "88.48"),
    ("online_share", "one-stop-centre", "88.48"),
    ("online_share", "communes", "38.26"),
)
LEVELS_BEFORE = (
    ("online_share", "province", "88.44"),
    ("online_share", "one-stop-centre", "88.44"),
    ("online_share", "communes", "32.40"),
)


def test_levels_with_the_same_course_are_one_line(book):
    found = courses(book(*LEVELS_NOW, before=LEVELS_BEFORE), "online_share")
    assert [c.scopes for c in found] == [("province", "one-stop-centre"), ("communes",)]
    made = chart("online_share_slopes", book(*LEVELS_NOW, before=LEVELS_BEFORE))
    assert "Toàn tỉnh và Trung tâm có cùng số liệu" in made.note


def test_slopes_are_never_stacked(book):
    made = chart("online_share_slopes", book(*LEVELS_NOW, before=LEVELS_BEFORE))
    assert "stack" not in drawing.specification(made, WIDE)
    assert not {"bar", "rect"} & {layer["mark"]["type"] for layer in layers(made)}


def test_a_line_across_a_break_is_not_drawn(book):
    cut = Break("b", "2022", "online_share", "*", Text(vi="lý do", en="reason"), comparable=False)
    whole = book(*LEVELS_NOW, before=LEVELS_BEFORE)
    broken = book(*LEVELS_NOW, before=LEVELS_BEFORE, breaks=[cut])
    runs = [
        {row["series"] for row in table(chart("online_share_slopes", r)) if "run" in row}
        for r in (whole, broken)
    ]
    assert list(map(len, runs)) == [2, 0]
    drawn = [picture(chart("online_share_slopes", r)).count("L") for r in (whole, broken)]
    assert drawn[0] - drawn[1] == 2
    made = chart("online_share_slopes", broken)
    assert "không so được với năm trước" in made.alternative


def test_history_of_one_year_says_that_there_is_only_one(book):
    made = chart("history", book(*LEVELS_NOW))
    assert made.title == "Mới có số liệu một năm (2022): chưa vẽ được diễn biến"


def test_history_says_where_a_series_breaks(book):
    cut = Break("b", "2022-07-01", "*", "*", Text(vi="lý do", en="reason"), comparable=False)
    made = chart("history", book(*LEVELS_NOW, before=LEVELS_BEFORE, breaks=[cut]))
    assert "từ 2022 không so được với trước" in made.alternative
    assert "lý do" in made.note


def long_history(book, years=30, breaks=()):
    """A report of 2022 with a value for each of so many years, 38.26 in the last."""
    report = book(("online_share", "communes", "38.26"), breaks=breaks)
    [now] = report.current.observations
    past = {
        year: replace(
            report.current,
            year=year,
            observations=(replace(now, year=year, as_of=str(year), value=Decimal(year - 1990)),),
        )
        for year in range(2023 - years, 2022)
    }
    return replace(report, years={**past, **report.years})


def test_a_history_of_thirty_years_is_told_by_its_ends_and_extremes(book):
    said = chart("history", long_history(book)).alternative
    assert "1993 3%, 2021 31%" not in said
    assert "1993 3%, 2022 38,26%" in said


def test_the_years_of_a_long_history_do_not_run_into_each_other(book):
    for years, named in ((30, {"1993", "2022"}), (4, {"2019", "2020", "2021", "2022"})):
        shown = picture(chart("history", long_history(book, years)))
        assert {str(y) for y in range(1993, 2023) if f">{y}<" in shown} == named


def test_a_long_history_is_one_line_with_dots_at_its_ends(book):
    points = [row for row in table(chart("history", long_history(book))) if "mark" in row]
    assert len(points) == 2


def test_the_table_of_a_long_history_has_the_latest_years_and_says_so(book):
    made = chart("history", long_history(book))
    assert made.table.columns[-1] == "2022"
    assert "1993" not in made.table.columns
    assert "các năm trước có trong tệp dữ liệu" in made.note


PARTS = (
    ("dossiers_received", "province", "637760"),
    ("dossiers_received", "one-stop-centre", "637760"),
    ("dossiers_received", "districts", "167031"),
    ("dossiers_received", "communes", "230773"),
    ("dossiers_online", "province", "564270"),
    ("dossiers_online", "districts", "133511"),
    ("dossiers_online", "communes", "88298"),
    ("online_share", "province", "88.48"),
    ("online_share", "one-stop-centre", "88.48"),
    ("online_share", "districts", "79.93"),
    ("online_share", "communes", "38.26"),
)


def test_the_parts_allow_less_than_the_whole_states(book):
    found = sums(book(*PARTS))
    assert found is not None
    assert (found.rest, found.needed) == (Decimal(239956), Decimal(342461))
    assert found.ceiling == Decimal("72.40")
    assert found.apart == (Decimal(786079), Decimal(1035564))
    assert found.share_apart == Decimal("75.91")
    made = chart("parts_whole", book(*PARTS))
    assert made.title == "88,48% không khớp theo cách hiểu nào: nhiều nhất 72,40% hoặc 75,91%"


def test_a_whole_that_its_parts_do_not_allow_is_said_not_to_agree_with_them(book):
    stated = [v for v in PARTS if v[:2] != ("dossiers_received", "one-stop-centre")]
    made = chart("parts_whole", book(*stated))
    assert made.title == "88,48% chưa khớp với các phần, vốn chỉ cho phép nhiều nhất 72,40%"


def test_parts_that_can_make_the_whole_are_said_to(book):
    agreeing = [v if v[:2] != ("dossiers_online", "province") else (*v[:2], "300000") for v in
                PARTS]  # fmt: skip
    made = chart("parts_whole", book(*agreeing))
    assert "không mâu thuẫn với các phần đã nêu" in made.title


def test_levels_that_come_to_the_total_are_not_taken_to_leave_the_others_nothing(book):
    received = {s: Decimal(n) for i, s, n in PARTS if i == "dossiers_received"}
    online = {s: Decimal(n) for i, s, n in PARTS if i == "dossiers_online"}
    stated = [s for s in online if s != "province"]
    values = [("dossiers_received", s, str(received[s])) for s in stated]
    values += [("dossiers_online", s, str(online[s])) for s in stated]
    values += [
        ("dossiers_received", "province", str(sum(received[s] for s in stated))),
        ("dossiers_online", "province", str(sum(online[s] for s in stated))),
        ("online_share", "province", "55.76"),
    ]
    made = chart("parts_whole", book(*values))
    assert "không có nghĩa là không có hồ sơ" in made.alternative
    assert "nhận 0 hồ sơ" not in made.alternative


def test_a_map_that_would_name_no_district_is_a_sentence(book):
    made = chart("portal_map", book())
    assert made.draw is None
    assert "không nêu tên" in made.title


def test_what_is_not_online_is_computed_from_both_counts(book):
    made = chart("received_online", book(*PARTS))
    assert "142.475" in made.title
    assert "61,74%" in made.title
    assert "Trung tâm" in made.note


EID = (
    ("eid_accounts", "province", "610385"),
    ("eid_level_1", "province", "317891"),
    ("eid_level_2", "province", "292.49"),
)


def test_a_corrected_part_is_hatched_and_adds_up(book):
    made = chart("eid_accounts", book(*EID, corrections={"eid_level_2": "292494"}), "society")
    assert "47,92%" in made.title
    assert "292.494 tính bằng tổng số trừ phần kia" in made.note
    assert "Kiểm tra:" not in made.alternative
    assert "url(#eid_accounts-680-hatch)" in picture(made)
    assert palette.COLOURS["hatch"] not in picture(chart("eid_accounts", book(*EID), "society"))


def test_parts_that_do_not_add_up_are_said_not_to(book):
    made = chart("eid_accounts", book(*EID), "society")
    assert "không bằng tổng đã nêu 610.385" in made.title


def test_stations_are_counted_those_that_are_not_yet_too(book):
    made = chart("loudspeaker_stations", book(("ict_loudspeakers", "communes", "144/225")))
    assert "144" in made.alternative
    assert "81" in made.title


def test_a_map_on_a_closed_list_takes_silence_for_not_yet(book, a_standing):
    report = book(standings=[a_standing("full_loudspeakers", "d0", closed=True)])
    made = chart("loudspeaker_map", report)
    assert "1 trong 3 huyện, thành, thị có, 2 chưa đủ" in made.title
    assert "không nêu" not in made.alternative


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_map_on_an_open_list_says_that_silence_is_not_stated(book, a_standing, lang):
    report = book(standings=[a_standing("commune_portals", "d0", closed=False)])
    made = chart("portal_map", report, lang=lang)
    said = {"vi": "Không nêu: huyện 1 và huyện 2", "en": "Not stated: district 1 and district 2"}
    assert said[lang] in made.alternative
    assert palette.ORANGE not in drawing.specification(made, WIDE)


def test_a_map_tells_its_states_apart_in_words(book, a_standing):
    report = book(standings=[a_standing("commune_portals", "d0", closed=False)])
    words = picture(chart("portal_map", report))
    assert ">có<" in words
    assert words.count(">không nêu<") == 2


def test_a_total_that_is_not_known_is_said_not_to_be(book):
    report = book(
        ("security_levels_units", "provincial-agencies", "23"),
        ("security_levels_units", "districts", "13"),
    )
    made = chart("security_levels", report, "security", "en")
    assert "agencies 23 (total not stated) and districts 13 of 13" in made.title


def test_the_grid_counts_what_is_not_reported(book):
    report = book(("e_invoices", "province", ""), ("online_share", "communes", "38.26"))
    made = chart("reported", report, "economy")
    assert made.title == "Nội dung economy: 1 trong 1 số liệu sách theo dõi chưa được báo cáo"
    [_, row] = csv.reader(io.StringIO(made.table.csv()))
    assert (row[0], row[2]) == ("Chỉ tiêu e_invoices", "chưa báo cáo")


def test_a_rank_that_grows_is_a_fall(book, a_rank):
    report = book(references=[a_rank(2022, 23), a_rank(2021, 18), a_rank(2023, 9)])
    made = chart("dti_rank", report, "overview", "en")
    assert made.title == "Province fell 5 places, from rank 18 to rank 23"
    assert "rank 9" not in made.alternative
