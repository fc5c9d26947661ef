"""Prose that cannot lie."""

from pathlib import Path

import pytest

from dxbook.audit import LINT_RULES, lint
from dxbook.audit.examples import Example, Says
from dxbook.audit.lint import lint_passage, lint_phrases
from dxbook.audit.prose import Passage
from dxbook.errors import PageError
from dxbook.model import Lang, Report


def report(change: str = "40") -> Report:
    rows = (
        Says("received", "900", quote="900 hồ sơ"),
        Says("received", change, measure="change", quote="thay đổi 40"),
        Says("meetings", "30", quote="họp 30"),
    )
    return Example("900 hồ sơ, thay đổi 40, họp 30", rows).report()


def slips(markdown: str, lang: Lang | None = "vi", change: str = "40") -> list[tuple[str, str]]:
    passage = Passage(markdown, lang, "data/2022/commentary/government.vi.md")
    return [(f.rule, f.evidence) for f in lint_passage(report(change), passage)]


@pytest.mark.parametrize(
    "text",
    [
        "Đạt {glue:}`received`, {glue:}`received.change`.",
        "Người dân từ 15 tuổi trở lên, tài khoản mức 2.",
        "Theo Kế hoạch số 2050/KH-UBND ngày 15/3/2020, năm 2022 và năm 2021.",
        "Xem `dxbook check 2019` và [bảng](https://example.vn/2019/88).",
        "```\n88,48%\n```\n<!-- 12 -->",
        "1. Mục thứ nhất\n2. Mục thứ hai",
        "Báo cáo viết «thay đổi 40».",
        "Chỉ tiêu nào còn cách 100%?",
    ],
)
def test_prose_by_reference_is_let_through(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("Đạt 88,48%.", "88,48%"), ("Có 144/225 đài.", "144/225"), ("Hơn 3 triệu hồ sơ.", "3 triệu")],
)
def test_a_typed_numeral_is_found(text: str, words: str) -> None:
    assert slips(text) == [("prose-numeral", words)]


@pytest.mark.parametrize("text", ["Trong năm 2019, tỉnh", "đến tháng 12/2019", "so với 2024"])
def test_a_year_of_another_edition_is_found(text: str) -> None:
    assert [rule for rule, _ in slips(text)] == ["prose-year"]


def test_a_documents_number_is_not_a_year() -> None:
    assert slips("Kế hoạch số 2050/KH-UBND") == []


def test_a_reference_to_nothing_names_the_nearest() -> None:
    passage = Passage("đạt {glue:}`recieved.districts`", "vi", "a.vi.md")
    finding = lint_passage(report(), passage)[0]
    assert finding.rule == "prose-reference"
    assert "received.districts" in finding.message["vi"]
    assert "received.districts" in finding.message["en"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "Hồ sơ giảm, còn {glue:}`received`."),
        ("vi", "Hồ sơ: {glue:}`received`, giảm so với năm trước."),
        ("vi", "Hồ sơ không tăng: {glue:}`received`."),
        ("en", "Dossiers fell to {glue:}`received`."),
        ("en", "Dossiers did not rise: {glue:}`received.change`."),
        ("en", "Dossiers stood at {glue:}`received`, down from last year."),
    ],
)
def test_a_word_for_a_fall_of_what_rose_is_found(lang: Lang, text: str) -> None:
    assert [rule for rule, _ in slips(text, lang, change="40")] == ["prose-direction"]
    assert slips(text, lang, change="-40") == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "Hồ sơ tăng lên {glue:}`received`."),
        ("en", "Dossiers rose to {glue:}`received`."),
        ("en", "Dossiers increased: {glue:}`received.change`."),
    ],
)
def test_a_word_for_a_rise_of_what_fell_is_found(lang: Lang, text: str) -> None:
    assert [rule for rule, _ in slips(text, lang, change="-40")] == ["prose-direction"]
    assert slips(text, lang, change="40") == []


def test_what_did_not_move_neither_rose_nor_fell() -> None:
    for word in ("tăng", "giảm"):
        assert slips(f"Hồ sơ {word}: {{glue:}}`received`.", change="0")


def test_a_word_for_a_rise_of_what_has_no_change_is_found() -> None:
    assert [rule for rule, _ in slips("Cuộc họp tăng: {glue:}`meetings`.")] == ["prose-direction"]


@pytest.mark.parametrize(
    "text",
    [
        "Tăng hay giảm: {glue:}`received.change`.",
        "Cần tăng cường. Đã có {glue:}`meetings`.",
        "Tăng cường họp: {glue:}`meetings`.",
        "Vì sao tăng? Đạt {glue:}`meetings`.",
    ],
)
def test_words_that_claim_nothing_are_let_through(text: str) -> None:
    assert slips(text) == []


def test_a_cell_without_language_is_read_in_both() -> None:
    assert [rule for rule, _ in slips("Dossiers fell: {glue:}`received`.", None)] == [
        "prose-direction"
    ]


def test_a_finding_in_a_commentary_names_its_line() -> None:
    passage = Passage("Một\n\nđạt 88%", "vi", "data/2022/commentary/government.vi.md")
    assert lint_passage(report(), passage)[0].row == 3


def test_a_finding_in_a_notebook_names_its_cell() -> None:
    finding = lint_passage(report(), Passage("đạt 88%", "vi", "notebooks/society.ipynb", 7))[0]
    assert (finding.row, finding.column) == (7, "cell")


def test_phrases_have_no_typed_numerals() -> None:
    assert lint_phrases('"""Đạt 88%."""\nx = f"đạt {y}%"\n', "phrases.py") == []
    assert lint_phrases('x = "up 5 points"\n', "phrases.py") != []


@pytest.mark.parametrize("name", sorted(LINT_RULES))
def test_each_rule_of_prose_finds_the_slip_of_its_example(name: str) -> None:
    assert name in [rule for rule, _ in slips(LINT_RULES[name].example)]


def test_a_file_that_is_no_notebook_is_the_users_to_mend(tmp_path: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "torn.ipynb").write_text('{"cells": [', encoding="utf-8")
    with pytest.raises(PageError, match=r"notebooks/torn\.ipynb is not a notebook"):
        lint(tmp_path, report())
