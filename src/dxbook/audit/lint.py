"""Prose that cannot lie: what the book's own texts may not say by themselves."""

from __future__ import annotations

import ast
import inspect
from collections import Counter
from dataclasses import replace
from pathlib import Path

from ..data.tokens import tokens_in
from ..model import Finding, Report
from ..wording import phrases
from ..words import NO_TEXT
from .audit import ruled
from .prose import Passage, passages
from .registry import LINT_RULES, Slip
from .rules.prose_numerals import NUMERAL
from .sentences import sentence


def lint(root: Path, report: Report) -> tuple[Finding, ...]:
    """What the notebooks, the year's commentary and the phrases say that they may not."""
    findings: list[Finding] = []
    for passage in passages(root, report):
        findings += lint_passage(report, passage)
    findings += lint_phrases(inspect.getsource(phrases), "src/dxbook/wording/phrases.py")
    seen: Counter[str] = Counter()
    numbered = []
    for finding in findings:
        seen[finding.id] += 1
        again = f" ({seen[finding.id]})" if seen[finding.id] > 1 else ""
        numbered.append(replace(finding, subject=finding.subject + again))
    return ruled(numbered, report.current.rulings)


def lint_passage(report: Report, passage: Passage) -> list[Finding]:
    """What one passage says that it may not."""
    found: dict[tuple[str, int], Finding] = {}
    for lang in passage.langs:
        for rule in LINT_RULES.values():
            for slip in rule.look(report, passage, lang):
                row = passage.row(slip.start)
                finding = _finding(rule.name, passage.file, row, passage.column, slip)
                found.setdefault((rule.name, slip.start), finding)
    return list(found.values())


def _finding(rule: str, file: str, row: int, column: str, slip: Slip) -> Finding:
    subject = f"{file}:{slip.words}"
    return Finding(
        rule, "error", subject, file, row, column, slip.words, slip.message, question=NO_TEXT
    )


def lint_phrases(source: str, file: str) -> list[Finding]:
    """Numerals typed into the phrases of `dxbook.wording`, which must come from values.

    >>> [f.evidence for f in lint_phrases('x = "đạt 88%"', "phrases.py")]
    ['đạt 88%']
    """
    tree = ast.parse(source)
    documented = (ast.Module, ast.FunctionDef, ast.ClassDef)
    docstrings = {ast.get_docstring(n, clean=False) for n in ast.walk(tree)
                  if isinstance(n, documented)}  # fmt: skip
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if node.value in docstrings or not tokens_in(node.value):
            continue
        message = sentence(
            "The phrase has a typed numeral, “{words}”; numbers must come from values.",
            words=node.value,
        )
        slip = Slip(node.value, node.col_offset, message)
        found.append(_finding(NUMERAL, file, node.lineno, "", slip))
    return found
