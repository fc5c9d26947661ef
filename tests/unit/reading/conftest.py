"""Reports to read: the real one of 2022 with its catalogue, variants of it, and made-up ones.

The catalogue is the real one with the values taken out. A variant is the source with its wording
changed, its chapters and paragraphs in another order, and parts left out; every number is followed
from the source into the variant, so that what should be read from it is known.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from dxbook.data import read_report as load
from dxbook.data.tokens import tokens_in
from dxbook.model import Report
from dxbook.reading import Reading, read_report

ROOT = Path(__file__).parents[3]
Key = tuple[str, str, str]

#: What may be said in other words: pattern → other wordings, one of which is taken.
REWORDED = (
    (r"điện thoại thông minh", ("smartphone", "điện thoại di động thông minh")),
    (r"Tỷ lệ dân số có", ("Tỷ lệ người dân sử dụng", "Tỷ lệ dân số sử dụng")),
    (r"các xã, phường, thị trấn", ("các phường, xã, thị trấn", "các xã, thị trấn")),
    (r"\bxã, phường, thị trấn", ("phường, xã, thị trấn", "đơn vị cấp xã")),
    (r"đạt tỷ lệ:?", ("đạt", "là")),
    (r"Các cơ quan, đơn vị", ("Các đơn vị",)),
    (r"\bTTHC\b", ("thủ tục hành chính",)),
    (r"cán bộ công chức \(CBCC\)", ("CBCC", "cán bộ, công chức")),
    (r"đã ban hành Quyết định thành lập", ("đã thành lập", "đã kiện toàn", "có")),
    (r"so với cùng kỳ năm 2021", ("so với năm 2021", "so với năm trước", "so với cùng kỳ")),
    (r"Tổng số văn bản", ("Số văn bản",)),
    (r"được trang bị máy tính", ("có máy tính",)),
    (r"chữ ký số chuyên dùng", ("chứng thư số chuyên dùng",)),
    (r"cuộc họp trực tuyến", ("phiên họp trực tuyến", "hội nghị trực tuyến")),
    (r"thực hiện giảng dạy môn tin học", ("dạy môn tin học", "tổ chức dạy tin học")),
    (r"thẻ căn cước công dân", ("thẻ CCCD", "căn cước công dân")),
    (r"gắn chíp điện tử", ("gắn chip",)),
    (r"phần mềm diệt vi rút", ("phần mềm diệt virus", "phần mềm phòng, chống mã độc")),
    (r"đơn vị cấp sở, cấp huyện", ("cơ quan cấp tỉnh, cấp huyện", "sở, ngành, UBND cấp huyện")),
    (r"công nghệ thông tin - Viễn thông", ("CNTT-VT", "công nghệ thông tin, viễn thông")),
    (r"hóa đơn điện tử", ("hoá đơn điện tử",)),
    (r"số hồ sơ tiếp nhận, giải quyết trực tuyến", ("hồ sơ trực tuyến", "số hồ sơ nộp qua mạng")),
    (r"số hồ sơ được tiếp nhận, giải quyết trực tuyến", ("số hồ sơ tiếp nhận trực tuyến",)),
    (r"đã bố trí cán bộ chuyên trách hoặc kiêm nhiệm", ("có cán bộ chuyên trách, kiêm nhiệm",)),
    (r"hệ thống mạng nội bộ", ("mạng LAN", "mạng nội bộ")),
    (r"tài khoản giao dịch tại ngân hàng", ("tài khoản ngân hàng", "tài khoản thanh toán")),
    (r"hộ gia đình có đường Internet", ("hộ gia đình sử dụng Internet", "hộ dân có Internet")),
    (r"cổng/trang thông tin điện tử", ("trang thông tin điện tử", "website")),
    (r"UBND các huyện, thành, thị", ("Cấp huyện", "UBND các huyện, thị xã, thành phố")),
    (r"UBND các xã, phường, thị trấn", ("Cấp xã", "UBND cấp xã")),
    (r"Cổng dịch vụ công Quốc gia", ("Cổng DVCQG",)),
    (r"hệ thống thông tin cấp sở", ("HTTT của cấp sở",)),
    (r"cáp qua\b", ("cáp quang",)),
)  # fmt: skip
#: What may be left out.
OMITTED = (
    r"Trong năm 2022, ",
    r" trên địa bàn tỉnh",
    r" của tỉnh(?= )",
    r", tổ chức và cá nhân trong cơ quan nhà nước",
    r" qua đó góp phần[^.;\n]*",
    r" phục vụ đắc lực[^.;\n]*",
    r" đáp ứng được nhu cầu[^.;\n]*",
    r" ở các mức độ khác nhau như: NAS, SAN, USB",
    r" làm nhiệm vụ tham mưu[^.;\n]*",
    r" ở mức cơ bản cung cấp thông tin[^.;\n]*",
    r" theo quy định",
    r" thông qua nền tảng học trực tuyến[^.;\n]*",
    r" hoặc các tổ chức được phép khác",
    r"Công tác đảm bảo an toàn thông tin mạng được các cơ quan, đơn vị đã chú trọng: ",
)
_PLACE = re.compile(r"⟦(\d+)⟧")


@dataclass(frozen=True)
class Text:
    """A report with what should be read from it: the value of each (indicator, scope, measure)."""

    text: str
    expected: dict[Key, Decimal]
    near: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Outcome:
    """How well a reading gives back what was expected.

    Args:
        scored: (score, whether it was right) of every proposal.
    """

    found: int
    expected: int
    scored: tuple[tuple[float, bool], ...]

    @property
    def recall(self) -> float:
        return self.found / self.expected


def outcome(reading: Reading, report: Text) -> Outcome:
    """Compare what was read with what should have been."""
    proposed = {(p.indicator, p.scope, p.measure, p.value) for p in reading.proposals}
    return Outcome(
        found=sum((*key, value) in proposed for key, value in report.expected.items()),
        expected=len(report.expected),
        scored=tuple(
            (p.score, report.expected.get((p.indicator, p.scope, p.measure)) == p.value)
            for p in reading.proposals
        ),
    )


@pytest.fixture(scope="session")
def measure() -> Callable[[Reading, Text], Outcome]:
    """How well a reading gives back what was expected."""
    return outcome


@pytest.fixture(scope="session")
def full_report() -> Report:
    """The real data."""
    return load(ROOT)


@pytest.fixture(scope="session")
def catalogue_only(full_report: Report) -> Report:
    """The catalogue with the values taken out: no observation, no source."""
    empty = replace(full_report.years[2022], observations=(), source_text="")
    return replace(full_report, year=2022, years={2022: empty})


@pytest.fixture(scope="session")
def with_last_year(full_report: Report) -> Report:
    """The catalogue with 2022's sentences, as if they were those of the year before."""
    last = replace(full_report.years[2022], year=2021)
    return replace(full_report, year=2021, years={2021: last})


@pytest.fixture(scope="session")
def source(full_report: Report) -> Text:
    """The real report of 2022."""
    year = full_report.years[2022]
    return Text(
        year.source_text,
        {(o.indicator, o.scope, o.measure): o.value for o in year.observations if o.value},
    )


@pytest.fixture(scope="session")
def make_variant(full_report: Report) -> Callable[[int], Text]:
    """A generator of variants of the 2022 source: the same seed gives the same variant."""
    year = full_report.years[2022]
    tokens = tokens_in(year.source_text)
    stated: dict[Key, int] = {}
    for o in year.observations:
        if o.value is None or o.quote is None:
            continue
        inside = [
            n
            for n, t in enumerate(tokens)
            if o.quote.start <= t.start and t.end <= o.quote.end and o.value in t.readings
        ]
        stated[o.indicator, o.scope, o.measure] = inside[-1]
    marked, last = "", 0
    for n, token in enumerate(tokens):
        marked += year.source_text[last : token.start] + f"⟦{n}⟧"
        last = token.end
    marked += year.source_text[last:]
    written = [t.text for t in tokens]
    return lambda seed: _variant(marked, written, stated, random.Random(seed))


def _variant(
    marked: str, written: list[str], stated: dict[Key, int], chance: random.Random
) -> Text:
    text = _shuffled(marked, chance)
    for pattern in OMITTED:
        if chance.random() < 0.5:
            text = re.sub(pattern, "", text)
    for pattern, others in REWORDED:
        if chance.random() < 0.6:
            text = re.sub(pattern, chance.choice(others), text, flags=re.IGNORECASE)
    text = _abridged(text, chance)
    numbers = [_rewritten(token, chance) for token in written]
    kept = {int(m[1]) for m in _PLACE.finditer(text)}
    return Text(
        _PLACE.sub(lambda m: numbers[int(m[1])][0], text),
        {
            key: value
            for key, n in stated.items()
            if n in kept and (value := numbers[n][1]) is not None
        },
    )


def _shuffled(text: str, chance: random.Random) -> str:
    """Chapters, and the sections and paragraphs in them, in another order."""
    lines = text.strip().split("\n")
    heads = [
        n for n, line in enumerate(lines) if line.endswith("số:") or line == "An toàn thông tin:"
    ]
    chapters = [lines[a:b] for a, b in zip(heads, [*heads[1:], len(lines)], strict=True)]
    chance.shuffle(chapters)
    out = lines[: heads[0]]
    for chapter in chapters:
        blocks: list[list[str]] = []
        for line in chapter[1:]:
            if blocks and (line.startswith("+") or blocks[-1][-1].startswith("- ")):
                blocks[-1].append(line)
            else:
                blocks.append([line])
        chance.shuffle(blocks)
        out += [chapter[0], *(line for block in blocks for line in block)]
    return "\n".join(out) + "\n"


def _abridged(text: str, chance: random.Random) -> str:
    """Some sentences without numbers, and a few with, left out."""
    lines = []
    for line in text.split("\n"):
        kept = [
            s
            for s in re.split(r"(?<=\.)\s", line)
            if chance.random() > (0.05 if "⟦" in s or len(s) < 50 else 0.5)
        ]
        lines.append(" ".join(kept))
    return "\n".join(line for line in lines if line.strip())


def _rewritten(token: str, chance: random.Random) -> tuple[str, Decimal | None]:
    """A number as it may stand in another year's report, and its value."""
    digits = re.match(r"[\d.,]*\d", token)
    assert digits
    if "/" in token or "triệu" in token:
        return token, Decimal(64) if "/" in token else Decimal(3_000_000)
    if "%" in token:
        value = Decimal(digits[0].replace(",", "."))
        if value not in (100, 64) and value > 20:
            value = max(Decimal(21), value - chance.randint(1, 9))
        mark = chance.choice(",.")
        return f"{value}".replace(".", mark) + chance.choice(("%", "%", " %")), value
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", digits[0]):
        value = Decimal(digits[0].replace(".", "")) + chance.randint(0, 999)
        grouped = f"{value:,}"
        return grouped.replace(",", chance.choice((".", ".", ".", " "))), value
    return token, Decimal(digits[0].replace(",", "."))


# -- made-up reports ---------------------------------------------------------------------------

_MARK = re.compile(r"\[([^\[\]=~]+)([=~])([\w.-]+?)(?::(-?[\d.]+))?\]")


def annotated(text: str) -> Text:
    """A made-up report whose numbers are marked with what they are.

    `[72,5%=fibre_households.households]` is its value, `[4=x.y.change:-4]` one whose value is
    given, `[70%~smartphone_share]` a near measure, which must not be proposed as if it were one.
    """
    out, last = "", 0
    expected: dict[Key, Decimal] = {}
    near: list[tuple[int, int]] = []
    for m in _MARK.finditer(text):
        out += text[last : m.start()]
        start = len(out)
        out += m[1]
        last = m.end()
        if m[2] == "~":
            near.append((start, len(out)))
            continue
        indicator, scope, *measure = m[3].split(".")
        percent = re.search(r"([\d.,]+)%", m[1])
        plain = percent[1].replace(",", ".") if percent else m[1].replace(".", "").replace(",", ".")
        expected[indicator, scope, measure[0] if measure else "level"] = Decimal(m[4] or plain)
    return Text(out + text[last:], expected, tuple(near))


@pytest.fixture(scope="session")
def made_up() -> dict[str, tuple[int, Text]]:
    """The made-up reports by name, each with its year."""
    folder = Path(__file__).parent / "synthetic"
    reports: dict[str, tuple[int, Text]] = {}
    for path in sorted(folder.glob("*.txt")):
        text = annotated(path.read_text("utf-8"))
        year = re.search(r"BÁO CÁO CỦA NĂM (\d{4})", text.text)
        assert year, f"{path.name} does not say its year"
        reports[path.stem] = (int(year[1]), text)
    return reports


@pytest.fixture
def read(catalogue_only: Report) -> Callable[..., Reading]:
    """Read a text with the catalogue alone, as a report for 2023."""

    def _read(text: str, year: int = 2023) -> Reading:
        return read_report(text, catalogue_only, year)

    return _read
