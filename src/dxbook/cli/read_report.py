"""`dxbook read-report`: values proposed from a prose report; nothing is written."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option

from ..data import find_root
from ..data import read_report as read_data
from ..errors import usage_error
from ..model import Catalogue, Observation, Quote
from ..reading import Proposal, Reading, Unclaimed, read_file, year_of
from ..reading import read_report as read
from ..wording import change, observed
from ..words import said, spoken
from .app import Root, announce, command

#: From this score on a proposal only needs a look; below, it needs a decision.
SURE = 0.8


@command()
def read_report(
    file: Annotated[Path, Argument(help=said("The report, .docx or .txt (UTF-8)."))],
    year: Annotated[int, Option(help=said("The year that the report is about."))],
    as_json: Annotated[
        bool,
        Option(
            "--json",
            help=said(
                "Write JSON on stdout. Values are plain decimals in strings (“88.48”), "
                "as precise as the report; start and end are characters of the file's "
                "text."
            ),
        ),
    ] = False,
    root: Root = None,
) -> None:
    """Propose a year's values from a prose report. Writes nothing; the year need not exist.

    Of the proposals scored 0.9, about nine in ten are right: look at every one.

    Example: dxbook read-report bao-cao-2023.docx --year 2023 --json
    """
    if not 2000 <= year <= 2100:
        raise usage_error(
            "{year} is not a year of a report. Write a year, such as --year 2023.", year=year
        )
    text = read_file(file)
    report = read_data((root or find_root()).resolve())
    named = year_of(text, year)
    if named != year:
        announce("The report is about {named}, not {year}. Check --year.", named=named, year=year)
    reading = read(text, report, year)
    if as_json:
        print(json.dumps(as_data(reading), ensure_ascii=False, indent=2))
    else:
        print(as_text(reading, report.catalogue, file.name))


def as_data(reading: Reading) -> dict[str, Any]:
    """What was read, as JSON shows it."""
    return {
        "year": reading.year,
        "proposals": [_fields(each) for each in reading.proposals],
        "unclaimed": [_fields(each) for each in reading.unclaimed],
    }


def _fields(read: Proposal | Unclaimed) -> dict[str, Any]:
    """The fields by name; JSON has no decimals, so these are in strings."""
    return {
        name: f"{value:f}" if isinstance(value, Decimal) else value
        for name, value in vars(read).items()
    }


def as_text(reading: Reading, catalogue: Catalogue, name: str) -> str:
    """What was read, for a person: the sure proposals, those to decide on, the numbers left."""
    sure = [p for p in reading.proposals if p.score >= SURE]
    other = [p for p in reading.proposals if p.score < SURE]
    lines = [
        said(
            "{name}: {count} values read with some certainty, {uncertain} uncertain, "
            "{unclaimed} numbers of no known indicator. Nothing was written.",
            name=name,
            count=len(sure),
            uncertain=len(other),
            unclaimed=len(reading.unclaimed),
        )
    ]
    for title, proposals in (
        (said("FAIRLY CERTAIN, LOOK AGAIN"), sure),
        (said("UNCERTAIN"), other),
    ):
        if proposals:
            lines += ["", title]
            lines += [line for p in proposals for line in _lines(p, reading.year, catalogue)]
    if reading.unclaimed:
        lines += ["", said("OF NO KNOWN INDICATOR")]
        lines += [f"  {u.token}: «{' '.join(u.quote.split())}»" for u in reading.unclaimed]
    return "\n".join(lines)


def _lines(p: Proposal, year: int, catalogue: Catalogue) -> list[str]:
    indicator, scope = catalogue.indicators[p.indicator], catalogue.scopes[p.scope]
    about = f"{indicator.name[spoken()]} ({scope.short[spoken()]})"
    lines = [
        f"  {p.score:.2f}  {about}: {_said(p, year, catalogue)}",
        f"        «{' '.join(p.quote.split())}»",
    ]
    return [*lines, f"        {p.note}"] if p.note else lines


def _said(p: Proposal, year: int, catalogue: Catalogue) -> str:
    """The value as the book would say it."""
    observation = Observation(
        year=year,
        indicator=p.indicator,
        scope=p.scope,
        measure=p.measure,
        value=p.value,
        qualifier=p.qualifier,
        numerator=p.numerator,
        denominator=p.denominator,
        unit=p.unit,
        status="reported",
        as_of="",
        quote=Quote(p.quote, p.start, p.end, ""),
        note=p.note,
        file="",
        row=0,
    )
    words = observed if p.measure == "level" else change
    return words(observation, catalogue.units[p.unit], spoken())
