"""The same input gives the same bytes: what differs from run to run is taken out, nothing else."""

from __future__ import annotations

import json
from typing import Any

from dxbook.run import still


def notebook(*outputs: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    cell = {
        "cell_type": "code",
        "id": "f3a9c0de",
        "metadata": {"tags": ["remove-input"], "papermill": {"duration": 0.3}, "execution": {}},
        "outputs": list(outputs),
        "source": "page.chart('online_share')",
    }
    return {"cells": [cell], "metadata": {"papermill": {"start_time": "now"}, **metadata}}


def stream(name: str, text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}


SHOWN: dict[str, Any] = {"output_type": "display_data", "data": {"text/plain": "1"}, "metadata": {}}


def test_the_notes_of_a_run_are_taken_out_and_the_pages_own_stay() -> None:
    quiet = still.forget_the_run(notebook(kernelspec={"name": "python3"}))
    assert quiet["metadata"] == {"kernelspec": {"name": "python3"}}
    assert quiet["cells"][0]["metadata"] == {"tags": ["remove-input"]}


def test_glued_values_stay() -> None:
    glued = {**SHOWN, "metadata": {"scrapbook": {"mime_prefix": "", "name": "online_share"}}}
    kept = json.loads(still.as_bytes(notebook(glued)))
    assert kept["cells"][0]["outputs"] == [glued]


def test_cells_are_named_by_their_position() -> None:
    assert still.number_the_cells(notebook())["cells"][0]["id"] == "cell-1"


def test_the_cutting_of_a_stream_does_not_matter() -> None:
    whole = notebook(stream("stdout", "ab"), stream("stderr", "c"))
    cut = notebook(stream("stdout", "a"), stream("stderr", "c"), stream("stdout", "b"))
    assert still.as_bytes(whole) == still.as_bytes(cut)


def test_what_is_printed_before_and_after_a_display_stays_there() -> None:
    outputs = [stream("stdout", "before"), SHOWN, stream("stdout", "after")]
    assert still.join_the_streams(notebook(*outputs))["cells"][0]["outputs"] == outputs


def test_cells_without_outputs_are_left_alone() -> None:
    text = {"cells": [{"cell_type": "markdown", "metadata": {}, "source": "#"}], "metadata": {}}
    assert still.join_the_streams(text) == text
