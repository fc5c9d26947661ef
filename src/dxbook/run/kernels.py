"""Kernels for pages: our own Python, unix sockets, no idle waiting.

Stock clients wait out a silence of 0.2 s before the first cell, because older kernels did not say
when a subscription had taken hold. Since ipykernel 7 they do (`iopub_welcome`, Jupyter
Enhancement Proposal 65), so that readiness is an event here, not a pause: a page of 0.1 s would
take 0.3 s. Sockets of files in place of ports save another 0.04 s.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
import time
import uuid
from queue import Empty
from weakref import WeakSet

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from ..model import Edition
from ..processes import Kernel, WarmProvisioner
from ..processes.servers import fits, socket_folder

#: Seconds that a kernel may take to be ready, where nobody says how many.
SECONDS_TO_START = 60


class PageClient(AsyncKernelClient):
    """A client that is ready when the kernel says so."""

    async def _async_wait_for_ready(self, timeout: float | None = None) -> None:
        """Read until the kernel's welcome.

        Raises:
            RuntimeError: when the kernel dies or the time is up, as stock clients do.
        """
        deadline = time.monotonic() + (timeout or SECONDS_TO_START)
        while time.monotonic() < deadline:
            try:
                message = await self.iopub_channel.get_msg(timeout=1)
            except Empty:
                if not await self._async_is_alive():
                    raise RuntimeError("The kernel died before it was ready.") from None
            else:
                if message["msg_type"] == "iopub_welcome":
                    return
        raise RuntimeError("The kernel was not ready in time.")

    wait_for_ready = _async_wait_for_ready


class PageKernelManager(AsyncKernelManager):
    """Starts a kernel of the Python that runs this, whatever kernelspecs the machine has.

    Connections go over unix sockets in a folder of their own, where the system has them.

    Args:
        kernel: forked from a kernel server, or a new Python.
        server: address of a kernel server; empty to start one when needed.
        edition: whose report the server is to have read before it forks.
    """

    provisioner: LocalProvisioner

    def __init__(self, kernel: Kernel, server: str, edition: Edition) -> None:
        super().__init__(client_factory=PageClient)
        self._folder = socket_folder("kernel")
        self.connection_file = str(self._folder / "k.json")
        if sys.platform != "win32" and fits(self._folder):
            self.transport = "ipc"
        self.kernel_id = str(uuid.uuid4())
        # Made here, and not looked for among entry points.
        alike = {"kernel_id": self.kernel_id, "kernel_spec": self.kernel_spec, "parent": self}
        if kernel == "ordinary":
            self.provisioner = LocalProvisioner(**alike)
        else:
            of_page = {"server": server, "year": edition.year, "place": edition.place}
            self.provisioner = WarmProvisioner(**alike, **of_page)
        with _LOCK:
            _RUNNING.add(self)

    @property
    def kernel_spec(self) -> KernelSpec:
        """The kernelspec, made here."""
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name="Python 3", language="python")

    async def _async_cleanup_resources(self, restart: bool = False) -> None:
        await super()._async_cleanup_resources(restart=restart)
        if not restart:
            shutil.rmtree(self._folder, ignore_errors=True)

    cleanup_resources = _async_cleanup_resources


#: The kernels of this process, so that they can be ended when it is told to stop.
_RUNNING: WeakSet[PageKernelManager] = WeakSet()
_LOCK = threading.Lock()


def end_kernels() -> None:
    """Kill every kernel, and what it started where it leads a group of its own."""
    with _LOCK:
        processes = [manager.provisioner.process for manager in _RUNNING]
    for process in processes:
        if process is None or process.poll() is not None:
            continue
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (AttributeError, OSError):  # no groups here, or not the leader of one
            process.kill()
