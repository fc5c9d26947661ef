"""The overview's scorecard: each pillar's leading values with direction, change and target."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Key, Lang, Pillar, Report, parse_key
from ..parts import Html, due_target, is_partly_reported, judged_figure, made_of, render, shown
from ..words import written


def scorecard(report: Report, lang: Lang) -> Html:
    """All pillars, each with its leading values."""
    pillars = [
        {
            "id": pillar.id,
            "name": pillar.name[lang],
            "rows": [leading_value(report, key, lang) for key in _leading(report, pillar)],
            "counts": _counts(report, pillar, lang),
        }
        for pillar in report.pillars()
    ]
    return Html(render("scorecard.html", pillars=pillars, lang=lang))


def _leading(report: Report, pillar: Pillar) -> list[str]:
    """The pillar's leading keys; where it names none, its first two indicators."""
    return list(pillar.headline) or [i.id for i in report.indicators(pillar.id)[:2]]


def leading_value(report: Report, text: str, lang: Lang) -> dict[str, object]:
    """What a reader should know of the value that a key names."""
    key = parse_key(report, text)
    indicator = report.indicator(key.indicator)
    observation = report.observation(key.indicator, key.scope)
    change = report.change(key.indicator, key.scope)
    target = due_target(report, key.indicator, key.scope)
    return {
        "name": indicator.name[lang],
        "notes": "; ".join(_notes(report, key, lang)),
        "scope": report.scope(key.scope).short[lang],
        "value": shown(report, observation, lang),
        "made_of": observation and made_of(report, observation, lang),
        "change": change and shown(report, change, lang),
        "target": target and judged_figure(report, observation, target, lang),
    }


def _notes(report: Report, key: Key, lang: Lang) -> Iterator[str]:
    """Of whom a value is, where the name does not say so already, and which way is better."""
    indicator = report.indicator(key.indicator)
    scope = report.scope(key.scope).short[lang]
    if len(indicator.scopes) > 1 or scope.casefold() not in indicator.name[lang].casefold():
        yield scope
    if indicator.direction == "lower":
        yield written("lower is better")[lang]


def _counts(report: Report, pillar: Pillar, lang: Lang) -> str:
    levels = report.observations(pillar.id, "level")
    said = sum(o.best is not None for o in levels)
    partly = sum(is_partly_reported(report, o) for o in levels)
    counted = written("{said} of {count} values reported", said=said, count=len(levels))
    if not partly:
        return counted[lang]
    return written("{counted}, {partly} partly", counted=counted, partly=partly)[lang]
