"""The bytes of a book's files, each read once, and digests of them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from ..errors import DataError, Problem
from ..words import said
from .root import all_places_in, place_folder, years_in


class Files:
    """A book's files as they are read: each once, so that all who ask see the same bytes.

    A file is named by its path relative to the book's root, such as `data/2022/observations.csv`.
    The tables of the years are those of the place, if one is meant.
    """

    def __init__(self, root: Path, place: str = "") -> None:
        self.root, self.place = root, place
        self._contents: dict[str, bytes] = {}

    def __contains__(self, file: str) -> bool:
        return file in self._contents or (self.root / file).exists()

    def content(self, file: str) -> bytes:
        """The bytes of a file.

        Raises:
            DataError: when it is missing.
        """
        if file not in self._contents:
            try:
                self._contents[file] = (self.root / file).read_bytes()
            except FileNotFoundError:
                message = said("the file is missing")
                raise DataError([Problem(file, None, None, message)]) from None
        return self._contents[file]

    def text(self, file: str) -> str:
        """A UTF-8 file as text with its newlines kept.

        Raises:
            DataError: when it is missing or is not UTF-8.
        """
        try:
            return self.content(file).decode("utf-8")
        except UnicodeDecodeError as error:
            message = said("is not UTF-8 (byte {start}); save it as UTF-8", start=error.start)
            raise DataError([Problem(file, None, None, message)]) from None

    @cached_property
    def digest(self) -> str:
        """A digest of every file that the report or the place is made from: see `data_digest`."""
        return self.digest_with([self.place] if self.place else [])

    def digest_with(self, places: Sequence[str]) -> str:
        """A digest of the common files and those of some places, by name and content."""
        data, digest = self.root / "data", hashlib.sha256()
        years = years_in(self.root) if places else []
        folders = [data / place_folder(year, place) for year in years for place in places]
        for folder in (data, *folders):
            for path in sorted(_files_below(folder)):
                file = path.relative_to(self.root).as_posix()
                digest.update(file.encode() + b"\0")
                digest.update(hashlib.sha256(self.content(file)).digest())
        return digest.hexdigest()


def data_digest(root: Path, place: str = "") -> str:
    """A digest of every file under `data/` that a book is made from, by name and content.

    Hidden files, and the lock that Excel leaves beside an open workbook (`~$…`), are no data. Of
    the places, only the tables of the one that is meant count.
    """
    return Files(root, place).digest


def data_digest_with_places(root: Path) -> str:
    """A digest of the same files, and of the tables of every place."""
    return Files(root).digest_with(all_places_in(root))


def _files_below(folder: Path) -> Iterator[Path]:
    """The files of data below a folder, without those of places."""
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "places" and not _is_no_data(name)]
        yield from (Path(here, name) for name in files if not _is_no_data(name))


def _is_no_data(name: str) -> bool:
    return name.startswith((".", "~$"))
