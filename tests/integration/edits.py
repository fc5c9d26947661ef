"""What people do to a book between two builds: edits to draw from at random.

An edit is a function of the book's folder and a random generator. It may well break the book; a
build from nothing then says so too.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

Edit = Callable[[Path, random.Random], None]
EDITS: dict[str, Edit] = {}
Rows = list[dict[str, str]]


def edit(make: Edit) -> Edit:
    """Have a function among the edits."""
    EDITS[make.__name__] = make
    return make


# -- files -----------------------------------------------------------------------------------------


def change_table(path: Path, change: Callable[[Rows], None]) -> None:
    text = path.read_text(encoding="utf-8")
    table = csv.DictReader(io.StringIO(text, newline=""))
    rows = list(table)
    change(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, table.fieldnames or [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8", newline="")


def change_settings(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(settings)
    path.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")


def change_notebook(
    root: Path, lot: random.Random, change: Callable[[list[dict[str, Any]]], None]
) -> None:
    path = lot.choice(sorted((root / "notebooks").glob("*.ipynb")))
    notebook = json.loads(path.read_text(encoding="utf-8"))
    change(notebook["cells"])
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")


def year_in(root: Path, lot: random.Random) -> Path:
    return lot.choice([p.parent for p in sorted((root / "data").glob("2*/commentary"))])


def markdown(text: str, *tags: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {"tags": list(tags)}, "source": text}


# -- data ------------------------------------------------------------------------------------------


@edit
def change_a_value(root: Path, lot: random.Random) -> None:
    def change(rows: Rows) -> None:
        row = lot.choice([r for r in rows if r["value"] and r["measure"] == "level"])
        row["value"] = str(round(float(row["value"]) * lot.uniform(0.5, 1)))

    change_table(year_in(root, lot) / "observations.csv", change)


@edit
def change_a_value_of_the_year_before(root: Path, lot: random.Random) -> None:
    def change(rows: Rows) -> None:
        row = lot.choice([r for r in rows if r["value"]])
        row["value"] = str(round(float(row["value"]) + 1))

    change_table(root / "data" / "2021" / "observations.csv", change)


@edit
def change_a_qualifier(root: Path, lot: random.Random) -> None:
    def change(rows: Rows) -> None:
        row = lot.choice([r for r in rows if r["value"]])
        row["qualifier"] = "" if row["qualifier"] else "over"

    change_table(year_in(root, lot) / "observations.csv", change)


@edit
def add_a_value(root: Path, lot: random.Random) -> None:
    def change(rows: Rows) -> None:
        places = {(r["indicator"], r["scope"]) for r in rows}
        row = lot.choice([r for r in rows if r["unit"] == "percent" and r["measure"] == "level"])
        scopes = ("communes", "districts", "provincial-agencies", "province")
        free = [s for s in scopes if (row["indicator"], s) not in places]
        if free:
            more = {"scope": lot.choice(free), "value": "50", "numerator": "", "denominator": ""}
            rows.insert(rows.index(row) + 1, {**row, **more})

    change_table(year_in(root, lot) / "observations.csv", change)


@edit
def take_a_row_away(root: Path, lot: random.Random) -> None:
    names = ["observations", "observations", "standings", "statements", "rulings"]
    path = year_in(root, lot) / f"{lot.choice(names)}.csv"
    change_table(path, lambda rows: rows.remove(lot.choice(rows)) if rows else None)


@edit
def take_a_catalogue_row_away(root: Path, lot: random.Random) -> None:
    path = root / "data" / f"{lot.choice(['targets', 'references', 'breaks', 'glossary'])}.csv"
    change_table(path, lambda rows: rows.remove(lot.choice(rows)) if rows else None)


@edit
def rename_something(root: Path, lot: random.Random) -> None:
    names = ("indicators", "pillars", "places", "scopes", "units", "glossary", "sections")

    def change(rows: Rows) -> None:
        row = lot.choice(rows)
        column = lot.choice(
            [c for c in row if c.endswith(("name_vi", "name_en", "short_vi"))] or ["term_vi"]
        )
        row[column] = f"{row[column]} {lot.randrange(100)}"

    change_table(root / "data" / f"{lot.choice(names)}.csv", change)


@edit
def move_a_row(root: Path, lot: random.Random) -> None:
    names = ("indicators", "glossary", "targets", "2022/observations", "2022/statements")
    change_table(
        root / "data" / f"{lot.choice(names)}.csv",
        lambda rows: rows.append(rows.pop(lot.randrange(len(rows)))),
    )


@edit
def change_a_target(root: Path, lot: random.Random) -> None:
    change_table(root / "data" / "targets.csv", lambda rows: lot.choice(rows).update(value="77"))


@edit
def give_another_reason(root: Path, lot: random.Random) -> None:
    def change(rows: Rows) -> None:
        if rows:
            lot.choice(rows)["reason_vi"] = f"Lý do số {lot.randrange(100)}."

    change_table(year_in(root, lot) / "rulings.csv", change)


@edit
def write_commentary(root: Path, lot: random.Random) -> None:
    page, lang = lot.choice(["society", "economy"]), lot.choice(["vi", "en"])
    path = year_in(root, lot) / "commentary" / f"{page}.{lang}.md"
    path.write_text(
        f"Đoạn văn số {lot.randrange(100)}: {{glue:}}`eid_accounts`.\n", encoding="utf-8"
    )


@edit
def take_commentary_away(root: Path, lot: random.Random) -> None:
    (year_in(root, lot) / "commentary" / "society.vi.md").unlink(missing_ok=True)


@edit
def begin_or_end_another_year(root: Path, lot: random.Random) -> None:
    year, before = root / "data" / "2023", root / "data" / "2022"
    if year.exists():
        shutil.rmtree(year)
        return
    shutil.copytree(before, year)
    (year / "source.vi.txt").unlink()
    for table in ("standings", "statements", "rulings"):
        change_table(year / f"{table}.csv", lambda rows: rows.clear())

    def change(rows: Rows) -> None:
        for row in rows:
            row.update(quote="", start="", end="", as_of="2023")

    change_table(year / "observations.csv", change)


# -- notebooks and settings ------------------------------------------------------------------------


@edit
def retitle_a_page(root: Path, lot: random.Random) -> None:
    title = f'# Trang "số" {lot.randrange(100)}'
    change_notebook(root, lot, lambda cells: cells[0].update(source=title))


@edit
def add_a_section(root: Path, lot: random.Random) -> None:
    text = f"## Phần {lot.randrange(100)}\n\nMột đoạn văn."
    tags = lot.choice([["vi"], ["en"], []])
    change_notebook(root, lot, lambda cells: cells.append(markdown(text, *tags)))


@edit
def take_a_cell_away(root: Path, lot: random.Random) -> None:
    change_notebook(root, lot, lambda cells: cells.pop() if len(cells) > 4 else None)


@edit
def show_another_picture(root: Path, lot: random.Random) -> None:
    path = root / "notebooks" / "picture.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r"SHADE = \d+", f"SHADE = {lot.randrange(1, 99)}", text), encoding="utf-8"
    )


@edit
def link_to_another_page(root: Path, lot: random.Random) -> None:
    change_notebook(root, lot, lambda cells: cells.append(markdown("Xem [](society.ipynb).")))


@edit
def change_the_order(root: Path, lot: random.Random) -> None:
    change_settings(root / "_toc.yml", lambda toc: lot.shuffle(toc["chapters"]))


@edit
def take_a_page_out_or_in(root: Path, lot: random.Random) -> None:
    def change(toc: dict[str, Any]) -> None:
        if {"file": "notebooks/picture"} in toc["chapters"]:
            toc["chapters"].remove({"file": "notebooks/picture"})
        else:
            toc["chapters"].append({"file": "notebooks/picture"})

    change_settings(root / "_toc.yml", change)


@edit
def change_the_settings(root: Path, lot: random.Random) -> None:
    def change(config: dict[str, Any]) -> None:
        number = lot.randrange(100)
        settings = config["sphinx"]["config"]
        match lot.choice(["title", "title_en", "contact", "address"]):
            case "title":
                config["title"] = f"Sổ số liệu {number}"
            case "title_en":
                settings["dxbook_title_en"] = f"Data book {number}"
            case "contact":
                settings["dxbook_contact"] = f"mailto:{number}@example.org"
            case _:
                config["html"]["baseurl"] = f"https://example.org/{number}"

    change_settings(root / "_config.yml", change)


# -- what was built --------------------------------------------------------------------------------


@edit
def lose_something_built(root: Path, lot: random.Random) -> None:
    folders = ("pages/2022-vi", "pages/2022-en", "books", "staged", "cache", "site")
    files = sorted(p for f in folders for p in (root / "_build" / f).rglob("*") if p.is_file())
    if files:
        lot.choice(files).unlink()


@edit
def build_only_one_language(root: Path, lot: random.Random) -> None:
    """Done by the test, between the other edits and the build."""
