"""Do the parts add up? The share of the whole against what its parts allow."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..model import Lang, Observation, Report
from ..parts import palette
from ..parts.figures import made_of, shown
from ..parts.labels import label
from ..parts.tables import Cell
from ..wording.findings_of_counts import fits_neither, parts_against_whole, parts_not_known
from ..wording.numbers import number
from ..wording.phrases import STATUS, capitalised, points
from ..words import written
from .drawing import Drawing, drawn
from .online import SHARE
from .plan import Heading, Mention, Plan, Point, Row
from .received import ONLINE, RECEIVED
from .rows import rows_picture
from .shares import ENDS, marks_note
from .told import Told, told
from .values import HUNDRED, Value, table_of, value_of

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Sums:
    """The whole's counts and those of the parts that state both theirs.

    Args:
        apart: numerator and denominator of all parts, each as a count of its own; None where a
            part states too little.
    """

    received: Decimal
    online: Decimal
    known_received: Decimal
    known_online: Decimal
    apart: tuple[Decimal, Decimal] | None

    @property
    def rest(self) -> Decimal:
        """What is left to receive for the parts that do not state theirs."""
        return self.received - self.known_received

    @property
    def needed(self) -> Decimal:
        """What the rest would have to have done online."""
        return self.online - self.known_online

    @property
    def ceiling(self) -> Decimal:
        """The greatest share possible: all of the rest online."""
        most = self.known_online + max(self.rest, Decimal(0))
        return (HUNDRED * most / self.received).quantize(CENT)

    @property
    def possible(self) -> bool:
        """Whether the rest could have done what is needed."""
        return Decimal(0) <= self.needed <= self.rest

    @property
    def share_apart(self) -> Decimal | None:
        """The share of all parts, each as a count of its own."""
        if self.apart is None:
            return None
        return (HUNDRED * self.apart[0] / self.apart[1]).quantize(CENT)


def sums(report: Report) -> Sums | None:
    """The counts behind the share of the whole; None where too little is stated."""
    whole = report.indicator(SHARE).scopes[0]
    received, online = _count(report, RECEIVED, whole), _count(report, ONLINE, whole)
    scopes = _parts(report, whole)
    both = [
        (r, o)
        for s in scopes
        if (r := _count(report, RECEIVED, s)) is not None
        and (o := _count(report, ONLINE, s)) is not None
    ]
    if not received or online is None or not both:
        return None
    return Sums(
        received,
        online,
        sum((r for r, _ in both), Decimal(0)),
        sum((o for _, o in both), Decimal(0)),
        _apart(report, scopes, received, online),
    )


def _parts(report: Report, whole: str) -> list[str]:
    return [s.id for s in report.scopes() if s.part_of == whole and s.validity.covers(report.year)]


def _count(report: Report, indicator: str, scope: str) -> Decimal | None:
    if scope not in report.indicator(indicator).scopes:
        return None
    observation = report.observation(indicator, scope)
    return observation.best if observation else None


def _apart(
    report: Report, scopes: list[str], received: Decimal, online: Decimal
) -> tuple[Decimal, Decimal] | None:
    above = below = Decimal(0)
    whole = report.observation(SHARE)
    for scope in scopes:
        r, o, share = (_count(report, i, scope) for i in (RECEIVED, ONLINE, SHARE))
        if r is None or (o is None and share is None):
            return None
        if o is None and share is not None:
            same = r == received and whole is not None and share == whole.best
            o = online if same else (r * share / HUNDRED).quantize(Decimal(1))
        above, below = above + (o or 0), below + r
    return (above, below) if below else None


@drawn("parts_whole")
def parts_whole(report: Report, lang: Lang, page: str) -> Drawing:
    """Do the parts add up? The share of the whole, of the parts, and what they allow."""
    indicator = report.indicator(SHARE)
    whole = value_of(report, indicator)
    parts = [value_of(report, indicator, s) for s in indicator.scopes[1:]]
    found = sums(report)
    title = parts_not_known(lang)
    if found is not None and whole.best is not None:
        title = parts_against_whole(
            whole.said(report, lang),
            f"{number(found.ceiling, lang)}%",
            possible=found.possible,
            lang=lang,
        )
        if _fits_neither(found, whole.best):
            title = fits_neither(
                whole.said(report, lang),
                f"{number(found.ceiling, lang)}%",
                f"{number(found.share_apart or Decimal(0), lang)}%",
                lang,
            )
    readings = _readings(found, whole, lang)
    stated = [_reported_row(report, v, lang) for v in (whole, *parts) if v.best is not None]
    rows: list[Row | Heading | Mention] = [*stated, *readings]
    if stated:
        rows.insert(0, Heading(written("As reported")[lang]))
    said = [f"{v.scope.short[lang]} {v.said(report, lang)}" for v in (whole, *parts)]
    said += [f"{r.name}: {r.points[0].label}. {r.under}" for r in readings if isinstance(r, Row)]
    table_rows: list[tuple[Cell, ...]] = [
        (
            v.scope.name[lang],
            shown(report, v.observation, lang),
            made_of(report, v.observation, lang) if v.observation else "",
        )
        for v in (whole, *parts)
    ]
    table_rows += [(r.name, r.points[0].label, r.under) for r in readings if isinstance(r, Row)]
    columns = (label("scope", lang), label("value", lang), written("Made of")[lang])
    return Drawing(
        id="parts_whole",
        title=title,
        subtitle=f"{indicator.name[lang]}, {report.year}",
        alternative=f"{title}. {'; '.join(said)}.".replace("..", "."),
        table=table_of("parts_whole", title, columns, table_rows),
        draw=lambda width: rows_picture(Plan(rows, ENDS, nothing=title), width),
        note=marks_note([whole, *parts], lang),
    )


def _fits_neither(found: Sums, whole: Decimal) -> bool:
    """Whether both readings are there and give something other than the share of the whole."""
    share, apart = found.share_apart, found.apart
    if found.possible or share is None or apart is None or apart[1] == found.received:
        return False
    return share.quantize(whole) != whole


def _reported_row(report: Report, value: Value, lang: Lang) -> Row:
    o = value.observation
    colour = palette.HATCH if value.corrected else palette.BLUE
    point = Point(
        value.best or Decimal(0),
        value.said(report, lang),
        colour,
        flagged=value.flagged,
        told=told(report, o, lang),
    )
    return Row(capitalised(value.scope.short[lang]), (point,), detail=_ratio(o, lang))


def _ratio(o: Observation | None, lang: Lang) -> str:
    if o is None or o.numerator is None or o.denominator is None:
        return ""
    return f"{number(o.numerator, lang)}/{number(o.denominator, lang)}"


def _readings(found: Sums | None, whole: Value, lang: Lang) -> list[Row | Heading]:
    """The two ways to read the total, and what each gives."""
    if found is None or whole.best is None:
        return []
    total = number(found.received, lang)
    rows: list[Row | Heading] = [Heading(written("Two readings")[lang])]
    ceiling = found.ceiling
    rows.append(
        _reading(
            written("{total} is the total of all levels: at most", total=total)[lang],
            ceiling,
            None if found.possible else whole.best,
            _why(found, lang),
            lang,
        )
    )
    share, apart = found.share_apart, found.apart
    if share is not None and apart is not None and apart[1] != found.received:
        ratio = f"{number(apart[0], lang)}/{number(apart[1], lang)}"
        rows.append(
            _reading(
                written(
                    "{total} is only one part, each level counted apart: together", total=total
                )[lang],
                share,
                whole.best if share < whole.best else None,
                ratio,
                lang,
            )
        )
    return rows


def _reading(name: str, share: Decimal, against: Decimal | None, under: str, lang: Lang) -> Row:
    gap = (min(share, against), max(share, against)) if against is not None else None
    if gap is not None:
        lacking = points(gap[1] - gap[0], lang)
        less = written("{lacking} less than reported", lacking=lacking)[lang]
        under = f"{under}; {less}"
    said = f"{number(share, lang)}%"
    tells = Told(name, "", "", said, f"{capitalised(STATUS['derived'][lang])}: {under}")
    point = Point(share, said, palette.BLUE, look="open", told=tells)
    return Row(name, (point,), gap=gap, under=under)


def _why(found: Sums, lang: Lang) -> str:
    rest, needed = number(found.rest, lang), number(found.needed, lang)
    if found.possible and found.rest == 0:
        return written(
            "The levels that state theirs come to the whole total; of others the report "
            "says nothing, which is not to say that they received none"
        )[lang]
    if found.possible:
        return written(
            "If the total has all levels, {rest} dossiers are left for those that state "
            "none, {needed} of them online: possible",
            rest=rest,
            needed=needed,
        )[lang]
    return written(
        "The rest received only {rest} dossiers, yet would need {needed} online",
        rest=rest,
        needed=needed,
    )[lang]


__all__ = ["Sums", "parts_whole", "sums"]
