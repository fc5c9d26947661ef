"""Observations for download: beside what was reported, the best value and why it is another.

In the book's own data a correction stands in `rulings.csv`; whoever takes away the observations
alone must not compute with a value that the book itself does not use.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..model import NOTHING, Observation, Text, YearData
from ..words import NO_TEXT

#: The columns added, as fields of a Table Schema.
FIELDS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
)


def with_best_values(rows: list[list[str]], data: YearData) -> list[list[str]]:
    """The year's table of observations, header first, with the columns of `FIELDS`."""
    header, *body = rows
    place = [header.index(name) for name in ("indicator", "scope", "measure")]
    made = [[*header, *(field["name"] for field in FIELDS)]]
    for row in body:
        o = data.by_key[tuple(row[at] for at in place)]  # type: ignore[index]  # a key as its cells have it
        why = why_corrected(data, o)
        made.append([*row, best_value(o, row[header.index("value")]), why["vi"], why["en"]])
    return made


def best_value(o: Observation, reported: str) -> str:
    """The correction, or else the cell as it was reported; empty where there is no value."""
    if o.correction is not None:
        return str(o.correction)
    return "" if o.status in NOTHING else reported


def why_corrected(data: YearData, o: Observation) -> Text:
    """The reason of the ruling that corrects an observation; empty where none does."""
    if o.correction is None:
        return NO_TEXT
    return next(
        r.reason
        for r in data.rulings
        if r.decision == "corrected"
        and r.finding.partition("/")[2] == o.key
        and r.new_value == o.correction
    )
