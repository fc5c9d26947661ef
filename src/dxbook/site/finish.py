"""What only the whole site knows, filled into each page when it is published.

A page leaves a place for it between `<!--dx-NAME-->` and `<!--/dx-NAME-->`; the marks stay, so
that a page that is kept is filled anew when editions come or go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from ..model import Edition
from ..words import written
from .frame import own_name
from .preview import HEIGHT, WIDTH

#: With more years than this the other years fold away.
_YEARS_SHOWN = 2
_EDITIONS, _WHOLE = written("Year and language"), written("The whole province")


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
    languages = [
        _link(page, other, has_page, own_name(other.lang))
        for other, has_page in others
        if (other.year, other.place) == (edition.year, edition.place) and other.lang != edition.lang
    ]
    whole = [
        _link(page, other, has_page, _WHOLE[other.lang])
        for other, has_page in others
        if edition.place and not other.place and other.lang == edition.lang
    ]
    years = [
        f'<span aria-current="true">{other.year}</span>'
        if other == edition
        else _link(page, other, has_page, str(other.year))
        for other, has_page in others
        if (other.lang, other.place) == (edition.lang, edition.place)
    ]
    shown = "".join(years) if len(years) > 1 else ""
    if len(years) > _YEARS_SHOWN:
        shown = (
            f'<details class="dx-years"><summary class="dx-button">{edition.year}</summary>'
            f"<div>{shown}</div></details>"
        )
    label = escape(_EDITIONS[edition.lang])
    links = "".join([*languages, *whole])
    return f'<nav class="dx-editions" aria-label="{label}">{links}{shown}</nav>'


def _link(page: str, edition: Edition, has_page: bool, text: str) -> str:
    target = page if has_page else "overview.html"
    address = escape(f"../../{edition.lang}/{edition.folder}/{target}")
    lang = edition.lang
    return f'<a href="{address}" lang="{lang}" hreflang="{lang}">{escape(text)}</a>'


def links(page: str, edition: Edition, others: Sequence[tuple[Edition, bool]], base: str) -> str:
    """Canonical and alternate links, and the preview image; nothing without a base address."""
    if not base:
        return ""
    own = f"{base}/{edition.lang}/{edition.folder}/{page}"
    found = [f'<link rel="canonical" href="{escape(own)}">']
    found += [
        f'<link rel="alternate" hreflang="{other.lang}" '
        f'href="{escape(f"{base}/{other.lang}/{other.folder}/{page}")}">'
        for other, has_page in others
        if has_page and other.folder == edition.folder
    ]
    found.append(f'<meta property="og:url" content="{escape(own)}">')
    picture = f"{base}/{edition.lang}/{edition.folder}/preview.png"
    found.append(f'<meta property="og:image" content="{escape(picture)}">')
    found += [
        f'<meta property="og:image:{side}" content="{pixels}">'
        for side, pixels in (("width", WIDTH), ("height", HEIGHT))
    ]
    found.append('<meta name="twitter:card" content="summary_large_image">')
    return "\n".join(found)


def sitemap(pages: Sequence[str], base: str) -> str:
    """The sitemap of a site whose base address is known.

    Args:
        pages: addresses relative to the base.
    """
    rows = "\n".join(f"<url><loc>{escape(f'{base}/{page}')}</loc></url>" for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}\n</urlset>\n'
    )
