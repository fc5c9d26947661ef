"""The colours of every chart: told apart by colour-blind readers, on light, dark and paper.

A drawing is made with the light values. In the book each becomes a CSS variable of the same name
(`--dx-blue`), which the theme sets for dark pages and for print.
"""

from __future__ import annotations

#: name → light value; each has a contrast of at least 3:1 on white, text colours 4.5:1.
COLOURS: dict[str, str] = {
    "ink": "#1b2530",
    "muted": "#56616d",
    "grid": "#e1e5ea",
    "axis": "#9aa4af",
    "blue": "#0b5c92",
    "orange": "#b4500b",
    "teal": "#007367",
    "purple": "#6b4a9e",
    "grey": "#7d8792",
    "pale": "#c3cbd4",
    "paper": "#fffffe",
    #: replaced by a hatched fill: a value that the compiler corrected
    "hatch": "#0b5c93",
}
INK, MUTED, GRID, AXIS = (COLOURS[n] for n in ("ink", "muted", "grid", "axis"))
BLUE, ORANGE = COLOURS["blue"], COLOURS["orange"]
GREY, PALE = COLOURS["grey"], COLOURS["pale"]

#: The fonts of the theme, first that there is.
FONT = "Be Vietnam Pro, system-ui, Segoe UI, Roboto, Noto Sans, Helvetica Neue, Arial, sans-serif"
#: What vl-convert draws and measures with: it brings this font along, so that a chart whose layout
#: is left to Vega does not depend on the machine's fonts. `svg.adopted` puts FONT in its place.
DRAWN_WITH = "Liberation Sans"

#: How Vega writes numbers, by language; its own way is English.
NUMBERS: dict[str, dict[str, object]] = {
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", ""]}
}
