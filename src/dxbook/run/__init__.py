"""Notebooks to executed notebooks: which have to run, and what runs a page.

    pages       the jobs of a build → a result each (`jobs`), by way of
    runnable      can each notebook be run at all?
    manifest      which have to, and why
    execution     in parallel, on this machine (`local`) or others (`cluster`)
    page          one page through papermill (`engine`), in a kernel (`kernels`)
    still         the same input, the same bytes

What is here is imported when it is first asked for: a build in which nothing changed is over before
papermill or pandas would have been read.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .cluster import cluster_executor
    from .execution import Pages
    from .jobs import PageJob, PageResult
    from .local import local_pages
    from .pages import run_pages

__all__ = ["PageJob", "PageResult", "Pages", "cluster_executor", "local_pages", "run_pages"]
_HOMES = {"PageJob": "jobs", "PageResult": "jobs", "Pages": "execution"} | {
    "cluster_executor": "cluster", "local_pages": "local", "run_pages": "pages"
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
