"""What the first load of each page weighs: the page and all that it loads, fonts included."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from tables import print_table

#: kB of a first load: over the wire compressed, and from a server that does not compress.
MOST_COMPRESSED, MOST_PLAIN = 300, 500
_ASSET = re.compile(r'(?:src|href)="((?:\.\./)*(?:assets/)?[\w.-]+\.(?:css|js|svg))"')
#: Already compressed as they lie.
_PACKED = {".woff2", ".png"}


def report(site: Path, heaviest: int = 6) -> bool:
    """Print the heaviest pages, and say whether every page keeps within the bounds."""
    pages = [(weight_of(page), page) for page in site.glob("[a-z][a-z]/[0-9]*/*.html")]
    pages.sort(key=lambda each: each[0], reverse=True)
    rows = [
        [page.relative_to(site).as_posix(), round(plain / 1000), round(packed / 1000)]
        for (plain, packed), page in pages[:heaviest]
    ]
    print_table("First load, the heaviest pages", ["page", "kB", "kB compressed"], rows)
    return all(
        plain <= MOST_PLAIN * 1000 and packed <= MOST_COMPRESSED * 1000
        for (plain, packed), page in pages
        if page.name != "search.html"
    )


def weight_of(page: Path) -> tuple[int, int]:
    """Bytes of a page with its assets and every font, plain and compressed."""
    text = page.read_text(encoding="utf-8")
    files = [
        page,
        *((page.parent / name).resolve() for name in dict.fromkeys(_ASSET.findall(text))),
    ]
    files = [file for file in files if file.is_file()]
    fonts = next((file.parent / "fonts" for file in files if file.suffix == ".css"), None)
    files += sorted(fonts.glob("*.woff2")) if fonts else []
    sizes = [(len(data := file.read_bytes()), _packed(file, data)) for file in files]
    return sum(plain for plain, _ in sizes), sum(packed for _, packed in sizes)


def _packed(file: Path, data: bytes) -> int:
    return len(data) if file.suffix in _PACKED else len(gzip.compress(data, 6))
