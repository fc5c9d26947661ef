"""The one door from files to a `Report`: root → bytes → valid → parsed → seen from a year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..errors import DataError, Problem, usage_error
from ..model import Catalogue, Report, YearData
from ..words import said, written
from .catalogue import load_catalogue
from .files import Files
from .found_valid import hold_valid
from .root import all_places_in, places_in, years_in
from .sources import source_texts
from .years import YearReader

#: Reports kept at once: the book's own, and a place's.
KEPT = 2
_kept: dict[tuple[Path, str, str], Report] = {}


def load_report(root: Path, year: int | None = None, place: str = "") -> Report:
    """All the data of the report or of a place, validated, seen from a year, or else the newest.

    Raises:
        DataError: with all that is wrong in all the tables.
        UsageError: when the year has no edition.
    """
    return edition_of(valid_report(root, place), year)


def valid_report(root: Path, place: str = "") -> Report:
    """All the data, validated, seen from the newest edition: the same object for the same data.

    Raises:
        DataError: with all that is wrong in all the tables.
    """
    require_place(root, place)
    files = Files(root, place)
    hold_valid(files)
    return parsed(files)


def read_report(root: Path, place: str = "") -> Report:
    """The data as it parses, seen from the newest edition; without validation by schema.

    Raises:
        DataError: when a table cannot be read, or names what is not in the catalogue.
        UsageError: when no year has any data, or the place none.
    """
    return _parse(Files(root, place))


def parsed(files: Files) -> Report:
    """The data as `read_report` reads it: once, as long as it has the same digest."""
    same = files.root, files.place, files.digest
    report = _kept.pop(same, None) or _parse(files)
    _kept[same] = report  # the latest stands last
    while len(_kept) > KEPT:
        del _kept[next(iter(_kept))]
    return report


def edition_of(report: Report, year: int | None) -> Report:
    """The report seen from an edition's year, or else the newest's, with nothing asked yet.

    Raises:
        UsageError: when the year has no edition.
    """
    if year is None:
        return report.for_year(report.year)
    editions = report.for_year(report.year).editions()
    if year not in editions:
        known = ", ".join(str(y) for y in editions) or said("none")
        raise usage_error(
            "There is no edition of {year}. Editions: {known}.", year=year, known=known
        )
    return report.for_year(year)


def _parse(files: Files) -> Report:
    root, place = files.root, files.place
    catalogue = load_catalogue(files)
    if place:
        require_place(root, place, catalogue)
        catalogue = of_a_part(catalogue)
    problems: list[Problem] = []
    texts = source_texts(files, catalogue, problems)
    years: dict[int, YearData] = {}
    for year in years_in(root):
        if place and place not in places_in(root, year):
            continue
        try:
            years[year] = YearReader(files, year, catalogue, texts).read()
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(problems)
    if not years:
        raise usage_error("There is no year in {folder}.", folder=root / "data")
    editions = [y for y, data in years.items() if data.has_edition]
    return Report(max(editions or years), catalogue, years, of_place=place)


def of_a_part(catalogue: Catalogue) -> Catalogue:
    """The catalogue as it holds for a part of the whole: a place.

    What was set for the whole is no target of a part, which is not met or missed by it; and of how
    many units a part consists is not known.
    """
    differs = written("the target is set for the whole province or country, not for this place")
    return replace(
        catalogue,
        targets=tuple(replace(t, same=False, difference=differs) for t in catalogue.targets),
        scopes={id: replace(scope, places=None) for id, scope in catalogue.scopes.items()},
    )


def require_place(root: Path, place: str, catalogue: Catalogue | None = None) -> None:
    """Stop unless a place has data and, where a catalogue is given, is in it.

    Raises:
        UsageError: with the places that have.
    """
    if not place:
        return
    known = all_places_in(root)
    if place not in known or (catalogue and place not in catalogue.places):
        listed = ", ".join(known) or said("none")
        raise usage_error(
            "There is no data of the place {place!r}. Places with data: {listed}. A place's data "
            "is in data/YEAR/places/ID/, its id in data/places.csv.",
            place=place,
            listed=listed,
        )
