"""The officer reads Vietnamese."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _in_vietnamese(in_vietnamese: None) -> None: ...
