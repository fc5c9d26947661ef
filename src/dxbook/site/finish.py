"""What only the whole site knows, filled into each page when it is published.

A page leaves a place for it between `<!--dx-NAME-->` and `<!--/dx-NAME-->`; the marks stay, so
that a page that is kept is filled anew when editions come or go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Edition
from ..parts import render
from . import TEMPLATES
from .frame import own_name
from .preview import HEIGHT, WIDTH

#: With more years than this the other years fold away.
_YEARS_SHOWN = 2


def filled(text: str, parts: dict[str, str]) -> str:
    """The page with its places filled.

    >>> filled("<p><!--dx-data-->old<!--/dx-data--></p>", {"data": "new"})
    '<p><!--dx-data-->new<!--/dx-data--></p>'
    """
    for name, part in parts.items():
        opening, closing = f"<!--dx-{name}-->", f"<!--/dx-{name}-->"
        place = re.compile(f"{opening}.*?{closing}", re.DOTALL)
        text = place.sub(lambda _, whole=opening + part + closing: whole, text)  # type: ignore[misc]  # mypy cannot infer a default of a lambda
    return text


def switch(page: str, edition: Edition, others: Sequence[tuple[Edition, bool]]) -> str:
    """Links to the same page in the other language and years; to the overview where it has none.

    Args:
        others: every edition, with whether it has this page.
    """
    there = [(e, page if has_page else "overview.html") for e, has_page in others]
    return _html(
        "switch.html",
        edition=edition,
        languages=[
            (e, to, own_name(e.lang))
            for e, to in there
            if (e.year, e.place) == (edition.year, edition.place) and e.lang != edition.lang
        ],
        whole=[
            (e, to) for e, to in there if edition.place and not e.place and e.lang == edition.lang
        ],
        years=[(e, to) for e, to in there if (e.lang, e.place) == (edition.lang, edition.place)],
        shown=_YEARS_SHOWN,
    )


def links(page: str, edition: Edition, others: Sequence[tuple[Edition, bool]], base: str) -> str:
    """Canonical and alternate links, and the preview image; nothing without a base address."""
    if not base:
        return ""
    return _html(
        "links.html",
        page=page,
        edition=edition,
        alternates=[e.lang for e, has_page in others if has_page and e.folder == edition.folder],
        base=base,
        width=WIDTH,
        height=HEIGHT,
    )


def sitemap(pages: Sequence[str], base: str) -> str:
    """The sitemap of a site whose base address is known.

    Args:
        pages: addresses relative to the base.
    """
    return _html("sitemap.xml", pages=pages, base=base) + "\n"


def _html(template: str, **values: object) -> str:
    """A filled template as plain text, which may be put beside what is markup already."""
    return str(render(template, TEMPLATES, **values))
