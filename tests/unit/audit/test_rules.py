"""Each rule finds the fault of its example, and is content once the example is mended."""

from dataclasses import replace

import pytest

from dxbook.audit import RULES
from dxbook.audit.examples import Example, Says
from dxbook.audit.facts import Facts
from dxbook.model import Finding, Hold

SUMS = (
    Says("received", "1000", quote="1.000 hồ sơ"),
    Says("online", "500", quote="500 trực tuyến"),
    Says("online_share", "50", numerator="500", denominator="1000", quote="đạt 50%"),
    Says("received", "300", "centre", quote="Trung tâm 300"),
    Says("received", "300", "districts", quote="huyện 300"),
    Says("online", "150", "districts", quote="150 trực tuyến, 50%"),
    Says("online_share", "50", "districts", quote="150 trực tuyến, 50%"),
    Says("received", "400", "communes", quote="xã 400"),
    Says("online", "100", "communes", quote="100 trực tuyến, 25%"),
    Says("online_share", "25", "communes", quote="100 trực tuyến, 25%"),
)
SUMS_TEXT = (
    "1.000 hồ sơ, 500 trực tuyến, đạt 50%; Trung tâm 300; huyện 300, 150 trực tuyến, 50%; "
    "xã 400, 100 trực tuyến, 25%"
)
POINTS = Says("online_share", "5", measure="change", unit="percentage-points", quote="tăng 5%")

#: The example of each rule, mended.
MENDED = {
    "value-in-quote": Example("Tiếp nhận 1.250 hồ sơ", (Says("received", "1250"),)),
    "qualifier-lost": Example("Có trên 500 họp", (Says("meetings", "500", qualifier="over"),)),
    "qualifier-before-exact-number": Example(
        "Có hơn 1.230 cuộc họp", (Says("meetings", "1230", qualifier="over"),)
    ),
    "change-direction": Example("giảm 40 hồ sơ", (Says("received", "-40", measure="change"),)),
    "value-without-quote": Example(
        "Tiếp nhận 1.250 hồ sơ", (Says("meetings", "12", quote="-", note="[a.xlsx, Số liệu!I7]"),)
    ),
    "number-cut-short": Example("mức 2 là 317.400", (Says("received", "317400"),)),
    "count-not-whole": Example("Tiếp nhận 1.499 hồ sơ", (Says("received", "1499"),)),
    "decimal-marks": Example("đạt 64,5%, năm trước 60,2%", (Says("online_share", "64.5"),)),
    "share-out-of-range": Example("đạt 100%", (Says("online_share", "100"),)),
    "share-of-counts": Example(
        "84/120 xã (70%)", (Says("teams", "70", "communes", numerator="84", denominator="120"),)
    ),
    "denominator-unstated": Example(
        "450 trong 600 hồ sơ, đạt 75%",
        (Says("online_share", "75", numerator="450", denominator="600"),),
    ),
    "share-of-places": Example("90% huyện đã phê duyệt", (Says("teams", "90", "districts"),)),
    "share-and-rest": Example(
        "80% đơn vị đã bố trí cán bộ. Còn 02 đơn vị chưa bố trí",
        (
            Says("teams", "80", "districts", quote="80% đơn vị"),
            Says("lacking", "2", "districts", quote="Còn 02 đơn vị"),
        ),
    ),
    "parts-and-whole": Example(
        "31 cuộc họp: 10 cấp tỉnh, 21 ba cấp",
        (
            Says("meetings", "31", quote="31 cuộc họp"),
            Says("meetings_city", "10", quote="10 cấp tỉnh"),
            Says("meetings_all", "21", quote="21 ba cấp"),
        ),
    ),
    "scopes-and-whole": Example(SUMS_TEXT, SUMS),
    "shares-average": Example(SUMS_TEXT, SUMS),
    "more-than-there-is": Example(SUMS_TEXT, SUMS),
    "change-and-levels": Example(
        "837 hồ sơ, tăng 265 hồ sơ",
        (
            Says("received", "837", quote="837 hồ sơ"),
            Says("received", "265", measure="change", quote="tăng 265 hồ sơ"),
            Says("received", "572", year=2021),
        ),
    ),
    "change-without-unit": Example(
        "tăng 70,9%", (Says("received", "70.9", measure="change", unit="percent"),)
    ),
    "percent-or-points": Example(
        "đạt 60%, tăng 5%",
        (
            Says("online_share", "60", quote="đạt 60%"),
            POINTS,
            Says("online_share", "55", year=2021),
        ),
    ),
    "derived-value": Example(
        "837 hồ sơ, tăng 265 hồ sơ",
        (
            Says("received", "837", quote="837 hồ sơ"),
            Says("received", "265", measure="change", quote="tăng 265 hồ sơ"),
            Says("received", "572", year=2021, status="derived", note="837 - 265"),
        ),
    ),
    "out-of-line": Example(
        "Tiếp nhận 98.200 hồ sơ", (Says("received", "98200"), Says("received", "91000", year=2021))
    ),
    "stated-twice": Example(
        "Tiếp nhận 1.000 hồ sơ; 600/1.000 trực tuyến (60%)",
        (
            Says("received", "1000", quote="1.000 hồ sơ"),
            Says("online_share", "60", numerator="600", denominator="1000"),
        ),
    ),
    "same-value-twice": Example(
        "toàn tỉnh 1.234 hồ sơ; Trung tâm 1.134 hồ sơ",
        (
            Says("received", "1234", quote="toàn tỉnh 1.234 hồ sơ"),
            Says("received", "1134", "centre", quote="Trung tâm 1.134 hồ sơ"),
        ),
    ),
    "more-than-places": Example("10 đơn vị cấp huyện", (Says("approved", "10", "districts"),)),
    "denominator-and-places": Example(
        "84/120 xã (70%)", (Says("teams", "70", "communes", numerator="84", denominator="120"),)
    ),
    "count-and-list": Example(
        "02 đơn vị là: A, B",
        (Says("approved", "2", "districts"),),
        lists=(("approved", "a"), ("approved", "b")),
    ),
    "points-and-meetings": Example(
        "30 cuộc họp (29 cấp tỉnh, 1 họp tỉnh - huyện - xã) với 220 điểm cầu",
        (
            Says("meetings", "30", quote="30 cuộc họp"),
            Says("meetings_all", "1", quote="1 họp tỉnh - huyện - xã"),
            Says("points", "220", quote="220 điểm cầu"),
        ),
    ),
    "doubled-words": Example("Tiếp nhận dần dần 1.250 hồ sơ", (Says("received", "1250"),)),
    "ruling-without-finding": Example(
        "Tiếp nhận 1.25 hồ sơ",
        (Says("received", "1.25"),),
        rulings=(("number-cut-short/received.province", "1.25"),),
    ),
}
#: Rules that only ever complain, because what they would hold is nothing in particular.
SILENT = {
    "value-without-quote", "number-cut-short", "count-not-whole", "share-out-of-range",
    "denominator-unstated", "change-without-unit", "same-value-twice", "doubled-words",
    "ruling-without-finding",
}  # fmt: skip


def noticed(rule: str, example: Example) -> tuple[list[Finding], list[Hold]]:
    return RULES[rule].run(Facts(example.report()))


def found(rule: str, *rows: Says, text: str) -> list[str]:
    return [f.subject for f in noticed(rule, Example(text, rows))[0]]


def test_every_rule_has_a_mended_example() -> None:
    assert set(MENDED) == set(RULES)


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_finds_the_one_fault_of_its_example(name: str) -> None:
    findings, _ = noticed(name, RULES[name].example)
    assert [f.rule for f in findings] == [name]
    assert findings[0].subject
    assert findings[0].file
    assert findings[0].evidence
    assert all((findings[0].message["vi"], findings[0].message["en"], findings[0].question["vi"]))


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_is_content_with_its_mended_example(name: str) -> None:
    findings, holds = noticed(name, MENDED[name])
    assert findings == []
    assert bool(holds) or name in SILENT


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_speaks_both_languages(name: str) -> None:
    rule = RULES[name]
    assert rule.title["vi"] != rule.title["en"]
    assert rule.explanation["vi"] != rule.explanation["en"]


def test_a_value_that_lost_its_thousand_separator_is_not_what_its_quote_says() -> None:
    row = Says("received", "1.499")
    assert found("value-in-quote", row, text="Tiếp nhận 1.499 hồ sơ") == ["received.province"]


def test_a_numerator_that_is_nowhere_in_the_source_is_found() -> None:
    row = Says("teams", "70", "communes", numerator="48", denominator="120")
    assert found("value-in-quote", row, text="84/120 xã (70%)") == ["teams.communes.numerator"]


def test_a_qualifier_that_the_source_does_not_have_is_found() -> None:
    row = Says("meetings", "500", qualifier="over")
    assert found("qualifier-lost", row, text="Có 500 cuộc họp") == ["meetings.province"]


def test_a_fraction_after_a_preposition_is_not_qualified() -> None:
    row = Says("teams", "70", "communes", numerator="84", denominator="120")
    assert found("qualifier-lost", row, text="trên 84/120 xã (70%)") == []


def test_shares_are_compared_at_the_precision_reported() -> None:
    text = "84/121 (69,4%) xã"
    row = Says("teams", "69.4", "communes", numerator="84", denominator="121")
    assert found("share-of-counts", row, text=text) == []
    finer = Says("teams", "69.40", "communes", numerator="84", denominator="121")
    assert found("share-of-counts", finer, text="84/121 (69,40%) xã") == ["teams.communes"]


def test_a_change_between_percentages_is_in_percentage_points() -> None:
    rows = (
        Says("online_share", "60", quote="đạt 60%"),
        Says("online_share", "5", measure="change", unit="percentage-points", quote="tăng 5%"),
        Says("online_share", "57.14", year=2021),
    )
    assert found("change-and-levels", *rows, text="đạt 60%, tăng 5%") == [
        "online_share.province.change"
    ]


def test_a_relative_change_of_a_count_is_per_cent_of_last_year() -> None:
    rows = (
        Says("received", "110", quote="110 hồ sơ"),
        Says("received", "10", measure="change", unit="percent", quote="tăng 10%"),
        Says("received", "100", year=2021),
    )
    assert found("change-and-levels", *rows, text="110 hồ sơ, tăng 10%") == []


def test_parts_that_are_not_all_given_may_fall_short_of_the_whole() -> None:
    rows = (
        Says("meetings", "30", quote="30 cuộc họp"),
        Says("meetings_city", "10", quote="10 cấp tỉnh"),
    )
    assert found("parts-and-whole", *rows, text="30 cuộc họp: 10 cấp tỉnh") == []


def test_a_whole_that_is_only_over_a_number_is_not_summed_up() -> None:
    rows = (
        Says("meetings", "30", qualifier="over", quote="trên 30 cuộc họp"),
        Says("meetings_city", "10", quote="10 cấp tỉnh"),
        Says("meetings_all", "21", quote="21 ba cấp"),
    )
    text = "trên 30 cuộc họp: 10 cấp tỉnh, 21 ba cấp"
    assert found("parts-and-whole", *rows, text=text) == []


def test_a_check_with_a_corrected_value_is_not_listed_as_confirmed() -> None:
    example = Example(
        "31 cuộc họp: 10 cấp tỉnh, 21 ba cấp",
        (
            Says("meetings", "31", quote="31 cuộc họp"),
            Says("meetings_city", "10", quote="10 cấp tỉnh"),
            Says("meetings_all", "2.1", quote="21 ba cấp"),
        ),
    )
    report = example.report()
    data = report.years[report.year]
    whole, city, every = data.observations
    corrected = replace(every, correction=(whole.value or 0) - (city.value or 0))
    for last, listed in ((corrected, False), (replace(every, value=corrected.best), True)):
        year = replace(data, observations=(whole, city, last))
        facts = Facts(replace(report, years={**report.years, report.year: year}))
        findings, holds = RULES["parts-and-whole"].run(facts)
        assert findings == []
        assert [hold.subject for hold in holds] == ([whole.key] if listed else [])


def test_two_scopes_may_both_have_all_of_it() -> None:
    rows = (
        Says("teams", "100", "districts", quote="100% huyện"),
        Says("teams", "100", "communes", quote="100% xã"),
    )
    assert found("same-value-twice", *rows, text="100% huyện, 100% xã") == []


def test_a_value_with_a_longer_history_is_held_to_its_own_steps() -> None:
    def rows(last: str) -> tuple[Says, ...]:
        years = {2018: "1000", 2019: "1040", 2020: "1090", 2021: "1120"}
        history = tuple(Says("received", n, year=year) for year, n in years.items())
        return (Says("received", last), *history)

    assert found("out-of-line", *rows("1170"), text="1.170 hồ sơ") == []
    assert found("out-of-line", *rows("1900"), text="1.900 hồ sơ") == ["received.province"]


def test_a_ruling_by_an_unknown_rule_is_about_nothing() -> None:
    example = Example(
        "Tiếp nhận 1.250 hồ sơ", (Says("received", "1250"),), rulings=(("no-such/rule", ""),)
    )
    findings, _ = noticed("ruling-without-finding", example)
    assert "no-such" in findings[0].message["vi"]
