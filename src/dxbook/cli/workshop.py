"""The processes that make books: for one build, or for as many as there are while one looks on."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor, ProcessPoolExecutor

    from ..run.kernel_kinds import KernelChoice


class Workshop:
    """Where pages run and books are made of them.

    Args:
        pages: runs pages.
        workers: how many books are made at once.
        pages_at_work: ends what runs pages.
        books_at_work: ends what makes books.
        lasting: whether another build follows.
    """

    def __init__(
        self,
        pages: Executor,
        workers: int,
        pages_at_work: contextlib.ExitStack,
        books_at_work: contextlib.ExitStack,
        *,
        lasting: bool,
    ) -> None:
        self.pages = pages
        self._workers, self._lasting = workers, lasting
        self._pages_at_work, self._books_at_work = pages_at_work, books_at_work

    @cached_property
    def books(self) -> ProcessPoolExecutor:
        """What makes books of pages. Its imports begin when it is first asked for: not while what
        pages need is being imported."""
        from ..site.book import book_processes

        return self._books_at_work.enter_context(book_processes(self._workers))

    def expect(self, year: int | None, place: str) -> None:
        """Pages of an edition will be asked for."""
        from ..run.local import LocalPages

        if isinstance(self.pages, LocalPages):
            self.pages.expect(year, place)

    def pages_are_done(self) -> None:
        """End what runs pages, for making a book of them needs memory too; unless it will last."""
        if not self._lasting:
            self._pages_at_work.close()


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

    with contextlib.ExitStack() as books_at_work, contextlib.ExitStack() as pages_at_work:
        pages = pages_at_work.enter_context(
            cluster_executor(cluster, workers, root)
            if cluster
            else local_pages(workers, root, kernel)
        )
        yield Workshop(pages, workers, pages_at_work, books_at_work, lasting=lasting)
