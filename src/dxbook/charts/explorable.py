"""A chart's specification for the browser, where its points can be pointed at.

The static picture is what there is on paper and without scripts. Where a reader asks for it, Vega
draws the same specification once more in the page, with a layer more: each value has a place to
point at that tells what is known of it. Where there are several series, one stands out while the
others fade (the parameter `picked`).
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from ..model import Lang
from .told import titles

Specification = dict[str, Any]
#: The layer of a form that is not drawn and tells of values.
TOLD = "told"
#: In a chart of a notebook's own every mark tells its fields; words and rules are only furniture,
#: and a line is given dots, to be pointed at where its values are.
_OWN_TIPS: Specification = {
    "mark": {"tooltip": {"content": "encoding"}},
    "line": {"point": True},
    "area": {"point": True},
    "text": {"tooltip": None},
    "rule": {"tooltip": None},
}


def still(made: Specification) -> Specification:
    """The specification of the static picture."""
    if not _is_kind(made):
        return made
    table = [{c: v for c, v in row.items() if c != TOLD} for row in made["datasets"]["table"]]
    return made | {
        "datasets": made["datasets"] | {"table": table},
        "layer": [layer for layer in made["layer"] if layer.get("name") != TOLD],
    }


def _is_kind(made: Specification) -> bool:
    """Whether it is a picture of one of the kinds, and no chart of a notebook's own."""
    return "table" in made.get("datasets", {})


def explorable(made: Specification | None, lang: Lang) -> Specification | None:
    """The specification with points that can be pointed at; None where there is none.

    Args:
        made: a picture of a kind, with its table; or the specification of a notebook's own chart.
    """
    if made is None:
        return None
    if not _is_kind(made):
        config = made["config"]
        tips = {name: config.get(name, {}) | tip for name, tip in _OWN_TIPS.items()}
        return made | {"config": config | tips}
    if not any(layer.get("name") == TOLD for layer in made["layer"]):
        return None
    return made | {"layer": [_telling(layer, lang) for layer in made["layer"]]}


def _telling(layer: Specification, lang: Lang) -> Specification:
    """The layer; if it is the one that tells, with what is told, in words."""
    if layer.get("name") != TOLD:
        return layer
    tips = [
        {"field": f"told.{name}", "type": "nominal", "title": title}
        for name, title in titles(lang).items()
    ]
    return layer | {"encoding": layer["encoding"] | {"tooltip": tips}}


def as_comment(name: str, wide: Specification | None, narrow: Specification | None) -> Markup:
    """Both specifications as a comment of the page, from where the site's build takes them.

    A comment is not shown and not read out, and is no part of the text of a notebook's output.
    JSON has two hyphens only within strings, where one can be written otherwise.
    """
    if wide is None or narrow is None:
        return Markup("")
    both = json.dumps({"wide": wide, "narrow": narrow}, ensure_ascii=False, sort_keys=True,
                      separators=(",", ":"))  # fmt: skip
    return Markup("<!--dx-chart {} {}-->").format(name, Markup(both.replace("--", "-\\u002d")))
