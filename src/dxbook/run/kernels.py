"""Kernel manager and client for pages: our own Python, unix sockets, no idle waiting.

Stock clients wait out a silence of 0.2 s before the first cell, because older kernels did not say
when a subscription had taken hold. Since ipykernel 7 they do (`iopub_welcome`, Jupyter
Enhancement Proposal 65), so that readiness is an event here, not a pause.
"""

from __future__ import annotations

import shutil
import sys
import time
import uuid
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from jupyter_client.provisioning.provisioner_base import KernelProvisionerBase

from ..model import Edition
from .kernel_kinds import Kernel
from .provisioner import WarmProvisioner
from .running import note_kernel
from .sockets import fits, socket_folder


class PageClient(AsyncKernelClient):
    """A client that is ready when the kernel says so."""

    def start_channels(
        self,
        shell: bool = True,
        iopub: bool = True,
        stdin: bool = False,
        hb: bool = False,
        control: bool = False,
    ) -> None:
        """Start the channels that a page needs: nobody answers questions, nobody interrupts."""
        super().start_channels(shell, iopub, stdin, hb, control)

    async def _async_wait_for_ready(self, timeout: float | None = None) -> None:
        deadline = time.monotonic() + (timeout or 60)
        await self._wait_on_iopub(deadline, lambda m: m["msg_type"] == "iopub_welcome")
        request = self.kernel_info()
        reply = await self._async_recv_reply(request, deadline - time.monotonic())
        self._handle_kernel_info_reply(reply)
        await self._wait_on_iopub(deadline, lambda m: _is_idle_after(m, request))

    wait_for_ready = _async_wait_for_ready

    async def _wait_on_iopub(self, deadline: float, is_awaited: Any) -> None:
        """Read until the awaited message.

        Raises:
            RuntimeError: when the kernel dies or the time is up, as stock clients do.
        """
        while time.monotonic() < deadline:
            try:
                message = await self.iopub_channel.get_msg(timeout=1)
            except Empty:
                if not await self._async_is_alive():
                    raise RuntimeError("The kernel died before it was ready.") from None
            else:
                if is_awaited(message):
                    return
        raise RuntimeError("The kernel was not ready in time.")


def _is_idle_after(message: dict[str, Any], request: str) -> bool:
    return bool(
        message["msg_type"] == "status"
        and message["content"]["execution_state"] == "idle"
        and message["parent_header"].get("msg_id") == request
    )


class PageKernelManager(AsyncKernelManager):
    """Starts kernels of the Python that runs this, whatever kernelspecs the machine has.

    Connections go over unix sockets in a folder of their own, where the system has them.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(client_factory=PageClient, **settings)
        self._folder = socket_folder("kernel")
        self.connection_file = str(self._folder / "k.json")
        if sys.platform != "win32" and fits(self._folder):
            self.transport = "ipc"
        self.kernel_id = str(uuid.uuid4())
        self.provisioner = self.new_provisioner()

    async def _async_post_start_kernel(self, **settings: Any) -> None:
        await super()._async_post_start_kernel(**settings)
        assert isinstance(self.provisioner, LocalProvisioner)
        note_kernel(self.provisioner.process)

    @property
    def kernel_spec(self) -> KernelSpec:
        """The kernelspec, made here."""
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name="Python 3", language="python")

    def new_provisioner(self) -> KernelProvisionerBase:
        """What starts the kernel's process; made here, and not looked for among entry points."""
        return LocalProvisioner(kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self)

    async def _async_cleanup_resources(self, restart: bool = False) -> None:
        await super()._async_cleanup_resources(restart=restart)
        if not restart:
            shutil.rmtree(self._folder, ignore_errors=True)

    cleanup_resources = _async_cleanup_resources


def kernel_manager_for(
    kernel: Kernel, server: str | None, edition: Edition
) -> type[PageKernelManager]:
    """The class of manager for a kind of kernel.

    Args:
        server: address of a warm server; None to start one when needed.
        edition: whose report the server is to have read before it forks.
    """
    if kernel == "ordinary":
        return PageKernelManager

    class WarmKernelManager(PageKernelManager):
        def new_provisioner(self) -> KernelProvisionerBase:
            return WarmProvisioner(
                kernel_id=self.kernel_id,
                kernel_spec=self.kernel_spec,
                parent=self,
                server=server or "",
                year=edition.year,
                place=edition.place,
            )

    return WarmKernelManager
