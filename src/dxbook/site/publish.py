"""Built editions to one published site, swapped in at once.

Assets are shared by all editions. Editions that were not built now are kept from the site that
stands, and what depends on the others is filled anew into every page (`finish`).
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path

from ..keeping import tree_digest
from ..model import LANGS, Edition
from .finish import filled, links, sitemap, switch

#: What Jupyter Book leaves beside the pages that no page uses.
LEFT_OUT = {
    "_static", "_sources", "objects.inv", ".buildinfo", ".buildinfo.bak", "genindex.html",
    "searchindex.js", "index.html",
}  # fmt: skip


_EDITION = re.compile(r"(?P<year>\d{4})(?:-(?P<place>[a-z0-9-]+))?")


def publish(
    site: Path,
    books: Mapping[Edition, Path],
    assets: Path,
    kept: Collection[Edition],
    frame: Mapping[str, str],
    base: str = "",
) -> None:
    """Put built editions into the site.

    Args:
        site: the published site's folder; replaced only when all is ready.
        kept: the other editions that are to stay.
        assets: folder of the theme's static files, to which the script of Vega is added.
        frame: pages of the site itself (`index.html`, `404.html`), by name.
        base: the address the site is published at, where there is one.
    """
    base = base.rstrip("/")
    fresh = site.with_name(site.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    shutil.copytree(assets, fresh / "assets")
    for edition in kept:
        shutil.copytree(_folder(site, edition), _folder(fresh, edition))
    for edition, html in books.items():
        _copy_book(html, _folder(fresh, edition))
    editions = sorted([*kept, *books], key=lambda e: (-e.year, LANGS.index(e.lang), e.place))
    pages = {e: {p.name for p in _folder(fresh, e).glob("*.html")} for e in editions}
    of_place: dict[str, list[Edition]] = defaultdict(list)
    for edition in editions:
        of_place[edition.place].append(edition)
    for edition in editions:
        # An edition leads to those of its place and, where that is a part, to the whole.
        near = of_place[edition.place]
        if edition.place:
            near = [*near, *(e for e in of_place[""] if e.year == edition.year)]
        _finish_edition(fresh, edition, {e: pages[e] for e in near}, base)
    for name, text in frame.items():
        (fresh / name).write_text(text, encoding="utf-8")
    if base:
        every = sorted(p.relative_to(fresh).as_posix() for p in fresh.glob("*/*/*.html"))
        (fresh / "sitemap.xml").write_text(sitemap(every, base), encoding="utf-8")
    _swap(fresh, site)


def _finish_edition(
    site: Path, edition: Edition, pages: Mapping[Edition, Collection[str]], base: str
) -> None:
    folder = _folder(site, edition)
    tables = [p for p in (folder / "data").rglob("*") if p.is_file()]
    data = tree_digest(tables, folder)[:12]
    for page in sorted(folder.glob("*.html")):
        others = [(e, page.name in names) for e, names in pages.items()]
        parts = {
            "editions": switch(page.name, edition, others),
            "links": links(page.name, edition, others, base),
            "data": data,
        }
        page.write_text(filled(page.read_text(encoding="utf-8"), parts), encoding="utf-8")


def editions_in(site: Path) -> list[Edition]:
    """The editions that a published site has."""
    return [
        Edition(int(named["year"]), lang, named["place"] or "")
        for lang in LANGS
        for folder in sorted((site / lang).glob("[0-9]*"))
        if folder.is_dir() and (named := _EDITION.fullmatch(folder.name))
    ]


def _folder(site: Path, edition: Edition) -> Path:
    return site / edition.lang / edition.folder


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


def _swap(fresh: Path, site: Path) -> None:
    old = site.with_name(site.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
