"""Orders to outcomes: on local worker processes, or on any executor that is handed in."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, as_completed
from dataclasses import replace
from typing import Literal

from .page import Failure, Kernel, PageOrder, PageOutcome, execute_page

KernelChoice = Literal["warm", "ordinary", "auto"]
#: A painter draws three charts of a page in less than half the time that the page takes otherwise.
PAGES_A_PAINTER = 4
Numbered = Generator[tuple[int, PageOutcome], None, None]


def outcomes(
    orders: Sequence[PageOrder], *, workers: int, kernel: KernelChoice, executor: Executor | None
) -> Numbered:
    """Each order's number and outcome, in the order in which they end.

    Raises:
        UsageError: when warm kernels are demanded where they cannot be had.
    """
    if not orders:
        return
    from .warm import chosen_kernel

    choice = chosen_kernel(kernel)
    if executor is None:
        yield from _on_this_machine(orders, workers, choice)
    else:
        ready = [replace(order, kernel=choice) for order in orders]
        yield from _on(executor, dict(enumerate(ready)))


def _on_this_machine(orders: Sequence[PageOrder], workers: int, kernel: Kernel) -> Numbered:
    """On worker processes; what was lost with a killed process is tried once more, one by one."""
    from .warm import warm_servers
    from .workers import worker_pool

    painters = max(1, workers // PAGES_A_PAINTER)
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(warm_servers(painters)) if kernel == "warm" else None
        left = {
            number: replace(order, kernel=kernel, server=server)
            for number, order in enumerate(orders)
        }
        for count in (min(workers, len(orders)), 1):
            with worker_pool(count) as pool:
                for number, outcome in _on(pool, left.copy()):
                    del left[number]
                    yield number, outcome
            if not left:
                return
    for number in left:
        lost = Failure(None, "WorkerDied", "the process that ran it was killed; is memory short?")
        yield number, PageOutcome(b"", b"[]", lost)


def _on(executor: Executor, orders: Mapping[int, PageOrder]) -> Numbered:
    """What an executor brings back; what it lost with a killed process is not among it."""
    futures = {}
    with contextlib.suppress(BrokenExecutor):
        for number, order in orders.items():
            futures[executor.submit(execute_page, order)] = number
    for future in as_completed(futures):
        with contextlib.suppress(BrokenExecutor):
            yield futures[future], future.result()
