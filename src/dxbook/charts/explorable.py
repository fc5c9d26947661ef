"""A chart's specification for the browser, where its points can be pointed at.

The static picture is what there is on paper and without scripts. Where a reader asks for it, Vega
draws the same specification once more in the page, with these additions: each value has a place to
point at that tells what is known of it, and where there are several series, one stands out while
the others fade (the parameter `picked`).
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from ..model import Lang
from .told import titles

Specification = dict[str, Any]
#: How much is seen of the series that are not picked out.
FADED = 0.2
#: In a chart of a notebook's own every mark tells its fields; words and rules are only furniture,
#: and a line is given dots, to be pointed at where its values are.
_OWN_TIPS: Specification = {
    "mark": {"tooltip": {"content": "encoding"}},
    "line": {"point": True},
    "area": {"point": True},
    "text": {"tooltip": None},
    "rule": {"tooltip": None},
}
_ON_NO_SCALE = {"type": "quantitative", "scale": None, "axis": None}


def explorable(made: Specification, lang: Lang) -> Specification | None:
    """The specification with points that can be pointed at; None where there is none.

    Args:
        made: a specification whose `usermeta` has its points, as `canvas.picture` leaves them; or
            one of a notebook's own.
    """
    meta = made.get("usermeta", {})
    picture = {name: part for name, part in made.items() if name != "usermeta"}
    if "points" not in meta:
        config = picture["config"]
        tips = {name: config.get(name, {}) | tip for name, tip in _OWN_TIPS.items()}
        return picture | {"config": config | tips}
    if not meta["points"]:
        return None
    layers = [_fading(layer) for layer in picture["layer"]]
    picked = {"params": [{"name": "picked", "value": ""}]}
    return picture | picked | {"layer": [*layers, _points(meta["points"], lang)]}


def _fading(layer: Specification) -> Specification:
    """The layer, its marks faded while a series is picked that they are not of."""
    if not any("series" in row for row in layer["data"]["values"]):
        return layer
    other = "picked && datum.series && datum.series !== picked"
    opacity = {"condition": {"test": other, "value": FADED}, "value": 1}
    return layer | {"encoding": layer["encoding"] | {"opacity": opacity}}


def _points(points: list[Specification], lang: Lang) -> Specification:
    """An unseen layer above all: where to point, and what is told there."""
    tips = [
        {"field": name, "type": "nominal", "title": title} for name, title in titles(lang).items()
    ]
    places = {
        "x": {"field": "x", **_ON_NO_SCALE},
        "y": {"field": "y", **_ON_NO_SCALE},
        "x2": {"field": "x2"},
        "y2": {"field": "y2"},
    }
    return {
        "data": {"values": points},
        "mark": {"type": "rect", "fill": "transparent"},
        "encoding": {**places, "tooltip": tips},
    }


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
