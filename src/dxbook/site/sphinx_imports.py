"""What Jupyter Book imports to build: imported once, before the processes that build are forked."""

import contextlib
import gc
import importlib

import jupyter_book.sphinx  # noqa: F401
import myst_nb.sphinx_ext  # noqa: F401
import sphinx_external_toc.collectors
import sphinx_external_toc.events  # noqa: F401
from sphinx.application import builtin_extensions

import dxbook.site.extension  # noqa: F401

for name in (*builtin_extensions, "html5lib", "babel.dates", "sphinx.search"):
    with contextlib.suppress(ImportError):
        importlib.import_module(name)
# What is imported is never collected: forks share it, and sphinx_external_toc, which looks through
# all that could be, looks through less.
gc.freeze()
