"""Shares of people and of households, each of its own group."""

from __future__ import annotations

from decimal import Decimal

from ..model import Lang, Reference, Report, Text, Unit, judge
from ..parts import palette
from ..parts.figures import due_target, shown
from ..parts.labels import label
from ..parts.tables import Cell, indicator_link
from ..wording.findings import against_targets, different_bases, none_reported
from ..wording.numbers import number, period
from ..wording.phrases import DOUBTED, aim, capitalised
from ..words import written
from .drawing import Drawing, drawn
from .plan import Heading, Mention, Plan, Point, Row
from .rows import rows_picture
from .shares import ENDS, marks_note, mentions
from .targets import Judged
from .told import told, told_of_reference
from .values import Value, is_share, pillar_of, source_with, table_of, values_of

#: The groups of people that shares are taken of.
PEOPLE = frozenset(
    ("population", "households", "people-15-plus", "eligible-citizens", "adults", "working-age")
)


def people_values(report: Report, pillar: str | None) -> list[Value]:
    """The shares of people and households of a pillar, or of all."""
    return [v for v in values_of(report, pillar, PEOPLE) if is_share(report, v.indicator)]


@drawn("people_bases")
def people_bases(report: Report, lang: Lang, page: str) -> Drawing:
    """What share of people has what? Each share is of another group, which is named."""
    found = people_values(report, None)
    known = sorted((v for v in found if v.best is not None), key=lambda v: -(v.best or 0))
    title = none_reported(written("people")[lang], report.year, lang)
    if known:
        high, low = known[0], known[-1]
        title = different_bases(
            len(known),
            len({v.scope.id for v in known}),
            low.said(report, lang),
            high.said(report, lang),
            lang,
        )
    subtitle = written(
        "Shares of people and households in the province, {year}; below each name, the "
        "group it is a share of",
        year=report.year,
    )[lang]
    return _drawing(report, lang, page, "people_bases", title, subtitle, found, known)


@drawn("households_people")
def households_people(report: Report, lang: Lang, page: str) -> Drawing:
    """How do the page's shares of people and households stand against target and country?"""
    pillar = pillar_of(report, page) or "infrastructure"
    found = people_values(report, pillar) or people_values(report, None)
    known = [v for v in found if v.best is not None]
    held = [
        Judged(v, judge(v.observation, target))
        for v in found
        if (target := due_target(report, v.indicator.id, v.scope.id)) is not None
    ]
    missed = sorted((j for j in held if j.judgement.verdict == "missed"), key=lambda j: -j.gap)
    unknown = sum(1 for j in held if j.judgement.verdict == "unknown")
    title = against_targets(
        [(j.value.named(lang), j.amount(report, lang)) for j in missed],
        len(held) - unknown,
        unknown,
        report.year,
        lang,
        doubted=sum(1 for j in held if j.verdict == DOUBTED),
    )
    subtitle = written(
        "Results of {year} against the year’s target and the country, where it is measured alike",
        year=report.year,
    )[lang]
    return _drawing(report, lang, page, "households_people", title, subtitle, found, known)


def _drawing(
    report: Report,
    lang: Lang,
    page: str,
    name: str,
    title: str,
    subtitle: str,
    found: list[Value],
    known: list[Value],
) -> Drawing:
    silent = [v for v in found if v.best is None]
    rows: list[Row | Heading | Mention] = [_row(report, v, lang) for v in known]
    rows += mentions(report, silent, lang)
    said = "; ".join(_said(report, v, lang) for v in (*known, *silent))
    national = written("Country, measured alike")[lang]
    base = written("Share of")[lang]
    return Drawing(
        id=name,
        title=title,
        subtitle=subtitle,
        alternative=f"{title}. {said}." if said else f"{title}.",
        table=table_of(
            name,
            title,
            (label("indicator", lang), base, label("value", lang), label("target", lang), national),
            (_cells(report, v, lang) for v in (*known, *silent)),
        ),
        draw=lambda width: rows_picture(Plan(rows, ENDS, _key(report, known, lang), title), width),
        note=" ".join(filter(None, (marks_note(found, lang), _not_alike(report, found, lang)))),
        source=source_with(
            report,
            lang,
            page,
            targets=any(due_target(report, v.indicator.id, v.scope.id) for v in found),
            national=any(_national(report, v, same=same) for v in found for same in (True, False)),
        ),
    )


def _national(report: Report, value: Value, *, same: bool) -> list[Reference]:
    return [
        r
        for r in report.references(value.indicator.id)
        if r.same is same and r.period.startswith(str(report.year)) and r.high is None
    ]


def _referred(report: Report, reference: Reference, lang: Lang) -> str:
    share = number(reference.value, lang) + "%"
    place = reference.place[lang].lower() if lang == "vi" else reference.place[lang]
    return f"{place}, {_when(reference.period, lang)}: {share}"


def _when(as_of: str, lang: Lang) -> str:
    """A period as words; months from January on are the first of their year."""
    first, _, last = as_of.partition("/")
    year, month = first[:4], last[5:]
    if first != f"{year}-01" or last != f"{year}-{month}":
        return period(as_of, lang)
    count = int(month)
    if count == 12:
        return period(year, lang)
    english = {3: "first quarter of", 6: "first half of"}
    return Text(
        vi=f"{count} tháng đầu năm {year}" if count > 1 else period(first, "vi"),
        en=f"{english.get(count, f'first {count} months of')} {year}"
        if count > 1
        else period(first, "en"),
    )[lang]


def _row(report: Report, value: Value, lang: Lang) -> Row:
    best = value.best or Decimal(0)
    target = due_target(report, value.indicator.id, value.scope.id)
    points: list[Point] = []
    under: list[str] = []
    gap = None
    if target is not None:
        band = target.high is not None
        points.append(
            Point(target.value, look="band", to=target.high)
            if band
            else Point(target.value, colour=palette.INK, look="tick")
        )
        gap = (best, target.value) if best < target.value else None
        under.append(Judged(value, judge(value.observation, target)).words(report, lang))
    for reference in _national(report, value, same=True):
        national = told_of_reference(report, reference, lang)
        points.append(Point(reference.value, colour=palette.GREY, look="above", told=national))
        under.append(capitalised(_referred(report, reference, lang)))
    colour = palette.HATCH if value.corrected else palette.BLUE
    tells = told(report, value.observation, lang)
    points.append(Point(best, value.said(report, lang), colour, flagged=value.flagged, told=tells))
    base = written("of: ")[lang] + value.scope.name[lang]
    return Row(value.named(lang), tuple(points), base, gap, under=". ".join(under))


def _unit(report: Report, value: Value) -> Unit:
    return report.unit(value.indicator.unit)


def _key(report: Report, known: list[Value], lang: Lang) -> tuple[tuple[Point, str], ...]:
    nought = Decimal(0)
    targets = [due_target(report, v.indicator.id, v.scope.id) for v in known]
    key = [(Point(nought), written("result")[lang])]
    if any(t is not None and t.high is None for t in targets):
        tick = Point(nought, colour=palette.INK, look="tick")
        key.append((tick, written("target of the year")[lang]))
    if any(t is not None and t.high is not None for t in targets):
        band = Point(nought, look="band", to=nought)
        key.append((band, written("target range")[lang]))
    if any(_national(report, v, same=True) for v in known):
        above = Point(nought, colour=palette.GREY, look="above")
        key.append((above, written("country")[lang]))
    return tuple(key) if len(key) > 1 else ()


def _said(report: Report, value: Value, lang: Lang) -> str:
    parts = [f"{value.named(lang)}: {value.said(report, lang)}"]
    parts.append(written("of ")[lang] + value.scope.name[lang])
    target = due_target(report, value.indicator.id, value.scope.id)
    if target is not None:
        parts.append(Judged(value, judge(value.observation, target)).clause(report, lang))
    parts += [_referred(report, r, lang) for r in _national(report, value, same=True)]
    return ", ".join(parts)


def _cells(report: Report, value: Value, lang: Lang) -> tuple[Cell, ...]:
    target = due_target(report, value.indicator.id, value.scope.id)
    national = _national(report, value, same=True)
    return (
        indicator_link(value.indicator, lang),
        value.scope.name[lang],
        shown(report, value.observation, lang),
        aim(target, _unit(report, value), lang) if target else "–",
        ", ".join(f"{number(r.value, lang)}% ({_when(r.period, lang)})" for r in national) or "–",
    )


def _not_alike(report: Report, found: list[Value], lang: Lang) -> str:
    """The national values that are near but not the same, with the reason."""
    near = [r for v in found for r in _national(report, v, same=False)]
    return " ".join(f"{r.name[lang]}, {_referred(report, r, lang)}. {r.note[lang]}" for r in near)
