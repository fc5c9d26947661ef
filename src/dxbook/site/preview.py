"""The picture that is shown where a link to the book is shared: title, year, leading figures.

It is drawn with a font of the package, whose name no system's font has, so that every machine draws
the same picture: Be Vietnam Pro 600 as in `fonts` (its licence is with the theme),
both subsets in one file, for the drawing library does not read compressed fonts.
"""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from ..model import Lang, Report, parse_key
from ..wording.lettering import wrapped
from ..wording.numbers import observed

WIDTH, HEIGHT = 1200, 630
FONT = "dxbook preview"
#: As many leading figures as there is room for, a pillar each.
FIGURES = 3
_FONT_FOLDER = Path(__file__).parent / "preview_font"
_EDGE, _INK, _QUIET, _PAPER, _BLUE = 70, "#1b2530", "#56616d", "#ffffff", "#0b5c92"


def preview_png(report: Report, title: str, lang: Lang) -> bytes:
    """The preview of an edition.

    Args:
        report: the report as seen from the edition's year.
        title: the book's title in the edition's language.
    """
    import vl_convert

    vl_convert.register_font_directory(str(_FONT_FOLDER))
    picture: bytes = vl_convert.svg_to_png(preview(report, title, lang))
    return picture


def preview(report: Report, title: str, lang: Lang) -> str:
    """The picture as SVG."""
    parts = [Markup('<rect width="{}" height="{}" fill="{}"/>').format(WIDTH, HEIGHT, _PAPER)]
    parts.append(Markup('<rect width="{}" height="18" fill="{}"/>').format(WIDTH, _BLUE))
    lines = wrapped(title, WIDTH - 2 * _EDGE, 58, bold=True)[:2]
    parts += [_words(_EDGE, 130 + 74 * n, 58, _INK, line) for n, line in enumerate(lines)]
    parts.append(_words(_EDGE, 140 + 74 * len(lines), 40, _BLUE, _edition(report, lang)))
    room = (WIDTH - 2 * _EDGE) / FIGURES
    for n, (value, name) in enumerate(leading_figures(report, lang)):
        x = _EDGE + n * room
        parts.append(
            Markup('<rect x="{}" y="370" width="{}" height="4" fill="{}"/>').format(
                round(x), round(room - 40), _BLUE
            )
        )
        parts.append(_words(x, 440, 52, _INK, value))
        for row, line in enumerate(wrapped(name, room - 40, 24, bold=True)[:4]):
            parts.append(_words(x, 486 + 32 * row, 24, _QUIET, line))
    return str(
        Markup('<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}">{}</svg>').format(
            WIDTH, HEIGHT, Markup("").join(parts)
        )
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
    return found[:FIGURES]


def _words(x: float, y: float, size: int, colour: str, text: str) -> Markup:
    return Markup('<text x="{}" y="{}" font-family="{}" font-size="{}" fill="{}">{}</text>').format(
        round(x), y, FONT, size, colour, text
    )
