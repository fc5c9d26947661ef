"""Dossiers handled online: who is catching up, and how much is still not online?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import altair as alt

from ...model import Lang, Observation, Report, Text
from ...wording.findings import fastest_and_lowest, listed, none_reported, not_online
from ...wording.numbers import number, observed
from ...wording.phrases import capitalised, difference
from ..figures import shown
from ..labels import label
from ..tables import Cell
from . import palette
from .bars import Bar, Part, bars_picture
from .drawing import Drawing, drawn
from .shares import marks_note
from .slopes import Moment, Series, broken_at, slopes_picture
from .values import HUNDRED, Value, flagged, table_of, value_of

SHARE, RECEIVED, ONLINE = "online_share", "dossiers_received", "dossiers_online"


@dataclass(frozen=True)
class Course:
    """The values of one or more scopes whose years are all the same."""

    scopes: tuple[str, ...]
    series: tuple[Observation, ...]
    broken: bool

    def level(self) -> Decimal:
        """The latest value."""
        return self.series[-1].best or Decimal(0)

    def distance(self) -> Decimal:
        """How far it moved, up or down."""
        return abs(self.change or Decimal(0))

    @property
    def change(self) -> Decimal | None:
        """What it changed by since the year before, where that may be said."""
        if len(self.series) < 2 or self.broken:
            return None
        return self.level() - (self.series[-2].best or Decimal(0))


def courses(report: Report, indicator: str) -> list[Course]:
    """The courses of an indicator over this year and the one before, coinciding scopes as one."""
    found: dict[tuple[object, ...], Course] = {}
    for scope in report.indicator(indicator).scopes:
        series = tuple(
            o
            for o in report.series(indicator, scope)
            if o.best is not None and o.year in (report.year - 1, report.year)
        )
        if not series or series[-1].year != report.year:
            continue
        broken = broken_at(report, indicator, scope, report.year - 1, report.year) is not None
        look = (*((o.year, o.best) for o in series), broken)
        same = found.get(look)
        scopes = (*(same.scopes if same else ()), scope)
        found[look] = Course(scopes, same.series if same else series, broken)
    return list(found.values())


@drawn("online_share_slopes")
def online_share_slopes(report: Report, lang: Lang, page: str) -> Drawing:
    """Who is catching up? The online share by level, as slopes that are never stacked."""
    found = courses(report, SHARE)
    name = report.indicator(SHARE).name[lang]
    unit = report.unit(report.indicator(SHARE).unit)
    names = {c.scopes: _scopes(report, c.scopes, lang) for c in found}
    title = none_reported(name, report.year, lang)
    lowest = min(found, key=Course.level, default=None)
    moving = [c for c in found if c.change is not None]
    fastest = max(moving, key=Course.distance, default=None)
    if lowest is not None:
        amount = difference(fastest.change or Decimal(0), unit, lang) if fastest else ""
        title = fastest_and_lowest(
            names[fastest.scopes] if fastest else "",
            amount,
            names[lowest.scopes],
            observed(lowest.series[-1], unit, lang),
            grew=fastest is not None and (fastest.change or 0) > 0,
            lang=lang,
        )
    colours = {id(lowest): palette.ORANGE, id(fastest): palette.BLUE}
    series = [
        Series(
            capitalised(names[c.scopes]),
            tuple(
                Moment(
                    o.year,
                    o.best or Decimal(0),
                    observed(o, unit, lang),
                    flagged(report, o),
                    o.status == "derived",
                )
                for o in c.series
            ),
            colours.get(id(c), palette.GREY),
            _moved(report, c, lang),
            frozenset({report.year}) if c.broken else frozenset(),
        )
        for c in found
    ]
    years = sorted({o.year for c in found for o in c.series}) or [report.year]
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[-1])
    said = "; ".join(
        f"{s.name}: " + ", ".join(f"{m.year} {m.label}" for m in s.moments)
        + (f" ({s.detail})" if s.detail else "")
        for s in series
    )  # fmt: skip
    values = [value_of(report, report.indicator(SHARE), s) for c in found for s in c.scopes]
    return Drawing(
        id="online_share_slopes",
        title=title,
        subtitle=f"{name}, {Text('theo cấp', 'by level')[lang]}, {span}",
        alternative=f"{title}. {capitalised(said)}." if said else f"{title}.",
        table=table_of(
            "online_share_slopes",
            title,
            (label("scope", lang), *(str(y) for y in years), label("change", lang)),
            (_course_cells(report, s, years, lang) for c in found for s in c.scopes),
        ),
        draw=lambda width: slopes_picture(series, width, Decimal(0), HUNDRED, nothing=title),
        note=" ".join(
            filter(
                None,
                (
                    _one_line_note(report, found, lang),
                    _slopes_note(found, lang),
                    marks_note(values, lang),
                ),
            )
        ),
    )


def _scopes(report: Report, scopes: tuple[str, ...], lang: Lang) -> str:
    return listed([report.scope(s).short[lang] for s in scopes], lang)


def _moved(report: Report, course: Course, lang: Lang) -> str:
    """What is said below a line's name: how it moved, or why that cannot be said."""
    change = course.change
    if course.broken:
        return Text("không so được với năm trước", "not comparable with the year before")[lang]
    if change is None:
        return ""
    if change == 0:
        return Text("không đổi", "unchanged")[lang]
    moved = Text("tăng", "up") if change > 0 else Text("giảm", "down")
    amount = difference(change, report.unit(report.indicator(SHARE).unit), lang)
    return f"{moved[lang]} {amount}"


def _one_line_note(report: Report, found: list[Course], lang: Lang) -> str:
    """That levels whose figures are all the same are drawn as one line."""
    return " ".join(
        Text(
            f"{capitalised(_scopes(report, c.scopes, 'vi'))} có cùng số liệu, vẽ một đường.",
            f"{capitalised(_scopes(report, c.scopes, 'en'))} have the same figures: one line.",
        )[lang]
        for c in found
        if len(c.scopes) > 1
    )


def _slopes_note(found: list[Course], lang: Lang) -> str:
    if any(o.status == "derived" for c in found for o in c.series):
        return Text(
            "Chấm rỗng: suy ra từ mức thay đổi mà báo cáo nêu. Các cấp không cộng lại với nhau.",
            "Hollow dots: derived from the change that the report states. Levels do not add up.",
        )[lang]
    return ""


def _course_cells(report: Report, scope: str, years: list[int], lang: Lang) -> tuple[Cell, ...]:
    levels = (report.observation(SHARE, scope, "level", year) for year in years)
    return (
        report.scope(scope).name[lang],
        *(shown(report, o, lang) for o in levels),
        shown(report, report.observation(SHARE, scope, "change"), lang),
    )


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
    bars = [_received_bar(r, lang) for r in known]
    said = "; ".join(
        f"{b.name}: {b.total_label}, " + ", ".join(p.label for p in b.parts) for b in bars
    )
    columns = (
        label("scope", lang),
        received.name[lang],
        online.name[lang],
        Text("Còn lại, tính ra", "The rest, computed")[lang],
    )
    note = marks_note([v for r in known for v in (r.received, r.online)], lang)
    return Drawing(
        id="received_online",
        title=title,
        subtitle=Text(
            f"Số hồ sơ tiếp nhận, giải quyết trong năm {report.year}: trực tuyến và còn lại",
            f"Dossiers received and handled in {report.year}: online and the rest",
        )[lang],
        alternative=f"{title}. {said}." if said else f"{title}.",
        table=table_of(
            "received_online", title, columns, (_received_cells(report, r, lang) for r in known)
        ),
        draw=lambda width: _draw_bars(bars, title, width),
        note=" ".join(filter(None, (_without_online(report, lang), note))),
    )


def _draw_bars(bars: list[Bar], title: str, width: int) -> alt.TopLevelMixin:
    return bars_picture(bars, width, nothing=title)


def _received_bar(r: Received, lang: Lang) -> Bar:
    online = Text("trực tuyến", "online")[lang]
    rest = Text("còn lại", "the rest")[lang]
    return Bar(
        capitalised(r.received.scope.short[lang]),
        (
            Part(
                r.done_online,
                f"{number(r.done_online, lang)} {online} ({r.share(r.done_online, lang)})",
            ),
            Part(r.rest, f"{number(r.rest, lang)} {rest} ({r.share(r.rest, lang)})", palette.PALE),
        ),
        number(r.total, lang),
        flagged=r.received.flagged or r.online.flagged,
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
    return Text(
        f"Không vẽ {listed(silent, 'vi')}: báo cáo không nêu số hồ sơ trực tuyến.",
        f"Not drawn: {listed(silent, 'en')}; the report does not give the number online.",
    )[lang]
