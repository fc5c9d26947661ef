"""What the data holds against itself, what holds, and where every number of a source went."""

from .attach import audited, open_report, read_ahead
from .audit import Audit, audit
from .document import document_rules
from .lint import lint
from .registry import LINT_RULES, RULES, LintRule, Rule, value_in_doubt
from .rules.decisions import STALE
from .trace import Fate, Trace, trace_source

__all__ = [
    "LINT_RULES", "RULES", "STALE", "Audit", "Fate", "LintRule", "Rule", "Trace", "audit",
    "audited", "document_rules", "lint", "open_report", "read_ahead", "trace_source",
    "value_in_doubt",
]  # fmt: skip
