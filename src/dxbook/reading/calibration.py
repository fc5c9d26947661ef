"""From what speaks for a proposal to a score that means something.

The table was set on what fourteen made-up reports in several provinces' manners gave when they
were read for the first time, before anything was mended for them: of the proposals now scored
0.88 and more 97% were right, of those from 0.8 to 0.88 two in three, from 0.6 to 0.8 as many.
Those reports are kept as tests (`tests/unit/reading/synthetic`) and are read better by now, so a
new calibration needs new ones.
"""

from __future__ import annotations

import itertools

#: (raw strength, share that was right), between which scores are interpolated.
TABLE = (
    (0.0, 0.0),
    (0.4, 0.15),
    (0.5, 0.25),
    (0.6, 0.4),
    (0.7, 0.55),
    (0.8, 0.75),
    (0.9, 0.9),
    (1.0, 0.95),
)


def calibrated(raw: float) -> float:
    """The score for a raw strength, to two decimals.

    >>> calibrated(1.0), calibrated(0.85), calibrated(0.2)
    (0.95, 0.82, 0.07)
    """
    for (low, at_low), (high, at_high) in itertools.pairwise(TABLE):
        if raw <= high:
            share = (raw - low) / (high - low)
            return round(at_low + share * (at_high - at_low), 2)
    return TABLE[-1][1]
