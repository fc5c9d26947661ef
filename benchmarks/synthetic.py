"""Books of any size, made up: for measuring how time and memory grow, and for nothing else.

    python benchmarks/synthetic.py FOLDER PAGES [--seed N]

Every name begins with "Giả định" (made up), and so does the title: nobody must take a page for a
report. Pages are like the real book's: a headline, a chart, a table, cards, prose with numbers by
reference, each about a pillar of its own with indicators of its own.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import shutil
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
INDICATORS = 6
YEAR = 2022
#: Tables that are kept with their columns and no rows.
EMPTIED = (
    *("sections", "places", "targets", "references", "breaks", "glossary"),
    *(f"{YEAR}/standings", f"{YEAR}/statements", f"{YEAR}/rulings"),
)


def main() -> None:
    """Write a book."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("folder", type=Path)
    wanted.add_argument("pages", type=int)
    wanted.add_argument("--seed", type=int, default=1)
    options = wanted.parse_args()
    write_book(options.folder, options.pages, random.Random(options.seed))


def write_book(root: Path, pages: int, lot: random.Random) -> None:
    """Write a book of so many pages into a folder that is not there yet."""
    data = root / "data"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("[0-9]*", "*.txt"))
    shutil.copytree(ROOT / "data" / str(YEAR), data / str(YEAR))
    shutil.rmtree(data / str(YEAR) / "commentary")
    (data / str(YEAR) / "commentary").mkdir()
    (data / str(YEAR) / "source.vi.txt").unlink()
    for table in EMPTIED:
        write_rows(data / f"{table}.csv", [])
    pillars = [f"p{number:04}" for number in range(1, pages)]
    write_rows(data / "sources.csv", [])
    write_rows(data / "pillars.csv", [pillar(id, n) for n, id in enumerate(pillars, 1)])
    write_rows(
        data / "indicators.csv", [indicator(p, n) for p in pillars for n in range(INDICATORS)]
    )
    write_rows(
        data / str(YEAR) / "observations.csv",
        [observation(p, n, lot) for p in pillars for n in range(INDICATORS)],
    )
    (root / "notebooks").mkdir()
    write_notebook(root, "overview", ["page.headline()"], f"Giả định, {pages} trang")
    for id in pillars:
        shown = [f'page.headline("{id}_0")', "page.glue()", "page.table()", "page.cards()"]
        write_notebook(root, id, shown, f"Giả định {id}", f"Đạt {{glue:}}`{id}_0`.")
    write_settings(root, pillars)


def pillar(id: str, position: int) -> dict[str, object]:
    name = f"Giả định {id}"
    return {"id": id, "position": position, "name_vi": name, "name_en": name, "source_name": name}


def indicator(pillar: str, number: int) -> dict[str, object]:
    name = f"Giả định: chỉ tiêu {number} của {pillar}"
    return {
        "id": f"{pillar}_{number}", "pillar": pillar, "unit": "percent", "direction": "higher",
        "scopes": "province", "name_vi": name, "name_en": f"Made up: {pillar} {number}",
        "definition_vi": f"{name}.", "definition_en": f"Made up: {pillar} {number}.",
    }  # fmt: skip


def observation(pillar: str, number: int, lot: random.Random) -> dict[str, object]:
    return {
        "indicator": f"{pillar}_{number}", "scope": "province", "measure": "level",
        "value": f"{lot.uniform(10, 99):.2f}", "unit": "percent", "status": "reported",
        "as_of": YEAR,
    }  # fmt: skip


def write_rows(path: Path, rows: list[dict[str, object]]) -> None:
    """Replace a table's rows; its columns stay."""
    with path.open(encoding="utf-8", newline="") as lines:
        columns = next(csv.reader(lines))
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_notebook(root: Path, id: str, shown: list[str], title: str, text: str = "") -> None:
    """A page: its title and a sentence, and what it shows, a cell each."""
    opened = f'from dxbook.pages import Page\n\npage = Page("{id}", year, lang)'
    codes = [('year = None\nlang = "vi"', ["parameters"]), (opened, [])]
    codes += [(code, []) for code in shown]
    cells: list[dict[str, object]] = [
        {"cell_type": "markdown", "id": "title", "metadata": {}, "source": f"# {title}\n\n{text}"}
    ]
    cells += [
        {
            "cell_type": "code", "id": f"cell-{n}", "metadata": {"tags": tags}, "source": code,
            "execution_count": None, "outputs": [],
        }
        for n, (code, tags) in enumerate(codes)
    ]  # fmt: skip
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {
        "cells": cells,
        "metadata": {"kernelspec": kernel},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path = root / "notebooks" / f"{id}.ipynb"
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")


def write_settings(root: Path, pillars: list[str]) -> None:
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    config["title"] = "Giả định: sách để đo tốc độ, không có số liệu thật"
    toc = {
        "format": "jb-book",
        "root": "notebooks/overview",
        "chapters": [{"file": f"notebooks/{id}"} for id in pillars],
    }
    for name, settings in (("_config.yml", config), ("_toc.yml", toc)):
        text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
        (root / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
