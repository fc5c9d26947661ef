"""How values are said: numbers and dates, phrases of one value, findings of several, in every
language at once or in the one that is asked for."""

from .cells import neutral
from .findings import against_a_level, against_targets, lags, listed, named, shares_at_full
from .findings_of_counts import (
    fastest_and_lowest,
    not_said,
    over_years,
    places_standing,
    rank_moved,
)
from .lettering import width_of, wrapped
from .numbers import magnitude, number, observed, part_of_year, period, quantity, unit_name
from .phrases import (
    DOUBTED,
    STATUS,
    VERDICT,
    aim,
    capitalised,
    change,
    difference,
    distance,
    doubted,
    judged,
    points,
    short_of,
    verdict_of,
)
from .sorting import vietnamese_key

__all__ = [
    "DOUBTED", "STATUS", "VERDICT", "against_a_level", "against_targets", "aim", "capitalised",
    "change", "difference", "distance", "doubted", "fastest_and_lowest", "judged", "lags",
    "listed", "magnitude", "named", "neutral", "not_said", "number", "observed", "over_years",
    "part_of_year", "period", "places_standing", "points", "quantity", "rank_moved",
    "shares_at_full", "short_of", "unit_name", "verdict_of", "vietnamese_key", "width_of",
    "wrapped",
]  # fmt: skip
