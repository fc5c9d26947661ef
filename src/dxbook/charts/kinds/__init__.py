"""The kinds of chart, each a function of a table: what the book's charts and an analyst's use."""

from .bars import bars
from .dots import dots
from .picture import Meaning, Picture
from .series import series
from .slopes import slopes
from .tiles import tiles

__all__ = ["Meaning", "Picture", "bars", "dots", "series", "slopes", "tiles"]
