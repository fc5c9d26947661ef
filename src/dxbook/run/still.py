"""Executed notebooks without what differs from run to run: the same input, the same bytes.

What papermill, nbclient and ipykernel write down of a run (times, paths, random cell ids, process
numbers) is taken out. What the page itself put out stays, with its metadata: `{glue:}` finds
its values there.
"""

from __future__ import annotations

import itertools
import json
import re
from typing import Any

Notebook = dict[str, Any]
Output = dict[str, Any]

#: A cell as warnings name it: the temporary file holds the kernel's process number.
CELL_FILE = re.compile(r"[^\s\"']*ipykernel_\d+[/\\]\d+\.py")


def as_bytes(notebook: Notebook) -> bytes:
    """An executed notebook as the bytes that are kept, the same for the same input."""
    quiet = number_the_cells(forget_the_run(join_the_streams(notebook)))
    return json.dumps(quiet, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def forget_the_run(notebook: Notebook) -> Notebook:
    """Without papermill's and nbclient's notes on when, where and how long."""
    cells = [
        {**cell, "metadata": _without(cell["metadata"], "papermill", "execution")}
        for cell in notebook["cells"]
    ]
    return {**notebook, "cells": cells, "metadata": _without(notebook["metadata"], "papermill")}


def number_the_cells(notebook: Notebook) -> Notebook:
    """With ids by position: the injected parameters cell has a random one."""
    cells = [{**cell, "id": f"cell-{n}"} for n, cell in enumerate(notebook["cells"], start=1)]
    return {**notebook, "cells": cells}


def join_the_streams(notebook: Notebook) -> Notebook:
    """With what was printed between two displays in one piece, stdout before stderr.

    How it is cut into messages, and how the two interleave, is chance; that a display comes
    after what was printed before it is not.
    """
    cells = [
        {**cell, "outputs": _joined(cell["outputs"])} if "outputs" in cell else cell
        for cell in notebook["cells"]
    ]
    return {**notebook, "cells": cells}


def name_cells_not_files(text: str) -> str:
    """With `cell.py` for the temporary file that a kernel compiles a cell from.

    >>> name_cells_not_files("/tmp/ipykernel_4711/90210.py:1: UserWarning: old")
    'cell.py:1: UserWarning: old'
    """
    return CELL_FILE.sub("cell.py", text)


def _without(metadata: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in metadata.items() if name not in names}


def _joined(outputs: list[Output]) -> list[Output]:
    joined: list[Output] = []
    for printed, run in itertools.groupby(outputs, lambda o: bool(o["output_type"] == "stream")):
        pieces = list(run)
        joined.extend(_one_of_each_stream(pieces) if printed else pieces)
    return joined


def _one_of_each_stream(pieces: list[Output]) -> list[Output]:
    texts = {
        name: "".join(piece["text"] for piece in pieces if piece["name"] == name)
        for name in ("stdout", "stderr")
    }
    return [
        {"output_type": "stream", "name": name, "text": name_cells_not_files(text)}
        for name, text in texts.items()
        if text
    ]
