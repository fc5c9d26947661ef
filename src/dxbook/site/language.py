"""One language of a notebook that is written in both."""

from __future__ import annotations

import copy
from typing import Any

from ..model import LANGS, Lang

#: Cells that papermill needs and readers do not.
_PARAMETER_TAGS = frozenset({"parameters", "injected-parameters"})


def tags_of(cell: dict[str, Any]) -> set[str]:
    """The tags of a cell."""
    return set(cell.get("metadata", {}).get("tags", []))


def in_language(notebook: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """The notebook without the cells tagged with another language.

    >>> cells = [{"metadata": {"tags": ["vi"]}}, {"metadata": {"tags": ["en"]}}, {"metadata": {}}]
    >>> len(in_language({"cells": cells}, "vi")["cells"])
    2
    """
    others = set(LANGS) - {lang}
    kept = [cell for cell in notebook["cells"] if not (tags_of(cell) & others)]
    return {**notebook, "cells": copy.deepcopy(kept)}


def without_parameters(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook without its parameter cells."""
    kept = [cell for cell in notebook["cells"] if not (tags_of(cell) & _PARAMETER_TAGS)]
    return {**notebook, "cells": kept}
