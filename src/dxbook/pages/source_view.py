"""The source page: the whole report, every number marked by its fate and linked to its use."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from ..audit import Fate, trace_source
from ..model import Lang, Quote, Report
from ..parts import Html


def source_view(report: Report, lang: Lang) -> Html:
    """The year's source, paragraph by paragraph, as it was published."""
    text = report.everything().source_text()
    fates = {fate.start: fate for fate in trace_source(report).fates}
    quotes = quotes_of(report)
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            place = range(start, start + len(line))
            body = _paragraph(report, text, place, fates, quotes, lang)
            css = ' class="dx-source-heading"' if _is_heading(report, line) else ""
            paragraphs.append(Markup("<p{}>{}</p>").format(Markup(css), body))
        start += len(line) + 1
    return Html(
        Markup('<div class="dx-source-text" lang="vi">\n{}\n</div>').format(
            Markup("\n").join(paragraphs)
        )
    )


def _is_heading(report: Report, line: str) -> bool:
    """Whether a line only names a pillar or opens a section ("- Dịch vụ công trực tuyến")."""
    names = tuple(pillar.source_name.casefold() for pillar in report.pillars())
    bare = line.strip().rstrip(":").casefold()
    return (bare.endswith(names) and len(bare) < 60) or (line.startswith("- ") and len(line) < 60)


def quotes_of(report: Report) -> list[Quote]:
    """Every quote taken from the year's source, once each, in order."""
    source = report.source()
    rows: Iterable[Quote | None] = (
        *(o.quote for o in report.observations()),
        *(s.quote for s in report.standings()),
        *(s.quote for s in report.statements()),
    )
    own = {(q.start, q.end): q for q in rows if q and source and q.source == source.id}
    return [own[key] for key in sorted(own)]


def _paragraph(
    report: Report,
    text: str,
    line: range,
    fates: Mapping[int, Fate],
    quotes: list[Quote],
    lang: Lang,
) -> Markup:
    inside = [q for q in quotes if q.start in line]
    marked: list[Quote | Fate] = [*inside, *(fate for fate in fates.values() if fate.start in line)]
    cuts = {line.start, line.stop, *(each.start for each in marked), *(each.end for each in marked)}
    bounds = sorted(cut for cut in cuts if line.start <= cut <= line.stop)
    out = Markup("")
    for start, end in itertools.pairwise(bounds):
        for quote in inside:
            if quote.start == start:
                out += Markup('<span class="dx-anchor" id="{}"></span>').format(quote.anchor)
        words = escape(text[start:end])
        if start in fates:
            words = _token(report, fates[start], words, lang)
        out += Markup('<span data-at="{}">{}</span>').format(start, words)
    return out


def _token(report: Report, fate: Fate, words: Markup, lang: Lang) -> Markup:
    said = fate_in_words(report, fate, lang)
    if fate.observations or fate.standings:
        named = (fate.observations or fate.standings)[0]
        indicator = report.indicator(re.split("[./]", named)[0])
        return Markup(
            '<a class="dx-token" id="t-{}" href="{}.html#card-{}" title="{}">{}</a>'
        ).format(fate.start, indicator.pillar, indicator.id, said, words)
    kind = "dx-token-aside" if fate.kind == "set-aside" else "dx-token-lost"
    return Markup('<span class="dx-token {}" id="t-{}" title="{}">{}</span>').format(
        kind, fate.start, said, words
    )


def fate_in_words(report: Report, fate: Fate, lang: Lang) -> str:
    """What became of a number of the source."""
    ids = [re.split("[./]", key)[0] for key in fate.observations or fate.standings]
    names = dict.fromkeys(report.indicator(id).name[lang] for id in ids)
    return "; ".join(names) or fate.reason[lang]
