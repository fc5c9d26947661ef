"""Words in one spelling, and clauses that each hold one number."""

from __future__ import annotations

import pytest

from dxbook.model import Report
from dxbook.reading.clauses import outline
from dxbook.reading.language import Language
from dxbook.reading.saying import Saying
from dxbook.reading.scopes import said_scopes


@pytest.fixture(scope="session")
def vietnamese(catalogue_only: Report) -> Language:
    return Language(catalogue_only.catalogue)


def clauses(text: str, vietnamese: Language) -> list[str]:
    return [c.phrase.strip() for c in outline(text, vietnamese).clauses if c.amount]


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("CBCC", "cán bộ công chức"),
        ("thủ tục hành chính", "thủ tục hành chính"),
        ("TTHC", "thủ tục hành chính"),
        ("smartphone", "điện thoại thông minh"),
        ("hoá đơn điện tử", "hóa đơn điện tử"),
        ("mức độ 2", "mức 2"),
        ("DVCTT", "dịch vụ công trực tuyến"),
        ("Uỷ ban nhân dân", "ủy ban nhân dân"),
    ],
)
def test_what_is_written_in_several_ways_is_read_in_one(
    written: str, used: str, vietnamese: Language
) -> None:
    assert vietnamese.phrase(written) == used


def test_a_sentence_is_cut_where_the_next_subject_begins(vietnamese: Language) -> None:
    assert clauses("Tiếp nhận 500 hồ sơ, số hồ sơ trực tuyến là 300, đạt 60%.", vietnamese) == [
        "tiếp nhận # hồ sơ",
        "số hồ sơ trực tuyến là #",
        "đạt #",
    ]


def test_numbers_in_brackets_are_clauses_of_their_own(vietnamese: Language) -> None:
    text = "Tổ chức 296 cuộc họp (121 cuộc với Trung ương; 17 cuộc ba cấp) với 4.157 điểm cầu."
    assert clauses(text, vietnamese) == [
        "tổ chức # cuộc họp",
        "# cuộc với trung ương",
        "# cuộc ba cấp",
        "với # điểm cầu",
    ]


def test_a_clause_that_names_only_scopes_leaves_out_what_it_speaks_of(
    vietnamese: Language,
) -> None:
    text = "100% các sở (cấp sở), cấp huyện (cấp huyện); 98% đơn vị cấp xã có kế hoạch."
    assert Saying(outline(text, vietnamese)).bare == [True, False]


@pytest.mark.parametrize(
    ("said", "scopes"),
    [
        ("các sở, ban, ngành và UBND các huyện, thành, thị", ["provincial-agencies", "districts"]),
        ("doanh nghiệp nhỏ và vừa", ["small-enterprises"]),
        ("Trung tâm giám sát an toàn thông tin", []),
        ("điểm bưu điện văn hóa xã", ["post-offices"]),
        ("Ủy ban nhân dân xã", ["communes"]),
    ],
)
def test_the_longest_name_of_a_scope_is_read(
    said: str, scopes: list[str], vietnamese: Language
) -> None:
    assert said_scopes(vietnamese.phrase(said), vietnamese) == scopes
