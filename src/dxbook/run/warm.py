"""Warm kernels, seen from the process that wants them: start a server, know its address.

Most of a page's time is starting Python and importing pandas and Altair. A server process
(`dxbook.run.server`) does this once; a kernel is a fork of it. It is not `multiprocessing`'s own
fork server because that one cannot be shared with worker processes (each would start another), runs
the caller's main module again in every child, and leaves children behind when a caller is killed.

Nothing of Jupyter is imported here: this runs in the process of `dxbook build`.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Literal

from ..errors import UsageError
from .page import HASH_SEED, Kernel
from .sockets import fits, socket_folder

#: How long a server may take to end when it is told to; it only has to kill its kernels.
SECONDS_TO_END = 10


def warm_is_possible() -> bool:
    """Whether kernels can be forked here.

    Linux only: macOS can fork, but its frameworks, numpy's linear algebra among them, may not be
    used afterwards.
    """
    return sys.platform == "linux"


def chosen_kernel(wanted: Literal["warm", "ordinary", "auto"]) -> Kernel:
    """The kind of kernel that is wanted, here.

    Raises:
        UsageError: when warm kernels are demanded where they cannot be had.
    """
    if wanted == "warm" and not warm_is_possible():
        raise UsageError("Warm kernels need Linux; leave the kernel to be chosen, or take ordinary.")
    if wanted == "auto":
        return "warm" if warm_is_possible() else "ordinary"
    return wanted


class KernelServer:
    """A running fork server, which ends when this is closed or when this process ends.

    Its lifeline is a pipe that only this process can write to: when that end is closed, by whatever
    kind of death, the server kills its kernels and ends.

    Raises:
        OSError: when no process can be started or no socket made.
    """

    def __init__(self) -> None:
        self._folder = socket_folder("server")
        self.address = str(self._folder / "s")
        lifeline, self._ours = os.pipe()
        with socket.socket(socket.AF_UNIX) as listener:
            # Bound here, so that whoever connects early waits in line for the imports to end.
            listener.bind(self.address)
            listener.listen(socket.SOMAXCONN)
            self._process = subprocess.Popen(
                # -P: no script's or working folder among the places that modules come from.
                [sys.executable, "-P", "-m", "dxbook.run.server", f"{listener.fileno()}", f"{lifeline}"],
                pass_fds=(listener.fileno(), lifeline),
                stdin=subprocess.DEVNULL,
                env={**os.environ, **SERVER_ENVIRONMENT},
            )
        os.close(lifeline)

    def close(self) -> None:
        """End the server and its kernels."""
        os.close(self._ours)
        try:
            self._process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


#: OpenBLAS would start threads when numpy is imported, and a process with threads cannot be forked
#: safely. The hash seed is a process's own and is inherited by its forks.
SERVER_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": HASH_SEED}


@contextlib.contextmanager
def kernel_server() -> Iterator[str]:
    """A server for as long as the block runs; gives its address."""
    server = KernelServer()
    try:
        yield server.address
    finally:
        server.close()


@functools.cache
def shared_server() -> str:
    """Address of a server that lives as long as this process; started when first asked for."""
    server = KernelServer()
    atexit.register(server.close)
    return server.address
