"""The catalogue tables as `dxbook.model.Catalogue`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from .. import model
from ..errors import DataError, Problem
from ..words import LANGS, Text
from .files import Files
from .schema import descriptor, schemas
from .tables import Row, read_rows

T = TypeVar(
    "T", model.Pillar, model.Section, model.Scope, model.Unit, model.Indicator, model.Place,
    model.Source, model.Term,
)  # fmt: skip
A = TypeVar("A")


def load_catalogue(files: Files) -> model.Catalogue:
    """Read every table that holds for all years.

    Raises:
        DataError: with all the problems of all the tables.
    """
    problems: list[Problem] = []

    def rows(name: str, make: Callable[[Row], A]) -> list[A]:
        return read_rows(files, f"data/{name}.csv", make, problems)

    def by_id(name: str, make: Callable[[Row], T]) -> dict[str, T]:
        return {item.id: item for item in rows(name, make)}

    catalogue = model.Catalogue(
        pillars=by_id("pillars", lambda row: row.made(model.Pillar)),
        sections=by_id("sections", lambda row: row.made(model.Section)),
        scopes=by_id("scopes", lambda row: row.made(model.Scope)),
        units=by_id("units", _unit),
        indicators=by_id("indicators", _indicator),
        places=by_id("places", _place),
        sources={
            source.id: source
            for name in _source_tables(files.root)
            for source in rows(name, lambda row: row.made(model.Source))
        },
        terms=by_id("glossary", lambda row: row.made(model.Term)),
        targets=tuple(rows("targets", lambda row: _compared(row, model.Target))),
        references=tuple(rows("references", lambda row: _compared(row, model.Reference))),
        breaks=tuple(rows("breaks", _break)),
        schemas=schemas(descriptor(files)),
    )
    if problems:
        raise DataError(problems)
    return catalogue


def _source_tables(root: Path) -> list[str]:
    """The common table of sources, and that of each year's folder that has its own."""
    own = sorted((root / "data").glob("[0-9][0-9][0-9][0-9]/sources.csv"))
    return ["sources", *(f"{path.parent.name}/sources" for path in own)]


def _unit(row: Row) -> model.Unit:
    """A language that has no form for a single one of it uses the unit's name."""
    name = row.text("name")
    one = {lang: row[f"one_{lang}"] or name[lang] for lang in LANGS}
    return row.made(model.Unit, name=name, one=Text(**one))


def _indicator(row: Row) -> model.Indicator:
    keywords = (word.strip() for word in row["keywords_vi"].split(";"))
    return row.made(
        model.Indicator,
        share_of=tuple(row["share_of"].replace("/", " ").split()),
        keywords=tuple(word for word in keywords if word),
    )


def _place(row: Row) -> model.Place:
    tile_row, tile_column = row.integer("tile_row"), row.integer("tile_column")
    tile = None if tile_row is None or tile_column is None else (tile_row, tile_column)
    return row.made(model.Place, short=row["short_vi"], tile=tile)


def _compared(row: Row, of: type[A]) -> A:
    """A target or reference, which has two fields under another name than their columns."""
    high, same = row.number_in("value_high"), row["comparability"] == "same"
    return row.made(of, high=high, same=same)


def _break(row: Row) -> model.Break:
    return row.made(model.Break, comparable=row["comparable_after"] == "true")
