"""Pages made from blocks of a page: a page of its own for each district.

A page's output may hold blocks between `<!--dx-page ID-->` and `<!--/dx-page-->`, each beginning
with a paragraph that names it and a paragraph that leads in. In the staged book each moves to
a page of that id, and links to the block lead to it. No notebook runs for them, so what is known of
places may change from year to year without a notebook each.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

Notebook = dict[str, Any]
Change = Callable[[str], str]
_BLOCK = re.compile(
    r"<!--dx-page (?P<id>[a-z0-9-]+)-->\s*<p[^>]*>(?P<title>.*?)</p>\s*<p>(?P<lead>.*?)</p>"
    r"(?P<rest>.*?)<!--/dx-page-->\n?",
    re.DOTALL,
)
_LINK = re.compile(r'href="#([a-z0-9-]+)"')
_TAG = re.compile(r"<[^>]+>")
#: What Markdown would read as more than letters.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$])")


def with_own_pages(notebook: Notebook) -> tuple[Notebook, dict[str, Notebook]]:
    """A notebook without the blocks that are pages of their own, and those pages by id.

    >>> block = '<!--dx-page a--><p id="a">A</p><p>About A.</p><b>more</b><!--/dx-page-->'
    >>> data = {"text/html": '<a href="#a">A</a>' + block}
    >>> output = {"output_type": "display_data", "data": data}
    >>> cell = {"cell_type": "code", "outputs": [output], "metadata": {}}
    >>> rest, own = with_own_pages({"cells": [cell], "metadata": {}})
    >>> rest["cells"][0]["outputs"][0]["data"]["text/html"]
    '<a href="a.html">A</a>'
    >>> "".join(own["a"]["cells"][0]["source"])
    '# A\\n\\nAbout A.'
    """
    own: dict[str, Notebook] = {}

    def moved(block: re.Match[str]) -> str:
        own[block["id"]] = _page_of(block, notebook)
        return ""

    def led(link: re.Match[str]) -> str:
        return f'href="{link[1]}.html"' if link[1] in own else link[0]

    cells = [_changed(cell, lambda text: _BLOCK.sub(moved, text)) for cell in notebook["cells"]]
    cells = [_changed(cell, lambda text: _LINK.sub(led, text)) for cell in cells]
    return {**notebook, "cells": cells}, own


def _page_of(block: re.Match[str], notebook: Notebook) -> Notebook:
    title, lead = (_markdown(block[name]) for name in ("title", "lead"))
    output = {"output_type": "display_data", "data": {"text/html": block["rest"]}, "metadata": {}}
    return {
        **notebook,
        "cells": [
            {
                "cell_type": "markdown",
                "id": "cell-1",
                "metadata": {},
                "source": f"# {title}\n\n{lead}",
            },
            {
                "cell_type": "code",
                "execution_count": None,
                "id": "cell-2",
                "metadata": {},
                "outputs": [output],
                "source": "page",
            },
        ],
    }


def _markdown(text: str) -> str:
    """The text of a piece of HTML, as Markdown that says the same."""
    return _MARKS.sub(r"\\\1", html.unescape(_TAG.sub("", text)).strip())


def _changed(cell: dict[str, Any], change: Change) -> dict[str, Any]:
    if "outputs" not in cell:
        return cell
    return {**cell, "outputs": [_output(output, change) for output in cell["outputs"]]}


def _output(output: dict[str, Any], change: Change) -> dict[str, Any]:
    text = output.get("data", {}).get("text/html")
    if text is None:
        return output
    whole = text if isinstance(text, str) else "".join(text)
    return {**output, "data": {**output["data"], "text/html": change(whole)}}
