"""Where a book is, and which years and places it has data of; nothing is read."""

from __future__ import annotations

from pathlib import Path

from ..errors import usage_error


def find_root(start: Path | None = None) -> Path:
    """The nearest folder upward that has `_config.yml` and `data/`.

    Raises:
        UsageError: when there is none.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "_config.yml").is_file() and (folder / "data").is_dir():
            return folder
    raise usage_error(
        "No book at or above {here}: a book has _config.yml and data/. Use --root.", here=here
    )


def years_in(root: Path) -> list[int]:
    """The years that have a folder, oldest first."""
    folders = (root / "data").glob("[0-9][0-9][0-9][0-9]")
    return sorted(int(folder.name) for folder in folders if folder.is_dir())


def places_in(root: Path, year: int) -> list[str]:
    """The places that have tables of their own in a year."""
    folders = (root / "data" / str(year) / "places").glob("*")
    return sorted(folder.name for folder in folders if folder.is_dir())


def all_places_in(root: Path) -> list[str]:
    """The places that have tables of their own in any year."""
    return sorted({place for year in years_in(root) for place in places_in(root, year)})


def place_folder(year: int, place: str = "") -> str:
    """The folder of a year's tables below `data/`: the report's own, or a place's.

    >>> place_folder(2022), place_folder(2022, "viet-tri")
    ('2022', '2022/places/viet-tri')
    """
    return f"{year}/places/{place}" if place else str(year)


def has_edition(root: Path, year: int, place: str = "") -> bool:
    """Whether a year has an edition: it has a folder of commentary, or is of a place."""
    folder = root / "data" / place_folder(year, place)
    return folder.is_dir() if place else (folder / "commentary").is_dir()
