"""The processes that run pages: for one build, or for as many as follow."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from ..run.kernel_kinds import KernelChoice


class Workshop:
    """Where pages run.

    Args:
        pages: runs pages.
        at_work: ends what runs pages.
        lasting: whether another build follows.
    """

    def __init__(self, pages: Executor, at_work: contextlib.ExitStack, *, lasting: bool) -> None:
        from ..run.local import LocalPages

        self.pages = pages
        self._local = pages if isinstance(pages, LocalPages) else None
        self._at_work, self._lasting = at_work, lasting

    def expect(self, year: int | None, place: str) -> None:
        """Pages of an edition will be asked for."""
        if self._local:
            self._local.wake()
            self._local.expect(year, place)

    def pages_are_done(self) -> None:
        """End what runs pages, or have it rest if it will last: a book is made now, and that needs
        memory too."""
        if not self._lasting:
            self._at_work.close()
        elif self._local:
            self._local.rest()

    def get_ready(self) -> None:
        """A build is done: have all at hand for the next, if there will be one."""
        if self._local and self._lasting:
            self._local.wake()


@contextlib.contextmanager
def workshop(
    root: Path, workers: int, kernel: KernelChoice, cluster: str | None, *, lasting: bool = False
) -> Iterator[Workshop]:
    """A workshop for as long as the block runs. It begins its imports here, in the background.

    Args:
        root: the book's folder.
        workers: how many pages run at once.
        cluster: address of a cluster that runs pages; this machine when None.
        lasting: whether there will be more than one build.

    Raises:
        UsageError: when the cluster or the kernel cannot be had.
    """
    from ..run.cluster import cluster_executor, without_main_module
    from ..run.local import local_pages

    with without_main_module(), contextlib.ExitStack() as at_work:
        pages = at_work.enter_context(
            cluster_executor(cluster, workers, root)
            if cluster
            else local_pages(workers, root, kernel)
        )
        yield Workshop(pages, at_work, lasting=lasting)
