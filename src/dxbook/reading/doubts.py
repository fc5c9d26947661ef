"""What makes a number something else than what the province reached this year.

Aims, last year's values, the country's, another province's or one district's stand in the same
sentences as the results; each is recognised by the words around it, and said in a note.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from .clauses import Outline
from .headings import lines_of_aims
from .scopes import in_turn
from .views import View
from .words import CAPITALS, longest, phrase, says

_NAME = rf"[{CAPITALS}]\w*(?:\s[{CAPITALS}]\w*)*"
_PLACE = re.compile(
    rf"\b(?:huyện|thị xã|thành phố|TP\.?|xã|phường|quận|thị trấn)\s+(?!Trung ương)({_NAME})"
)
_AT_PLACE = re.compile(rf"\b(?:thuộc|của|tại|ở|trên địa bàn|trong)\s+{_PLACE.pattern}")
_PROVINCE = re.compile(rf"\b(?:tỉnh|thành phố|TP\.?)\s+((?:[{CAPITALS}]\w*[ -]*){{1,4}})")
_AGENCY = re.compile(rf"^\W*(?:Riêng |Tại )?(?:Sở|Ban Quản lý|Chi cục)\s+[{CAPITALS}]")
_OPENS_AIM = re.compile(
    r" ?(?:mục tiêu|phấn đấu|dự kiến|kế hoạch (?:năm|6|sáu|đến)|đặt mục tiêu)\b"
)
_YEAR = re.compile(r" năm (\d{4})(?= )| (?:cuối|hết|quý [1-4i]+) (\d{4})(?= )")
_MONTHS = re.compile(r" (?:6|sáu|9|chín) tháng(?: đầu năm)? ")
_HALF = re.compile(
    r" (?:6|sáu) tháng đầu năm | (?:9|chín) tháng (?:đầu năm )?| quý (?:i|ii|iii|1|2|3) "
)
_NAMED_YEAR = re.compile(r"(?<!so với )(?<!cùng kỳ )[Nn]ăm (20\d\d)\b")
#: What names the report and its time, in characters.
HEAD = 500


def year_of(text: str, asked: int) -> int:
    r"""The year that a report is about: the one asked for, unless it never names that one.

    A report that names another year at its head, and again, is about that year.

    >>> year_of("Kết quả năm 2022\nTrong năm 2022, 100% đơn vị …", 2023)
    2022
    >>> year_of("Kết quả năm 2023, tăng so với năm 2022 và năm 2021", 2023)
    2023
    """
    named = [int(year) for year in _NAMED_YEAR.findall(text)]
    at_head = [int(year) for year in _NAMED_YEAR.findall(text[:HEAD])]
    if asked in named or str(asked) in text:
        return asked
    return next((year for year in at_head if named.count(year) > 1), asked)


@dataclass(frozen=True)
class Doubt:
    """Something that speaks against a proposal: how much of its score is left, and why."""

    factor: float
    note: str


class Circumstances:
    """Finds doubts about the numbers of one report."""

    def __init__(self, outlined: Outline, year: int) -> None:
        self.outlined, self.language = outlined, outlined.language
        self.year = year_of(outlined.text, year)
        self._aims = lines_of_aims(outlined)
        self._own_province = self._commonest_province()
        self.period = self._period()
        self.remarks = self._remarks(year)

    def doubts(self, view: View) -> list[Doubt]:
        """The doubts about a number, whatever indicator it may be for."""
        before, after = self._around(view)
        found = (
            self._in_turn(view),
            self._aim(view, before, after),
            self._nation(before, after),
            self._past(before, after),
            self._place(view),
            self._province(view),
            self._part(view, before),
        )
        return [doubt for doubt in found if doubt is not None]

    # -- the document ------------------------------------------------------------------------

    def _commonest_province(self) -> str:
        """The province that the report is of: named at its head, or more than once."""
        counts: Counter[str] = Counter()
        for found in _PROVINCE.finditer(self.outlined.text):
            if name := self._province_in(found[1]):
                counts[name] += 5 if found.start() < HEAD else 1
        return next((name for name, count in counts.most_common(1) if count > 1), "")

    def _province_in(self, text: str) -> str:
        return longest(phrase(text).split(), self.language.provinces, 4)[0] or ""

    def _period(self) -> str:
        """The part of the year that the report is about, as its head says it; or ""."""
        head = f" {phrase(self.outlined.text[:HEAD])} "
        found = _MONTHS.search(head) or _HALF.search(head)
        return found[0].strip() if found else ""

    def _remarks(self, year: int) -> tuple[str, ...]:
        """What holds for every number: the part of the year, or another year than was asked for."""
        remarks = [f"số {self.period}"] if self.period else []
        if self.year != year:
            remarks.append(f"báo cáo nói về năm {self.year}, không phải năm {year}")
        return tuple(remarks)

    # -- one number --------------------------------------------------------------------------

    def _around(self, view: View) -> tuple[str, str]:
        """What stands before a number in its sentence, and directly after it."""
        clause = view.clause
        before, after = clause.lead, clause.tail
        if clause.parent is not None:
            parent = self.outlined.clauses[clause.parent]
            before = f"{parent.tail} {before}"
        return f" {before.strip()} ", f" {after.strip()} "

    def _in_turn(self, view: View) -> Doubt | None:
        """One of several values "lần lượt" that go with several subjects."""
        if not says(f" {view.own} ", self.language.alternately) or in_turn(view, self.outlined):
            return None
        return Doubt(0.4, "câu nêu nhiều số «lần lượt», cần xem số nào của chỉ tiêu nào")

    def _aim(self, view: View, before: str, after: str) -> Doubt | None:
        aim = self.language.circumstances["target"]
        if view.clause.line in self._aims:
            return Doubt(0.3, aim.why)
        if says(before, aim.words) or _OPENS_AIM.match(before) or self._earlier_aim(view):
            return Doubt(0.3, aim.why)
        close = " ".join(after.split()[:3])
        if re.match(r"(?:so với )?(?:kế hoạch|mục tiêu|chỉ tiêu)\b", close):
            return Doubt(0.3, "tính trên kế hoạch hoặc so với mục tiêu, chưa phải kết quả")
        if any(year > self.year for year in _years(before)):
            return Doubt(0.3, aim.why)
        return None

    def _earlier_aim(self, view: View) -> bool:
        """Whether the sentence began as an aim ("Phấn đấu đến năm 2025: …")."""
        clauses = self.outlined.clauses
        for at in range(view.index - 1, -1, -1):
            other = clauses[at]
            if other.sentence != view.clause.sentence:
                return False
            aims = self.language.circumstances["target"].words
            if other.segment == view.clause.segment and says(other.lead, aims):
                return True
            if _OPENS_AIM.match(other.lead) and other.parent is None:
                return True
        return False

    def _nation(self, before: str, after: str) -> Doubt | None:
        nation = self.language.circumstances["nation"]
        number_first = not before.strip()
        close = " ".join(re.split(r"\s", after.strip())[:7])
        if says(before, nation.words) or (number_first and says(f" {close} ", nation.words)):
            return Doubt(0.3, nation.why)
        return None

    def _past(self, before: str, after: str) -> Doubt | None:
        past = self.language.circumstances["past"]
        years = _years(before)
        if years and max(years) < self.year:
            return Doubt(0.3, past.why)
        if says(before, past.words) and " so với " not in before and " so cùng kỳ " not in before:
            return Doubt(0.3, past.why)
        if re.search(r"(?:^| )từ $", f"{before.rstrip()} "[-4:]) and " lên " in f" {after} ":
            return Doubt(0.3, past.why)
        return None

    def _place(self, view: View) -> Doubt | None:
        """A value of one place only."""
        clause, text = view.clause, self.outlined.text
        if clause.before:
            said = text[clause.before[0].start : view.amount.begins]
            tail = re.split(r"[,;:]", said)
            subject = said if len(tail) < 3 else ",".join(tail[-2:])
            if _PLACE.search(subject) and not self._is_own(subject):
                return Doubt(0.35, "số của riêng một địa bàn")
        if clause.after:
            said = text[view.amount.end : clause.after[-1].end]
            close = re.split(r"[,;(]", said)[0]
            if _AT_PLACE.search(close) and not self._is_own(close):
                return Doubt(0.35, "số của riêng một địa bàn")
        return None

    def _is_own(self, said: str) -> bool:
        """Whether the places named are the province itself, when it is a city."""
        return all(
            self._own_province and self._province_in(m[1]) == self._own_province
            for m in _PLACE.finditer(said)
        )

    def _province(self, view: View) -> Doubt | None:
        clause, text = view.clause, self.outlined.text
        if not clause.words:
            return None
        said = text[min(w.start for w in clause.words) : max(w.end for w in clause.words)]
        for found in _PROVINCE.finditer(said):
            name = self._province_in(found[1])
            if name and name != self._own_province:
                return Doubt(0.3, "số của tỉnh khác")
        return None

    def _part(self, view: View, before: str) -> Doubt | None:
        """A value for some months in a report for the year, or of one agency."""
        if view.embedded:
            return Doubt(0.3, "chỉ tính trong các đơn vị vừa nêu")
        found = _HALF.search(before)
        if found and not self.period:
            return Doubt(0.5, f"số {found[0].strip()}")
        if view.clause.before:
            said = self.outlined.text[view.clause.before[0].start : view.amount.begins]
            if _AGENCY.match(said) and set(view.nouns) & {"dossier", "document", "procedure"}:
                return Doubt(0.4, "số của riêng một cơ quan")
        return None


def _years(before: str) -> list[int]:
    return [int(year) for pair in _YEAR.findall(before) for year in pair if year]
