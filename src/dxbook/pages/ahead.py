"""What every page would do first, done once in the process that kernels are forked from."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from ..audit import read_ahead
from ..charts import drawing
from ..model import LANGS
from ..parts import compile_templates
from ..wording import number


def prepare(root: Path, year: int | None = None, place: str = "") -> None:
    """Read and audit the report that pages will open; load templates, charts, number formats.

    Raises:
        DataError: when the data cannot be read.
        UsageError: when the year has no edition.
    """
    compile_templates()
    drawing.read_all()
    for lang in LANGS:
        number(Decimal("1.5"), lang)
    read_ahead(root, year, place)
