"""The picture that is shown where a link to the book is shared: title, year, leading figures.

It is drawn with a font of the package, whose name no system's font has, so that every machine draws
the same picture: Be Vietnam Pro 600 as in `fonts` (its licence is with the theme),
both subsets in one file, for the drawing library does not read compressed fonts.
"""

from __future__ import annotations

from pathlib import Path

from ..model import Lang, Report, parse_key
from ..parts import render
from ..wording import observed, wrapped
from . import TEMPLATES

WIDTH, HEIGHT = 1200, 630
FONT = "dxbook preview"
#: As many leading figures as there is room for, a pillar each.
_FIGURES = 3
_FONT_FOLDER = Path(__file__).parent / "preview_font"
_EDGE = 70


def preview_png(report: Report, title: str, lang: Lang) -> bytes:
    """The preview of an edition."""
    import vl_convert

    vl_convert.register_font_directory(str(_FONT_FOLDER))
    picture: bytes = vl_convert.svg_to_png(preview(report, title, lang))
    return picture


def preview(report: Report, title: str, lang: Lang) -> str:
    """The picture as SVG."""
    room = (WIDTH - 2 * _EDGE) / _FIGURES
    return render(
        "preview.svg",
        TEMPLATES,
        width=WIDTH,
        height=HEIGHT,
        edge=_EDGE,
        room=room,
        font=FONT,
        title=wrapped(title, WIDTH - 2 * _EDGE, 58, bold=True)[:2],
        edition=_edition(report, lang),
        figures=[
            (value, wrapped(name, room - 40, 24, bold=True)[:4])
            for value, name in leading_figures(report, lang)
        ],
    )


def _edition(report: Report, lang: Lang) -> str:
    if not report.of_place:
        return str(report.year)
    return f"{report.year}, {report.catalogue.places[report.of_place].name[lang]}"


def leading_figures(report: Report, lang: Lang) -> list[tuple[str, str]]:
    """The first leading share of each pillar that is known and that nothing is found against."""
    found = []
    for pillar in report.pillars():
        for text in pillar.headline:
            key = parse_key(report, text)
            observation = report.observation(key.indicator, key.scope)
            if observation is None or observation.best is None or observation.unit != "percent":
                continue
            if report.findings_on(observation.key) or observation.best == 100:
                continue
            indicator = report.indicator(key.indicator)
            name = indicator.name[lang]
            if len(indicator.scopes) > 1:
                name += f" ({report.scope(key.scope).short[lang]})"
            found.append((observed(observation, report.unit(observation.unit), lang), name))
            break
    return found[:_FIGURES]
