"""The tests' language: messages are tested in English, and in Vietnamese where a test says so."""

from __future__ import annotations

import os


def pytest_configure() -> None:
    """Speak English whatever the machine's locale, here and in every command that a test runs."""
    os.environ["DXBOOK_LANG"] = "en"
