"""Jupyter Book over staged editions, each in a fresh process; a warning is an error.

The processes are forked from a server that imports Sphinx while pages still run. Where fork is not
to be had they are started anew, and the book is the same.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import re
import shutil
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from ..errors import BookError
from ..words import said
from .search import write_search_index
from .stage import staged_pages

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
PRELOAD = ["dxbook.site.sphinx_imports"]


@dataclass(frozen=True)
class BookOrder:
    """A staged book to build.

    Args:
        out: folder that receives `html/` and `doctrees/`.
        afresh: whether to forget what was built before.
    """

    staged: Path
    out: Path
    afresh: bool


def import_ahead() -> None:
    """Begin the imports of the process that books' processes are forked from, where there is fork;
    it stays until this process ends."""
    if _context().get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running

        ensure_running()


def _context() -> multiprocessing.context.BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOAD)
    return context


def _end_with_the_parent() -> None:
    """In a process of the pool: end when the one that started it does, in whatever way."""
    # Ctrl-C reaches every process of the terminal; the one that the user started decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextlib.contextmanager
def books_built(orders: Sequence[BookOrder], workers: int) -> Iterator[None]:
    """Build staged books beside what the block does; after it, they are built.

    Raises:
        BookError: when Jupyter Book warns or fails; the message is what it said.
    """
    for order in orders:
        if order.afresh:
            shutil.rmtree(order.out, ignore_errors=True)
    with ProcessPoolExecutor(
        workers, mp_context=_context(), max_tasks_per_child=1, initializer=_end_with_the_parent
    ) as pool:
        building = [pool.submit(_make, order) for order in orders]
        yield
        _require_built(orders, building)


def _require_built(orders: Sequence[BookOrder], building: Sequence[Future[str]]) -> None:
    try:
        complaints = [each.result() for each in building]
    except BrokenProcessPool:
        raise BookError(
            said("A process that ran Jupyter Book was killed; is memory short? Try --jobs 1.")
        ) from None
    refused = [
        said(
            "Jupyter Book refused the staged book {name}:\n{told}",
            name=order.staged.name,
            told=told,
        )
        for order, told in zip(orders, complaints, strict=True)
        if told
    ]
    if refused:
        raise BookError("\n".join(refused))


def _make(order: BookOrder) -> str:
    """Build a book, and the index that it is searched with; what Jupyter Book complains of."""
    from jupyter_book.sphinx import build_sphinx

    told = io.StringIO()
    with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()):
        result = build_sphinx(
            sourcedir=str(order.staged),
            outputdir=str(order.out / "html"),
            doctreedir=str(order.out / "doctrees"),
            path_config=str(order.staged / "_config.yml"),
            confoverrides={
                "external_toc_path": str(order.staged / "_toc.yml"),
                "latex_individualpages": False,
            },
            noconfig=True,
            quiet=True,
            warningiserror=True,
            keep_going=True,
        )
    complained = complaint(result, _ANSI.sub("", told.getvalue()).strip())
    if not complained:
        write_search_index(order.out / "html", staged_pages(order.staged))
    return complained


def complaint(result: object, told: str) -> str:
    """What to tell of a build: nothing when it went well.

    >>> complaint(0, "")
    ''
    """
    if isinstance(result, Exception):
        return f"{type(result).__name__}: {result}\n{told}".strip()
    return (told or said("it gave no reason")) if result else ""
