"""Built editions to one published site, swapped in at once.

Assets are shared by all editions. Editions that were not built now are kept from the site that
stands, and the switch between years and languages is written anew into every page.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from html import escape
from pathlib import Path

from ..model import LANGS, Edition, Lang
from .words import WORDS

#: What Jupyter Book leaves beside the pages that no page uses.
LEFT_OUT = {"_static", "_sources", "objects.inv", ".buildinfo", "genindex.html", 
            "searchindex.js", "index.html", ".buildinfo.bak"}  # fmt: skip
_SWITCH = re.compile(r"<!--dx-editions-->.*?<!--/dx-editions-->", re.DOTALL)
_NAMES: dict[Lang, str] = {"vi": "Tiếng Việt", "en": "English"}


def publish(
    site: Path, books: Mapping[Edition, Path], theme: Path, frame: Mapping[str, str]
) -> None:
    """Put built editions into the site, keeping the others.

    Args:
        site: the published site's folder; replaced only when all is ready.
        books: the HTML folder of each edition built.
        theme: folder of the theme's static files.
        frame: pages of the site itself (`index.html`, `404.html`), by name.
    """
    fresh = site.with_name(site.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    shutil.copytree(theme, fresh / "assets")
    kept = [e for e in editions_in(site) if e not in books]
    for edition in kept:
        shutil.copytree(_folder(site, edition), _folder(fresh, edition))
    for edition, html in books.items():
        _copy_book(html, _folder(fresh, edition))
    editions = sorted([*kept, *books], key=lambda e: (-e.year, LANGS.index(e.lang)))
    for edition in editions:
        for page in sorted(_folder(fresh, edition).glob("*.html")):
            _write_switch(fresh, page, edition, editions)
    for name, text in frame.items():
        (fresh / name).write_text(text, encoding="utf-8")
    _swap(fresh, site)


def editions_in(site: Path) -> list[Edition]:
    """The editions that a published site has."""
    return [
        Edition(int(folder.name), lang)
        for lang in LANGS
        for folder in sorted((site / lang).glob("[0-9]*"))
        if folder.is_dir() and folder.name.isdigit()
    ]


def _folder(site: Path, edition: Edition) -> Path:
    return site / edition.lang / str(edition.year)


def _copy_book(html: Path, folder: Path) -> None:
    for path in sorted(html.rglob("*")):
        relative = path.relative_to(html)
        if path.is_dir() or relative.parts[0] in LEFT_OUT:
            continue
        target = folder / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".html":
            text = path.read_text(encoding="utf-8")
            target.write_text(
                re.sub(r'"(?:\./)?_static/', '"../../assets/', text), encoding="utf-8"
            )
        else:
            shutil.copyfile(path, target)


def _write_switch(site: Path, page: Path, edition: Edition, editions: list[Edition]) -> None:
    text = page.read_text(encoding="utf-8")
    switch = switch_html(
        page.name, edition, [(e, (_folder(site, e) / page.name).exists()) for e in editions]
    )
    page.write_text(_SWITCH.sub(lambda _: switch, text), encoding="utf-8")


def switch_html(page: str, edition: Edition, others: list[tuple[Edition, bool]]) -> str:
    """Links to the same page in the other language and years; to the overview where it has none.

    Args:
        others: every edition, with whether it has this page.
    """
    links = []
    for other, has_page in others:
        if other.year == edition.year and other.lang != edition.lang:
            links.append(_link(page, other, has_page, _NAMES[other.lang], other.lang))
    years = [(o, has) for o, has in others if o.lang == edition.lang]
    if len(years) > 1:
        for other, has_page in years:
            if other == edition:
                links.append(f'<span aria-current="true">{other.year}</span>')
            else:
                links.append(_link(page, other, has_page, str(other.year), other.lang))
    label = WORDS["editions"][edition.lang]
    return (
        f'<!--dx-editions--><nav class="dx-editions" aria-label="{escape(label)}">'
        f"{''.join(links)}</nav><!--/dx-editions-->"
    )


def _link(page: str, edition: Edition, has_page: bool, text: str, lang: Lang) -> str:
    target = page if has_page else "overview.html"
    address = f"../../{edition.lang}/{edition.year}/{target}"
    return f'<a href="{escape(address)}" lang="{lang}" hreflang="{lang}">{escape(text)}</a>'


def _swap(fresh: Path, site: Path) -> None:
    old = site.with_name(site.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
