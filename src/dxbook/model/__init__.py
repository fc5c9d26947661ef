"""What the book is about: frozen values without I/O."""

from ..words import LANGS, Lang, Text
from .asking import Question, answer_digest
from .catalogue import (
    Break,
    Catalogue,
    Indicator,
    Pillar,
    Place,
    Scope,
    Section,
    Source,
    Term,
    Unit,
    UnitKind,
    Validity,
)
from .keys import ASPECTS, Key, keys_of, nearest_key, parse_key
from .observations import (
    NOTHING,
    Edition,
    Finding,
    Hold,
    Measure,
    Observation,
    Qualifier,
    Quote,
    Ruling,
    Severity,
    Standing,
    Statement,
    Status,
    YearData,
    observation_key,
)
from .report import Report
from .schema import Schema, TextRow
from .targets import Judgement, Reference, Target, Verdict, judge

__all__ = [
    "ASPECTS", "LANGS", "NOTHING", "Break", "Catalogue", "Edition", "Finding", "Hold",
    "Indicator", "Judgement", "Key", "Lang", "Measure", "Observation", "Pillar", "Place",
    "Qualifier", "Question", "Quote", "Reference", "Report", "Ruling", "Schema", "Scope",
    "Section", "Severity", "Source", "Standing", "Statement", "Status", "Target", "Term",
    "Text", "TextRow", "Unit", "UnitKind", "Validity", "Verdict", "YearData", "answer_digest",
    "judge", "keys_of", "nearest_key", "observation_key", "parse_key",
]  # fmt: skip
