"""The real book with made-up data for places: for measuring a country's worth of editions.

    python benchmarks/places.py FOLDER PLACES [--seed N]

Every district of the catalogue, and then communes that do not exist, get tables of their own in
`data/2022/places/`. Every name and every note begins with "Giả định" (made up), and so does the
title: nobody must take a page for a report. Build with `dxbook build --place all`.
"""

from __future__ import annotations

import argparse
import csv
import random
import shutil
from pathlib import Path

import yaml
from synthetic import ROOT, YEAR, write_rows

BOOK = ("_config.yml", "_toc.yml", "data", "notebooks")


def main() -> None:
    """Write a book."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("folder", type=Path)
    wanted.add_argument("places", type=int)
    wanted.add_argument("--seed", type=int, default=1)
    options = wanted.parse_args()
    write_book(options.folder, options.places, random.Random(options.seed))


def write_book(root: Path, count: int, lot: random.Random) -> None:
    """Write the book with so many places into a folder that is not there yet."""
    root.mkdir(parents=True)
    for name in BOOK:
        part = ROOT / name
        shutil.copytree(part, root / name) if part.is_dir() else shutil.copy(part, root / name)
    config = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    config["title"] = f"Giả định: {config['title']}"
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (root / "_config.yml").write_text(text, encoding="utf-8")
    places = rows_of(root / "data" / "places.csv")
    districts = [row["id"] for row in places if row["kind"] == "district"]
    communes = [f"gia-dinh-{number:05}" for number in range(1, count - len(districts) + 1)]
    write_rows(root / "data" / "places.csv", [*places, *map(commune, communes)])
    observed = rows_of(root / "data" / str(YEAR) / "observations.csv")
    for place in [*districts, *communes][:count]:
        table = root / "data" / str(YEAR) / "places" / place / "observations.csv"
        table.parent.mkdir(parents=True)
        shutil.copy(root / "data" / str(YEAR) / "observations.csv", table)
        levels = [row for row in observed if row["measure"] == "level"]
        write_rows(table, [made_up(row, lot) for row in levels])


def rows_of(path: Path) -> list[dict[str, object]]:
    """A table's rows."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def commune(id: str) -> dict[str, object]:
    """A commune that does not exist."""
    number = id.rpartition("-")[2]
    return {
        "id": id, "kind": "commune", "name_vi": f"Giả định: xã {number}",
        "name_en": f"Made up: commune {number}", "short_vi": f"Giả định {number}",
    }  # fmt: skip


def made_up(row: dict[str, object], lot: random.Random) -> dict[str, object]:
    """A value of the same kind, by lot: a share, or a count of up to a tenth of the province's."""
    if not row["value"]:
        return {**row, "note": "Giả định"}
    value = float(str(row["value"]))
    percent = row["unit"] == "percent"
    drawn = f"{lot.uniform(20, 100):.1f}" if percent else str(lot.randint(0, int(value) // 10 + 1))
    empty = dict.fromkeys(("qualifier", "numerator", "denominator", "quote", "start", "end"), "")
    return {**row, **empty, "value": drawn, "status": "reported", "note": "Giả định"}


if __name__ == "__main__":
    main()
