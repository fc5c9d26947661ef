"""Pages on this machine: a thread minds each, a kernel server gives them their kernels.

Threads are enough: a page's work is done in its kernel, a process of its own, and minding one is
waiting. They cost a tenth of the memory that worker processes would.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..processes import KernelChoice, WarmServers, chosen_kernel
from .execution import Pages
from .page import PageOrder, PageOutcome

#: A painter draws three charts of a page in less than half the time that the page takes otherwise.
PAGES_A_PAINTER = 4
SECONDS_BETWEEN_ENDS = 0.1


@contextlib.contextmanager
def local_pages(
    workers: int, root: Path, kernel: KernelChoice = "auto", *, lasting: bool = False
) -> Iterator[LocalPages]:
    """An executor for pages of a book; when the block is left by an error, they end at once.

    Warm servers begin their imports here, so that the block may do something else meanwhile.

    Args:
        workers: how many pages run at once.
        root: the book's folder.
        lasting: whether there will be more than one build.

    Raises:
        UsageError: when warm kernels are demanded where they cannot be had.
    """
    is_warm = chosen_kernel(kernel) == "warm"
    pages = LocalPages(workers, root, is_warm=is_warm, lasting=lasting)
    try:
        yield pages
    except BaseException:
        pages.abort()
        raise
    finally:
        pages.shutdown()


class LocalPages(Pages):
    """Runs `execute_page` in threads.

    Args:
        is_warm: whether to have warm servers.
        lasting: whether to keep them while pages rest.
    """

    def __init__(self, workers: int, root: Path, *, is_warm: bool, lasting: bool) -> None:
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="page")
        self._painters = max(1, workers // PAGES_A_PAINTER)
        self._root, self._lasting = str(root.resolve()), lasting
        self._futures: list[Future[PageOutcome]] = []
        self._replacing = threading.Lock()
        self._servers = self._new_servers() if is_warm else None
        self._aborted = False

    def submit(  # type: ignore[override]  # of an order, nothing else
        self, fn: Callable[[PageOrder], PageOutcome], /, *args: PageOrder, **kwargs: Any
    ) -> Future[PageOutcome]:
        """Run a page as soon as a thread is free."""
        future = self._threads.submit(self._run, fn, *args)
        self._futures = [*(each for each in self._futures if not each.done()), future]
        return future

    def expect(self, year: int | None, place: str) -> None:
        """Have an edition's report read while something else is done."""
        if self._servers:
            self._servers.wake()
            self._servers.read_ahead(year, place)

    def rest(self) -> None:
        """End the servers, or have them take less memory if they last."""
        if not self._lasting:
            self.shutdown()
        elif self._servers:
            self._servers.rest()

    def wake(self) -> None:
        """Have servers that last at hand again."""
        if self._servers and self._lasting:
            self._servers.wake()

    def _run(self, execute: Callable[[PageOrder], PageOutcome], order: PageOrder) -> PageOutcome:
        if order.kernel == "ordinary" or self._servers is None:
            return execute(order)
        servers = self._servers
        outcome = execute(replace(order, server=servers.address))
        if outcome.failure is None or servers.are_alive() or self._aborted:
            return outcome
        # The page may have been lost with the server: once more, with another.
        with self._replacing:
            if self._servers is servers:
                self._servers = self._new_servers()
                servers.close()
        return execute(replace(order, server=self._servers.address))

    def _new_servers(self) -> WarmServers:
        return WarmServers(self._painters, self._root)

    def abort(self) -> None:
        """End all pages: those that run, by ending their kernels."""
        self._aborted = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        if self._servers:
            self._servers.close()
        running = [future for future in self._futures if not future.cancelled()]
        while wait(running, SECONDS_BETWEEN_ENDS).not_done:
            from .kernels import end_kernels

            # A page that was about to have a kernel when the last ones were ended.
            end_kernels()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for the pages that run, and end the servers."""
        self._threads.shutdown(wait=wait, cancel_futures=cancel_futures)
        if self._servers:
            self._servers.close()
