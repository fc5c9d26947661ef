"""The tests' language and processes: in English, and nothing stays, but where a test says so."""

from __future__ import annotations

import os
import signal


def pytest_configure() -> None:
    """Speak English whatever the machine's locale, here and in every command that a test runs."""
    os.environ["DXBOOK_LANG"] = "en"
    # Processes that stay are tested where a test says so.
    os.environ["DXBOOK_KEEP_READY"] = "0"
    # Hundreds of processes import the book's code: the first may keep it compiled for the others.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    # Whoever runs tests in the background has them ignore Ctrl-C; what they start must not.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
