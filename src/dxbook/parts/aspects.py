"""What the text of a page may refer to by key: a value, or one of its aspects."""

from __future__ import annotations

from markupsafe import Markup, escape

from ..model import Lang, Report, parse_key
from ..wording import number, period
from ..words import written
from .figures import due_target, judged_figure, nothing, shown, status_in_words, traced
from .labels import label


def figure(report: Report, key: str, lang: Lang) -> Markup:
    """What a key refers to, as inline HTML; the aspects are those of `dxbook.model.keys`.

    Raises:
        UnknownReference: when it names nothing.
    """
    parsed = parse_key(report, key)
    match parsed.aspect:
        case "name":
            return escape(report.indicator(parsed.indicator).name[lang])
        case "change":
            change = report.change(parsed.indicator, parsed.scope)
            if change is None:
                return nothing(written("no change is reported")[lang])
            return shown(report, change, lang)
        case "previous":
            before = report.observation(parsed.indicator, parsed.scope, "level", report.year - 1)
            return shown(report, before, lang)
    observation = report.observation(parsed.indicator, parsed.scope)
    match parsed.aspect:
        case "target":
            target = due_target(report, parsed.indicator, parsed.scope)
            if target is None:
                return nothing(written("no target for the year")[lang])
            return judged_figure(report, observation, target, lang)
        case "as_of":
            return escape(period(observation.as_of if observation else str(report.year), lang))
        case "status":
            return escape(status_in_words(report, observation, lang))
        case "numerator" | "denominator" as part:
            value = getattr(observation, part, None)
            if observation is None or value is None:
                return nothing(label("not_stated", lang))
            return traced(report, observation, number(value, lang), lang)
    if parsed.aspect == "number" and observation is not None and observation.best is not None:
        return traced(report, observation, number(observation.best, lang), lang)
    return shown(report, observation, lang)
