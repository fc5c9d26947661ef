"""Targets as rows of a table: what each asks, what was reached, and who set it.

Where the province and central government set the same target, it is one row that names both.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ..model import Indicator, Lang, Report, Scope, Target, judge
from ..wording import DOUBTED, VERDICT, against_a_level, aim, capitalised, short_of, verdict_of
from ..words import written
from .figures import is_doubted, shown
from .labels import label
from .tables import Cell, Table, indicator_link, instrument

_SETTERS = {"province": written("Province"), "national": written("Central government")}


def targets_table(report: Report, pillar: str, lang: Lang) -> Table:
    """The targets of a pillar's indicators, with what may be said of each."""
    rows = [
        row
        for indicator in report.indicators(pillar)
        for row in target_rows(report, indicator, report.targets(indicator.id), lang)
    ]
    caption = written("Against the targets")[lang]
    return Table(f"targets-{pillar}", caption, target_columns(lang), tuple(rows))


def target_columns(lang: Lang) -> tuple[str, ...]:
    """The columns of a row of `target_rows`."""
    names = ("indicator", "target", "value", "verdict", "set_by")
    return tuple(label(name, lang) for name in names)


def target_rows(
    report: Report, indicator: Indicator, targets: Iterable[Target], lang: Lang
) -> list[tuple[Cell, ...]]:
    """A row for each target of an indicator; those set alike share one."""
    return [_target_row(report, indicator, group, lang) for group in set_alike(targets)]


def set_alike(targets: Iterable[Target]) -> list[tuple[Target, ...]]:
    """Targets that ask the same of the same by the same year, together; the province's first."""
    groups: dict[tuple[object, ...], list[Target]] = {}
    for t in targets:
        asked = (t.indicator, t.scope, t.year, t.comparator, t.value, t.high, t.unit)
        groups.setdefault((*asked, t.same, t.difference), []).append(t)
    return [tuple(sorted(g, key=lambda t: t.level != "province")) for g in groups.values()]


def _target_row(
    report: Report, indicator: Indicator, alike: tuple[Target, ...], lang: Lang
) -> tuple[Cell, ...]:
    target = alike[0]
    scope = target.scope if target.scope in indicator.scopes else indicator.scopes[0]
    observation = report.observation(indicator.id, scope)
    unit = report.unit(target.unit)
    judgement = judge(observation, target)
    more = short_of(judgement, unit, lang) if target.same else target.difference[lang]
    shown_verdict = verdict_of(judgement, doubted=is_doubted(report, observation))
    if shown_verdict == DOUBTED:
        above = (judgement.gap or 0) > 0
        more = against_a_level(aim(target, unit, lang), lang, above=above)
    anchors = Markup("").join(
        Markup('<span id="target-{}"></span>').format(t.id) for t in alike[1:]
    )
    goal = Markup('{}<span id="target-{}">{}</span>, {}').format(
        anchors, target.id, aim(target, unit, lang), target.year
    )
    name = scoped_link(indicator, report.scope(scope), lang)
    verdict = verdict_cell(shown_verdict, more, lang)
    setters = Markup("; ").join(set_by(t, lang) for t in alike)
    return name, goal, shown(report, observation, lang), verdict, setters


def scoped_link(indicator: Indicator, scope: Scope, lang: Lang) -> Markup:
    """An indicator's name that leads to its card, with the scope where it has several."""
    name = indicator_link(indicator, lang)
    one = len(indicator.scopes) == 1
    return name if one else Markup("{} ({})").format(name, scope.short[lang])


def verdict_cell(verdict: str, more: str, lang: Lang) -> Markup:
    """A verdict, and behind it what more may be said."""
    return Markup('<span class="dx-verdict dx-{}">{}</span>{}').format(
        verdict, capitalised(VERDICT[verdict][lang]), f": {more}" if more else ""
    )


def set_by(target: Target, lang: Lang) -> Markup:
    """Who set a target, and by which document."""
    return Markup("{}: {}").format(_SETTERS[target.level][lang], instrument(target, lang))
