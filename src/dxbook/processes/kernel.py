"""A fresh fork of the kernel server becomes a kernel: nothing of the server may be left in it."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from .painter import FONTS, paint_elsewhere

#: Linux: the signal that a process gets when its parent dies (prctl(2)).
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)
#: What all kernels have alike, so that the same input gives the same bytes: sets in the same order
#: on every run, and the fonts.
ALIKE = {"PYTHONHASHSEED": "0", "FONTCONFIG_FILE": str(FONTS)}


@dataclass(frozen=True)
class KernelRequest:
    """What a kernel is to be started with.

    Args:
        argv: arguments of `ipykernel_launcher`; none when no kernel is wanted yet.
        environment: the environment, whole.
        year, place: the edition whose report the page will open, if it is known.
    """

    argv: list[str]
    environment: dict[str, str]
    folder: str
    year: int | None = None
    place: str = ""

    def to_line(self) -> bytes:
        """The request as it goes over the connection."""
        return json.dumps(vars(self)).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> KernelRequest:
        """The request that a line holds.

        Raises:
            ValueError, TypeError: when it holds none.
        """
        return cls(**json.loads(line))


def be_kernel(connection: socket.socket, request: KernelRequest, painter: str | None) -> None:
    """Be a kernel until it is shut down.

    What goes wrong here is a traceback on stderr and an exit code, as for any kernel.

    Args:
        connection: where to say that the kernel is ready.
    """
    die_with_parent()
    take_on(request)
    # `random` takes a new seed by itself when forked; numpy does not.
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed()
    if painter:
        import vl_convert

        paint_elsewhere(vl_convert, painter)
    from ipykernel.kernelapp import IPKernelApp

    app = IPKernelApp.instance()
    # The server watches over the kernel; ipykernel need not poll for a parent.
    app.parent_handle = 1
    app.initialize(request.argv)  # type: ignore[no-untyped-call]
    connection.sendall(b"ready\n")
    connection.close()
    app.start()  # type: ignore[no-untyped-call]


def die_with_parent() -> None:
    """Lead a group of its own, and be killed should the server die."""
    server = os.getppid()
    os.setsid()
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() == 1 != server:
        os._exit(1)


def take_on(request: KernelRequest) -> None:
    """Take on signals, environment, folder and arguments as a new Python would have them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(request.environment)
    time.tzset()
    os.chdir(request.folder)
    import ipykernel

    sys.argv = [str(Path(ipykernel.__file__).parents[1] / "ipykernel_launcher.py"), *request.argv]
