"""What the data holds against itself, what holds, and where every number of a source went."""

from . import (  # noqa: F401  (each import adds its rules to RULES, in the order they run)
    quotes,
    digits,
)  # isort: skip
from .audit import Audit, audit
from .registry import RULES, Rule

__all__ = ["RULES", "Audit", "Rule", "audit"]
