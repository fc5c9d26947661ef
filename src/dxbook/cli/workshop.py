"""The processes that make books: for one build, or for as many as there are while one looks on."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..run.kernel_kinds import KernelChoice


class Workshop:
    """Where pages run and books are made of them.

    Args:
        pages: runs pages.
        books: makes books of pages.
        at_work: ends what runs pages.
        lasting: whether another build follows.
    """

    def __init__(
        self,
        pages: Executor,
        books: ProcessPoolExecutor,
        at_work: contextlib.ExitStack,
        *,
        lasting: bool,
    ) -> None:
        self.pages, self.books = pages, books
        self._at_work, self._lasting = at_work, lasting

    def pages_are_done(self) -> None:
        """End what runs pages, for making a book of them needs memory too; unless it will last."""
        if not self._lasting:
            self._at_work.close()


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
    from ..run.cluster import cluster_executor
    from ..run.local import local_pages
    from ..site.book import book_processes

    with contextlib.ExitStack() as at_work, book_processes(workers) as books:
        pages = at_work.enter_context(
            cluster_executor(cluster, workers, root)
            if cluster
            else local_pages(workers, root, kernel)
        )
        yield Workshop(pages, books, at_work, lasting=lasting)
