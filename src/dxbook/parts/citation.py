"""A source as a reader cites it: its title, who published it, where, and when it was retrieved."""

from __future__ import annotations

from markupsafe import Markup, escape

from ..model import Lang, Source
from ..wording import period
from ..words import written


def cited(source: Source, lang: Lang) -> str:
    """The source in plain words, with its address; what is not known is left out."""
    return ", ".join(filter(None, (source.title[lang], *_behind(source, lang, source.url))))


def cited_with_link(source: Source, lang: Lang) -> Markup:
    """The same, the title leading to the address."""
    title: Markup = escape(source.title[lang])
    if source.url.startswith(("https://", "http://")):
        title = Markup('<a href="{}" rel="noopener">{}</a>').format(source.url, title)
    return Markup(", ").join((title, *_behind(source, lang, "")))


def _behind(source: Source, lang: Lang, url: str) -> list[str]:
    retrieved = ""
    if source.retrieved_on:
        retrieved = f"{written('retrieved')[lang]} {period(source.retrieved_on, lang)}"
    return [part for part in (source.publisher[lang], url, retrieved) if part]
