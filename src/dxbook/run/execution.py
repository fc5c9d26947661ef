"""Orders to outcomes: on local worker processes, or on any executor that is handed in."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, as_completed
from dataclasses import replace
from typing import Literal

from ..speech import said
from .page import Failure, PageOrder, PageOutcome, execute_page

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
    left = {number: replace(order, kernel=choice) for number, order in enumerate(orders)}
    running = _on_this_machine(left, workers) if executor is None else _on(executor, left.copy())
    with contextlib.closing(running):
        for number, outcome in running:
            left.pop(number, None)
            yield number, outcome
    for number in left:
        message = said(
            "tiến trình chạy trang bị dừng giữa chừng; máy có thiếu bộ nhớ không?",
            "the process that ran it was killed; is memory short?",
        )
        lost = Failure(None, "WorkerDied", message)
        yield number, PageOutcome(b"", b"[]", lost)


def _on_this_machine(orders: Mapping[int, PageOrder], workers: int) -> Numbered:
    """On worker processes; what was lost with a killed process is tried once more, one by one."""
    from .warm import warm_servers
    from .workers import worker_pool

    painters = max(1, workers // PAGES_A_PAINTER)
    with contextlib.ExitStack() as stack:
        is_warm = any(order.kernel == "warm" for order in orders.values())
        server = stack.enter_context(warm_servers(painters)) if is_warm else None
        left = {number: replace(order, server=server) for number, order in orders.items()}
        for count in (min(workers, len(orders)), 1):
            with worker_pool(count) as pool:
                for number, outcome in _on(pool, left.copy()):
                    del left[number]
                    yield number, outcome
            if not left:
                return


def _on(executor: Executor, orders: Mapping[int, PageOrder]) -> Numbered:
    """What an executor brings back; what it lost with a killed process is not among it."""
    futures = {}
    with contextlib.suppress(BrokenExecutor):
        for number, order in orders.items():
            futures[executor.submit(execute_page, order)] = number
    for future in as_completed(futures):
        with contextlib.suppress(BrokenExecutor):
            yield futures[future], future.result()
