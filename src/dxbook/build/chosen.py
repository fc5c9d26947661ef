"""Which editions a build makes, and of which pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..data import places_in, years_in
from ..errors import usage_error
from ..model import LANGS, Edition, Report
from ..words import said
from .options import EVERY


def places_of(root: Path, asked: Sequence[str]) -> list[str]:
    """The places whose editions are asked for; `all` is every place with data, "" the whole."""
    if EVERY not in asked:
        return list(dict.fromkeys(asked))
    return sorted({place for year in years_in(root) for place in places_in(root, year)})


def editions_of(report: Report, year: int | None, lang: str) -> list[Edition]:
    """The editions to build.

    Args:
        year: None for every year.
        lang: a language, or `all`.

    Raises:
        UsageError: when the year has no edition.
    """
    known = report.editions()
    if year is not None and year not in known:
        listed = ", ".join(str(y) for y in known) or said("none")
        raise usage_error(
            "There is no edition of {year}. Editions: {listed}. Make one with `dxbook new-year "
            "{year}`.",
            year=year,
            listed=listed,
        )
    years = known if year is None else (year,)
    langs = [each for each in LANGS if lang in (EVERY, each)]
    return [Edition(y, each, report.of_place) for y in years for each in langs]


def pages_of(report: Report, pages: Sequence[str]) -> list[str]:
    """The pages of the year's editions: without pillars that have no indicator in the year."""
    absent = set(report.catalogue.pillars) - {pillar.id for pillar in report.pillars()}
    return [page for page in pages if page not in absent]


def parameters_of(edition: Edition) -> dict[str, str | int]:
    """What the pages of an edition are run with: a place only where there is one."""
    place = {"place": edition.place} if edition.place else {}
    return {"year": edition.year, "lang": edition.lang, **place}
