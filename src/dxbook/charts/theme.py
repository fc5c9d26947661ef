"""The look of every chart, said once, and the measures of its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..parts.palette import AXIS, BLUE, DRAWN_WITH, GRID, INK, MUTED

#: Widths in CSS pixels of the two pictures of a chart: for a page and for a phone.
WIDE, NARROW = 680, 330
#: A narrower picture is for a phone.
PHONE = 480
#: What is left between two tiles.
BETWEEN = 4
#: Where the words at the end of a slope begin, from its last dot.
END = 26
#: How high the small line of a row is, from nought to what is full.
LINE = 36


@dataclass(frozen=True)
class Sheet:
    """What a chart is drawn on: a width, and the text that suits it."""

    width: int

    @property
    def phone(self) -> bool:
        """Whether it is for a phone, where names stand above what they name."""
        return self.width < PHONE

    @property
    def size(self) -> int:
        """The size of letters; larger on a phone, whose picture may be drawn smaller still."""
        return 14 if self.phone else 13

    @property
    def step(self) -> int:
        """The distance of lines of text."""
        return round(self.size * 1.3)

    @property
    def names(self) -> int:
        """The room for the names of rows, left of what is drawn; on a phone they stand above."""
        return 12 if self.phone else round(self.width * 0.41)

    @property
    def tile(self) -> int:
        """The height of a tile, for its name and what is said of it."""
        return self.step * (3 if self.phone else 2) + 20

    @property
    def config(self) -> dict[str, Any]:
        """The look of a chart of this width (Vega-Lite `config`)."""
        return {
            "aria": False,
            "background": None,
            "font": DRAWN_WITH,
            "view": {"stroke": None},
            "axis": {
                "domainColor": AXIS,
                "tickColor": AXIS,
                "gridColor": GRID,
                "labelColor": INK,
                "titleColor": MUTED,
                "labelFontSize": self.size,
                "titleFontSize": self.size,
                "titleFontWeight": "normal",
                "labelLimit": 260,
            },
            "text": {"fontSize": self.size, "lineHeight": self.step, "color": INK},
            "bar": {"color": BLUE},
            "line": {"color": BLUE, "strokeWidth": 2.5},
            "point": {"color": BLUE, "size": 90, "filled": True},
            "header": {"labelColor": INK, "labelFontSize": self.size, "titleColor": MUTED},
        }


def enable() -> None:
    """Let Altair give every chart the book's look. Altair is imported here, not with the module."""
    import altair as alt

    look: Any = Sheet(WIDE).config
    alt.theme.register("dxbook", enable=True)(lambda: alt.theme.ThemeConfig(config=look))
