"""Prose that cannot lie: what the book's own texts may not say by themselves."""

from __future__ import annotations

import ast
import inspect
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..data.tokens import tokens_in
from ..errors import UnknownReference
from ..model import Finding, Lang, Report, Text, nearest_key, parse_key
from ..wording import phrases
from ..words import NO_TEXT, written
from .audit import ruled
from .directions import claims, moved
from .numerals import Slip, other_years, typed_numerals
from .prose import Passage, passages
from .sentences import sentence

_QUESTION = NO_TEXT


Look = Callable[[Report, Passage, Lang], Iterator[Slip]]


@dataclass(frozen=True)
class LintRule:
    """One claim about the book's prose; `example` is a text that breaks it."""

    name: str
    title: Text
    explanation: Text
    example: str
    look: Look


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
        again = seen[finding.id]
        subject = finding.subject if again == 1 else f"{finding.subject} ({again})"
        numbered.append(replace(finding, subject=subject))
    return ruled(numbered, report.current.rulings)


def lint_passage(report: Report, passage: Passage) -> list[Finding]:
    """What one passage says that it may not."""
    found: dict[tuple[str, int], Finding] = {}
    for lang in passage.langs:
        for rule in LINT_RULES.values():
            for slip in rule.look(report, passage, lang):
                found.setdefault((rule.name, slip.start), _finding(rule.name, passage, slip))
    return list(found.values())


def _finding(rule: str, passage: Passage, slip: Slip) -> Finding:
    return Finding(
        rule=rule,
        severity="error",
        subject=f"{passage.file}:{slip.words}",
        file=passage.file,
        row=passage.row(slip.start),
        column=passage.column,
        evidence=slip.words,
        message=slip.message,
        question=_QUESTION,
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
        found.append(
            Finding(
                "prose-numeral", "error", f"{file}:{node.value}", file, node.lineno, "",
                node.value, message, _QUESTION,
            )
        )  # fmt: skip
    return found


def _unknown_references(report: Report, passage: Passage, lang: Lang) -> Iterator[Slip]:
    for reference in passage.references:
        try:
            parse_key(report, reference.key)
        except UnknownReference:
            near = nearest_key(report, reference.key)
            message = sentence(
                "There is no value “{key}”.{nearest}",
                key=reference.key,
                nearest=sentence(" The nearest is “{near}”.", near=near) if near else "",
            )
            yield Slip(reference.key, reference.start, message)


def _wrong_directions(report: Report, passage: Passage, lang: Lang) -> Iterator[Slip]:
    for claim in claims(report, passage, lang):
        change = moved(report, claim.reference.key)
        if change is not None and claim.agrees(change):
            continue
        words = f"{claim.word} … {claim.reference.key}"
        if change is None:
            message = sentence(
                "The text says “{word}” of “{key}”, but nothing tells whether it rose or fell.",
                word=claim.word,
                key=claim.reference.key,
            )
        else:
            message = sentence(
                "The text says “{word}” of “{key}”, but its value moved by {change}.",
                word=claim.word,
                key=claim.reference.key,
                change=change,
            )
        yield Slip(words, claim.start, message)


LINT_RULES: dict[str, LintRule] = {
    rule.name: rule
    for rule in (
        LintRule(
            "prose-reference",
            written("Reference to nothing"),
            written("Prose refers only to values that exist; the nearest name is given."),
            "đạt {glue:}`online_shar`",
            _unknown_references,
        ),
        LintRule(
            "prose-numeral",
            written("Typed numeral"),
            written(
                "Numbers in prose are references to values; only definitions, dates and "
                "documents’ numbers may be typed."
            ),
            "đạt 88,48% theo Kế hoạch số 2050/KH-UBND",
            typed_numerals,
        ),
        LintRule(
            "prose-year",
            written("Year that is not the edition’s"),
            written(
                "Prose speaks of the edition’s year and the one before, to serve next year too."
            ),
            "trong năm 2019",
            other_years,
        ),
        LintRule(
            "prose-direction",
            written("Word for a rise or fall that is wrong"),
            written(
                "“Rose” and “fell” agree with the sign of the change that the sentence "
                "refers to, in both languages."
            ),
            "giảm còn {glue:}`received`",
            _wrong_directions,
        ),
    )
}
