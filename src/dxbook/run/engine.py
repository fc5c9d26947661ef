"""How papermill executes a page: which kernel, in which folder, for how long.

An engine is papermill's own way of saying this. Passing folder and environment to the kernel,
instead of changing this process's, makes it safe in threads too.
"""

from __future__ import annotations

import functools
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
        kernel_manager_class: type[KernelManager],
        environment: Mapping[str, str],
        folder: str,
        seconds: float,
        **_: object,
    ) -> None:
        """Run the cells in order, up to the first that fails.

        Args:
            kernel_manager_class: makes and ends the kernel.
            environment: the kernel's environment, whole.
            folder: the kernel's working directory.
            seconds: for the whole page.
        """
        deadline = time.monotonic() + seconds
        position = Position()
        client = PapermillNotebookClient(
            nb_man,
            kernel_name=kernel_name,
            kernel_manager_class=kernel_manager_class,
            timeout_func=lambda cell: max(1, math.ceil(deadline - time.monotonic())),
            iopub_timeout=math.ceil(seconds),
            startup_timeout=60,
            record_timing=False,
            # Nobody will ask a page's kernel what it was asked before.
            extra_arguments=["--HistoryManager.enabled=False"],
            shutdown_kernel="immediate",
            on_cell_start=position.reach,
            log=LOG,
        )
        try:
            client.execute(env=dict(environment), cwd=folder)
        except DeadKernelError:
            message = said("the page's process died")
            record_failure(nb_man.nb, position.cell, "KernelDied", message)
        except CellTimeoutError:
            message = said("the page took longer than {seconds:g} s", seconds=seconds)
            record_failure(nb_man.nb, position.cell, "PageTookTooLong", message)


class Position:
    """How far an execution has come: nbclient tells, but does not keep it."""

    cell = 0

    def reach(self, cell: NotebookNode, cell_index: int) -> None:
        """Note the cell that is about to be executed."""
        self.cell = cell_index


def record_failure(notebook: NotebookNode, index: int, name: str, message: str) -> None:
    """Put an error that the kernel could not report among a cell's outputs."""
    error = new_output(  # type: ignore[no-untyped-call]
        "error", ename=name, evalue=message, traceback=[f"{name}: {message}"]
    )
    notebook.cells[index].outputs.append(error)


@functools.cache
def register() -> str:
    """Make the engine known to papermill; returns its name."""
    papermill_engines.register(NAME, PageEngine)
    return NAME
