"""An SVG in fewer bytes that looks the same: what a browser takes for granted is left out."""

from __future__ import annotations

import re
from itertools import groupby
from xml.etree.ElementTree import Element

from ..parts.palette import DRAWN_WITH

#: What Vega writes for programs, and a page says once for the whole picture.
_NEEDLESS = ("class", "role", "pointer-events", "display", "aria-hidden", "aria-roledescription")
#: What holds where nothing else is said.
_DEFAULTS = {
    "transform": "translate(0,0)",
    "text-anchor": "start",
    "font-weight": "400",
    "font-family": DRAWN_WITH,
    "opacity": "1",
    "stroke-miterlimit": "10",
    "stroke-dasharray": "",
    "stroke": "transparent",
    "x2": "0",
    "y2": "0",
}
#: What a group hands down to all in it.
_INHERITED = ("fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight",
              "text-anchor")  # fmt: skip
_PLACE = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0")
_LONG = re.compile(r"-?\d+\.\d{2,}(?:e-\d+)?")


def compact(picture: Element) -> None:
    """Make a picture small, in place."""
    for element in list(picture):
        compact(element)
    _bare(picture)
    picture[:] = [kept for element in picture for kept in _kept(element)]
    if picture.tag in ("g", "svg"):
        picture[:] = _joined(list(picture))
        if picture.tag == "g":  # what is said of the whole is lost where its parts are copied
            _hand_up(picture)
        picture[:] = [part for element in picture for part in _parts(element)]


def _bare(element: Element) -> None:
    """Leave out what says nothing, and write numbers to a tenth of a pixel."""
    for name, value in list(element.attrib.items()):
        if (name in _NEEDLESS and element.tag != "svg") or _DEFAULTS.get(name) == value:
            del element.attrib[name]
        elif name in ("d", "transform", "x2", "y2", "x", "y", "dy"):
            element.set(
                name, _LONG.sub(lambda m: f"{float(m[0]):.1f}".rstrip("0").rstrip("."), value)
            )
    circle = _CIRCLE.fullmatch(element.get("d", ""))
    if circle:
        del element.attrib["d"]
        element.tag = "circle"
        place = _PLACE.fullmatch(element.attrib.pop("transform", "translate(0,0)"))
        assert place is not None
        element.attrib.update({"cx": place[1], "cy": place[2], "r": circle[1]})


def _kept(element: Element) -> list[Element]:
    """What of an element is seen."""
    if element.tag == "path" and not ({"fill", "stroke"} & set(element.attrib)):
        return []
    return _parts(element) if element.get("d") != "" else []


def _parts(element: Element) -> list[Element]:
    """What is in a group that does nothing; else the element."""
    return list(element) if element.tag == "g" and not element.attrib else [element]


def _joined(elements: list[Element]) -> list[Element]:
    """The elements, straight lines of one look that follow each other as one path."""
    joined: list[Element] = []
    for look, run in groupby(elements, key=_look):
        lines = list(run)
        if look is None or len(lines) < 2:
            joined += lines
            continue
        path = Element("path", dict(look))
        path.set("d", "".join(map(_as_path, lines)))
        joined.append(path)
    return joined


def _look(element: Element) -> tuple[tuple[str, str], ...] | None:
    """The look of a straight line; None for other elements."""
    if element.tag != "line":
        return None
    return tuple((n, v) for n, v in element.attrib.items() if n not in ("transform", "x2", "y2"))


def _as_path(line: Element) -> str:
    place = _PLACE.fullmatch(line.get("transform", "translate(0,0)"))
    assert place is not None
    x, y = line.get("x2"), line.get("y2")
    way = f"h{x}" if x and not y else f"v{y}" if y and not x else f"l{x or 0},{y or 0}"
    return f"M{place[1]},{place[2]}{way}"


def _hand_up(group: Element) -> None:
    """Say once, of the group, what all in it say alike; of the size of letters, all text."""
    for name in _INHERITED:
        told = [e for e in group if e.tag != "defs" and (name != "font-size" or _has_text(e))]
        values = {element.get(name) for element in told}
        alone = [e.tag for e in told] != ["g"] and len(told) < 2
        if len(values) == 1 and None not in values and not alone:
            group.set(name, values.pop() or "")
            for element in told:
                del element.attrib[name]


def _has_text(element: Element) -> bool:
    return element.tag == "text" or element.find(".//text") is not None
