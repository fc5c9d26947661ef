"""The tests' language and processes: in English, and nothing stays, but where a test says so."""

from __future__ import annotations

import os


def pytest_configure() -> None:
    """Speak English whatever the machine's locale, here and in every command that a test runs."""
    os.environ["DXBOOK_LANG"] = "en"
    # Processes that stay are tested where a test says so.
    os.environ["DXBOOK_KEEP_READY"] = "0"
