"""The Sphinx extension: one language of each notebook, the theme, and what its pages show.

It serves the staged editions and plain `jupyter-book build .` alike.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from ..model import LANGS, Lang
from ..words import OWN, written
from . import THEME, increments
from .explore import WORDS as EXPLORE_WORDS
from .explore import take_charts
from .said_once import said_once
from .stage import in_language
from .whole_words import with_whole_words

#: Up to this many pages the navigation lists all; beyond, those near the page.
_NAVIGATION_PAGES = 40


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    for lang in LANGS:
        app.add_config_value(f"dxbook_title_{lang}", "", "env")
    app.add_config_value("dxbook_year", 0, "html")
    app.add_config_value("dxbook_place", "", "html")
    app.add_config_value("dxbook_contact", "", "html")
    app.add_config_value("dxbook_children", {}, "html")
    # Jupyter Book sets these for extensions that the book does without
    for unused in ("comments_config", "bibtex_bibfiles", "thebe_config"):
        if unused not in app.config:
            app.add_config_value(unused, None, "")
    app.add_html_theme("dxbook", str(THEME))
    app.connect("builder-inited", _leave_out_what_nobody_reads)
    app.connect("source-read", _keep_language)
    app.connect("html-page-context", _page_context)
    app.connect("build-finished", _complete_plain_build)
    increments.connect(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _leave_out_what_nobody_reads(app: Sphinx) -> None:
    """No index of Sphinx's own: the book has its own search, and Sphinx's takes half the time."""
    if app.builder.format == "html":
        app.builder.search = False  # type: ignore[attr-defined]  # of the builders for HTML
        app.config.html_use_index = False
        app.config.html_domain_indices = False
        app.config.html_additional_pages = {"search": "search.html"}


def _language(app: Sphinx) -> Lang:
    return app.config.language if app.config.language in LANGS else OWN


def _keep_language(app: Sphinx, docname: str, source: list[str]) -> None:
    if source[0].lstrip().startswith("{"):
        notebook = in_language(json.loads(source[0]), _language(app))
        source[0] = json.dumps(notebook, ensure_ascii=False)


def _page_context(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    lang = _language(app)
    context["book_title"] = app.config[f"dxbook_title_{lang}"] or app.config.html_title
    context["written"] = written
    year, place = app.config.dxbook_year, app.config.dxbook_place
    context["year"] = f"{year}, {place}" if place else year
    context["contact"] = app.config.dxbook_contact
    context["pages"] = _navigation(app, pagename)
    context["description"] = _description(doctree)
    for part in ("body", "toc"):
        if part in context:
            context[part] = with_whole_words(context[part])
    context["assets"] = context["pathto"]("_static", 1) + "/"
    context["explore"] = EXPLORE_WORDS["explore"][lang]
    context["cited"] = ""
    if "body" in context:
        context["body"], context["cited"] = said_once(context["body"])
        context["body"] = take_charts(context["body"], pagename, Path(app.outdir), lang)


def _order(app: Sphinx) -> list[str]:
    """The pages in the book's order."""
    site_map = app.env.external_site_map  # type: ignore[attr-defined]  # sphinx_external_toc sets it
    return [name for name in site_map if name in app.env.titles]


def _navigation(app: Sphinx, current: str) -> list[dict[str, Any]]:
    """The pages to list beside a page, in the book's order; what is made from one is not listed."""
    parents = {child: page for page, made in app.config.dxbook_children.items() for child in made}
    order = [name for name in _order(app) if name not in parents]
    current = parents.get(current, current)
    if len(order) > _NAVIGATION_PAGES and current in order:
        at = order.index(current)
        half = _NAVIGATION_PAGES // 2
        near = order[max(1, at - half) : at + half]
        order = [order[0], *near]
    return [
        {"doc": name, "title": app.env.titles[name].astext(), "current": name == current}
        for name in order
    ]


def _description(doctree: nodes.document | None) -> str:
    """The first paragraph of a page, for search engines and previews."""
    if doctree is None:
        return ""
    for paragraph in doctree.findall(nodes.paragraph):
        text = " ".join(paragraph.astext().split())
        if len(text) > 40:
            return text if len(text) <= 200 else text[:199].rsplit(" ", 1)[0] + "…"
    return ""


def _complete_plain_build(app: Sphinx, error: Exception | None) -> None:
    """Give plain `jupyter-book build .` what publishing gives an edition: downloads and search."""
    from ..data import find_root, load_report
    from .downloads import write_downloads
    from .search import write_search_index

    if error is None and app.config.dxbook_year == 0 and app.builder.name == "html":
        root, html = find_root(Path(app.srcdir)), Path(app.outdir)
        write_downloads(root, load_report(root), html / "notebooks" / "data")
        write_search_index(html, _order(app))
