"""Small values to reckon with, without files."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from dxbook.model import (
    Catalogue,
    Indicator,
    Observation,
    Pillar,
    Quote,
    Report,
    Scope,
    Target,
    Text,
    Unit,
    Validity,
    YearData,
)
from dxbook.words import NO_TEXT

ALWAYS = Validity()


@pytest.fixture(scope="session")
def percent() -> Unit:
    return Unit("percent", "percent", Text(vi="%", en="%"), Text(vi="%", en="%"))


@pytest.fixture(scope="session")
def procedures() -> Unit:
    return Unit(
        "procedures",
        "count",
        Text(vi="thủ tục", en="procedures"),
        Text(vi="thủ tục", en="procedure"),
    )


@pytest.fixture(scope="session")
def observation() -> Callable[..., Observation]:
    """Make an observation; what is not said is that of a plain reported share."""

    def make(value: str | None = "80.07", **said: Any) -> Observation:
        quote = said.pop("quote", None)
        correction = said.pop("correction", None)
        fields: dict[str, Any] = {
            "year": 2022,
            "indicator": "smartphone_share",
            "scope": "population",
            "measure": "level",
            "qualifier": "",
            "numerator": None,
            "denominator": None,
            "unit": "percent",
            "status": "reported" if value is not None else "not-reported",
            "as_of": "2022",
            "note": "",
            "file": "data/2022/observations.csv",
            "row": 2,
            **said,
        }
        return Observation(
            value=None if value is None else Decimal(value),
            quote=Quote(quote, 0, len(quote), "source") if quote else None,
            correction=None if correction is None else Decimal(correction),
            **fields,
        )

    return make


@pytest.fixture(scope="session")
def target() -> Callable[..., Target]:
    """Make a target; what is not said is that of the province's own plan for the year."""

    def make(value: str = "85", high: str | None = None, **said: Any) -> Target:
        fields: dict[str, Any] = {
            "id": "smartphone_share_2022_province",
            "indicator": "smartphone_share",
            "scope": "population",
            "year": 2022,
            "comparator": ">=" if high is None else "range",
            "unit": "percent",
            "level": "province",
            "instrument": Text(vi="Kế hoạch số 2050/KH-UBND", en="Plan No. 2050/KH-UBND"),
            "issued_on": "",
            "url": "",
            "cited_from": "secondary",
            "same": True,
            "difference": NO_TEXT,
            "quote": "",
            **said,
        }
        return Target(value=Decimal(value), high=None if high is None else Decimal(high), **fields)

    return make


@pytest.fixture
def report(percent: Unit, procedures: Unit, observation: Callable[..., Observation]) -> Report:
    """Two indicators, two years: 2021 is known by derivation only, 2022 has an edition."""
    scopes = {
        id: Scope(id, Text(vi=id, en=id), Text(vi=id, en=id), (), "", None, ALWAYS)
        for id in ("population", "province", "communes")
    }
    indicators = {
        id: Indicator(
            id=id,
            pillar=pillar,
            section="",
            unit=unit,
            direction="higher",
            scopes=of,
            part_of="",
            share_of=(),
            name=Text(vi=f"vi {id}", en=f"en {id}"),
            definition=NO_TEXT,
            supplier=NO_TEXT,
            method=NO_TEXT,
            validity=ALWAYS,
        )
        for id, pillar, unit, of in [
            ("smartphone_share", "infrastructure", "percent", ("population",)),
            ("portal_procedures", "government", "procedures", ("province", "communes")),
        ]
    }
    catalogue = Catalogue(
        pillars={
            id: Pillar(id, position, Text(vi=id, en=id), id)
            for position, id in [(5, "government"), (2, "infrastructure")]
        },
        sections={},
        scopes=scopes,
        units={"percent": percent, "procedures": procedures},
        indicators=indicators,
        places={},
        sources={},
        terms={},
        targets=(),
        references=(),
        breaks=(),
    )

    def year(number: int, *observations: Observation, has_edition: bool) -> YearData:
        return YearData(number, observations, (), (), (), {}, "", has_edition)

    portal = {"indicator": "portal_procedures", "scope": "province", "unit": "procedures"}
    return Report(
        2022,
        catalogue,
        {
            2021: year(
                2021,
                observation("572", year=2021, status="derived", note="837 - 265", **portal),
                has_edition=False,
            ),
            2022: year(
                2022,
                observation("80.07"),
                observation("837", row=3, **portal),
                observation("265", row=4, measure="change", **portal),
                has_edition=True,
            ),
        },
    )
