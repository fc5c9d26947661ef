"""Short compounds that a line must not end inside: "e-" here and "ID" on the next line.

Only the page is touched: the words keep their hyphens for copying, searching and downloading.
"""

from __future__ import annotations

import re

#: A letter and what hangs on it (e-ID, e-government), and numbers of documents (411/QĐ-TTg).
_WORD = re.compile(r"(?<![\w/-])(?:[^\W\d_]-\w+|\d+/[^\W\d_]+(?:-[^\W\d_]+)+)(?![\w-])")
#: Whole elements that are no running text, and tags.
_PASSED_OVER = re.compile(r"(<(svg|script|style|code|title)\b.*?</\2>|<[^>]*>)", re.DOTALL)


def with_whole_words(html: str) -> str:
    """The HTML with such words held together.

    >>> with_whole_words('<p title="e-ID">An e-ID.</p>')
    '<p title="e-ID">An <span class="dx-whole">e-ID</span>.</p>'
    """
    made, at = [], 0
    for passed in _PASSED_OVER.finditer(html):
        made += [_held(html[at : passed.start()]), passed[0]]
        at = passed.end()
    return "".join([*made, _held(html[at:])])


def _held(text: str) -> str:
    if "-" not in text:
        return text
    return _WORD.sub(lambda word: f'<span class="dx-whole">{word[0]}</span>', text)
