"""What the data holds against itself, what holds, and where every number of a source went."""

from . import (  # noqa: F401  (each import adds its rules to RULES)
    averages,
    changes,
    decisions,
    denominators,
    digits,
    history,
    places,
    qualifiers,
    quotes,
    repeats,
    shares,
    sums,
    texts,
)
from .attach import audited
from .audit import Audit, audit
from .document import document_rules
from .lint import LINT_RULES, lint
from .registry import RULES, Rule
from .trace import Fate, Trace, trace_source

__all__ = [
    "LINT_RULES", "RULES", "Audit", "Fate", "Rule", "Trace", "audit", "audited", "document_rules",
    "lint", "trace_source",
]  # fmt: skip
