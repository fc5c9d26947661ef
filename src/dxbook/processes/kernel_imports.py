"""What pages and their kernels import, imported once in the server that they are forked from."""

from __future__ import annotations

import contextlib
import importlib
import sys
from pathlib import Path

#: Directly or not. vl_convert may be imported but not called here: its first call starts threads.
IMPORTS = (
    "vl_convert",
    "babel.numbers",
    "xml.dom.minidom",
    "IPython.display",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "tornado.platform.asyncio",
    "tornado.queues",
    "zmq.utils.garbage",
    "faulthandler",
    "encodings.utf_8_sig",
    "dxbook.pages.page",
)
#: The book's own charts and tables do without; half a second and 75 MiB that not every book needs.
PANDAS = (
    "altair",
    "numpy",
    "pandas",
    "pandas.io.formats.html",
    "narwhals._pandas_like.dataframe",
    "narwhals._pandas_like.namespace",
    "narwhals._interchange.dataframe",
)
#: What stands in a notebook that computes with tables: `Page.frame` gives one.
WORDS_OF_TABLES = ("altair", "pandas", "numpy", ".frame(")


def import_what_pages_use(root: str) -> None:
    """Import all of `IMPORTS`; what cannot be imported fails in the page that wants it.

    Args:
        root: the book's folder; empty when it is not known: then pandas is imported too.

    Kernels of pages are not debugged: ipykernel does without debugpy where it is not installed,
    which saves a tenth of a second.
    """
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # the import system's way to say no
    tables = not root or any(map(mentions_tables, Path(root, "notebooks").glob("*.ipynb")))
    for name in (*IMPORTS, *(PANDAS if tables else ())):
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    del sys.modules["debugpy"]


def mentions_tables(notebook: Path) -> bool:
    """Whether a notebook seems to use pandas; one that does and hides it imports it by itself."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        text = notebook.read_text(encoding="utf-8")
        return any(word in text for word in WORDS_OF_TABLES)
    return False


def read_ahead(root: str, year: int | None, place: str = "") -> None:
    """Have the report of a page at hand before it is forked; a page that cannot be is left to it.

    Args:
        root: the book's folder; empty when it is not known.
        year, place: the page's edition; the newest when it is not known.
    """
    from ..pages.ahead import prepare

    with contextlib.suppress(Exception):
        if root:
            prepare(Path(root).resolve(), year, place)
