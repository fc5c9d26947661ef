"""Orders to outcomes: on this machine, or on any executor that is handed in."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, as_completed

from ..words import said
from .page import Failure, PageOrder, PageOutcome, execute_page

Numbered = Generator[tuple[int, PageOutcome], None, None]


def outcomes(orders: Sequence[PageOrder], executor: Executor) -> Numbered:
    """Each order's number and outcome, in the order in which they end."""
    futures = {}
    with contextlib.suppress(BrokenExecutor):
        for number, order in enumerate(orders):
            futures[executor.submit(execute_page, order)] = number
    left = set(range(len(orders)))
    for future in as_completed(futures):
        with contextlib.suppress(BrokenExecutor, CancelledError):
            outcome = future.result()
            left.remove(futures[future])
            yield futures[future], outcome
    for number in sorted(left):
        message = said("the process that ran it was killed; is memory short?")
        lost = Failure(None, "WorkerDied", message)
        yield number, PageOutcome(b"", b"[]", lost)
