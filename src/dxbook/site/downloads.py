"""The edition's data as files for readers: a data package, neutralised for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

from ..data.validate import package_descriptor
from ..model import Report
from ..wording.cells import neutral


def write_downloads(root: Path, report: Report, folder: Path) -> list[Path]:
    """Write the catalogue, the tables of the years up to the edition's, and the source text.

    What lies in the folder from an earlier build goes.

    Returns:
        The files written, in order.
    """
    data = root / "data"
    shutil.rmtree(folder, ignore_errors=True)
    package = package_descriptor(root, list(report.known_years()))
    written = []
    for resource in package["resources"]:
        table = folder / resource["path"]
        table.parent.mkdir(parents=True, exist_ok=True)
        text = (data / resource["path"]).read_text(encoding="utf-8")
        table.write_text(_neutralised(text), encoding="utf-8")
        written.append(table)
    source = report.source()
    if source is not None:
        written.append(folder / source.path)
        written[-1].parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(data / source.path, written[-1])
    written.append(folder / "datapackage.json")
    written[-1].write_text(
        json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    return written


def _neutralised(table: str) -> str:
    out = io.StringIO()
    rows = csv.reader(io.StringIO(table, newline=""))
    csv.writer(out, lineterminator="\n").writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue()
