"""The one door from files to a `Report`."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from ..errors import DataError, Problem, UsageError
from ..model import Report, YearData
from ..speech import said
from .catalogue import load_catalogue
from .years import YearReader


def find_root(start: Path | None = None) -> Path:
    """The nearest folder upward that has `_config.yml` and `data/`.

    Raises:
        UsageError: when there is none.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "_config.yml").is_file() and (folder / "data").is_dir():
            return folder
    raise UsageError(
        said(
            f"Không có sách ở {here} hay thư mục nào bên trên: thư mục của sách có _config.yml và "
            "data/. Hãy vào đúng thư mục, hoặc chỉ ra bằng --root.",
            f"No book at or above {here}: a book has _config.yml and data/. Use --root.",
        )
    )


def years_in(root: Path) -> list[int]:
    """The years that have a folder, oldest first."""
    folders = (root / "data").glob("[0-9][0-9][0-9][0-9]")
    return sorted(int(folder.name) for folder in folders if folder.is_dir())


def data_digest(root: Path) -> str:
    """A digest of every file under `data/`, by name and content.

    Hidden files, and the lock that Excel leaves beside an open workbook (`~$…`), are no data.
    """
    digest = hashlib.sha256()
    for path in sorted((root / "data").rglob("*")):
        names = path.relative_to(root).parts
        if path.is_file() and not any(name.startswith((".", "~$")) for name in names):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def load_report(root: Path, year: int | None = None) -> Report:
    """All the data, validated, seen from one year.

    Args:
        root: the book's root.
        year: the edition's year; the newest edition when None.

    Raises:
        DataError: with all that is wrong in all the tables.
        UsageError: when the year has no edition.
    """
    digest = require_valid_data(root)
    return edition_of(parsed(root, digest), year)


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
        known = ", ".join(str(y) for y in editions) or said("chưa có", "none")
        raise UsageError(
            said(
                f"Sách chưa có năm {year}. Các năm đã có: {known}.",
                f"There is no edition of {year}. Editions: {known}.",
            )
        )
    return report.for_year(year)


@lru_cache(1)
def parsed(root: Path, digest: str) -> Report:
    """The data as `read_report` reads it: once, as long as it has the same digest."""
    return read_report(root)


def read_report(root: Path) -> Report:
    """The data as it parses, seen from the newest edition; without validation by schema.

    Raises:
        DataError: when a table cannot be read, or names what is not in the catalogue.
        UsageError: when no year has any data.
    """
    catalogue = load_catalogue(root)
    years: dict[int, YearData] = {}
    problems: list[Problem] = []
    for year in years_in(root):
        try:
            years[year] = YearReader(root, year, catalogue).read()
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(list(dict.fromkeys(problems)))
    if not years:
        folder = root / "data"
        raise UsageError(said(f"Chưa có năm nào trong {folder}.", f"There is no year in {folder}."))
    editions = [y for y, data in years.items() if data.has_edition]
    return Report(max(editions or years), catalogue, years)


def require_valid_data(root: Path) -> str:
    """Validate by schema the tables that have not been found valid before as they are.

    What was found valid is kept in `_build/cache/valid-data`: the digest of all the data in the
    first line, and then a fingerprint of each table.

    Returns:
        The digest of the data (`data_digest`).

    Raises:
        DataError: with all the problems of all the tables at once.
    """
    stamp = root / "_build" / "cache" / "valid-data"
    digest = data_digest(root)
    found = stamp.read_text().splitlines() if stamp.is_file() else []
    if found[:1] == [digest]:
        return digest
    from .validate import require_valid

    fingerprints = require_valid(root, years_in(root), found[1:])
    try:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text("\n".join([digest, *fingerprints]))
    except OSError:
        pass  # a read-only checkout is validated each time
    return digest
