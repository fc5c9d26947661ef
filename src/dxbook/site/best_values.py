"""Observations for download: beside what was reported, the best value and why it is another.

In the book's own data a correction stands in `rulings.csv`; whoever takes away the observations
alone must not compute with a value that the book itself does not use.
"""

from __future__ import annotations

from typing import Any

from ..model import NOTHING, Observation, Text, YearData
from ..words import NO_TEXT

#: The columns added, as fields of a Table Schema.
FIELDS: list[dict[str, Any]] = [
    {
        "name": "best_value",
        "type": "number",
        "title": "Giá trị nên dùng",
        "title_en": "Best value",
        "description": "Số hiệu chỉnh nếu có, nếu không thì đúng như cột value; để trống khi không "
        "có giá trị. Cột value luôn giữ số như báo cáo.",
        "description_en": "The correction where there is one, else the same as value; empty where "
        "there is no value. The column value always keeps what was reported.",
    },
    {
        "name": "best_value_why_vi",
        "type": "string",
        "title": "Lý do hiệu chỉnh (tiếng Việt)",
        "title_en": "Why corrected (Vietnamese)",
        "description": "Lý do giá trị nên dùng khác số báo cáo, theo rulings.csv.",
        "description_en": "Why the best value is not the reported one, as in rulings.csv.",
    },
    {
        "name": "best_value_why_en",
        "type": "string",
        "title": "Lý do hiệu chỉnh (tiếng Anh)",
        "title_en": "Why corrected (English)",
        "description": "Lý do giá trị nên dùng khác số báo cáo, theo rulings.csv.",
        "description_en": "Why the best value is not the reported one, as in rulings.csv.",
    },
]


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
