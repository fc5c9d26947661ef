"""One language of a notebook that is written in both."""

from __future__ import annotations

import copy
from typing import Any

from dxbook.site.stage import in_language, tags_of, without_parameters


def cell(name: str, *tags: str) -> dict[str, Any]:
    metadata = {"tags": list(tags)} if tags else {}
    return {"cell_type": "markdown", "metadata": metadata, "source": name}


def notebook(*cells: dict[str, Any]) -> dict[str, Any]:
    return {"cells": list(cells), "metadata": {"kernelspec": {"name": "python3"}}, "nbformat": 4}


def names(of: dict[str, Any]) -> list[str]:
    return [each["source"] for each in of["cells"]]


BOTH = notebook(cell("Xã hội", "vi"), cell("Society", "en"), cell("chart"), cell("shared", "wide"))


def test_cells_of_the_other_language_are_dropped() -> None:
    assert names(in_language(BOTH, "vi")) == ["Xã hội", "chart", "shared"]
    assert names(in_language(BOTH, "en")) == ["Society", "chart", "shared"]


def test_a_cell_tagged_with_both_languages_is_in_neither() -> None:
    both = notebook(cell("confused", "vi", "en"))
    assert names(in_language(both, "vi")) == names(in_language(both, "en")) == []


def test_the_notebook_given_is_not_changed() -> None:
    before = copy.deepcopy(BOTH)
    kept = in_language(BOTH, "en")
    kept["cells"][0]["source"] = "changed"
    kept["cells"][0]["metadata"]["tags"].append("changed")
    assert before == BOTH


def test_what_is_not_a_cell_stays() -> None:
    assert in_language(BOTH, "vi")["metadata"] == BOTH["metadata"]


def test_parameter_cells_are_for_papermill_not_for_readers() -> None:
    given = notebook(cell("a", "parameters"), cell("b", "injected-parameters"), cell("c"))
    assert names(without_parameters(given)) == ["c"]


def test_a_cell_without_metadata_has_no_tags() -> None:
    assert tags_of({"cell_type": "code"}) == set()
    assert tags_of(cell("x", "vi", "wide")) == {"vi", "wide"}
