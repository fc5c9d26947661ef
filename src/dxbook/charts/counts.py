"""A count and the parts it is made of, as bars that continue each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ..model import Lang, Report
from ..parts import palette
from ..parts.figures import shown
from ..parts.labels import label
from ..parts.tables import Cell, indicator_link
from ..wording.findings import none_reported
from ..wording.findings_of_counts import (
    check_of_parts,
    largest_part,
    not_a_check,
    parts_do_not_add_up,
    share_of_part,
)
from ..wording.numbers import number
from ..words import written
from .bars import Bar, Part, bars_picture
from .drawing import Drawing, drawn
from .shares import marks_note
from .told import told
from .values import HUNDRED, Value, table_of, value_of


@dataclass(frozen=True)
class Made:
    """A whole and the parts that state theirs."""

    whole: Value
    parts: tuple[Value, ...]

    @property
    def known(self) -> tuple[Value, ...]:
        """The parts with a value."""
        return tuple(v for v in self.parts if v.best is not None)

    @property
    def total(self) -> Decimal:
        """What the parts add up to."""
        return sum((v.best or Decimal(0) for v in self.known), Decimal(0))

    @property
    def complete(self) -> bool:
        """Whether the whole and all of its parts are stated."""
        return self.whole.best is not None and len(self.known) == len(self.parts) > 0

    @property
    def adds_up(self) -> bool:
        """Whether the parts make the whole."""
        return self.complete and self.total == self.whole.best

    def share(self, value: Value, lang: Lang) -> str:
        """A part in per cent of the whole, to two decimals."""
        whole = self.whole.best or self.total
        if not whole:
            return ""
        share = (HUNDRED * (value.best or Decimal(0)) / whole).quantize(Decimal("0.01"))
        return f"{number(share, lang)}%"


def made_of_parts(report: Report, whole: str) -> Made:
    """A count and the indicators that count a part of it."""
    parts = [i for i in report.indicators() if i.part_of == whole]
    return Made(
        value_of(report, report.indicator(whole)), tuple(value_of(report, i) for i in parts)
    )


@drawn("eid_accounts")
def eid_accounts(report: Report, lang: Lang, page: str) -> Drawing:
    """How many e-ID accounts are of each level? A corrected part is hatched."""

    def finding(made: Made) -> str:
        last = made.known[-1]
        return share_of_part(
            made.share(last, lang),
            made.whole.said(report, lang),
            last.indicator.name[lang],
            corrected=last.corrected,
            lang=lang,
        )

    return _stairs(report, lang, "eid_accounts", "eid_accounts", finding)


@drawn("online_meetings")
def online_meetings(report: Report, lang: Lang, page: str) -> Drawing:
    """Between whom were the online meetings held? With the check that the parts add up."""

    def finding(made: Made) -> str:
        most = max(made.known, key=_size)
        return largest_part(
            made.whole.said(report, lang),
            most.indicator.name[lang],
            number(_size(most), lang),
            made.share(most, lang),
            lang,
        )

    return _stairs(report, lang, "online_meetings", "online_meetings", finding)


def _size(value: Value) -> Decimal:
    return value.best or Decimal(0)


def _stairs(
    report: Report, lang: Lang, name: str, whole: str, finding: Callable[[Made], str]
) -> Drawing:
    made = made_of_parts(report, whole)
    indicator = made.whole.indicator
    title = none_reported(indicator.name[lang], report.year, lang)
    if made.complete and not made.adds_up:
        title = parts_do_not_add_up(number(made.total, lang), made.whole.said(report, lang), lang)
    elif made.known and made.whole.best is not None:
        title = finding(made)
    elif made.whole.best is not None:
        title = f"{indicator.name[lang]}: {made.whole.said(report, lang)}"
    bars = _bars(report, made, lang)
    values = [made.whole, *made.parts]
    said = "; ".join(f"{v.indicator.name[lang]}: {v.said(report, lang)}" for v in values)
    check = ""
    if made.complete:
        parts = [number(_size(v), lang) for v in made.parts]
        whole_said = number(_size(made.whole), lang)
        check = check_of_parts(parts, number(made.total, lang), whole_said, lang)
        computed = _computed(report, made)
        if computed is not None:
            check = not_a_check(number(_size(computed), lang), len(made.parts) - 1, lang)
    share = written("Share of the total, computed")[lang]
    return Drawing(
        id=name,
        title=title,
        subtitle=f"{indicator.name[lang]}, {made.whole.scope.short[lang]}, {report.year}",
        alternative=f"{title}. {said}. {check}".strip(),
        table=table_of(
            name,
            title,
            (label("indicator", lang), label("value", lang), share),
            (_cells(report, made, v, lang) for v in values),
        ),
        draw=lambda width: bars_picture(bars, width, nothing=title),
        note=" ".join(filter(None, (check, marks_note(values, lang)))),
    )


def _computed(report: Report, made: Made) -> Value | None:
    """The part whose correction is what the others leave of the total, where there is one.

    A correction that a ruling takes from another document than the report is not computed.
    """
    corrected = [v for v in made.parts if v.corrected and v.observation is not None]
    if not made.adds_up or made.whole.corrected or len(corrected) != 1:
        return None
    part = corrected[0]
    source = report.source()
    own = {source.title["vi"], source.title["en"]} if source else set()
    key = part.observation.key if part.observation else ""
    elsewhere = any(
        f.ruling is not None
        and f.ruling.decision == "corrected"
        and f.ruling.document not in (own | {""})
        for f in report.findings_on(key)
    )
    return None if elsewhere else part


def _bars(report: Report, made: Made, lang: Lang) -> list[Bar]:
    bars: list[Bar] = []
    if made.whole.best is not None:
        tells = told(report, made.whole.observation, lang)
        part = Part(made.whole.best, "", palette.GREY, tells)
        said = number(made.whole.best, lang)
        bars.append(Bar(made.whole.indicator.name[lang], (part,), said, made.whole.flagged))
    start = Decimal(0)
    for value in made.known:
        colour = palette.HATCH if value.corrected else palette.BLUE
        said = f"{number(_size(value), lang)} ({made.share(value, lang)})"
        part = Part(_size(value), "", colour, told(report, value.observation, lang))
        bars.append(Bar(value.indicator.name[lang], (part,), said, value.flagged, start))
        start += _size(value)
    return bars


def _cells(report: Report, made: Made, value: Value, lang: Lang) -> tuple[Cell, ...]:
    is_part = value is not made.whole and value.best is not None
    return (
        indicator_link(value.indicator, lang),
        shown(report, value.observation, lang),
        made.share(value, lang) if is_part else "–",
    )
