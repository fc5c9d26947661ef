"""The pages of the site itself: the door, and the page for an address that does not exist."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from babel import Locale

from ..model import LANGS, Edition, Lang
from ..parts import render
from ..words import OWN
from . import TEMPLATES
from .stage import read_settings


def frame_of(root: Path, editions: Sequence[Edition]) -> dict[str, str]:
    """The site's own pages by name, made from the book's settings.

    The door leads to the newest year in the reader's language, the book's own unless another is
    asked; without scripts it is a plain choice.
    """
    every = list(dict.fromkeys(e for e in editions if not e.place) or dict.fromkeys(editions))
    newest = max(every, key=lambda edition: edition.year).folder
    having = {edition.lang for edition in every if edition.folder == newest}
    known = {
        "langs": LANGS,
        "own": OWN,
        "titles": titles_of(root),
        # A server shows the missing page at any depth; with no known address, a script finds it.
        "base": base_of(root).rstrip("/"),
        "editions": [
            (e, own_name(e.lang))
            for e in sorted(every, key=lambda e: (-e.year, LANGS.index(e.lang)))
        ],
        "newest": newest,
        "offered": [lang for lang in LANGS if lang in having],
    }
    return {
        "index.html": render("frame.html", TEMPLATES, missing=False, **known) + "\n",
        "404.html": render("frame.html", TEMPLATES, missing=True, **known) + "\n",
        ".nojekyll": "",
    }


def own_name(lang: Lang) -> str:
    """What a language calls itself.

    >>> own_name("vi"), own_name("en")
    ('Tiếng Việt', 'English')
    """
    return Locale.parse(lang).get_display_name() or lang


def titles_of(root: Path) -> dict[Lang, str]:
    """The book's title in each language; its own, where there is none (`dxbook_title_en`)."""
    config = read_settings(root, "_config.yml")
    own = config.get("sphinx", {}).get("config", {})
    title = str(config.get("title", "dxbook"))
    return {lang: str(own.get(f"dxbook_title_{lang}") or title) for lang in LANGS}


def base_of(root: Path) -> str:
    """The address the site is published at (`html: baseurl` in `_config.yml`), or empty."""
    return str(read_settings(root, "_config.yml").get("html", {}).get("baseurl") or "")
