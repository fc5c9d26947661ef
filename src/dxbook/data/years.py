"""One year's folder as `dxbook.model.YearData`, its quotes held against the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from .. import model
from ..errors import DataError, Problem
from ..words import LANGS, Lang, said
from .files import Files
from .root import has_edition, place_folder
from .tables import Row, read_rows

A = TypeVar("A")


class YearReader:
    """Reads one year's tables and collects what is wrong with them.

    Args:
        files: the book's; of a place, its own tables are read.
        catalogue: what the rows may name.
        texts: the source texts by id.
    """

    def __init__(
        self, files: Files, year: int, catalogue: model.Catalogue, texts: Mapping[str, str]
    ) -> None:
        self.files, self.year, self.catalogue, self.texts = files, year, catalogue, texts
        self.folder = f"data/{place_folder(year, files.place)}"
        self.problems: list[Problem] = []
        of_year = (s.id for s in catalogue.sources.values() if s.year == year)
        self.own_source = next(of_year, "")

    def read(self) -> model.YearData:
        """The year's data.

        Raises:
            DataError: with all the problems of all its tables.
        """
        rulings = self._rows("rulings", lambda row: row.made(model.Ruling, year=self.year))
        corrections = {r.corrects: r.new_value for r in rulings if r.decision == "corrected"}
        observations = self._rows("observations", lambda row: self._observation(row, corrections))
        place = self.files.place
        data = model.YearData(
            year=self.year,
            observations=tuple(observations),
            standings=tuple(self._rows("standings", self._standing)),
            statements=tuple(self._rows("statements", self._statement)),
            rulings=tuple(rulings),
            commentary=self._commentary(),
            # The year's source is the report's; a place's tables quote it by name.
            source_text="" if place else self.texts.get(self.own_source, ""),
            has_edition=has_edition(self.files.root, self.year, place),
        )
        if self.problems:
            raise DataError(self.problems)
        return data

    def _rows(self, name: str, make: Callable[[Row], A]) -> list[A]:
        file = f"{self.folder}/{name}.csv"
        if name != "observations" and file not in self.files:
            return []
        return read_rows(self.files, file, make, self.problems)

    def _hold_known(
        self, row: Row, tables: Mapping[str, Mapping[str, object]], *, empty: bool = False
    ) -> None:
        """Note the ids that are not in the catalogue, by the columns that name them."""
        for column, table in tables.items():
            id = row[column]
            if id not in table and not (empty and not id):
                message = said("{id!r} is not in the catalogue; add it there or mend the id", id=id)
                self.problems.append(row.problem(column, message))

    def _quote(self, row: Row) -> model.Quote | None:
        text = row["quote"]
        if not text:
            return None
        source = row["source"] or self.own_source
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
        return model.Quote(text, start or 0, end or 0, source)

    def _needed_quote(self, row: Row, message: str) -> model.Quote:
        if quote := self._quote(row):
            return quote
        raise DataError([row.problem("quote", message)])

    def _observation(
        self, row: Row, corrections: Mapping[tuple[str, str], Decimal | None]
    ) -> model.Observation:
        known = self.catalogue
        named = {"indicator": known.indicators, "scope": known.scopes, "unit": known.units}
        self._hold_known(row, named)
        observation = row.made(model.Observation, year=self.year, quote=self._quote(row))
        self._hold_value(row, observation)
        if observation.status != "corrected":
            return observation
        return replace(observation, correction=corrections.get((observation.key, row["value"])))

    def _hold_value(self, row: Row, observation: model.Observation) -> None:
        """Note a status that does not go with the value, and a unit that is not the indicator's."""
        status, unit = observation.status, observation.unit
        if (observation.value is None) != (status in model.NOTHING):
            message = said(
                "status {status!r} needs a value; if there is none, write not-reported",
                status=status,
            )
            if status in model.NOTHING:
                message = said("status {status!r} goes with an empty value", status=status)
            self.problems.append(row.problem("value", message))
        indicator = self.catalogue.indicators.get(observation.indicator)
        if indicator and observation.measure == "level" and unit != indicator.unit:
            message = said(
                "{unit!r} is not the indicator's unit, {own!r}", unit=unit, own=indicator.unit
            )
            self.problems.append(row.problem("unit", message))

    def _standing(self, row: Row) -> model.Standing:
        quote = self._needed_quote(row, said("a standing needs its quote"))
        known = self.catalogue
        self._hold_known(row, {"indicator": known.indicators, "place": known.places})
        return row.made(model.Standing, year=self.year, closed=row["list"] == "closed", quote=quote)

    def _statement(self, row: Row) -> model.Statement:
        quote = self._needed_quote(row, said("a statement needs its quote"))
        known = self.catalogue
        self._hold_known(row, {"pillar": known.pillars})
        may_lack = {"section": known.sections, "indicator": known.indicators}
        self._hold_known(row, may_lack, empty=True)
        return row.made(model.Statement, year=self.year, quote=quote)

    def _commentary(self) -> dict[tuple[str, Lang], str]:
        folder = self.files.root / self.folder / "commentary"
        texts = {}
        for path in sorted(folder.glob("*.md")) if folder.is_dir() else []:
            page, _, lang = path.stem.rpartition(".")
            if lang in LANGS and page:
                texts[page, lang] = self.files.text(f"{self.folder}/commentary/{path.name}")
        return texts
