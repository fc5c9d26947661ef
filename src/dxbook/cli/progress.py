"""How far long work has come: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Callable, Iterator

from .app import say

Step = Callable[[str], None]


@contextlib.contextmanager
def steps(total: int, title: str) -> Iterator[Step]:
    """Tell of each step of a known number as it is done."""
    if sys.stderr.isatty():
        with _bar(total, title) as step:
            yield step
    else:
        done = itertools.count(1)
        yield lambda name: say(f"{title} {next(done)}/{total}: {name}")


@contextlib.contextmanager
def _bar(total: int, title: str) -> Iterator[Step]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=total)
        yield lambda name: bar.update(task, advance=1, description=f"{title} {name}")
