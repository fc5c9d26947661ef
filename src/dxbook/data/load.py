"""The one door from files to a `Report`."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from ..errors import DataError, Problem, UsageError
from ..model import Catalogue, Report, YearData
from ..words import said, written
from .catalogue import load_catalogue
from .root import places_in, years_in
from .years import YearReader, place_folder


def data_digest(root: Path, place: str = "") -> str:
    """A digest of every file under `data/` that a book is made from, by name and content.

    Hidden files, and the lock that Excel leaves beside an open workbook (`~$…`), are no data.

    Args:
        place: the place whose tables count too; those of the others never do.
    """
    return _digest_of(root, [place] if place else [])


def data_digest_with_places(root: Path) -> str:
    """A digest of the same files, and of the tables of every place."""
    return _digest_of(root, sorted({p for year in years_in(root) for p in places_in(root, year)}))


def _digest_of(root: Path, places: Sequence[str]) -> str:
    data, digest = root / "data", hashlib.sha256()
    folders = [data / place_folder(year, place) for year in years_in(root) for place in places]
    for folder in (data, *folders):
        for path in sorted(_files_below(folder)):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files_below(folder: Path) -> Iterator[Path]:
    """The files of data below a folder, without those of places."""
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "places" and not _is_no_data(name)]
        yield from (Path(here, name) for name in files if not _is_no_data(name))


def _is_no_data(name: str) -> bool:
    return name.startswith((".", "~$"))


def load_report(root: Path, year: int | None = None, place: str = "") -> Report:
    """All the data, validated, seen from one year.

    Args:
        root: the book's root.
        year: the edition's year; the newest edition when None.
        place: a place with tables of its own; empty for the report's own data.

    Raises:
        DataError: with all that is wrong in all the tables.
        UsageError: when the year has no edition.
    """
    digest = require_valid_data(root, place)
    return edition_of(parsed(root, digest, place), year)


def edition_of(report: Report, year: int | None) -> Report:
    """The report seen from an edition's year, with nothing asked yet.

    Args:
        year: the newest edition's when None.

    Raises:
        UsageError: when the year has no edition.
    """
    if year is None:
        return report.for_year(report.year)
    editions = report.for_year(report.year).editions()
    if year not in editions:
        known = ", ".join(str(y) for y in editions) or said("none")
        raise UsageError(
            said("There is no edition of {year}. Editions: {known}.", year=year, known=known)
        )
    return report.for_year(year)


@lru_cache(2)
def parsed(root: Path, digest: str, place: str = "") -> Report:
    """The data as `read_report` reads it: once, as long as it has the same digest."""
    return read_report(root, place)


def read_report(root: Path, place: str = "") -> Report:
    """The data as it parses, seen from the newest edition; without validation by schema.

    Raises:
        DataError: when a table cannot be read, or names what is not in the catalogue.
        UsageError: when no year has any data, or the place none.
    """
    catalogue = load_catalogue(root)
    if place:
        require_place(root, place, catalogue)
        catalogue = of_a_part(catalogue)
    years: dict[int, YearData] = {}
    problems: list[Problem] = []
    for year in years_in(root):
        if place and place not in places_in(root, year):
            continue
        try:
            years[year] = YearReader(root, year, catalogue, place).read()
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(list(dict.fromkeys(problems)))
    if not years:
        folder = root / "data"
        raise UsageError(said("There is no year in {folder}.", folder=folder))
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
    known = sorted({p for year in years_in(root) for p in places_in(root, year)})
    if place not in known or (catalogue and place not in catalogue.places):
        listed = ", ".join(known) or said("none")
        raise UsageError(
            said(
                "There is no data of the place {place!r}. Places with data: {listed}. A "
                "place's data is in data/YEAR/places/ID/, its id in data/places.csv.",
                place=place,
                listed=listed,
            )
        )


def require_valid_data(root: Path, place: str = "") -> str:
    """Validate by schema the tables that have not been found valid before as they are.

    What was found valid is kept in `_build/cache/valid-data`: the digest of all the data in the
    first line, and then a fingerprint of each table. A place has such a file for itself.

    Returns:
        The digest of the data (`data_digest`).

    Raises:
        DataError: with all the problems of all the tables at once.
    """
    require_place(root, place)
    common = root / "_build" / "cache" / "valid-data"
    stamp = common.with_name(f"valid-data-{place}") if place else common
    digest = data_digest(root, place)
    found = _lines_of(stamp)
    if found[:1] == [digest]:
        return digest
    from .validate import require_valid

    if place:
        found += _lines_of(common)
    fingerprints = require_valid(root, years_in(root), set(found), place)
    try:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text("\n".join([digest, *fingerprints]))
    except OSError:
        pass  # a read-only checkout is validated each time
    return digest


def _lines_of(stamp: Path) -> list[str]:
    return stamp.read_text().splitlines() if stamp.is_file() else []
