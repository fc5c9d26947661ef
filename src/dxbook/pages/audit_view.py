"""The audit page: what was checked, what holds, what does not, what was decided and why."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal

from markupsafe import Markup, escape

from ..audit import RULES
from ..model import Finding, Lang, Observation, Report, Text
from ..parts import (
    Html,
    finding_anchor,
    flagged_values,
    in_vietnamese,
    label,
    render,
    shown,
    with_quotes,
)
from ..wording import number, period
from ..words import written, written_count, written_in

SEVERITY: dict[str, Text] = {
    "error": written("Contradiction"),
    "warning": written("Doubtful"),
    "note": written("Left unsaid"),
}
DECISION: dict[str, Text] = {
    "as-reported": written("Kept as reported"),
    "corrected": written("Corrected"),
    "explained": written("Explained"),
}
_ORDER = {"error": 0, "warning": 1, "note": 2}


def summary(report: Report, lang: Lang) -> Html:
    """How much was checked and how much of it holds."""
    seen = report.everything()
    held, found = len(seen.holds), len(seen.findings)
    ruled = sum(f.ruling is not None for f in seen.findings)
    tiles = (
        (held, written("checks hold"), ""),
        (found, written("findings to note"), _made_of(report, lang) if found else ""),
        (ruled, written("findings have a ruling"), ""),
    )
    rows = [(number(Decimal(count), lang), name[lang], more) for count, name, more in tiles]
    return Html(render("audit_summary.html", rows=rows))


def _made_of(report: Report, lang: Lang) -> str:
    """How many of the findings are why values carry a flag, and how many values do."""
    seen = report.everything()
    doubts = sum(f.severity != "note" for f in seen.findings)
    flagged = sum(len(part) for part in flagged_values(seen))
    return written(
        "{doubts}, for which {flagged} marked ⚑ (to be clarified); {others} are things left unsaid "
        "or slips",
        doubts=written_count(
            "{count} is a contradiction or doubts", "{count} are contradictions or doubts", doubts
        ),
        flagged=written_count("{count} value is", "{count} values are", flagged),
        others=len(seen.findings) - doubts,
    )[lang]


def findings(report: Report, lang: Lang) -> Html:
    """The findings, those without a ruling first, then by how serious they are."""
    ordered = sorted(
        report.everything().findings, key=lambda f: (f.ruling is not None, _ORDER[f.severity])
    )
    rows = [_finding(report, finding, lang) for finding in ordered]
    value = written_in("of a table as a whole", "Value")
    return Html(render("findings.html", findings=rows, lang=lang, value=value))


def _finding(report: Report, finding: Finding, lang: Lang) -> dict[str, object]:
    rule = RULES[finding.rule]
    subject = subject_of(report, finding)
    ruling = finding.ruling
    return {
        "anchor": finding_anchor(finding),
        "title": rule.title[lang],
        "severity": finding.severity,
        "severity_name": (rule.kind or SEVERITY[finding.severity])[lang],
        "message": with_quotes(finding.message[lang], lang),
        "question": finding.question[lang],
        "name": subject and report.indicator(subject.indicator).name[lang],
        "scope": subject and report.scope(subject.scope).short[lang],
        "value": subject and shown(report, subject, lang, flags=False),
        "page": subject and report.indicator(subject.indicator).pillar,
        "indicator": subject and subject.indicator,
        "quote": subject and subject.quote,
        "decision": ruling and DECISION[ruling.decision][lang],
        "reason": ruling and with_quotes(ruling.reason[lang], lang),
        "document": ruling and _document(report, ruling.document, lang),
        "decided": ruling
        and _who(ruling.decided_by, lang) + f", {period(ruling.decided_on, lang)}",
    }


def _who(decided_by: str, lang: Lang) -> Markup:
    """Who decided; the compiler in the page's own language."""
    if decided_by == label("compiler", "vi"):
        return Markup(label("compiler", lang))
    return in_vietnamese(decided_by, lang)


def _document(report: Report, document: str, lang: Lang) -> Markup:
    """What a ruling rests on; the year's source by its title in the page's own language."""
    source = report.source()
    if source is not None and document == source.title["vi"]:
        return escape(source.title[lang])
    return in_vietnamese(document, lang)


def subject_of(report: Report, finding: Finding) -> Observation | None:
    """The observation a finding is about, or None."""
    key = re.sub(r"\.(previous|numerator|denominator)$", "", finding.subject)
    return next((o for o in report.observations() if o.key == key), None)


def holds(report: Report, lang: Lang) -> Html:
    """What was checked and holds, by rule."""
    seen = report.everything()
    broken = {finding.rule for finding in seen.findings}
    groups: dict[str, list[Markup]] = defaultdict(list)
    for held in seen.holds:
        groups[held.rule].append(with_quotes(held.message[lang], lang))
    rows = [
        (
            RULES[name].title[lang],
            _how_far_it_holds(len(messages), name in broken, lang),
            RULES[name].explanation[lang],
            messages,
        )
        for name, messages in groups.items()
    ]
    return Html(render("holds.html", groups=rows))


def _how_far_it_holds(count: int, broken: bool, lang: Lang) -> str:
    """That a rule found nothing in so many checks; or, where it found something, holds elsewhere.

    >>> _how_far_it_holds(3, False, "vi"), _how_far_it_holds(1, True, "en")
    ('không gặp (3)', 'holds in 1 other place')
    """
    if not broken:
        return f"{label('not_found', lang)} ({count})"
    return written_count("holds in {count} other place", "holds in {count} other places", count)[
        lang
    ]


def questions(report: Report, lang: Lang) -> Html:
    """What to ask, by the unit that supplies the value."""
    unknown = label("supplier_unknown", lang)
    groups: dict[str, list[str]] = defaultdict(list)
    for finding in report.everything().findings:
        if not finding.question:
            continue
        subject = subject_of(report, finding)
        supplier = report.indicator(subject.indicator).supplier[lang] if subject else ""
        asked = groups[supplier or unknown]
        if finding.question[lang] not in asked:
            asked.append(finding.question[lang])
    marked = [
        (who, [with_quotes(question, lang) for question in asked])
        for who, asked in sorted(groups.items())
    ]
    return Html(render("questions.html", groups=marked))
