"""The processes of a build, apart from what runs in them: docs/architecture.md draws them.

    daemon          builds, and stays for the next build
    kernel_server   has imported what pages import, and forks a `kernel` for each page
    painter         draws charts for all kernels, and keeps the `pictures`
    servers         starts the last two, knows their addresses, ends them
    provisioner     what Jupyter's clients ask for a kernel of the server

What is here is imported when it is first asked for: each process imports its own module, no more.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .daemon import daemon_is_possible, run_in_daemon
    from .kernel import ALIKE
    from .provisioner import WarmProvisioner
    from .servers import Kernel, KernelChoice, WarmServers, chosen_kernel

__all__ = [
    "ALIKE", "Kernel", "KernelChoice", "WarmProvisioner", "WarmServers", "chosen_kernel",
    "daemon_is_possible", "run_in_daemon",
]  # fmt: skip
_HOMES = dict.fromkeys(__all__, "servers") | {
    "ALIKE": "kernel", "WarmProvisioner": "provisioner",
    "daemon_is_possible": "daemon", "run_in_daemon": "daemon",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
