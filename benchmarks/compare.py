"""`make bench`: the ways to make the book side by side, alternating, in one run.

python benchmarks/compare.py [--rounds N] [--memory-of NAME ...] [--out FILE]
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from changes import CHANGES, Change
from contenders import CONTENDERS, Contender
from measure import Cost, cost_of, end_what_stays

ROOT = Path(__file__).parent.parent
BOOK = ("_config.yml", "_toc.yml", "data", "notebooks")
PACKAGES = (
    *("jupyter-book", "sphinx", "myst-nb", "papermill", "nbclient", "jupyter-cache"),
    *("ipykernel", "pandas", "altair", "vl-convert-python"),
)
Results = dict[tuple[str, str], list[tuple[Cost, bool]]]


def main() -> None:
    """Measure all and write the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--memory-of", nargs="*", default=[each.name for each in CONTENDERS])
    options.add_argument("--out", type=Path, default=Path(__file__).with_name("results.md"))
    wanted = options.parse_args()
    times: Results = defaultdict(list)
    peaks: Results = defaultdict(list)
    for number in range(wanted.rounds):
        one_round(times, CONTENDERS, memory=False, label=f"round {number + 1}")
    watched = [each for each in CONTENDERS if each.name in wanted.memory_of]
    for each in watched:
        one_round(peaks, [each], memory=True, label="memory")
    wanted.out.write_text(report(times, peaks, wanted.rounds), encoding="utf-8")


def one_round(
    results: Results, contenders: Sequence[Contender], *, memory: bool, label: str
) -> None:
    """Every contender through every change, change by change."""
    with tempfile.TemporaryDirectory(prefix="dxbook-bench-") as folder:
        books = {
            each.name: copy_for(each, Path(folder, str(n))) for n, each in enumerate(contenders)
        }
        for change in CHANGES:
            for contender in contenders:
                result = one(contender, books[contender.name], change, memory=memory)
                results[contender.name, change.name].append(result)
                wall, right = result[0].wall, "right" if result[1] else "WRONG"
                print(
                    f"{label}: {change.name}: {contender.name}: {wall:.2f} s, {right}",
                    file=sys.stderr,
                )
        end_what_stays()


def copy_for(contender: Contender, root: Path) -> Path:
    """The book's folder as a contender starts from it."""
    root.mkdir()
    for name in BOOK:
        part = ROOT / name
        if part.is_dir():
            shutil.copytree(part, root / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        else:
            shutil.copyfile(part, root / name)
    contender.prepare(root)
    return root


def one(contender: Contender, root: Path, change: Change, *, memory: bool) -> tuple[Cost, bool]:
    """Change the book, build it, and see whether the page is right."""
    change.make(root)
    cost = cost_of(contender.command(change.year), root, memory=memory)
    page = contender.page(root, change.year, change.page)
    right = cost.returncode == 0 and page.is_file() and change.shown in page.read_text("utf-8")
    return cost, right


# -- the table -------------------------------------------------------------------------------------


def report(times: Results, peaks: Results, rounds: int) -> str:
    """The results as Markdown."""
    parts = [
        "# Benchmarks\n",
        machine(),
        f"The book: {len(list((ROOT / 'notebooks').glob('*.ipynb')))} notebooks, the edition of "
        "2022 in Vietnamese.\n",
        f"{'One round' if rounds == 1 else f'Median of {rounds} rounds'} in one run, contenders "
        "alternating; memory from a round of its "
        "own. Peak memory is the sum of proportional set sizes of all processes. *Right*: does "
        "the built page show what it should? dxbook stays ready for the next build; beside it, "
        "the same with `--keep-ready 0`.\n",
    ]
    parts += [table(change, times, peaks) for change in CHANGES]
    return "\n".join(parts)


def table(change: Change, times: Results, peaks: Results) -> str:
    """One change's table."""
    rows = [
        f"## {change.name.capitalize()}\n",
        "| | wall, s | dxbook is faster by | processor, s | peak memory, MiB | right |",
        "|---|---:|---:|---:|---:|---|",
    ]
    ours = median([cost.wall for cost, _ in times["dxbook", change.name]])
    for contender in CONTENDERS:
        runs = times[contender.name, change.name]
        wall = median([cost.wall for cost, _ in runs])
        cpu = median([cost.cpu for cost, _ in runs])
        watched = [cost.peak or 0 for cost, _ in peaks[contender.name, change.name]]
        peak = f"{max(watched):.0f}" if watched else ""
        right = "yes" if all(right for _, right in runs) else "**no**"
        times_faster = "" if contender.name.startswith("dxbook") else f"{wall / ours:.1f}×"
        rows.append(
            f"| {contender.name} | {wall:.2f} | {times_faster} | {cpu:.2f} | {peak} | {right} |"
        )
    return "\n".join([*rows, ""])


def median(values: list[float]) -> float:
    return statistics.median(values)


def machine() -> str:
    """What was measured on, with what, and when."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{date.today().isoformat()}; {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, {memory:.0f} GiB; Python {platform.python_version()}; "
        f"{versions}.\n"
    )


if __name__ == "__main__":
    main()
