"""What no build could do without: the cells' own time over the cores, and Sphinx's rendering.

python benchmarks/floor.py [--rounds N]

Cells run in one process in which everything is imported and read already, one after the other;
Sphinx renders the executed pages in a process in which it is imported. Beside them a cold build of
the same edition, alternating, and what the difference is made of.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import json
import multiprocessing
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from compare import copy_for
from contenders import CONTENDERS, dxbook_that_ends
from measure import cost_of

EDITION = "2022-vi"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=3)
    rounds = options.parse_args().rounds
    cold, cells, rendering = [], [], []
    with tempfile.TemporaryDirectory(prefix="dxbook-floor-") as folder:
        for number in range(rounds):
            root = copy_for(CONTENDERS[-1], Path(folder, str(number)))
            cold.append(cost_of(dxbook_that_ends(2022), root).wall)
            cells.append(in_a_process(time_of_cells, root))
            rendering.append(in_a_process(time_of_rendering, root))
    own, sphinx, wall = map(statistics.median, (cells, rendering, cold))
    cores = os.cpu_count() or 1
    floor = own / cores + sphinx
    print(f"cells {own:.2f} s over {cores} cores, rendering {sphinx:.2f} s: floor {floor:.2f} s")
    print(f"cold build {wall:.2f} s: {wall / floor:.1f} times the floor")


def in_a_process(measure: Callable[[Path], float], root: Path) -> float:
    """What is measured in a process of its own, so that nothing of one round helps another."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (root,))


def time_of_cells(root: Path) -> float:
    """Seconds that all code cells take, shown as a notebook shows them."""
    from dxbook.processes.kernel_imports import import_what_pages_use
    from dxbook.processes.painter import FONTS

    os.environ["FONTCONFIG_FILE"] = str(FONTS)
    os.chdir(root)
    import_what_pages_use(str(root))
    import vl_convert

    from dxbook.pages.ahead import prepare

    prepare(root, 2022)
    vl_convert.vegalite_to_svg({"mark": "point", "data": {"values": [{}]}})
    pages = [code_of(path) for path in sorted((root / "notebooks").glob("*.ipynb"))]
    before = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        for cells in pages:
            names: dict[str, Any] = {}
            for cell in cells:
                run_cell(cell, names)
    return time.perf_counter() - before


def code_of(path: Path) -> list[ast.Module]:
    """The code cells of a notebook."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    codes = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code"]
    return [ast.parse(code) for code in codes]


def run_cell(cell: ast.Module, names: dict[str, Any]) -> None:
    """Run a cell and show its last expression, without a notebook."""
    *rest, last = cell.body
    shown = isinstance(last, ast.Expr)
    exec(compile(ast.Module(rest if shown else cell.body, []), "cell", "exec"), names)
    if isinstance(last, ast.Expr):
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
        if hasattr(value, "_repr_mimebundle_"):
            value._repr_mimebundle_()


def time_of_rendering(root: Path) -> float:
    """Seconds that Jupyter Book takes for the executed pages, its imports done."""
    import dxbook.site.sphinx_imports  # noqa: F401
    from dxbook.site.book import BookOrder, _make

    order = BookOrder(root / "_build" / "staged" / EDITION, root / "rendered", afresh=True)
    before = time.perf_counter()
    complaint = _make(order)
    took = time.perf_counter() - before
    assert not complaint, complaint
    return took


if __name__ == "__main__":
    main()
