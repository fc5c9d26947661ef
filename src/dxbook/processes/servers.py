"""The kernel server and the painters, seen from the process that wants them.

Most of a page's time is starting Python, importing what pages use, and starting the engine that
draws. The kernel server (`kernel_server`) imports once, and a kernel is a fork of it; a painter
(`painter`) draws for all. It is not `multiprocessing`'s own fork server because that one forks what
it was when it began: it cannot read a report between two forks, and its children are not the
programs of their own that kernels have to be.

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
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from ..errors import usage_error
from .kernel import ALIKE, KernelRequest
from .painter import AT_ONCE
from .painter import VARIABLE as PAINTER

#: Forked from the kernel server, or a new Python.
Kernel = Literal["warm", "ordinary"]
#: What may be asked for; `auto` is warm where that can be had.
KernelChoice = Literal["warm", "ordinary", "auto"]
#: As `python -m`, but without the working folder among the places that modules come from; -P would
#: do that too, and would be passed on to the kernels, where IPython minds it.
START = (
    "import sys; sys.path[:] = filter(None, sys.path); "
    "from {module} import main; main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])"
)
#: How long a server may take to end when it is told to; it only has to kill its kernels.
SECONDS_TO_END = 10
#: The longest path of a folder for sockets: the shortest limit among systems (macOS, 104 bytes),
#: less a file name with a channel's number.
LONGEST_FOLDER = 85


def warm_is_possible() -> bool:
    """Whether kernels can be forked here.

    Linux only: macOS can fork, but its frameworks, numpy's linear algebra among them, may not be
    used afterwards.
    """
    return sys.platform == "linux"


def chosen_kernel(wanted: KernelChoice) -> Kernel:
    """The kind of kernel that is wanted, here.

    Raises:
        UsageError: when warm kernels are demanded where they cannot be had.
    """
    if wanted == "warm" and not warm_is_possible():
        raise usage_error(
            "Warm kernels need Linux; leave the kernel to be chosen, or take ordinary."
        )
    if wanted == "auto":
        return "warm" if warm_is_possible() else "ordinary"
    return wanted


def socket_folder(purpose: str) -> Path:
    """A new folder that only this user can enter, with a short path if there is any."""
    folder = Path(tempfile.mkdtemp(prefix=f"dxbook-{purpose}-"))
    if fits(folder) or not Path("/tmp").is_dir():
        return folder
    folder.rmdir()
    return Path(tempfile.mkdtemp(prefix=f"dxbook-{purpose}-", dir="/tmp"))


def fits(folder: Path) -> bool:
    """Whether sockets in a folder have a path that the system allows."""
    return len(str(folder).encode()) <= LONGEST_FOLDER


class Servers:
    """Processes that share a listener, and end when this is closed or when this process ends.

    Their lifeline is a pipe that only this process can write to: when that end is closed, by
    whatever kind of death, they end.

    Args:
        module: has a `main` that takes listener, lifeline and the arguments.
        address: where they listen.
        environment: variables they have besides those of all servers.

    Raises:
        OSError: when no process can be started or no socket made.
    """

    def __init__(
        self, module: str, address: str, environment: Mapping[str, str], *args: str, count: int = 1
    ) -> None:
        self._address = address
        lifeline, self._ours = os.pipe()
        # OpenBLAS would start threads when numpy is imported, and a process with threads cannot be
        # forked safely.
        environment = {**os.environ, **ALIKE, "OPENBLAS_NUM_THREADS": "1", **environment}
        with socket.socket(socket.AF_UNIX) as listener:
            # Bound here, so that whoever connects early waits in line for the imports to end.
            listener.bind(address)
            listener.listen(socket.SOMAXCONN)
            inherited = (listener.fileno(), lifeline)
            start = START.format(module=module)
            self.processes = [
                subprocess.Popen(
                    [sys.executable, "-c", start, *map(str, inherited), *args],
                    pass_fds=inherited,
                    stdin=subprocess.DEVNULL,
                    env=environment,
                )
                for _ in range(count)
            ]
        os.close(lifeline)

    def close(self) -> None:
        """End them."""
        os.close(self._ours)
        for process in self.processes:
            try:
                process.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        os.unlink(self._address)


class WarmServers:
    """A kernel server and its painters. Kernels end with the server.

    Args:
        root: of the book whose newest edition to read ahead.

    Raises:
        OSError: when no process can be started or no socket made.
    """

    def __init__(self, painters: int = 1, root: str = "") -> None:
        self._folder = socket_folder("warm")
        self.address, self._paint = str(self._folder / "kernels"), str(self._folder / "painter")
        self._count, self._root = painters, root
        server = {PAINTER: self._paint}
        self._kernels = Servers("dxbook.processes.kernel_server", self.address, server, root)
        self._painters: Servers | None = self._new_painters()

    def _new_painters(self, start: str = "") -> Servers:
        module, args = "dxbook.processes.painter", (self._root, start)
        return Servers(module, self._paint, {}, *args, count=self._count)

    def read_ahead(self, year: int | None, place: str) -> None:
        """Have the server read what pages of an edition will open, while something else is done."""
        request = KernelRequest([], {}, self._root, year, place)
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as connection:
            connection.connect(self.address)
            connection.sendall(request.to_line())

    def rest(self) -> None:
        """Do without painters, whose memory grows with what they draw, until `wake`."""
        if self._painters:
            self._painters.close()
            self._painters = None

    def wake(self) -> None:
        """Have painters again."""
        self._painters = self._painters or self._new_painters(AT_ONCE)

    def are_alive(self) -> bool:
        """Whether all of them still run: the system may kill one when memory is short."""
        painters = self._painters.processes if self._painters else []
        return all(process.poll() is None for process in (*self._kernels.processes, *painters))

    def close(self) -> None:
        """End the servers and their kernels; closed already, do nothing."""
        if self._folder.exists():
            self._kernels.close()
            self.rest()
            shutil.rmtree(self._folder, ignore_errors=True)


@functools.cache
def shared_server() -> str:
    """Address of a kernel server that lives as long as this process; started when first asked."""
    servers = WarmServers()
    atexit.register(servers.close)
    return servers.address
