"""Which parameters a notebook knows, and what is said of one that cannot be run."""

from __future__ import annotations

from typing import Any

import pytest

from dxbook.errors import PageError
from dxbook.run.runnable import parameters_of


def notebook(source: str | list[str], *tags: str, kind: str = "code") -> dict[str, Any]:
    cell = {"cell_type": kind, "metadata": {"tags": list(tags)}, "source": source}
    return {"nbformat": 4, "cells": [{"cell_type": "markdown", "metadata": {}}, cell]}


def test_plain_and_annotated_assignments_are_parameters() -> None:
    source = ["year = None\n", 'lang: str = "vi"\n', "# place = None\n", "print(year)"]
    assert parameters_of(notebook(source, "parameters")) == {"year", "lang"}


def test_a_markdown_cell_is_no_parameters_cell() -> None:
    with pytest.raises(PageError, match="no cell tagged"):
        parameters_of(notebook("year = None", "parameters", kind="markdown"))


@pytest.mark.parametrize("content", [{}, [], {"nbformat": 3, "worksheets": []}, {"cells": []}])
def test_what_is_no_notebook_of_format_4_is_said_to_be_none(content: Any) -> None:
    with pytest.raises(PageError, match="format 4"):
        parameters_of(content)


def test_a_parameters_cell_that_does_not_parse_is_named_by_line() -> None:
    with pytest.raises(PageError, match="line 2"):
        parameters_of(notebook("year = None\nlang = = 1", "parameters"))
