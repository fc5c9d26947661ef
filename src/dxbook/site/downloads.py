"""The edition's data as files for readers: a data package, neutralised for spreadsheets.

Observations have, beside what was reported, the best value and why it is another. In the book's
own data a correction stands in `rulings.csv`; whoever takes away the observations alone must not
compute with a value that the book itself does not use.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

from ..data import Files
from ..data.schema import package_descriptor
from ..model import NOTHING, Observation, Report, Text, YearData
from ..wording import neutral
from ..words import NO_TEXT

#: The columns added, as fields of a Table Schema.
FIELDS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("best_values.json").read_text(encoding="utf-8")
)


def write_downloads(root: Path, report: Report, folder: Path) -> list[Path]:
    """Write the catalogue, the tables of the years up to the edition's, and the source text.

    What lies in the folder from an earlier build goes.

    Returns:
        The files written, in order.
    """
    files = Files(root, report.of_place)
    shutil.rmtree(folder, ignore_errors=True)
    package = package_descriptor(files, report.known_years())
    written = []
    for resource in package["resources"]:
        table = folder / resource["path"]
        table.parent.mkdir(parents=True, exist_ok=True)
        rows = list(csv.reader(io.StringIO(files.text(f"data/{resource['path']}"), newline="")))
        if year := _year_of_observations(resource):
            rows = with_best_values(rows, report.years[year])
            schema = resource["schema"]
            resource["schema"] = schema | {"fields": [*schema["fields"], *FIELDS]}
        table.write_text(_neutralised(rows), encoding="utf-8")
        written.append(table)
    source = report.source()
    if source is not None:
        written.append(folder / source.path)
        written[-1].parent.mkdir(parents=True, exist_ok=True)
        written[-1].write_bytes(files.content(f"data/{source.path}"))
    written.append(folder / "datapackage.json")
    written[-1].write_text(
        json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    return written


def _year_of_observations(resource: dict[str, Any]) -> int | None:
    """The year whose observations a resource describes, or None."""
    year, _, name = str(resource["path"]).partition("/")
    return int(year) if name.rpartition("/")[2] == "observations.csv" else None


def _neutralised(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue()


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
