"""HTML that a notebook shows: escaped templates, wrapped for display."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from ..model import Lang
from ..wording import named
from ..words import OWN, written

TEMPLATES = Path(__file__).parent / "templates"
#: A quoted passage with letters that only Vietnamese has.
_VIETNAMESE = re.compile(
    "[“«][^”»]*[ăâđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ][^”»]*[”»]", re.IGNORECASE
)


class Html:
    """HTML with a plain-text fallback, as a notebook output."""

    def __init__(self, markup: Markup) -> None:
        self.markup = markup

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": str(self.markup), "text/plain": str(self.markup.striptags())}


@lru_cache
def _environment(folder: Path) -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.filters["named"] = named
    made.globals["written"] = written
    return made


def compile_templates() -> None:
    """Compile every template, which otherwise happens when it is first filled."""
    for name in _environment(TEMPLATES).list_templates():
        _environment(TEMPLATES).get_template(name)


def render(template: str, folder: Path = TEMPLATES, /, **values: object) -> Markup:
    """Fill a template of a folder; every value is escaped unless it is Markup.

    Lines that hold nothing are left out, for a blank line would end an HTML block in Markdown.
    """
    text = _environment(folder).get_template(template).render(**values)
    return Markup("\n".join(line for line in text.splitlines() if line.strip()))


def in_vietnamese(text: str | None, lang: Lang) -> Markup:
    """A Vietnamese text on a page, marked as such where the page is not.

    >>> in_vietnamese("Người biên soạn", "en")
    Markup('<span lang="vi">Người biên soạn</span>')
    """
    if not text or lang == OWN:
        return escape(text or "")
    return Markup('<span lang="vi">{}</span>').format(text)


def quoted(text: str, lang: Lang) -> Markup:
    """A passage of the source, in the quotation marks of the page's language.

    >>> quoted("xã đã đã nhận", "vi"), quoted("xã đã đã nhận", "en")
    (Markup('«xã đã đã nhận»'), Markup('<span lang="vi">“xã đã đã nhận”</span>'))
    """
    return in_vietnamese(named(text, lang), lang)


def with_quotes(text: str, lang: Lang) -> Markup:
    """A sentence whose Vietnamese quotes are marked as Vietnamese where the page is not.

    >>> with_quotes("The source writes “đã đã”.", "en")
    Markup('The source writes <span lang="vi">“đã đã”</span>.')
    """
    return Markup(mark_quotes(str(escape(text)), lang))


def mark_quotes(html: str, lang: Lang) -> str:
    """HTML whose Vietnamese quotes are marked; no attribute of it may hold a quote."""
    if lang == OWN:
        return html
    return _VIETNAMESE.sub(lambda quote: f'<span lang="vi">{quote[0]}</span>', html)
