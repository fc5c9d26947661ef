"""One page, run: what a worker process is asked, what it does and what it answers.

Order and outcome are plain values that hold contents, not paths to results: a worker may be a
process beside this one or on another machine, as long as the book's folder is there too.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..data.asked import VARIABLE
from ..processes import ALIKE, Kernel
from ..words import said
from .jobs import PageJob
from .runnable import TAG

if TYPE_CHECKING:
    from nbformat import NotebookNode


@dataclass(frozen=True)
class PageOrder:
    """All that is needed to run a page.

    Args:
        job: its edition's report a kernel server reads before it forks.
        notebook: the notebook's text.
        root: the book's folder, the kernel's working directory.
        seconds: for the whole page.
        kernel: forked from a kernel server, or a new Python.
        server: address of a kernel server that is there; empty to start one when needed.
    """

    job: PageJob
    notebook: str
    root: str
    seconds: float
    kernel: Kernel = "ordinary"
    server: str = ""


@dataclass(frozen=True)
class Failure:
    """Why a page has no result.

    Args:
        cell: number of the cell in the page's notebook, counted from 1.
    """

    cell: int | None
    error: str
    message: str


@dataclass(frozen=True)
class PageOutcome:
    """What came of an order.

    Args:
        notebook: the executed notebook as it is to be kept; of a page that failed, what there is.
        asked: content of the file of what the page asked.
        failure: None when the page ran to its end.
    """

    notebook: bytes
    asked: bytes
    failure: Failure | None = None


def execute_page(order: PageOrder) -> PageOutcome:
    """Run a page in a kernel of its own, from first cell to last.

    A page that raises, dies or overruns is an outcome, not an exception.
    """
    # Imported here so that a build in which nothing changed never pays for it.
    import nbformat
    import papermill

    from . import engine, still
    from .kernels import PageKernelManager

    source = nbformat.reads(order.notebook, as_version=4)  # type: ignore[no-untyped-call]
    with tempfile.TemporaryDirectory(prefix="dxbook-page-") as folder:
        asked, partial = Path(folder, "asked.json"), Path(folder, "page.ipynb")
        try:
            executed = papermill.execute_notebook(
                source,
                partial,
                parameters=dict(order.job.parameters),
                engine_name=engine.NAME,
                kernel_name="python3",
                language="python",
                progress_bar=False,
                request_save_on_cell_execute=False,
                autosave_cell_every=0,
                manager=PageKernelManager(order.kernel, order.server, order.job.edition),
                environment={**os.environ, **ALIKE, VARIABLE: str(asked)},
                folder=order.root,
                seconds=order.seconds,
            )
        except papermill.PapermillExecutionError as error:
            number = _number_in_source(source, error.cell_index)
            failure = Failure(number, error.ename, error.evalue)
            return PageOutcome(partial.read_bytes(), b"[]", failure)
        except RuntimeError as error:  # how Jupyter's clients say that a kernel did not start
            return PageOutcome(b"", b"[]", Failure(None, "KernelNotStarted", str(error)))
        questions = asked.read_bytes() if asked.exists() else b"[]"
    if executed.metadata.papermill["exception"]:
        message = said("the page ended itself before its last cell")
        stopped = Failure(None, "SystemExit", message)
        return PageOutcome(still.as_bytes(executed), b"[]", stopped)
    return PageOutcome(still.as_bytes(executed), questions)


def _number_in_source(source: NotebookNode, index: int) -> int:
    """A cell's number in the page as its author sees it, without the cell papermill put in."""
    tagged = (TAG in cell.metadata.get("tags", ()) for cell in source.cells)
    parameters = next((n for n, is_tagged in enumerate(tagged) if is_tagged), len(source.cells))
    return index + 1 if index <= parameters else index
