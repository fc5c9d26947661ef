"""What pages and their kernels import, imported once in the server that they are forked from."""

from __future__ import annotations

import contextlib
import importlib
import sys
from pathlib import Path

#: Directly or not. vl_convert may be imported but not called here: its first call starts threads.
IMPORTS = (
    "numpy",
    "pandas",
    "pandas.io.formats.html",
    "altair",
    "narwhals._pandas_like.dataframe",
    "narwhals._pandas_like.namespace",
    "vl_convert",
    "babel.numbers",
    "xml.dom.minidom",
    "IPython.display",
    "IPython.core.completerlib",
    "IPython.extensions.storemagic",
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "tornado.platform.asyncio",
    "tornado.queues",
    "dxbook.data",
    "dxbook.pages",
)


def import_what_pages_use() -> None:
    """Import all of `IMPORTS`; what cannot be imported fails in the page that wants it.

    Kernels of pages are not debugged: ipykernel does without debugpy where it is not installed,
    which saves a tenth of a second.
    """
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # the import system's way to say no
    for name in IMPORTS:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    del sys.modules["debugpy"]


def thread_count() -> int:
    """Threads of this process, those of C libraries included."""
    return len(list(Path("/proc/self/task").iterdir()))
