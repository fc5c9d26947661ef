"""One year's folder as `dxbook.model.YearData`, its quotes held against the source."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from ..errors import DataError, Problem
from ..model import (
    LANGS,
    NOTHING,
    Catalogue,
    Lang,
    Observation,
    Quote,
    Ruling,
    Source,
    Standing,
    Statement,
    YearData,
)
from ..words import said
from .tables import Row, read_table, read_text

A = TypeVar("A")


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


class YearReader:
    """Reads one year's tables and collects what is wrong with them.

    Args:
        root: the book's root.
        year: the year, whose folder is `data/<year>`.
        catalogue: what the rows may name.
        place: a place whose own tables are read, from `data/<year>/places/<place>`.
    """

    def __init__(self, root: Path, year: int, catalogue: Catalogue, place: str = "") -> None:
        self.root, self.year, self.catalogue, self.place = root, year, catalogue, place
        self.folder = f"data/{place_folder(year, place)}"
        self.problems: list[Problem] = []
        self.texts: Mapping[str, str] = {}

    def read(self) -> YearData:
        """The year's data.

        Raises:
            DataError: with all the problems of all its tables.
        """
        self.texts = self._source_texts()
        rulings = self._rows("rulings", self._ruling)
        corrections = {r.corrects: r.new_value for r in rulings if r.decision == "corrected"}
        observations = self._rows("observations", lambda row: self._observation(row, corrections))
        data = YearData(
            year=self.year,
            observations=tuple(observations),
            standings=tuple(self._rows("standings", self._standing)),
            statements=tuple(self._rows("statements", self._statement)),
            rulings=tuple(rulings),
            commentary=self._commentary(),
            # The year's source is the report's; a place's tables quote it by name.
            source_text=""
            if self.place
            else next((self.texts[s.id] for s in self._own_sources()), ""),
            has_edition=has_edition(self.root, self.year, self.place),
        )
        if self.problems:
            raise DataError(self.problems)
        return data

    def _own_sources(self) -> list[Source]:
        return [s for s in self.catalogue.sources.values() if s.year == self.year]

    def _source_texts(self) -> dict[str, str]:
        texts = {}
        for source in self.catalogue.sources.values():
            file = f"data/{source.path}"
            try:
                path = inside(self.root / "data", source.path, file)
                texts[source.id] = read_text(path, file)
            except DataError as error:
                self.problems.extend(error.problems)
                texts[source.id] = ""
                continue
            if hashlib.sha256(path.read_bytes()).hexdigest() != source.sha256:
                message = said(
                    "is not the text whose sha256 stands in data/sources.csv; restore "
                    "it, or, if a new text was issued, write its sha256 there and trace "
                    "its quotes again"
                )
                self.problems.append(Problem(file, None, None, message))
        return texts

    def _rows(self, name: str, make: Callable[[Row], A]) -> list[A]:
        file = f"{self.folder}/{name}.csv"
        if name != "observations" and not (self.root / file).exists():
            return []
        made = []
        try:
            for row in read_table(self.root, file):
                try:
                    made.append(make(row))
                except DataError as error:
                    self.problems.extend(error.problems)
        except DataError as error:
            self.problems.extend(error.problems)
        return made

    def _known(
        self, row: Row, column: str, table: Mapping[str, object], empty: bool = False
    ) -> str:
        id = row[column]
        if id not in table and not (empty and not id):
            message = said("{id!r} is not in the catalogue; add it there or mend the id", id=id)
            self.problems.append(row.problem(column, message))
        return id

    def _quote(self, row: Row) -> Quote | None:
        text = row["quote"]
        if not text:
            return None
        own = self._own_sources()
        source = row["source"] or (own[0].id if own else "")
        if source not in self.texts:
            message = said("there is no source {source!r}", source=source)
            self.problems.append(row.problem("source", message))
            return None
        start, end = row.integer("start"), row.integer("end")
        if start is None or end is None or self.texts[source][start:end] != text:
            at = self.texts[source].find(text)
            message = said("the source does not say this between start and end; ")
            nowhere = said("it stands nowhere in it")
            message += said("it stands at {at}", at=at) if at >= 0 else nowhere
            self.problems.append(row.problem("quote", message))
        return Quote(text, start or 0, end or 0, source)

    def _observation(
        self, row: Row, corrections: Mapping[tuple[str, str], Decimal | None]
    ) -> Observation:
        indicator = self._known(row, "indicator", self.catalogue.indicators)
        known = self.catalogue.indicators.get(indicator)
        value = row.number_in("value")
        status = row["status"]
        if (value is None) != (status in NOTHING):
            if status in NOTHING:
                message = said("status {status!r} goes with an empty value", status=status)
            else:
                message = said(
                    "status {status!r} needs a value; if there is none, write not-reported",
                    status=status,
                )
            self.problems.append(row.problem("value", message))
        if known and row["measure"] == "level" and row["unit"] != known.unit:
            unit = row["unit"]
            message = said(
                "{unit!r} is not the indicator's unit, {unit_2!r}", unit=unit, unit_2=known.unit
            )
            self.problems.append(row.problem("unit", message))
        observation = Observation(
            year=self.year,
            indicator=indicator,
            scope=self._known(row, "scope", self.catalogue.scopes),
            measure=row["measure"],  # type: ignore[arg-type]  # frictionless holds the enums
            value=value,
            qualifier=row["qualifier"],  # type: ignore[arg-type]
            numerator=row.number_in("numerator"),
            denominator=row.number_in("denominator"),
            unit=self._known(row, "unit", self.catalogue.units),
            status=status,  # type: ignore[arg-type]
            as_of=row["as_of"],
            quote=self._quote(row),
            note=row["note"],
            file=row.file,
            row=row.number,
        )
        if status != "corrected":
            return observation
        return replace(observation, correction=corrections.get((observation.key, row["value"])))

    def _standing(self, row: Row) -> Standing:
        quote = self._quote(row)
        if quote is None:
            message = said("a standing needs its quote")
            raise DataError([row.problem("quote", message)])
        return Standing(
            year=self.year,
            indicator=self._known(row, "indicator", self.catalogue.indicators),
            place=self._known(row, "place", self.catalogue.places),
            standing=row["standing"],  # type: ignore[arg-type]
            closed=row["list"] == "closed",
            quote=quote,
            file=row.file,
            row=row.number,
        )

    def _statement(self, row: Row) -> Statement:
        quote = self._quote(row)
        if quote is None:
            message = said("a statement needs its quote")
            raise DataError([row.problem("quote", message)])
        return Statement(
            id=row["id"],
            year=self.year,
            pillar=self._known(row, "pillar", self.catalogue.pillars),
            section=self._known(row, "section", self.catalogue.sections, empty=True),
            indicator=self._known(row, "indicator", self.catalogue.indicators, empty=True),
            kind=row["kind"],  # type: ignore[arg-type]
            text=row.text("text"),
            quote=quote,
            file=row.file,
            row=row.number,
        )

    def _ruling(self, row: Row) -> Ruling:
        return Ruling(
            year=self.year,
            finding=row["finding"],
            decision=row["decision"],  # type: ignore[arg-type]
            value=row["value"],
            new_value=row.number_in("new_value"),
            reason=row.text("reason"),
            document=row["document"],
            decided_by=row["decided_by"],
            decided_on=row["decided_on"],
            file=row.file,
            row=row.number,
        )

    def _commentary(self) -> dict[tuple[str, Lang], str]:
        folder = self.root / self.folder / "commentary"
        texts = {}
        for path in sorted(folder.glob("*.md")) if folder.is_dir() else []:
            page, _, lang = path.stem.rpartition(".")
            if lang in LANGS and page:
                file = f"{self.folder}/commentary/{path.name}"
                texts[page, lang] = read_text(path, file)
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
