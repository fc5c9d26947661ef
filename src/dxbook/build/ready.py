"""Where a build is done: by the book's daemon, or by this process; and where its pages run."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import BookError, DxbookError
from ..keeping import digest_of
from ..processes import daemon_is_possible, run_in_daemon
from .options import BuildOptions

if TYPE_CHECKING:
    from ..processes.daemon import Worker
    from ..run import Pages

#: Builds and tells of it: with which options, a digest of what is read, and where pages run.
Build = Callable[[BuildOptions, str, "Pages"], None]
#: Tells what is wrong, and gives the exit code.
Tell = Callable[[DxbookError], int]
#: Variables that are minded when a process starts or imports; the others go along with the order.
LASTING_VARIABLES = (
    *("DXBOOK_", "HOME", "LANG", "LC_", "LD_", "MKL_", "OMP_", "OPENBLAS_", "PATH", "PYTHON"),
    *("TMPDIR", "TZ", "VIRTUAL_ENV"),
)


@dataclass(frozen=True)
class Order:
    """What a daemon is to do.

    Args:
        inputs: digest of what the build reads, taken before.
        environment: of whoever asks.
    """

    options: BuildOptions
    inputs: str
    environment: dict[str, str]


def done_where_ready(
    root: Path, options: BuildOptions, program: str, inputs: str, build: Build, tell: Tell
) -> int:
    """Have a build done by a daemon that is ready for it or stays, or else here.

    Args:
        program: digest of the program; another one is another daemon's.
        inputs: digest of what the build reads, taken before.

    Returns:
        The exit code.
    """
    if options.keep_ready and options.cluster is None and daemon_is_possible():
        order, key = Order(options, inputs, dict(os.environ)), _key(root, program, options)
        begin = partial(_ready, root, options, build, tell)
        exit_code = run_in_daemon(root, key, order, begin, options.keep_ready)
        if exit_code is not None:
            return exit_code
    with pages_for(root, options) as pages:
        build(options, inputs, pages)
    return 0


def _key(root: Path, program: str, options: BuildOptions) -> str:
    """What two builds must have alike to be made by the same daemon."""
    kept = sorted(each for each in os.environ.items() if each[0].startswith(LASTING_VARIABLES))
    settings = options.workers, options.kernel.value
    return digest_of(repr((str(root), program, sys.executable, *settings, kept)))


@contextlib.contextmanager
def _ready(root: Path, options: BuildOptions, build: Build, tell: Tell) -> Iterator[Worker]:
    """What a daemon does orders with: processes that last."""
    from multiprocessing.resource_tracker import ensure_running

    # It keeps the stderr of its first moment open, which shall not be a caller's.
    ensure_running()
    with pages_for(root, options, lasting=True) as pages:

        def work(order: Order) -> int:
            os.environ.clear()
            os.environ.update(order.environment)
            try:
                build(order.options, order.inputs, pages)
            except BookError as error:  # what made the book may not have ended
                sys.exit(tell(error))
            except DxbookError as error:
                return tell(error)
            return 0

        yield work


@contextlib.contextmanager
def pages_for(root: Path, options: BuildOptions, *, lasting: bool = False) -> Iterator[Pages]:
    """Where a build's pages run, for as long as the block runs; its imports begin here, in the
    background.

    Args:
        lasting: whether there will be more than one build.

    Raises:
        UsageError: when the cluster or the kernel cannot be had.
    """
    from ..run import cluster_executor, local_pages
    from ..run.cluster import without_main_module

    with without_main_module():
        if options.cluster:
            with cluster_executor(options.cluster, options.workers, root) as cluster:
                yield cluster
        else:
            workers, kernel = options.workers, options.kernel
            with local_pages(workers, root, kernel.value, lasting=lasting) as pages:
                yield pages
