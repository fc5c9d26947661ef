"""The pages of the site itself: the door, and the page for an address that does not exist."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from ..model import Edition, Lang
from .stage import read_settings

_HEAD = (
    '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n'
    '<meta name="description" content="{description}">\n'
    '<link rel="icon" href="assets/icon.svg" type="image/svg+xml">\n'
    '<link rel="stylesheet" href="assets/fonts.css">\n'
    '<link rel="stylesheet" href="assets/dxbook.css">\n{script}</head>\n'
)


#: Without a known base address, the site begins above its language and year.
_FIND_BASE = (
    "<script>(function(){var m=location.pathname.match(/^(.*?\\/)(?:vi|en)\\/\\d{4}[a-z0-9-]*\\//);"
    "if(m){var b=document.createElement('base');b.href=m[1];document.head.append(b)}})()</script>"
)


def frame_of(root: Path, editions: Sequence[Edition]) -> dict[str, str]:
    """The site's own pages by name, made from the book's settings."""
    titles = titles_of(root)
    base = base_of(root)
    every = list(dict.fromkeys(e for e in editions if not e.place) or dict.fromkeys(editions))
    return {
        "index.html": index_page(every, titles),
        "404.html": missing_page(every, titles, base),
        ".nojekyll": "",
    }


def titles_of(root: Path) -> dict[Lang, str]:
    """The book's title in both languages."""
    config = read_settings(root, "_config.yml")
    own = config.get("sphinx", {}).get("config", {})
    title = str(config.get("title", "dxbook"))
    return {"vi": title, "en": str(own.get("dxbook_title_en") or title)}


def base_of(root: Path) -> str:
    """The address the site is published at (`html: baseurl` in `_config.yml`), or empty."""
    return str(read_settings(root, "_config.yml").get("html", {}).get("baseurl") or "")


def index_page(editions: Sequence[Edition], titles: dict[Lang, str]) -> str:
    """The door: to the newest year in the reader's language, Vietnamese unless English is asked.

    Without scripts it is a plain choice.
    """
    folder = max(editions, key=lambda edition: edition.year).folder
    langs = {edition.lang for edition in editions if edition.folder == folder}
    first = "vi" if "vi" in langs else "en"
    script = (
        "<script>(function(){var l=(navigator.languages||[navigator.language||'']).map(function(x)"
        "{return x.slice(0,2)}).filter(function(x){return x==='vi'||x==='en'})[0];"
        f"location.replace((l==='en'?'en':'{first}')+'/{folder}/overview.html')}})()</script>\n"
        if langs == {"vi", "en"}
        else f"<script>location.replace('{first}/{folder}/overview.html')</script>\n"
    )
    head = _HEAD.format(
        title=escape(titles["vi"]),
        description=escape(f"{titles['vi']}. {titles['en']}."),
        script=script,
    )
    return f"{head}<body>\n{_choice(editions, titles, '')}</body>\n</html>\n"


def missing_page(editions: Sequence[Edition], titles: dict[Lang, str], base: str) -> str:
    """The page for an address that does not exist, in both languages.

    Args:
        base: the site's base address where it is known, for a server shows this page at any depth.
    """
    head = _HEAD.format(title="Không có trang này", description="Không có trang này", script="")
    found = f'<base href="{escape(base.rstrip("/"))}/">' if base else _FIND_BASE
    head = head.replace("<head>", f"<head>\n{found}")
    words = (
        "<h1>Không có trang này</h1>\n<p>Địa chỉ có thể đã gõ sai hoặc trang đã đổi chỗ.</p>\n"
        '<p lang="en">There is no such page. The address may be mistyped, '
        "or the page has moved.</p>"
    )
    return f"{head}<body>\n{_choice(editions, titles, words)}</body>\n</html>\n"


def _choice(editions: Sequence[Edition], titles: dict[Lang, str], words: str) -> str:
    names: dict[Lang, str] = {"vi": "Tiếng Việt", "en": "English"}
    newest_first = sorted(editions, key=lambda e: (-e.year, e.lang != "vi"))
    items = "\n".join(
        f'<li lang="{e.lang}"><a href="{e.lang}/{e.folder}/overview.html">'
        f"{names[e.lang]}, {e.folder}</a></li>"
        for e in newest_first
    )
    heading = words or f'<h1>{escape(titles["vi"])}</h1>\n<p lang="en">{escape(titles["en"])}</p>'
    return f'<main id="main" class="dx-door">\n{heading}\n<ul>\n{items}\n</ul>\n</main>\n'
