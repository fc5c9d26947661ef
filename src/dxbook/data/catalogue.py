"""The catalogue tables as `dxbook.model.Catalogue`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from ..errors import DataError, Problem
from ..model import (
    LANGS,
    Break,
    Catalogue,
    Indicator,
    Pillar,
    Place,
    Reference,
    Scope,
    Section,
    Source,
    Target,
    Term,
    Text,
    Unit,
)
from .files import Files
from .schema import descriptor, schemas
from .tables import Row, read_rows

T = TypeVar("T", Pillar, Section, Scope, Unit, Indicator, Place, Source, Term)
A = TypeVar("A")


def load_catalogue(files: Files) -> Catalogue:
    """Read every table that holds for all years.

    Raises:
        DataError: with all the problems of all the tables.
    """
    problems: list[Problem] = []

    def rows(name: str, make: Callable[[Row], A]) -> list[A]:
        return read_rows(files, f"data/{name}.csv", make, problems)

    def by_id(name: str, make: Callable[[Row], T]) -> dict[str, T]:
        return {item.id: item for item in rows(name, make)}

    catalogue = Catalogue(
        pillars=by_id("pillars", lambda row: row.made(Pillar)),
        sections=by_id("sections", lambda row: row.made(Section)),
        scopes=by_id("scopes", lambda row: row.made(Scope)),
        units=by_id("units", _unit),
        indicators=by_id("indicators", _indicator),
        places=by_id("places", _place),
        sources={
            source.id: source
            for name in _source_tables(files.root)
            for source in rows(name, lambda row: row.made(Source))
        },
        terms=by_id("glossary", lambda row: row.made(Term)),
        targets=tuple(rows("targets", lambda row: row.made(Target, **_compared(row)))),
        references=tuple(rows("references", lambda row: row.made(Reference, **_compared(row)))),
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


def _unit(row: Row) -> Unit:
    """A language that has no form for a single one of it uses the unit's name."""
    name = row.text("name")
    one = {lang: row[f"one_{lang}"] or name[lang] for lang in LANGS}
    return row.made(Unit, name=name, one=Text(**one))


def _indicator(row: Row) -> Indicator:
    keywords = (word.strip() for word in row["keywords_vi"].split(";"))
    return row.made(
        Indicator,
        share_of=tuple(row["share_of"].replace("/", " ").split()),
        keywords=tuple(word for word in keywords if word),
    )


def _place(row: Row) -> Place:
    tile_row, tile_column = row.integer("tile_row"), row.integer("tile_column")
    tile = None if tile_row is None or tile_column is None else (tile_row, tile_column)
    return row.made(Place, short=row["short_vi"], tile=tile)


def _compared(row: Row) -> dict[str, object]:
    """What a target or reference has under another name than its column."""
    return {"high": row.number_in("value_high"), "same": row["comparability"] == "same"}


def _break(row: Row) -> Break:
    return row.made(Break, comparable=row["comparable_after"] == "true")
