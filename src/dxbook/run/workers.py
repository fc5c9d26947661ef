"""Worker processes: forked from one that has papermill imported, and never left behind."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import types
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
#: What workers are forked with; a module that only imports.
PRELOAD = "dxbook.run.worker_imports"


@contextlib.contextmanager
def worker_pool(workers: int) -> Iterator[Executor]:
    """Processes that run pages; when the block is left by an error, they end at once.

    Their end is tied to a pipe whose other end only this process holds, so that they also end when
    this process is killed.
    """
    context = multiprocessing.get_context(_start_method())
    if isinstance(context, multiprocessing.context.ForkServerContext):
        context.set_forkserver_preload([PRELOAD])
    theirs, ours = context.Pipe(duplex=False)
    pool = PagePool(workers, mp_context=context, initializer=_begin_worker, initargs=(theirs,))
    try:
        yield pool
        pool.shutdown()
    finally:
        ours.close()
        theirs.close()
        pool.shutdown(wait=False, cancel_futures=True)


class PagePool(ProcessPoolExecutor):
    """Processes that do not import the program that starts them.

    multiprocessing would run it again in each worker: a waste, and a trap for a script that
    builds a book without an `if __name__ == "__main__"`.
    """

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Submit, starting another process if that is called for."""
        with without_main_module():
            return super().submit(fn, *args, **kwargs)


@contextlib.contextmanager
def without_main_module() -> Iterator[None]:
    """An empty main module for as long as the block runs."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _start_method() -> str:
    methods = multiprocessing.get_all_start_methods()
    return "forkserver" if "forkserver" in methods else "spawn"


def _begin_worker(lifeline: Connection) -> None:
    # Ctrl-C reaches every process of the terminal; the one that the user started decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    with contextlib.suppress(EOFError, OSError):
        lifeline.recv_bytes()
    os._exit(1)
