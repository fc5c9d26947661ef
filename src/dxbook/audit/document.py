"""The rules explained by running them: what each claims, and an example that breaks it."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Finding, Lang
from ..words import written
from .examples import YEAR, Example, Says
from .facts import Facts
from .lint import lint_passage
from .prose import Passage
from .registry import LINT_RULES, RULES, LintRule, Rule

_PROSE = Example(
    "900 hồ sơ, tăng 40",
    Says("received", "900", quote="900 hồ sơ"),
    Says("received", "40", measure="change", quote="tăng 40"),
)


def document_rules(lang: Lang) -> str:
    """Every rule with its name, what it claims, an example, and what it says of the example."""
    words = written("rules")[lang]
    lines = [f"{len(RULES) + len(LINT_RULES)} {words}"]
    for rule in sorted(RULES.values(), key=lambda rule: rule.name):
        findings, _ = rule.run(Facts(rule.broken.report()))
        lines += _entry(rule, rule.severity, rule.broken.text, findings, lang)
    for prose in LINT_RULES.values():
        passage = Passage(prose.broken, "vi", f"data/{YEAR}/commentary/example.vi.md")
        slips = [f for f in lint_passage(_PROSE.report(), passage) if f.rule == prose.name]
        lines += _entry(prose, "error", prose.broken, slips, lang)
    return "\n".join(lines)


def _entry(
    rule: Rule | LintRule, severity: str, example: str, findings: Iterable[Finding], lang: Lang
) -> list[str]:
    return [
        "",
        f"{rule.name} [{severity}]",
        f"  {rule.title[lang]}",
        f"  {rule.explanation[lang]}",
        f"  {written('example')[lang]}: «{example}»",
        *(f"    → {finding.message[lang]}" for finding in findings),
    ]
