"""Notebooks to executed notebooks: papermill, warm kernels, only what changed.

    run_pages          the jobs of a build → a result each            (`pages`)
      require_runnable   can each notebook be run at all?             (`runnable`)
      why_stale          which have to, and why                       (`manifest`)
      outcomes           in parallel, here or on other machines       (`execution`)
        local_pages        here                                       (`local`, `running`)
        cluster_executor   those other machines                       (`cluster`)
        execute_page       one page, through papermill                (`page`, `engine`, `kernels`)
        WarmProvisioner    a kernel forked, not started               (`warm`, `server`, `forked`)
      as_bytes           the same input, the same bytes               (`still`)

Importing this imports neither papermill nor pandas: a build in which nothing changed is over
before they would have been read.
"""

from .cluster import cluster_executor
from .jobs import PageJob, PageResult
from .kernel_kinds import KernelChoice
from .local import local_pages
from .pages import run_pages

__all__ = ["KernelChoice", "PageJob", "PageResult", "cluster_executor", "local_pages", "run_pages"]
