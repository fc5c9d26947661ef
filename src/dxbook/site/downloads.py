"""The edition's data as files for readers: a data package, neutralised for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

from ..data import Files
from ..data.schema import package_descriptor
from ..model import Report
from ..wording.cells import neutral
from .best_values import FIELDS, with_best_values


def write_downloads(root: Path, report: Report, folder: Path) -> list[Path]:
    """Write the catalogue, the tables of the years up to the edition's, and the source text.

    Observations have, beside what was reported, the best value and why it is another
    (`best_values`). What lies in the folder from an earlier build goes.

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
