"""The source texts, held against the digests that the catalogue has of them."""

from __future__ import annotations

from pathlib import Path

from ..errors import DataError, Problem
from ..keeping import digest_of
from ..model import Catalogue
from ..words import said
from .files import Files


def source_texts(files: Files, catalogue: Catalogue, problems: list[Problem]) -> dict[str, str]:
    """The text of each source by its id; empty where it cannot be read. Adds what is wrong."""
    data, texts = files.root / "data", {}
    for source in catalogue.sources.values():
        named = f"data/{source.path}"
        try:
            path = inside(data, source.path, named).relative_to(data.resolve())
            file = f"data/{path.as_posix()}"
            texts[source.id] = files.text(file)
        except DataError as error:
            problems.extend(error.problems)
            texts[source.id] = ""
            continue
        if digest_of(files.content(file)) != source.sha256:
            message = said(
                "is not the text whose sha256 stands in data/sources.csv; restore "
                "it, or, if a new text was issued, write its sha256 there and trace "
                "its quotes again"
            )
            problems.append(Problem(named, None, None, message))
    return texts


def inside(folder: Path, relative: str, file: str) -> Path:
    """A path named in the data, held inside its folder.

    Raises:
        DataError: when the path leads out of the folder.
    """
    path = (folder / relative).resolve()
    if not path.is_relative_to(folder.resolve()):
        message = said(
            "{relative!r} leads out of {name}/; name a file inside it",
            relative=relative,
            name=folder.name,
        )
        raise DataError([Problem(file, None, None, message)])
    return path
