"""Jupyter Book over a staged edition, in a process of its own; a warning is an error."""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import re
from multiprocessing.connection import Connection
from pathlib import Path

from ..errors import BookError

_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def build_book(staged: Path, out: Path) -> None:
    """Build the staged book into `out/html`.

    Raises:
        BookError: when Jupyter Book warns or fails; the message is what it said.
    """
    context = multiprocessing.get_context()
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_build, args=(staged, out, sender))
    process.start()
    sender.close()
    try:
        complaint = receiver.recv()
    except EOFError:
        complaint = "Jupyter Book ended without a word"
    process.join()
    if complaint:
        raise BookError(f"Jupyter Book refused the staged book {staged.name}:\n{complaint}")


def _build(staged: Path, out: Path, sender: Connection) -> None:
    from jupyter_book.sphinx import build_sphinx

    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        result = build_sphinx(
            sourcedir=str(staged),
            outputdir=str(out / "html"),
            doctreedir=str(out / "doctrees"),
            path_config=str(staged / "_config.yml"),
            confoverrides={
                "external_toc_path": str(staged / "_toc.yml"),
                "latex_individualpages": False,
            },
            noconfig=True,
            quiet=True,
            warningiserror=True,
            keep_going=True,
        )
    text = _ANSI.sub("", said.getvalue()).strip()
    sender.send(complaint(result, text))
    sender.close()


def complaint(result: object, said: str) -> str:
    """What to tell of a build: nothing when it went well.

    >>> complaint(0, "")
    ''
    """
    if isinstance(result, Exception):
        return f"{type(result).__name__}: {result}\n{said}".strip()
    return (said or "it gave no reason") if result else ""
