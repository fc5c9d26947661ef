"""How papermill executes a page: which kernel, in which folder, for how long.

An engine is papermill's own way of saying this. Passing folder and environment to the kernel,
instead of changing this process's, makes it safe in threads too.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Mapping

from jupyter_client.manager import KernelManager
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines

from ..words import said

#: By which papermill knows the engine.
NAME = "dxbook"
#: nbclient's notes on dead kernels and timeouts; they reach the user as `PageFailed` instead.
LOG = logging.getLogger("dxbook.run")
LOG.addHandler(logging.NullHandler())
LOG.propagate = False


class PageEngine(Engine):  # type: ignore[misc]  # papermill is not typed
    """Executes a page, and records a dead kernel or an overrun in the notebook like any error."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        *,
        manager: KernelManager,
        environment: Mapping[str, str],
        folder: str,
        seconds: float,
        **_: object,
    ) -> None:
        """Run the cells in order, up to the first that fails.

        Args:
            environment: the kernel's environment, whole.
            seconds: for the whole page.
        """
        deadline = time.monotonic() + seconds
        reached = 0

        def reach(cell: NotebookNode, cell_index: int) -> None:
            nonlocal reached
            reached = cell_index

        client = PapermillNotebookClient(
            nb_man,
            km=manager,
            timeout_func=lambda cell: max(1, math.ceil(deadline - time.monotonic())),
            iopub_timeout=math.ceil(seconds),
            startup_timeout=60,
            record_timing=False,
            # Nobody will ask a page's kernel what it was asked before.
            extra_arguments=["--HistoryManager.enabled=False"],
            shutdown_kernel="immediate",
            on_cell_start=reach,
            log=LOG,
        )
        try:
            client.execute(env=dict(environment), cwd=folder, cleanup_kc=True)
        except DeadKernelError:
            message = said("the page's process died")
            record_failure(nb_man.nb, reached, "KernelDied", message)
        except CellTimeoutError:
            message = said("the page took longer than {seconds:g} s", seconds=seconds)
            record_failure(nb_man.nb, reached, "PageTookTooLong", message)


def record_failure(notebook: NotebookNode, index: int, name: str, message: str) -> None:
    """Put an error that the kernel could not report among a cell's outputs."""
    error = new_output(  # type: ignore[no-untyped-call]
        "error", ename=name, evalue=message, traceback=[f"{name}: {message}"]
    )
    notebook.cells[index].outputs.append(error)


papermill_engines.register(NAME, PageEngine)
