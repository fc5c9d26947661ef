"""One indicator more: its row in the catalogue, and an empty observation in the newest year."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..data import Files, read_report
from ..errors import UsageError, usage_error
from ..model import Report, Text, TextRow
from ..wording import listed
from ..words import said, spoken, written
from ..writing import appended, unreported, year_table
from ..year import write_with_workbook
from .pages import require_id

INDICATORS = "data/indicators.csv"
_DIRECTIONS = ("higher", "lower", "neither")


@dataclass(frozen=True)
class NewIndicator:
    """An indicator to add.

    Args:
        scopes: ids; the first is the one meant when none is named.
        direction: which way is better: `higher`, `lower` or `neither`.
    """

    id: str
    pillar: str
    unit: str
    scopes: tuple[str, ...]
    name_vi: str
    name_en: str
    definition_vi: str
    definition_en: str
    direction: str = "higher"
    section: str = ""


def add_indicator(root: Path, new: NewIndicator) -> tuple[list[str], bool]:
    """Add an indicator.

    It is valid from the newest edition's year on, so that no earlier edition changes.

    Returns:
        The files written, relative to the root, and whether the year's workbook was among them;
        a workbook that holds what is not imported yet is left alone.

    Raises:
        UsageError: when it names what is not in the catalogue, or lacks a name.
        DataError: when the book's data would not be valid.
    """
    report = read_report(root)
    _require_known(report, new)
    year = report.year
    text = Files(root).text(INDICATORS)
    said = {
        **{name: str(value).strip() for name, value in vars(new).items()},
        "scopes": " ".join(new.scopes),
        "valid_from": f"{year}-01-01",
    }
    catalogue = appended(text, said)
    table = year_table(root, year, "observations")
    observations = table.with_rows(_with_rows(report, table.rows, new))
    files = {INDICATORS: catalogue.encode(), f"data/{year}/observations.csv": observations.csv()}
    workbook = write_with_workbook(root, year, files)
    return [*files, *workbook], bool(workbook)


def undoing_indicator(id: str, files: Iterable[str], *, workbook: bool = False) -> str:
    """What undoes an indicator, in one line for the user.

    Args:
        workbook: whether the year has a workbook, whose lines go when it is brought up to date.

    >>> undoing_indicator("x", ["data/indicators.csv", "data/2023/observations.csv"])
    'To undo: delete the rows of “x” in data/indicators.csv and data/2023/observations.csv.'
    """
    tables = [file for file in files if file.endswith(".csv")]
    undo = said(
        "To undo: delete the rows of “{id}” in {tables}", id=id, tables=listed(tables, spoken())
    )
    if not workbook:
        return f"{undo}."
    renew = f"dxbook workbook --year {tables[-1].split('/')[1]}"
    return undo + said(", and then bring the workbook up to date: {renew}.", renew=renew)


def _with_rows(report: Report, rows: Iterable[TextRow], new: NewIndicator) -> list[TextRow]:
    """The year's rows with empty ones for the indicator, after the last of its pillar."""
    had = list(rows)
    catalogue, key_of = report.catalogue, report.catalogue.schemas["observations"].key_of
    made = [
        unreported(catalogue, (new.id, scope, "level"), new.unit, report.year)
        for scope in new.scopes
    ]
    indicators = catalogue.indicators
    of_pillar = [
        n for n, row in enumerate(had) if indicators[row["indicator"]].pillar == new.pillar
    ]
    at = of_pillar[-1] + 1 if of_pillar else len(had)
    there = {key_of(row) for row in had}
    return [*had[:at], *(row for row in made if key_of(row) not in there), *had[at:]]


def _require_known(report: Report, new: NewIndicator) -> None:
    require_id(new.id)
    catalogue = report.catalogue
    if new.id in catalogue.indicators:
        raise usage_error(
            "There is an indicator “{id}” in {indicators} already.",
            id=new.id,
            indicators=INDICATORS,
        )
    _among(written("pillar"), new.pillar, catalogue.pillars)
    _among(written("unit"), new.unit, catalogue.units)
    direction = written("direction (--direction)")
    _among(direction, new.direction, dict.fromkeys(_DIRECTIONS))
    if new.section:
        _among(written("section"), new.section, catalogue.sections)
    if not new.scopes:
        raise usage_error("An indicator needs a scope at least, such as --scope province.")
    for scope in new.scopes:
        _among(written("scope"), scope, catalogue.scopes)
        if not catalogue.scopes[scope].validity.covers(report.year):
            raise usage_error(
                "There is no scope “{scope}” in {year}.", scope=scope, year=report.year
            )
    for name in ("name_vi", "name_en", "definition_vi", "definition_en"):
        if not getattr(new, name).strip():
            option = name.replace("_", "-")
            raise usage_error("--{option} is empty.", option=option)


def _among(noun: Text, id: str, table: Mapping[str, object]) -> None:
    if id in table:
        return
    near = difflib.get_close_matches(id, table, n=1, cutoff=0.0)
    message = said("There is no {noun} “{id}”.", noun=noun, id=id)
    if near:
        message += said(" Did you mean “{near}”?", near=near[0])
    known = ", ".join(table)
    raise UsageError(message + said(" There are: {known}.", known=known))
