"""The forms of the kinds of chart: Vega-Lite as Altair writes it, without a table.

Altair takes a tenth of a second to write one, so each is written once, for a page and for a phone,
and kept beside its module; a test holds them to Altair. After a change, or a new kind, or a new
Altair: python -m dxbook.charts.forms
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
#: Modules that are not a kind's form.
_OTHERS = {"__init__", "__main__", "layers"}


def kinds() -> list[str]:
    """The names of all kinds, each of which has its form in a module and function of its name."""
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem not in _OTHERS)


@cache
def form(kind: str, phone: bool) -> dict[str, Any]:
    """The form of a kind, for a page or for a phone; whoever takes it leaves it as it is."""
    both: dict[str, dict[str, Any]] = json.loads(place(kind).read_text(encoding="utf-8"))
    return both["phone" if phone else "page"]


def place(kind: str) -> Path:
    """Where the form of a kind is kept."""
    return HERE / f"{kind}.json"
