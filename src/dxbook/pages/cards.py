"""Indicator cards: what is measured, over whom, by whom, how, where it is said, and its history."""

from __future__ import annotations

import re

from ..model import Indicator, Lang, Report
from ..parts import Html, quote_address, render, shown, sum_in_words
from ..words import written


def cards(report: Report, pillar: str, lang: Lang) -> Html:
    """A card for each indicator of a pillar."""
    found = [_card(report, indicator, lang) for indicator in report.indicators(pillar)]
    return Html(render("cards.html", cards=found, lang=lang))


def _card(report: Report, indicator: Indicator, lang: Lang) -> dict[str, object]:
    return {
        "indicator": indicator,
        "unit": report.unit(indicator.unit),
        "scopes": [_scope_history(report, indicator, scope, lang) for scope in indicator.scopes],
        "standings": [(report.place(s.place), s) for s in report.standings(indicator.id)],
    }


def _scope_history(
    report: Report, indicator: Indicator, scope: str, lang: Lang
) -> dict[str, object]:
    return {
        "scope": report.scope(scope).name[lang],
        "years": [
            {
                "year": o.year,
                "value": shown(report, o, lang),
                "sum": sum_in_words(o.note, lang) if o.status == "derived" else "",
                "note": "" if o.status == "derived" else _note_in_words(o.note, lang),
                "quote": o.quote,
                "address": o.quote and quote_address(report, o.quote),
            }
            for o in report.series(indicator.id, scope)
        ],
        "change": (change := report.change(indicator.id, scope)) and shown(report, change, lang),
    }


_CELL = re.compile(r"\[[^\]]*?(?P<file>[^/\]]+\.xlsx), (?P<sheet>[^!\]]+)!(?P<cell>[A-Z]+[0-9]+)\]")


def _note_in_words(note: str, lang: Lang) -> str:
    """A note, with the workbook's cell that a value came from said in words.

    >>> _note_in_words("đã kiểm tra [workbook.xlsx, Số liệu!I12]", "vi")
    'đã kiểm tra ô I12, sheet «Số liệu», workbook.xlsx'
    """
    return _CELL.sub(
        lambda found: written("cell {cell}, sheet “{sheet}”, {file}", **found.groupdict())[lang],
        note,
    )
