"""Numerals and years typed into prose, which would not move with the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..data.tokens import Token, tokens_in
from ..model import Lang, Report, Text
from .asides import DATE, YEAR, looks_like_year, reason_aside
from .prose import Passage
from .sentences import sentence

_INSTRUMENT = re.compile(
    r"\b(luật|nghị quyết|quyết định|kế hoạch|chỉ thị|nghị định|thông tư|chương trình|đề án"
    r"|law|resolution|decision|plan|directive|decree|circular|programme)\b[^.;\n]*$",
    re.IGNORECASE,
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FULL_DATE = re.compile(
    rf"ngày \d+ tháng \d+ năm $|\b\d{{1,2}} ({_MONTHS}) $|({_MONTHS}) \d{{1,2}}, $", re.IGNORECASE
)
_TARGET = re.compile(r"\b(mục tiêu|target)", re.IGNORECASE)
_SCALE_END = re.compile(r"\b(cách|dưới|chưa đủ|short of|below|less than)\s+$", re.IGNORECASE)
_QUOTED = re.compile(r"«([^»]*)»|“([^”]*)”")


@dataclass(frozen=True)
class Slip:
    """Something that prose says and may not: the words, where, and what is wrong with them."""

    words: str
    start: int
    message: Text


def typed_numerals(report: Report, passage: Passage, lang: Lang) -> Iterator[Slip]:
    """Numerals that are not references, and neither a definition, a date nor a quotation."""
    text = passage.plain
    for token in tokens_in(text):
        if looks_like_year(token) or reason_aside(text, token) or _is_scale_end(text, token):
            continue
        if _in_definition(report, text, token, lang) or _is_quotation(report, text, token):
            continue
        message = sentence(
            "Typed numeral “{words}”: refer to the value instead, as in {{glue:}}`online_share`.",
            words=token.text,
        )
        yield Slip(token.text, token.start, message)


def _is_scale_end(text: str, token: Token) -> bool:
    """Whether a numeral is the end of the scale of shares: "still short of 100%"."""
    before = text[max(0, token.start - 20) : token.start]
    return token.text == "100%" and bool(_SCALE_END.search(before))


def _is_quotation(report: Report, text: str, token: Token) -> bool:
    """Whether a numeral stands in quotation marks, in words that the year's source has."""
    for m in _QUOTED.finditer(text):
        if m.start() < token.start and token.end < m.end():
            return (m[1] or m[2] or "") in report.current.source_text
    return False


def _in_definition(report: Report, text: str, token: Token, lang: Lang) -> bool:
    """Whether a numeral stands between the same words as in a text of the catalogue."""
    before = re.search(r"([\w-]+)\s*$", text[max(0, token.start - 40) : token.start])
    after = re.match(r"\s*([\w-]+)", text[token.end : token.end + 40])
    words = [before[1] if before else "", token.text, after[1] if after else ""]
    if not before and not after:
        return False
    phrase = " ".join(w for w in words if w).lower()
    return any(phrase in " ".join(t[lang].lower().split()) for t in _definitions(report))


def _definitions(report: Report) -> Iterator[Text]:
    catalogue = report.catalogue
    for indicator in catalogue.indicators.values():
        yield from (indicator.name, indicator.definition, indicator.method)
    for scope in catalogue.scopes.values():
        yield scope.name
    for term in catalogue.terms.values():
        yield from (term.term, term.expansion, term.explanation)
    for target in catalogue.targets:
        yield target.instrument
    for found in catalogue.breaks:
        yield found.reason


def other_years(report: Report, passage: Passage, lang: Lang) -> Iterator[Slip]:
    """Years that are not the edition's, nor the year before."""
    allowed = {report.year, report.year - 1}
    text = passage.plain
    for token in tokens_in(text):
        reason = reason_aside(text, token)
        if reason == DATE and len(token.parts) == 2:
            year = int(token.parts[1])
        elif looks_like_year(token) and reason in (None, YEAR):
            year = int(token.text)
        else:
            continue
        if year in allowed or _is_cited(report, text, token, year):
            continue
        if _in_definition(report, text, token, lang):
            continue
        message = sentence(
            "The year {words} is not the edition’s ({year}) nor the one it compares with "
            "({before}).",
            words=token.text,
            year=str(report.year),
            before=str(report.year - 1),
        )
        yield Slip(token.text, token.start, message)


def _is_cited(report: Report, text: str, token: Token, year: int) -> bool:
    """Whether a year belongs to a document's title, a full date or a target of the catalogue."""
    before = text[max(0, token.start - 80) : token.start]
    clause = re.split(r"[.;\n]", before)[-1]
    target = bool(_TARGET.search(clause)) and any(
        year == target.year for target in report.catalogue.targets
    )
    return target or bool(_INSTRUMENT.search(before) or _FULL_DATE.search(before))
