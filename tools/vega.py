"""Vega for the browser, as one script for the whole site, out of the library that draws charts.

The script is kept among the theme's files (`NAME`), for making it takes longer than the rest of a
small book. With a new vl-convert it is made anew: python tools/vega.py
"""

from __future__ import annotations

import vl_convert

from dxbook.site import STATIC

NAME = "vega.js"
#: What other scripts may use. Nothing else of the bundle is seen by them.
_ENTRY = "window.vegaEmbed = vegaEmbed;"
_LICENCES = (
    "/* Vega, Vega-Lite and Vega-Embed, BSD 3-Clause, with what they depend on; "
    "see vega-licences.txt. */\n"
)


def vega_script() -> str:
    """The script, made of the installed vl-convert."""
    bundle: str = vl_convert.javascript_bundle(_ENTRY)
    # It is a module, whose names would be everybody's in a script.
    return f'{_LICENCES}(function () {{"use strict";\n{bundle}\n}})();\n'


if __name__ == "__main__":
    (STATIC / NAME).write_text(vega_script(), encoding="utf-8")
