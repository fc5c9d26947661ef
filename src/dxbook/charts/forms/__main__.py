"""Write the forms of all kinds, as Altair writes them now: python -m dxbook.charts.forms."""

from __future__ import annotations

import json
from importlib import import_module

from ..theme import NARROW, WIDE, Sheet
from . import kinds, place


def written(kind: str) -> str:
    """The forms of a kind, for a page and a phone, as JSON."""
    make = getattr(import_module(f"{__package__}.{kind}"), kind)
    both = {
        name: make(Sheet(width)).to_dict() for name, width in (("page", WIDE), ("phone", NARROW))
    }
    for form in both.values():
        del form["config"]
    return json.dumps(both, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


if __name__ == "__main__":
    for known in kinds():
        place(known).write_text(written(known), encoding="utf-8")
