"""Figures: values as a reader sees them, each leading to the sentence that states it."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from markupsafe import Markup

from ..model import Finding, Lang, Observation, Quote, Report, Target, Unit, judge
from ..wording import (
    DOUBTED,
    STATUS,
    change,
    doubted,
    judged,
    named,
    number,
    observed,
    period,
    verdict_of,
)
from .citation import cited
from .labels import label

_NOTHING = Markup("")


def shown(
    report: Report, observation: Observation | None, lang: Lang, *, flags: bool = True
) -> Markup:
    """An observation as a reader sees it: value, marks, flag, and a link to its trace.

    Args:
        flags: whether to flag what the audit found about it.
    """
    if observation is None or observation.best is None:
        return nothing(status_in_words(report, observation, lang))
    unit = report.unit(observation.unit)
    if observation.measure == "change":
        text = change(observation, unit, lang)
    else:
        text = observed(observation, unit, lang)
    plain = Markup(' data-value="{}" data-unit="{}"').format(
        format(observation.best, "f"), _unit_in_words(observation, unit, lang)
    )
    said = traced(report, observation, text, lang, plain) + marks(report, observation, lang)
    return said + flag(report, observation, lang) if flags else said


def nothing(words: str) -> Markup:
    """Words in place of a value that is not there."""
    return Markup('<span class="dx-nothing">{}</span>').format(words)


def is_partly_reported(report: Report, observation: Observation | None) -> bool:
    """Whether there is no value, but the report names some that it would be a count or share of."""
    return (
        observation is not None
        and observation.best is None
        and observation.status == "not-reported"
        and len(report.indicator(observation.indicator).scopes) == 1
        and bool(report.standings(observation.indicator))
    )


def status_in_words(report: Report, observation: Observation | None, lang: Lang) -> str:
    """A value's status; "partly reported" where there is none but places are named."""
    if is_partly_reported(report, observation):
        return label("partly", lang)
    return STATUS[observation.status if observation else "not-reported"][lang]


def flag(report: Report, observation: Observation, lang: Lang) -> Markup:
    """A flag that leads to what the audit found about a value; nothing where all holds."""
    if observation.year != report.year:
        return Markup("")
    found = [f for f in report.findings_on(observation.key) if f.severity != "note"]
    if not found:
        return Markup("")
    title = " ".join(f.message[lang] for f in found)
    return Markup(
        '<a class="dx-flag" href="audit.html#{}" title="{}">'
        '<span aria-hidden="true">⚑</span><span class="dx-hidden">{}</span></a>'
    ).format(finding_anchor(found[0]), title, label("flagged", lang))


def flagged_values(report: Report) -> tuple[list[Observation], list[Observation]]:
    """What carries a flag, as pages show it: values, and stated changes."""
    found = [o for o in report.observations() if flag(report, o, "vi")]
    return [o for o in found if o.measure != "change"], [o for o in found if o.measure == "change"]


def finding_anchor(finding: Finding) -> str:
    """Where a finding stands on the audit page."""
    return "finding-" + re.sub(r"[^a-z0-9]+", "-", finding.id.lower()).strip("-")


def _unit_in_words(observation: Observation, unit: Unit, lang: Lang) -> str:
    """The unit of a value, to stand in a column beside the plain number."""
    if unit.kind == "unstated":
        return ""
    if observation.measure == "change" and unit.kind == "percent":
        return label("points", lang)
    return unit.name[lang]


def _what_of(report: Report, observation: Observation, lang: Lang) -> str:
    """Which number a figure is: indicator, scope and year."""
    indicator = report.indicator(observation.indicator).name[lang]
    return f"{indicator} ({report.scope(observation.scope).short[lang]}), {observation.year}"


def traced(
    report: Report, observation: Observation, text: str, lang: Lang, plain: Markup = _NOTHING
) -> Markup:
    """Text that leads to the quote behind an observation, or to the sum it is derived by.

    Args:
        plain: attributes with the plain numbers, for the CSV of a table.
    """
    quote = observation.quote
    if observation.status == "derived" or quote is None:
        href = _card_address(report, observation)
    else:
        href = quote_address(report, quote)
    title = explanation(report, observation, lang)
    return Markup('<a class="dx-figure" href="{}" title="{}" data-of="{}"{}>{}</a>').format(
        href, title, _what_of(report, observation, lang), plain, text
    )


def quote_address(report: Report, quote: Quote) -> str:
    """Where a quote stands: on the edition's source page, or on that of another year."""
    source = report.source(quote.source)
    if source is None or source.year == report.year:
        return f"source.html#{quote.anchor}"
    return f"../{source.year}/source.html#{quote.anchor}"


def explanation(report: Report, observation: Observation, lang: Lang) -> str:
    """What stands behind a value: its status, the sum, the sentence, and the source of that."""
    parts = [f"{STATUS[observation.status][lang].capitalize()}, {period(observation.as_of, lang)}"]
    if observation.status == "derived" and observation.note:
        parts.append(sum_in_words(observation.note, lang))
    if observation.quote:
        parts.append(named(observation.quote.text, lang))
        source = report.source(observation.quote.source)
        if source is not None:
            parts.append(f"{label('source', lang)}: {cited(source, lang)}")
    elif observation.note:
        parts.append(observation.note)
    return ". ".join(parts)


#: The cell of a workbook that a value was imported from, at the end of its note.
_IMPORTED = re.compile(r"\s*\[[^\]]+\.xlsx[^\]]*\]$")


def sum_in_words(note: str, lang: Lang) -> str:
    """A derivation such as "88.48 - 0.04" in the language's own format.

    >>> sum_in_words("88.48 - 0.04 [workbook.xlsx, Số liệu!I12]", "vi")
    '88,48 − 0,04'
    """
    words = []
    for word in _IMPORTED.sub("", note).split():
        try:
            words.append(number(Decimal(word), lang))
        except InvalidOperation:
            words.append({"-": "−"}.get(word, word))
    return " ".join(words)


def _card_address(report: Report, observation: Observation) -> str:
    """Where the indicator's card stands."""
    return f"{report.indicator(observation.indicator).pillar}.html#card-{observation.indicator}"


def marks(report: Report, observation: Observation, lang: Lang) -> Markup:
    """What must be said beside a value: corrected, derived, made of, without unit."""
    found = Markup("")
    if observation.correction is not None and observation.value is not None:
        found += Markup(' <span class="dx-mark dx-corrected">({}; {} {})</span>').format(
            label("corrected", lang),
            label("reported_as", lang),
            named(as_written(observation), lang),
        )
    if observation.status == "derived":
        found += Markup(' <span class="dx-mark">({})</span>').format(label("derived", lang))
    if report.unit(observation.unit).kind == "unstated":
        found += Markup(' <span class="dx-mark">({} {})</span>').format(
            label("reported_as", lang), named(as_written(observation), lang)
        )
    return found


def as_written(observation: Observation) -> str:
    """The value as the source writes it, where its quote has it; else its plain decimal."""
    plain = str(observation.value)
    if observation.quote:
        for word in observation.quote.text.replace("%", " ").split():
            bare = word.strip("();:,.")
            if bare.replace(".", "").replace(",", "") == plain.replace(".", ""):
                return bare
    return plain


def made_of(report: Report, observation: Observation, lang: Lang) -> Markup:
    """The numerator and denominator of a share, where the source gives them."""
    if observation.numerator is None or observation.denominator is None:
        return Markup("")
    ratio = f"{number(observation.numerator, lang)}/{number(observation.denominator, lang)}"
    plain = Markup(' data-numerator="{}" data-denominator="{}"').format(
        format(observation.numerator, "f"), format(observation.denominator, "f")
    )
    return traced(report, observation, ratio, lang, plain)


def due_target(report: Report, indicator: str, scope: str) -> Target | None:
    """The year's target for a value: the province's own, or else the national one."""
    due = [
        t
        for t in report.targets(indicator)
        if t.year == report.year and t.same and t.scope == scope
    ]
    return next((t for t in due if t.level == "province"), due[0] if due else None)


def is_doubted(report: Report, observation: Observation | None) -> bool:
    """Whether the audit found a value to contradict others."""
    if observation is None or observation.year != report.year:
        return False
    return any(f.severity == "error" for f in report.findings_on(observation.key))


def judged_figure(
    report: Report, observation: Observation | None, target: Target, lang: Lang
) -> Markup:
    """What may be said of a value against a target, leading to the target."""
    judgement = judge(observation, target)
    unit = report.unit(target.unit)
    verdict = verdict_of(judgement, doubted=is_doubted(report, observation))
    say = doubted if verdict == DOUBTED else judged
    words = say(judgement, unit, lang)
    return Markup('<a class="dx-verdict dx-{}" href="targets.html#target-{}">{}</a>').format(
        verdict, target.id, words
    )
