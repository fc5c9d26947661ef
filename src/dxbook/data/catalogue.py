"""The catalogue tables as `dxbook.model.Catalogue`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from ..errors import DataError, Problem
from ..model import (
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
from .tables import Row, read_table

T = TypeVar("T", Pillar, Section, Scope, Unit, Indicator, Place, Source, Term)
A = TypeVar("A")


def load_catalogue(root: Path) -> Catalogue:
    """Read every table that holds for all years.

    Raises:
        DataError: with all the problems of all the tables.
    """
    problems: list[Problem] = []

    def rows(name: str, make: Callable[[Row], A]) -> list[A]:
        made = []
        try:
            table = read_table(root, f"data/{name}.csv")
        except DataError as error:
            problems.extend(error.problems)
            return []
        for row in table:
            try:
                made.append(make(row))
            except DataError as error:
                problems.extend(error.problems)
        return made

    def by_id(name: str, make: Callable[[Row], T]) -> dict[str, T]:
        return {item.id: item for item in rows(name, make)}

    catalogue = Catalogue(
        pillars=by_id("pillars", _pillar),
        sections=by_id("sections", _section),
        scopes=by_id("scopes", _scope),
        units=by_id("units", _unit),
        indicators=by_id("indicators", _indicator),
        places=by_id("places", _place),
        sources={s.id: s for name in _source_tables(root) for s in rows(name, _source)},
        terms=by_id("glossary", _term),
        targets=tuple(rows("targets", _target)),
        references=tuple(rows("references", _reference)),
        breaks=tuple(rows("breaks", _break)),
    )
    if problems:
        raise DataError(problems)
    return catalogue


def _source_tables(root: Path) -> list[str]:
    """The common table of sources, and that of each year's folder that has its own."""
    own = sorted((root / "data").glob("[0-9][0-9][0-9][0-9]/sources.csv"))
    return ["sources", *(f"{path.parent.name}/sources" for path in own)]


def _pillar(row: Row) -> Pillar:
    return Pillar(
        id=row["id"],
        position=row.integer("position") or 0,
        name=row.text("name"),
        source_name=row["source_name"],
        headline=row.words("headline"),
    )


def _section(row: Row) -> Section:
    return Section(row["id"], row["pillar"], row.integer("position") or 0, row.text("name"))


def _scope(row: Row) -> Scope:
    return Scope(
        id=row["id"],
        name=row.text("name"),
        short=row.text("short"),
        members=row.words("members"),
        part_of=row["part_of"],
        places=row.integer("places"),
        validity=row.validity(),
    )


def _unit(row: Row) -> Unit:
    return Unit(
        id=row["id"],
        kind=row["kind"],  # type: ignore[arg-type]  # frictionless holds the enum
        name=row.text("name"),
        one=Text(vi=row["name_vi"], en=row["one_en"]),
    )


def _indicator(row: Row) -> Indicator:
    return Indicator(
        id=row["id"],
        pillar=row["pillar"],
        section=row["section"],
        unit=row["unit"],
        direction=row["direction"],  # type: ignore[arg-type]  # frictionless holds the enum
        scopes=row.words("scopes"),
        part_of=row["part_of"],
        share_of=tuple(row["share_of"].replace("/", " ").split()),
        name=row.text("name"),
        definition=row.text("definition"),
        supplier=row.text("supplier"),
        method=row.text("method"),
        validity=row.validity(),
        keywords=tuple(k.strip() for k in row["keywords_vi"].split(";") if k.strip()),
    )


def _place(row: Row) -> Place:
    tile_row, tile_column = row.integer("tile_row"), row.integer("tile_column")
    tile = None if tile_row is None or tile_column is None else (tile_row, tile_column)
    return Place(row["id"], row["kind"], row.text("name"), row["short_vi"], row.validity(), tile)


def _source(row: Row) -> Source:
    return Source(
        id=row["id"],
        year=row.integer("year") or 0,
        lang=row["lang"],
        path=row["path"],
        title=row.text("title"),
        publisher=row.text("publisher"),
        url=row["url"],
        sha256=row["sha256"],
        retrieved_on=row["retrieved_on"],
    )


def _term(row: Row) -> Term:
    return Term(
        id=row["id"],
        term=row.text("term"),
        abbreviation=row["abbreviation"],
        expansion=row.text("expansion"),
        explanation=row.text("explanation"),
    )


def _target(row: Row) -> Target:
    return Target(
        id=row["id"],
        indicator=row["indicator"],
        scope=row["scope"],
        year=row.integer("year") or 0,
        comparator=row["comparator"],  # type: ignore[arg-type]  # frictionless holds the enum
        value=row.number_in("value") or Decimal(0),
        high=row.number_in("value_high"),
        unit=row["unit"],
        level=row["level"],  # type: ignore[arg-type]  # frictionless holds the enum
        instrument=row.text("instrument"),
        issued_on=row["issued_on"],
        url=row["url"],
        cited_from=row["cited_from"],
        same=row["comparability"] == "same",
        difference=row.text("difference"),
        quote=row["quote"],
    )


def _reference(row: Row) -> Reference:
    return Reference(
        id=row["id"],
        indicator=row["indicator"],
        scope=row["scope"],
        name=row.text("name"),
        place=row.text("place"),
        period=row["period"],
        qualifier=row["qualifier"],
        value=row.number_in("value") or Decimal(0),
        high=row.number_in("value_high"),
        unit=row["unit"],
        same=row["comparability"] == "same",
        note=row.text("note"),
        source_title=row["source_title"],
        url=row["url"],
        cited_from=row["cited_from"],
    )


def _break(row: Row) -> Break:
    return Break(
        id=row["id"],
        date=row["date"],
        indicator=row["indicator"],
        scope=row["scope"],
        reason=row.text("reason"),
        comparable=row["comparable_after"] == "true",
    )
