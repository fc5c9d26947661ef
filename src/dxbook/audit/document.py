"""The rules explained by running them: what each claims, and an example that breaks it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Lang, Text
from ..words import written
from .examples import YEAR, Example, Says
from .facts import Facts
from .lint import LINT_RULES, LintRule, lint_passage
from .prose import Passage
from .registry import RULES, Rule

_PROSE = Example(
    "900 hồ sơ, tăng 40",
    (
        Says("received", "900", quote="900 hồ sơ"),
        Says("received", "40", measure="change", quote="tăng 40"),
    ),
)


def document_rules(lang: Lang) -> str:
    """Every rule with its name, what it claims, an example, and what it says of the example."""
    words = written("rules")[lang]
    lines = [f"{len(RULES) + len(LINT_RULES)} {words}"]
    for rule in sorted(RULES.values(), key=lambda rule: rule.name):
        lines += _entry(rule.name, rule.severity, rule.title, rule.explanation, lang)
        lines += _example(rule.example.text, list(_said(rule, lang)), lang)
    for prose in LINT_RULES.values():
        lines += _entry(prose.name, "error", prose.title, prose.explanation, lang)
        lines += _example(prose.example, list(_said_of_prose(prose, lang)), lang)
    return "\n".join(lines)


def _entry(name: str, severity: str, title: Text, explanation: Text, lang: Lang) -> list[str]:
    return ["", f"{name} [{severity}]", f"  {title[lang]}", f"  {explanation[lang]}"]


def _example(text: str, said: list[str], lang: Lang) -> list[str]:
    heading = written("example")[lang]
    return [f"  {heading}: «{text}»", *(f"    → {message}" for message in said)]


def _said(rule: Rule, lang: Lang) -> Iterator[str]:
    findings, _ = rule.run(Facts(rule.example.report()))
    for finding in findings:
        yield finding.message[lang]


def _said_of_prose(rule: LintRule, lang: Lang) -> Iterator[str]:
    passage = Passage(rule.example, "vi", f"data/{YEAR}/commentary/example.vi.md")
    for finding in lint_passage(_PROSE.report(), passage):
        if finding.rule == rule.name:
            yield finding.message[lang]
