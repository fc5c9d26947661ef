"""Orders to outcomes: on this machine, or on any executor that is handed in."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, as_completed

from ..words import said
from .page import Failure, PageOrder, PageOutcome, execute_page

Numbered = Generator[tuple[int, PageOutcome], None, None]


class Pages(Executor):
    """Where the pages of a build run; told what comes, so that it has it at hand.

    In a build pages are expected, run, and then rest: a book is made of them, and that needs memory
    too.
    """

    #: What is raised for a page whose process was lost.
    lost: tuple[type[Exception], ...] = (BrokenExecutor, CancelledError)

    def expect(self, year: int | None, place: str) -> None:
        """Pages of an edition will be asked for."""

    def rest(self) -> None:
        """No page will be asked for until `wake`."""

    def wake(self) -> None:
        """A build is done: have all at hand for the next, if there will be one."""


def outcomes(orders: Sequence[PageOrder], executor: Executor) -> Numbered:
    """Each order's number and outcome, in the order in which they end."""
    futures = {}
    lost = getattr(executor, "lost", Pages.lost)
    with contextlib.suppress(BrokenExecutor):
        for number, order in enumerate(orders):
            futures[executor.submit(execute_page, order)] = number
    left = set(range(len(orders)))
    for future in as_completed(futures):
        with contextlib.suppress(*lost):
            outcome = future.result()
            left.remove(futures[future])
            yield futures[future], outcome
    for number in sorted(left):
        message = said("the process that ran it was killed; is memory short?")
        yield number, PageOutcome(b"", b"[]", Failure(None, "WorkerDied", message))
