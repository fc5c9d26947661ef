"""The kinds of kernel that pages run in, and what all kernels have alike."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

#: Forked from a warm server, or a new Python.
Kernel = Literal["warm", "ordinary"]
#: What may be asked for; `auto` is warm where that can be had.
KernelChoice = Literal["warm", "ordinary", "auto"]
#: Sets in the same order on every run: part of "the same input gives the same bytes".
HASH_SEED = "0"
#: Where vl_convert looks for fonts: the same as charts of the book (`dxbook.charts.svg`), for
#: those that a notebook draws by itself.
FONTS = Path(__file__).parents[1] / "charts" / "fonts.conf"
