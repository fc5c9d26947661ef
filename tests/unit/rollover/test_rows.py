"""Rows of a new year, traces and merging: pure, without files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxbook.data import Files
from dxbook.data.schema import descriptor, schemas
from dxbook.model import Schema
from dxbook.workbook.carried import Trace, carried_row, origin_of, split_note, with_trace
from dxbook.workbook.filled import SaidRow
from dxbook.workbook.labels import QUALIFIER_WORDS, STATUS_WORDS, code_of, qualifier_code
from dxbook.workbook.sheets.numbers import said_qualifier
from dxbook.writing import TextTable, parse_table
from dxbook.writing.snapshots import FOLDER
from dxbook.year.contents import slug
from dxbook.year.merge import Disagreement, merge_list, merged_row
from dxbook.year.rows import ordered, with_changes

text = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20)
SCHEMAS = schemas(descriptor(Files(Path(__file__).parents[3])))
OBSERVATIONS, STATEMENTS = SCHEMAS["observations"], SCHEMAS["statements"]
WHOLE = Trace("workbook.xlsx", "", "Số liệu", "I2")
HEALTH = Trace("y-te.xlsx", "Sở Y tế", "Số liệu", "I2")


def row(value: str, note: str = "") -> dict[str, str]:
    status = "reported" if value else "not-reported"
    return OBSERVATIONS.row() | {
        "indicator": "a", "scope": "b", "measure": "level", "value": value, "note": note,
        "status": status,
    }  # fmt: skip


def said(origin: str, now: str, by: Trace = WHOLE) -> SaidRow:
    after = row(now, str(by)) if now != origin else row(now)
    return SaidRow(("a", "b", "level"), row(origin), after, "I2")


@pytest.mark.parametrize(
    ("origin", "now", "current", "becomes"),
    [
        ("", "5", row(""), "5"),
        ("", "", row("5", str(HEALTH)), "5"),
        ("", "5", row("5", str(HEALTH)), "5"),
        ("", "6", row("5", str(WHOLE)), "6"),
        ("", "", row("5", str(WHOLE)), ""),
        ("4", "4", row("", str(WHOLE)), "4"),
        ("4", "4", row("5"), "5"),
        ("4", "", row("4"), ""),
    ],
)
def test_a_row_is_held_against_what_it_was_what_it_says_and_what_the_data_has(
    origin: str, now: str, current: dict[str, str], becomes: str
) -> None:
    merged = merged_row(said(origin, now), current, WHOLE)
    assert merged is not None
    assert merged["value"] == becomes


@pytest.mark.parametrize("current", [row("5", str(HEALTH)), row("5")])
def test_three_that_differ_are_a_disagreement_unless_overruled(current: dict[str, str]) -> None:
    with pytest.raises(Disagreement, match="tệp này ghi 6"):
        merged_row(said("", "6"), current, WHOLE)
    merged = merged_row(said("", "6"), current, WHOLE, replace=True)
    assert merged is not None
    assert merged["value"] == "6"


def test_a_statement_that_nobody_touched_stays_as_the_data_has_it() -> None:
    blank = STATEMENTS.row()
    old, mended, own = (blank | {"id": "a", "text_vi": text} for text in ("cũ", "sửa", "mới"))
    table = TextTable(STATEMENTS, (mended,))
    untouched, typed, emptied = (SaidRow(("a",), old, now, "F2") for now in (old, own, {}))
    assert merge_list(table, [untouched]).rows == (mended,)
    assert merge_list(table, [typed]).rows == (own,)
    assert merge_list(table, [emptied]).rows == ()


def test_a_row_that_the_data_lacks_comes_in_only_when_something_was_typed() -> None:
    assert merged_row(said("", ""), None, WHOLE) is None
    assert merged_row(said("", "5"), None, WHOLE) == row("5", str(WHOLE))


@given(text.map(str.strip), st.sampled_from([WHOLE, HEALTH]))
def test_a_trace_is_found_again_behind_any_note(note: str, trace: Trace) -> None:
    assert split_note(with_trace(note, trace)) == (note, trace)


@given(st.dictionaries(st.sampled_from(OBSERVATIONS.columns), text))
def test_a_row_survives_its_hidden_cell(cells: dict[str, str]) -> None:
    whole = OBSERVATIONS.row(**cells)
    assert carried_row(origin_of(whole), OBSERVATIONS) == whole


@pytest.mark.parametrize("damaged", ["", "{", "[1]", "null", "12"])
def test_a_damaged_hidden_cell_carries_nothing(damaged: str) -> None:
    assert carried_row(damaged, OBSERVATIONS) is None


@given(st.lists(st.tuples(text, text), max_size=5))
def test_a_table_is_read_as_it_was_written(cells: list[tuple[str, str]]) -> None:
    table = TextTable(Schema(("a", "b"), ()), tuple({"a": a, "b": b} for a, b in cells))
    assert parse_table(table.csv().decode()) == table


@given(st.permutations(["a", "b", "c", "d"]), st.lists(st.sampled_from("abcdxy"), max_size=6))
def test_ordering_loses_and_invents_nothing(catalogue: list[str], known: list[str]) -> None:
    pairs = [(id, "s") for id in catalogue]
    placed = ordered(pairs, [(id, "s") for id in known])
    assert sorted(placed) == sorted(pairs)
    kept = [p for p in dict.fromkeys((id, "s") for id in known) if p in pairs]
    assert [p for p in placed if p in kept] == kept


def test_a_change_stands_after_its_level() -> None:
    change = row("") | {"measure": "change"}
    other = row("") | {"indicator": "z"}
    assert with_changes([row("1"), other], [change]) == [row("1"), change, other]
    assert with_changes([row("1"), change], [change]) == [row("1"), change]


def test_every_word_leads_back_to_its_code() -> None:
    assert all(code_of(STATUS_WORDS, word.upper()) == code for code, word in STATUS_WORDS.items())
    assert all(qualifier_code(f" {word} ") == code for word, code in QUALIFIER_WORDS.items())


def test_the_qualifier_is_said_in_the_word_of_the_quote() -> None:
    assert said_qualifier(row("1") | {"qualifier": "over", "quote": "Hơn 4.157 điểm"}) == "hơn"
    assert said_qualifier(row("1") | {"qualifier": "over"}) == "trên"


def test_names_become_file_names() -> None:
    assert slug("Công an tỉnh – Đội 2") == "cong-an-tinh-doi-2"


def test_the_way_back_is_hidden_from_the_loader() -> None:
    assert FOLDER.startswith(".")
