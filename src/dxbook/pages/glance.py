"""The year at a glance: how many targets were met, how much is reported, what is doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..charts.judged import Judged, of_the_year
from ..charts.values import Seen
from ..model import Lang, Report, Target
from ..parts import Html, flagged_values, is_partly_reported, render, set_alike
from ..wording import DOUBTED
from ..words import written, written_count


@dataclass(frozen=True)
class Tile:
    """A count, what is counted, and what to know about it."""

    value: str
    name: Markup | str
    more: tuple[Markup | str, ...] = ()


def glance(report: Report, lang: Lang) -> Html:
    """The year in three counts; targets only where the year has some."""
    judged = of_the_year(Seen(report, lang), None)
    tiles = [*([_targets(report, judged, lang)] if judged else []), _reported(report, lang)]
    return Html(render("glance.html", tiles=[*tiles, _to_clarify(report, lang)]))


def _targets(report: Report, judged: list[Judged], lang: Lang) -> Tile:
    """Each value is counted against one target: the province's, or else the national one."""
    missed = [j for j in judged if j.judgement.verdict == "missed"]
    unknown = [j for j in judged if j.judgement.verdict == "unknown"]
    known = len(judged) - len(unknown)
    doubted = [j for j in judged if j.verdict == DOUBTED]
    name = written("of the year’s targets were met")
    if unknown:
        name = written("of the year’s targets that have a value were met")
    more = [_named(written("Missed")[lang], missed)] if missed else []
    if doubted:
        said = written("To be clarified, not yet judged")
        more.append(_named(said[lang], doubted))
    if unknown:
        reason = written("{count} cannot be judged: the report gives no number", count=len(unknown))
        more.append(escape(reason[lang]))
    if any(_set_twice(report, j.target) for j in judged):
        once = written(
            "A target that the province and central government set alike is counted once"
        )
        more.append(escape(once[lang]))
    return Tile(f"{known - len(missed) - len(doubted)}/{known}", name[lang], tuple(more))


def _set_twice(report: Report, target: Target) -> bool:
    """Whether another decision sets the very same target."""
    groups = set_alike(report.targets(target.indicator))
    return any(target in group and len(group) > 1 for group in groups)


def _named(lead: str, found: Sequence[Judged]) -> Markup:
    links = [
        Markup('<a href="targets.html#target-{}">{}</a>').format(j.target.id, j.value.name)
        for j in found
    ]
    return Markup("{}: {}").format(lead, Markup("; ").join(links))


def _reported(report: Report, lang: Lang) -> Tile:
    levels = report.observations(measure="level")
    said = sum(o.best is not None for o in levels)
    name = written("of the values are reported")[lang]
    partly = sum(is_partly_reported(report, o) for o in levels)
    more = written("Partly reported, some places named only: {partly}", partly=partly)
    return Tile(f"{said}/{len(levels)}", name, (more[lang],) if partly else ())


def _to_clarify(report: Report, lang: Lang) -> Tile:
    """The values that carry a flag, as pages show them."""
    values, changes = flagged_values(report)
    name = written("values marked ⚑: they do not agree with others, or are doubtful")
    link = written("See the checks")[lang]
    more = [Markup('<a href="audit.html">{}</a>').format(link)] if values or changes else []
    if changes:
        made_of = written(
            "{values} and {changes} that the report states",
            values=written_count("{count} value", "{count} values", len(values)),
            changes=written_count("{count} change", "{count} changes", len(changes)),
        )
        more.insert(0, escape(made_of[lang]))
    return Tile(str(len(values) + len(changes)), name[lang], tuple(more))
