"""What a page says of its figures again and again, said once: their source and their sentences.

A chapter shows a value in its tiles, its text, its tables and its cards, each with the sentence
that states it and with the source of that, which is the same throughout. The page's script gives
every figure its own again (`data-cited`, `data-again`); without scripts its link leads there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

#: A figure or a flag up to the end of its title: where it leads, and what it says.
_LINK = re.compile(r'(<a class="dx-(?:figure|flag)" href="([^"]*)") title="([^"]*)"')
#: The source at the end of what a figure says, after the sentence.
_SOURCE = re.compile(r'(?<=»)\. [^"»]+$')


def said_once(html: str) -> tuple[str, str]:
    """The HTML without what its figures repeat, and the source that most of them cite, escaped.

    >>> said_once('<a class="dx-figure" href="#q" title="2022. «Đạt 9%». Nguồn: S">9</a>')
    ('<a class="dx-figure" href="#q" title="2022. «Đạt 9%»" data-cited>9</a>', '. Nguồn: S')
    """
    said = defaultdict(set)
    for _, href, title in _LINK.findall(html):
        said[href].add(title)
    sources = Counter(
        source[0] for _, _, title in _LINK.findall(html) if (source := _SOURCE.search(title))
    )
    common = sources.most_common(1)[0][0] if sources else ""
    seen: set[str] = set()

    def shortened(link: re.Match[str]) -> str:
        opening, href, title = link.groups()
        if href in seen and len(said[href]) == 1:
            return f"{opening} data-again"
        seen.add(href)
        if common and title.endswith(common):
            return f'{opening} title="{title.removesuffix(common)}" data-cited'
        return link[0]

    return _LINK.sub(shortened, html), common
