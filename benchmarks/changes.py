"""What happens to a book before it is built again, and how to see in a page that it was."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

NEW_SENTENCE = "Câu này vừa được viết thêm."


@dataclass(frozen=True)
class Change:
    """A change, and what a right book shows afterwards.

    Args:
        make: makes it in a book's folder.
        page: a page that shows it, by name.
        shown: what stands there then.
        year: the edition it is in.
        afresh: whether nothing was built before.
    """

    name: str
    make: Callable[[Path], None]
    page: str
    shown: str
    year: int = 2022
    afresh: bool = False


def set_value(root: Path, year: int, value: str) -> None:
    """Another number of digital signatures: five pages of fifteen read it, as most values."""
    path = root / "data" / str(year) / "observations.csv"
    table = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    rows = list(table)
    for row in rows:
        if (row["indicator"], row["measure"]) == ("digital_signatures", "level"):
            row["value"] = value
    out = io.StringIO()
    writer = csv.DictWriter(out, table.fieldnames or [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8", newline="")


def write_a_sentence(root: Path) -> None:
    path = root / "notebooks" / "society.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"].append(
        {"cell_type": "markdown", "id": "new", "metadata": {}, "source": NEW_SENTENCE}
    )
    path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")


def add_a_year(root: Path) -> None:
    """2023, made of 2022: not a real year's figures."""
    year = root / "data" / "2023"
    shutil.copytree(root / "data" / "2022", year)
    (year / "source.vi.txt").unlink()
    for table in ("standings", "statements", "rulings"):
        path = year / f"{table}.csv"
        path.write_text(path.read_text(encoding="utf-8").partition("\n")[0] + "\n")
    path = year / "observations.csv"
    table = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    out = io.StringIO()
    writer = csv.DictWriter(out, table.fieldnames or [], lineterminator="\n")
    writer.writeheader()
    for row in table:
        writer.writerow({**row, "quote": "", "start": "", "end": "", "as_of": "2023"})
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    set_value(root, 2023, "8345")


CHANGES = (
    Change("cold", lambda root: None, "government", "6.607", afresh=True),
    Change("nothing changed", lambda root: None, "government", "6.607"),
    Change("one value changed", lambda root: set_value(root, 2022, "6712"), "government", "6.712"),
    Change("one notebook changed", write_a_sentence, "society", NEW_SENTENCE),
    Change("a new edition", add_a_year, "government", "8.345", year=2023),
)
