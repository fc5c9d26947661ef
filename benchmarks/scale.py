"""How time, memory and size grow with the number of pages, on made-up books.

python benchmarks/scale.py [PAGES …] [--out FILE]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from compare import machine
from contenders import BIN
from measure import Cost, cost_of, end_what_stays
from synthetic import YEAR, write_book

SIZES = (12, 100, 1000)


@dataclass(frozen=True)
class Scaled:
    """What a book of so many pages costs, and how large its site is in bytes."""

    pages: int
    cold: Cost
    nothing: Cost
    value: Cost
    site: int


def main() -> None:
    """Measure each size and write the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("pages", type=int, nargs="*", default=SIZES)
    options.add_argument("--out", type=Path, default=Path(__file__).with_name("scale.md"))
    wanted = options.parse_args()
    rows = []
    for pages in wanted.pages:
        rows.append(measured(pages))
        print(rows[-1], file=sys.stderr)
    wanted.out.write_text(table(rows), encoding="utf-8")


def measured(pages: int) -> Scaled:
    """Build a book from nothing, again, and with one value changed."""
    with tempfile.TemporaryDirectory(prefix="dxbook-scale-") as folder:
        root = Path(folder, "book")
        write_book(root, pages, random.Random(1))
        command = [str(BIN / "dxbook"), "build", "--lang", "vi"]
        cold = cost_of(command, root, memory=True)
        nothing = cost_of(command, root)
        change_one_value(root)
        value = cost_of(command, root)
        end_what_stays()
        for each in (cold, nothing, value):
            if each.returncode:
                sys.exit(f"A book of {pages} pages was not built.")
        files = (p for p in (root / "_build" / "site").rglob("*") if p.is_file())
        return Scaled(pages, cold, nothing, value, sum(p.stat().st_size for p in files))


def change_one_value(root: Path) -> None:
    path = root / "data" / str(YEAR) / "observations.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    lines[1] = ",".join([*cells[:3], "50.55", *cells[4:]])
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def table(rows: list[Scaled]) -> str:
    """The results as Markdown."""
    head = [
        "# Scale\n",
        machine(),
        "Books made up by `benchmarks/synthetic.py`: cold, with nothing changed, and with one "
        "value changed.\n",
        "| pages | cold, s | processor, s | processor a page, s | peak memory, MiB | "
        "nothing changed, s | one value, s | site, KiB a page |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    return "\n".join([*head, *map(row, rows), ""])


def row(one: Scaled) -> str:
    cold = one.cold
    return (
        f"| {one.pages} | {cold.wall:.1f} | {cold.cpu:.1f} | {cold.cpu / one.pages:.3f} | "
        f"{cold.peak or 0:.0f} | {one.nothing.wall:.2f} | {one.value.wall:.1f} | "
        f"{one.site / 1024 / one.pages:.1f} |"
    )


if __name__ == "__main__":
    main()
