"""How a picture becomes part of a page."""

from xml.etree import ElementTree

from dxbook.charts.compact import compact
from dxbook.charts.svg import adopted
from dxbook.wording.lettering import width_of, wrapped


def compacted(picture):
    root = ElementTree.fromstring(picture)
    compact(root)
    return ElementTree.tostring(root, encoding="unicode").replace(" />", "/>")


def test_text_is_never_shortened_like_a_coordinate():
    assert compacted('<svg><text x2="1.23456">957.196</text></svg>') == (
        '<svg><text x2="1.2">957.196</text></svg>'
    )


def test_groups_with_a_purpose_stay():
    moved = '<svg><g transform="translate(1,2)"><path d="M0,0" fill="red"/></g></svg>'
    assert compacted(moved) == moved


def test_what_all_of_a_group_have_in_common_is_said_once():
    texts = (
        '<svg><g class="mark-text"><text fill="a" x="1">x</text><text fill="a">y</text></g></svg>'
    )
    assert compacted(texts) == '<svg><g fill="a"><text x="1">x</text><text>y</text></g></svg>'


def test_what_takes_its_look_from_its_group_stays():
    lines = '<svg><g><path d="M0,0L1,1" stroke="a"/><path d="M2,2L3,3" stroke="a"/></g></svg>'
    assert compacted(lines) == (
        '<svg><g stroke="a"><path d="M0,0L1,1"/><path d="M2,2L3,3"/></g></svg>'
    )


def test_what_only_some_of_a_group_have_stays_with_them():
    texts = '<svg><text fill="a">x</text><text>y</text></svg>'
    assert compacted(texts) == texts


def test_straight_lines_of_one_look_are_one_path():
    lines = (
        '<svg><line transform="translate(1,2)" x2="0" y2="8" stroke="a"/>'
        '<line transform="translate(3,4)" x2="5" y2="0" stroke="a"/>'
        '<line transform="translate(0,0)" x2="5" y2="6" stroke="b"/></svg>'
    )
    assert compacted(lines) == (
        '<svg><path stroke="a" d="M1,2v8M3,4h5"/><line x2="5" y2="6" stroke="b"/></svg>'
    )


def test_a_dot_is_a_circle_where_it_was():
    dot = (
        '<svg><path transform="translate(3.14159,4)" fill="a" '
        'd="M5.641896,0A5.641896,5.641896,0,1,1,-5.641896,0A5.641896,5.641896,0,1,1,5.641896,0"/></svg>'
    )
    assert compacted(dot) == '<svg><circle fill="a" cx="3.1" cy="4" r="5.6"/></svg>'


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
