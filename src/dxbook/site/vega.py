"""Vega for the browser, as one script for the whole site, out of the library that draws charts."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

NAME = "vega.js"
#: What other scripts may use. Nothing else of the bundle is seen by them.
_ENTRY = "window.vegaEmbed = vegaEmbed;"
_LICENCES = (
    "/* Vega, Vega-Lite and Vega-Embed, BSD 3-Clause, with what they depend on; "
    "see vega-licences.txt. */\n"
)


def vega_script(cache: Path) -> Path:
    """The script; made once for each version of vl-convert, for that takes a second or two.

    Args:
        cache: folder to keep it in.
    """
    kept = cache / f"vega-{version('vl-convert-python')}.js"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        written = kept.with_suffix(".new")
        written.write_text(_made(), encoding="utf-8")
        written.replace(kept)
    return kept


def _made() -> str:
    import vl_convert

    bundle: str = vl_convert.javascript_bundle(_ENTRY)
    # It is a module, whose names would be everybody's in a script.
    return f'{_LICENCES}(function () {{"use strict";\n{bundle}\n}})();\n'
