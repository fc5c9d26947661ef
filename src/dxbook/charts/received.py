"""Dossiers received, and how many of them online: how much is still not online?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from ..model import Lang, Report
from ..parts import palette
from ..parts.figures import shown
from ..parts.labels import label
from ..parts.tables import Cell
from ..wording.findings import listed, none_reported
from ..wording.findings_of_counts import not_online
from ..wording.numbers import number
from ..wording.phrases import capitalised
from ..words import written
from .bars import Bar, Part, bars_picture
from .canvas import Picture
from .drawing import Drawing, drawn
from .shares import marks_note
from .told import Told, told
from .values import HUNDRED, Value, table_of, value_of

RECEIVED, ONLINE = "dossiers_received", "dossiers_online"


@dataclass(frozen=True)
class Received:
    """What one level received, and how much of it online."""

    received: Value
    online: Value

    @property
    def total(self) -> Decimal:
        """Dossiers received."""
        return self.received.best or Decimal(0)

    @property
    def done_online(self) -> Decimal:
        """Dossiers handled online."""
        return self.online.best or Decimal(0)

    @property
    def rest(self) -> Decimal:
        """Dossiers received and not handled online."""
        return self.total - self.done_online

    def share(self, part: Decimal, lang: Lang) -> str:
        """A part of the total, in per cent to two decimals."""
        share = (HUNDRED * part / self.total).quantize(Decimal("0.01")) if self.total else HUNDRED
        return f"{number(share, lang)}%"


@drawn("received_online")
def received_online(report: Report, lang: Lang, page: str) -> Drawing:
    """How much is still not online? Dossiers received and handled online, by level."""
    received, online = report.indicator(RECEIVED), report.indicator(ONLINE)
    parts = [s for s in received.scopes if report.scope(s).part_of and s in online.scopes]
    both = [Received(value_of(report, received, s), value_of(report, online, s)) for s in parts]
    known = [r for r in both if r.received.best and r.online.best is not None]
    title = none_reported(online.name[lang], report.year, lang)
    most = max(known, key=lambda r: r.rest, default=None)
    if most is not None:
        title = not_online(
            most.received.scope.short[lang],
            number(most.rest, lang),
            most.share(most.rest, lang),
            lang,
        )
    bars = [_received_bar(report, r, lang) for r in known]
    said = "; ".join(
        f"{b.name}: {b.total_label}, " + ", ".join(p.label for p in b.parts) for b in bars
    )
    columns = (
        label("scope", lang),
        received.name[lang],
        online.name[lang],
        written("The rest, computed")[lang],
    )
    note = marks_note([v for r in known for v in (r.received, r.online)], lang)
    return Drawing(
        id="received_online",
        title=title,
        subtitle=written(
            "Dossiers received and handled in {year}: online and the rest", year=report.year
        )[lang],
        alternative=f"{title}. {said}." if said else f"{title}.",
        table=table_of(
            "received_online", title, columns, (_received_cells(report, r, lang) for r in known)
        ),
        draw=lambda width: _draw_bars(bars, title, width),
        note=" ".join(filter(None, (_without_online(report, lang), note))),
    )


def _draw_bars(bars: list[Bar], title: str, width: int) -> Picture:
    return bars_picture(bars, width, nothing=title)


def _received_bar(report: Report, r: Received, lang: Lang) -> Bar:
    online = written("online")[lang]
    rest = written("the rest")[lang]
    return Bar(
        capitalised(r.received.scope.short[lang]),
        (
            Part(
                r.done_online,
                f"{number(r.done_online, lang)} {online} ({r.share(r.done_online, lang)})",
                told=told(report, r.online.observation, lang),
            ),
            Part(
                r.rest,
                f"{number(r.rest, lang)} {rest} ({r.share(r.rest, lang)})",
                palette.PALE,
                _rest_told(report, r, lang),
            ),
        ),
        number(r.total, lang),
        flagged=r.received.flagged or r.online.flagged,
    )


def _rest_told(report: Report, r: Received, lang: Lang) -> Told | None:
    """What is told of the rest: computed from what was received, whose sentence it leads to."""
    received = told(report, r.received.observation, lang)
    if received is None:
        return None
    return replace(
        received,
        indicator=written("The rest, not online")[lang],
        value=f"{number(r.rest, lang)} ({r.share(r.rest, lang)})",
        status=f"{capitalised(label('derived', lang))}: "
        f"{number(r.total, lang)} − {number(r.done_online, lang)}",
    )


def _received_cells(report: Report, r: Received, lang: Lang) -> tuple[Cell, ...]:
    return (
        r.received.scope.name[lang],
        shown(report, r.received.observation, lang),
        shown(report, r.online.observation, lang),
        f"{number(r.rest, lang)} ({r.share(r.rest, lang)})",
    )


def _without_online(report: Report, lang: Lang) -> str:
    """Which level states what it received and not how much of it online."""
    silent = [
        report.scope(s).short[lang]
        for s in report.indicator(RECEIVED).scopes
        if report.scope(s).part_of
        and (received := report.observation(RECEIVED, s)) is not None
        and received.best is not None
        and ((online := report.observation(ONLINE, s)) is None or online.best is None)
    ]
    if not silent:
        return ""
    return written(
        "Not drawn: {silent}; the report does not give the number online.",
        silent=lambda lang: listed(silent, lang),
    )[lang]
