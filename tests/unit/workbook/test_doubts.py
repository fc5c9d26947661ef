"""What a number cannot be."""

from decimal import Decimal

import pytest

from dxbook.workbook.filled.doubts import Entry, doubt, doubt_of_parts


def entry(value, kind="percent", **more):
    numbers = {
        name: Decimal(more.pop(name)) for name in ("numerator", "denominator", "before")
        if name in more
    }  # fmt: skip
    return Entry(Decimal(value), kind, more.pop("measure", "level"), **numbers, **more)


def test_what_english_excel_makes_of_a_comma_is_asked_about_with_what_was_meant():
    said = doubt(entry("8848", before="88.44"))
    assert said is not None
    assert "đọc được 8848" in said
    assert "Có phải là 88,48?" in said
    assert "Văn bản (Text)" in said


def test_the_guess_follows_last_year():
    assert "Có phải là 9,05?" in (doubt(entry("905", before="8.1")) or "")


def test_a_percentage_typed_as_a_fraction_is_asked_about():
    assert "88,48" in (doubt(entry("0.8848")) or "")


def test_a_small_percentage_with_its_sign_is_believed():
    assert doubt(entry("0.5", said_percent=True)) is None


@pytest.mark.parametrize("value", ["957.196", "1.499"])
def test_a_count_with_a_fraction_is_asked_about(value):
    assert "số nguyên" in (doubt(entry(value, "count")) or "")


def test_a_thousandth_of_last_year_is_asked_about():
    said = doubt(entry("957", "count", before="957196")) or ""
    assert "Có phải là 957000?" in said
    assert "đã kiểm tra" in said


def test_a_tenfold_percentage_of_last_year_is_asked_about_and_may_be_confirmed():
    assert "Có phải là 8,5?" in (doubt(entry("85", before="8.3")) or "")
    assert doubt(entry("85", before="8.3", note="Đã kiểm tra với Sở Y tế")) is None


@pytest.mark.parametrize(("value", "before"), [("95", "88.44"), ("40", "32.4"), ("100", "93")])
def test_an_ordinary_rise_is_not_asked_about(value, before):
    assert doubt(entry(value, before=before)) is None


def test_a_count_that_doubled_is_not_asked_about():
    assert doubt(entry("13000", "count", before="6607")) is None


def test_a_share_that_its_parts_do_not_give_is_asked_about():
    said = doubt(entry("88.48", numerator="133511", denominator="167031")) or ""
    assert "133511 chia cho 167031 được 79,93%" in said


@pytest.mark.parametrize("value", ["88.48", "88.47", "88", "88.5"])
def test_a_share_rounded_or_cut_off_is_believed(value):
    assert doubt(entry(value, numerator="564270", denominator="637760")) is None


def test_what_the_source_states_is_what_was_reported_however_odd():
    assert doubt(entry("292.49", "count", quote="mức 2 là 292.49 tài khoản")) is None
    assert doubt(entry("120", quote="đạt 120% kế hoạch")) is None


def test_a_mangled_number_is_not_taken_for_what_the_source_states():
    assert doubt(entry("957.196", "count", quote="957.196 văn bản"))
    assert doubt(entry("8848", quote="đạt 88,48%"))


def test_a_level_is_never_negative_but_a_change_may_be():
    assert "không thể âm" in (doubt(entry("-3", "count")) or "")
    assert doubt(entry("-3", "count", measure="change")) is None


@pytest.mark.parametrize(
    ("numerator", "denominator", "says"),
    [("225", "144", "lớn hơn mẫu số"), ("1", "0", "bằng 0"), ("14.4", "225", "nguyên")],
)
def test_parts_that_cannot_stand_together_are_asked_about(numerator, denominator, says):
    assert says in (doubt_of_parts(Decimal(numerator), Decimal(denominator)) or "")


def test_a_denominator_alone_is_fine():
    assert doubt_of_parts(None, Decimal(225)) is None
