"""HTML that a notebook shows: escaped templates, wrapped for display."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import jinja2
from markupsafe import Markup


class Html:
    """HTML with a plain-text fallback, as a notebook output."""

    def __init__(self, markup: Markup) -> None:
        self.markup = markup

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": str(self.markup), "text/plain": str(self.markup.striptags())}


@lru_cache(1)
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("dxbook.pages", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def render(template: str, **values: object) -> Markup:
    """Fill a template of `dxbook/pages/templates`; every value is escaped unless it is Markup.

    Lines that hold nothing are left out, for a blank line would end an HTML block in Markdown.
    """
    text = _environment().get_template(template).render(**values)
    return Markup("\n".join(line for line in text.splitlines() if line.strip()))
