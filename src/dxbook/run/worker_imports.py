"""What a worker process needs for running a page, imported once and forked."""

import nbclient
import nbformat.v4
import papermill

from . import engine, kernels, page, provisioner, still

__all__ = ["engine", "kernels", "nbclient", "nbformat", "page", "papermill", "provisioner", "still"]
