"""The kernel provisioner `dxbook-warm`: kernels forked from a warm server, for any Jupyter client.

Plain papermill and nbclient use it with `JUPYTER_DEFAULT_PROVISIONER_NAME=dxbook-warm`, or with
a kernelspec that names it. Where there is no fork it starts ordinary kernels.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import signal
import socket
import sys
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Int, Unicode

from .kernel import KernelRequest
from .servers import shared_server, warm_is_possible

LAUNCHER = "ipykernel_launcher"
#: How long a kernel may take to be ready, the server's imports included.
SECONDS_TO_START = 60
SECONDS_TO_DIE = 5


class NoWarmKernel(Exception):
    """The server cannot give a kernel; an ordinary one will do."""


class ForkedKernel:
    """A kernel that the server has forked, with the part of `subprocess.Popen` that Jupyter uses.

    Raises:
        NoWarmKernel: when the server is gone or the kernel died before it was ready.
    """

    stdin = stdout = stderr = None

    def __init__(self, server: str, request: KernelRequest) -> None:
        self.returncode: int | None = None
        self._connection = socket.socket(socket.AF_UNIX)
        self._connection.settimeout(SECONDS_TO_START)
        self._lines = self._connection.makefile("rb")
        try:
            self._connection.connect(server)
            self._connection.sendall(request.to_line())
            self.pid = int(self._word_after("pid"))
            self._word_after("ready")
        except (OSError, ValueError) as error:
            self._connection.close()
            raise NoWarmKernel(str(error)) from error

    def _word_after(self, word: str) -> str:
        line = self._lines.readline().decode().strip()
        said, _, rest = line.partition(" ")
        if said != word:
            raise ValueError(f"the kernel server said {line!r} instead of {word!r}")
        return rest

    def poll(self) -> int | None:
        """The exit code, or None while the kernel runs."""
        if self.returncode is None and select.select([self._connection], [], [], 0)[0]:
            return self.wait()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end and give the exit code; -9 when the server was killed with it.

        Raises:
            TimeoutError: when the kernel still runs after so many seconds.
        """
        if self.returncode is None:
            self._connection.settimeout(timeout)
            try:
                self.returncode = int(self._word_after("exit"))
            except TimeoutError:
                raise
            except (OSError, ValueError):
                self.returncode = -signal.SIGKILL
            self._lines.close()
            self._connection.close()
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Signal the kernel and what it started, while it runs."""
        if self.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, number)

    def kill(self) -> None:
        """Kill the kernel and what it started."""
        self.send_signal(signal.SIGKILL)


class WarmProvisioner(LocalProvisioner):
    """Provides kernels that are forks of a process that has pandas, Altair and dxbook imported.

    Args:
        server: address of a running server; by default this process starts one of its own.
        year, place: the edition whose report the page will open, if it is known.
    """

    process: Any  # a Popen, or a `ForkedKernel`, which does as one
    server: Unicode[str, str | bytes] = Unicode("", config=True)
    year: Int[int | None, int | None] = Int(None, allow_none=True)
    place: Unicode[str, str | bytes] = Unicode("")

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork a kernel; start an ordinary one where that cannot be."""
        if not (warm_is_possible() and is_python_kernel(cmd)):
            return await super().launch_kernel(cmd, **kwargs)
        request = KernelRequest(
            argv=cmd[cmd.index(LAUNCHER) + 1 :],
            environment=kwargs["env"],
            folder=str(kwargs.get("cwd") or Path.cwd()),
            year=self.year,
            place=self.place,
        )
        try:
            self.process = await asyncio.to_thread(self._fork, request)
        except NoWarmKernel as reason:
            self.log.warning("No warm kernel (%s); starting an ordinary one.", reason)
            return await super().launch_kernel(cmd, **kwargs)
        self.pid, self.cwd = self.process.pid, request.folder
        return self.connection_info

    def _fork(self, request: KernelRequest) -> ForkedKernel:
        return ForkedKernel(self.server or shared_server(), request)

    async def kill(self, restart: bool = False) -> None:
        """Kill the kernel, and see it dead: Jupyter would look again in a tenth of a second."""
        await super().kill(restart=restart)
        if isinstance(self.process, ForkedKernel):
            self.process.wait(SECONDS_TO_DIE)


def is_python_kernel(cmd: list[str]) -> bool:
    """Whether a command starts an IPython kernel in the Python that runs this."""
    return cmd[:2] == [sys.executable, "-m"] and LAUNCHER in cmd[2:3]
