"""How a picture becomes part of a page."""

from dxbook.charts.svg import adopted, compact
from dxbook.wording.lettering import width_of, wrapped


def test_text_is_never_shortened_like_a_coordinate():
    assert compact('<svg><text x2="1.23456">957.196</text></svg>') == (
        '<svg><text x2="1.23">957.196</text></svg>'
    )


def test_groups_with_a_purpose_stay():
    moved = '<svg><g transform="translate(1,2)"><path d="M0,0"/></g></svg>'
    assert compact(moved) == moved


def test_ids_are_those_of_the_drawing():
    picture = '<svg viewBox="0 0 1 1"><defs id="a"/><path fill="url(#a)"/></svg>'
    assert 'id="x-1-a"' in adopted(picture, "x-1")
    assert "url(#x-1-a)" in adopted(picture, "x-1")


def test_a_hatched_value_has_a_pattern_of_its_own():
    picture = '<svg viewBox="0 0 1 1"><path fill="#0b5c93"/></svg>'
    assert 'fill="url(#x-hatch)"' in adopted(picture, "x")
    assert '<pattern id="x-hatch"' in adopted(picture, "x")


def test_a_number_stays_with_the_word_before_it():
    lines = wrapped("Chưa đạt mục tiêu 85% năm 2022, kém 4,93 điểm phần trăm", 150, 13)
    assert not any(line[0].isdigit() for line in lines)
    assert all(width_of(line, 13) <= 150 for line in lines)


def test_a_word_that_is_too_long_has_a_line_of_its_own():
    assert wrapped("a mmmmmmmmmmmmmmmmmmmm b", 60, 13) == ("a", "mmmmmmmmmmmmmmmmmmmm", "b")
