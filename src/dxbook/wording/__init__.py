"""How values are said: numbers and dates, phrases of one value, findings of several, in every
language at once or in the one that is asked for."""

from .cells import neutral
from .findings import against_a_level, listed, named
from .numbers import magnitude, number, observed, period, quantity, unit_name
from .phrases import (
    DOUBTED,
    STATUS,
    VERDICT,
    aim,
    capitalised,
    change,
    difference,
    doubted,
    judged,
    points,
    short_of,
    verdict_of,
)
from .sorting import vietnamese_key

__all__ = [
    "DOUBTED", "STATUS", "VERDICT", "against_a_level", "aim", "capitalised", "change",
    "difference", "doubted", "judged", "listed", "magnitude", "named", "neutral", "number",
    "observed", "period", "points", "quantity", "short_of", "unit_name", "verdict_of",
    "vietnamese_key",
]  # fmt: skip
