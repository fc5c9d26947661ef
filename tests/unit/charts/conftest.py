"""A small book made by hand, without files, for the charts to draw."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from dxbook.model import (
    Break,
    Catalogue,
    Finding,
    Indicator,
    Observation,
    Pillar,
    Place,
    Quote,
    Reference,
    Report,
    Scope,
    Source,
    Standing,
    Target,
    Text,
    Unit,
    Validity,
    YearData,
)
from dxbook.words import NO_TEXT

ALWAYS = Validity()
#: id, Vietnamese, English, part of, places
SCOPES = (
    ("provincial-agencies", "cấp sở", "agencies", "", None),
    ("districts", "cấp huyện", "districts", "province", 13),
    ("communes", "cấp xã", "communes", "province", 225),
    ("agencies-districts", "cấp sở và cấp huyện", "agencies and districts", "", None),
    ("one-stop-centre", "Trung tâm", "the Centre", "province", None),
    ("province", "toàn tỉnh", "province", "", 1),
    ("population", "dân số", "population", "", None),
    ("households", "hộ gia đình", "households", "", None),
)
LEVELS = "province one-stop-centre districts communes"
#: id, pillar, unit, scopes, part of
INDICATORS = (
    ("steering_committees", "institutions", "percent", "agencies-districts communes", ""),
    ("staff_computers", "infrastructure", "percent", "agencies-districts communes", ""),
    ("smartphone_share", "infrastructure", "percent", "population", ""),
    ("fibre_households", "infrastructure", "percent", "households", ""),
    ("staff_training", "workforce", "units", "agencies-districts", ""),
    ("security_levels_units", "security", "units", "provincial-agencies districts", ""),
    ("dossiers_received", "government", "units", LEVELS, ""),
    ("dossiers_online", "government", "units", "province districts communes", ""),
    ("online_share", "government", "percent", LEVELS, ""),
    ("commune_portals", "government", "percent", "districts", ""),
    ("full_loudspeakers", "government", "units", "districts", ""),
    ("ict_loudspeakers", "government", "percent", "communes", ""),
    ("online_meetings", "government", "units", "province", ""),
    ("online_meetings_central", "government", "units", "province", "online_meetings"),
    ("online_meetings_district", "government", "units", "province", "online_meetings"),
    ("e_invoices", "economy", "percent", "province", ""),
    ("eid_accounts", "society", "units", "province", ""),
    ("eid_level_1", "society", "units", "province", "eid_accounts"),
    ("eid_level_2", "society", "units", "province", "eid_accounts"),
)
PILLARS = ("institutions", "infrastructure", "workforce", "security", "government", "economy",
           "society")  # fmt: skip
QUOTE = Quote("trích", 0, 5, "s")
Value = tuple[str, str, str]
Make = Callable[..., Report]


def _observation(value: Value, year: int) -> Observation:
    indicator, scope, said = value
    unit = next(i[2] for i in INDICATORS if i[0] == indicator)
    numerator, _, denominator = said.partition("/") if "/" in said else ("", "", "")
    number = Decimal(said.lstrip(">")) if said and "/" not in said else None
    if denominator:
        share = 100 * Decimal(numerator) / Decimal(denominator)
        number = share.quantize(Decimal("0.01"))
    return Observation(
        year=year,
        indicator=indicator,
        scope=scope,
        measure="level",
        value=number,
        qualifier="over" if said.startswith(">") else "",
        numerator=Decimal(numerator) if numerator else None,
        denominator=Decimal(denominator) if denominator else None,
        unit=unit,
        status="not-reported" if number is None else "reported",
        as_of=str(year),
        quote=QUOTE if number is not None else None,
        note="",
        file="f",
        row=2,
    )


def _catalogue() -> Catalogue:
    scopes = {
        id: Scope(id, Text(vi=vi, en=en), Text(vi=vi, en=en), (), part_of, places, ALWAYS)
        for id, vi, en, part_of, places in SCOPES
    }
    indicators = {
        id: Indicator(
            id, pillar, "", unit, "higher", tuple(among.split()), part_of, (),
            Text(vi=f"Chỉ tiêu {id}", en=f"Indicator {id}"), NO_TEXT, NO_TEXT, NO_TEXT,
            ALWAYS,
        )
        for id, pillar, unit, among, part_of in INDICATORS
    }  # fmt: skip
    units = {
        "percent": Unit("percent", "percent", Text(vi="%", en="%"), Text(vi="%", en="%")),
        "units": Unit(
            "units", "count", Text(vi="đơn vị", en="units"), Text(vi="đơn vị", en="unit")
        ),
        "rank": Unit("rank", "rank", Text(vi="hạng", en="rank"), Text(vi="hạng", en="rank")),
    }
    places = {
        f"d{n}": Place(f"d{n}", "district", Text(vi=f"huyện {n}", en=f"district {n}"), f"Huyện {n}",
                       ALWAYS, (n // 2, n % 2))
        for n in range(3)
    }  # fmt: skip
    pillars = {p: Pillar(p, n, Text(vi=f"Nội dung {p}", en=f"Pillar {p}"), p)
               for n, p in enumerate(PILLARS)}  # fmt: skip
    source = Source("s", 2022, "vi", "2022/s.txt", Text(vi="Báo cáo", en="Report"), NO_TEXT, "", "")
    sources = {"s": source}
    return Catalogue(pillars, {}, scopes, units, indicators, places, sources, {}, (), (), ())


def target(
    indicator: str, scope: str, value: str, *, year: int = 2022, same: bool = True
) -> Target:
    """A provincial target."""
    return Target(
        f"{indicator}_{year}", indicator, scope, year, ">=", Decimal(value), None, "percent",
        "province", Text(vi="Kế hoạch", en="Plan"), "", "https://example.org", "secondary", same,
        Text(vi="khác", en="differs"), "",
    )  # fmt: skip


def standing(indicator: str, place: str, *, closed: bool) -> Standing:
    """A place that a list says has something."""
    return Standing(2022, indicator, place, "has", closed, QUOTE, "f", 2)


def rank(year: int, value: int) -> Reference:
    """The province's rank in a year."""
    return Reference(
        f"r{year}", "", "", Text(vi="Thứ hạng", en="Rank"), Text(vi="Tỉnh", en="Province"),
        str(year), "",
        Decimal(value), None, "rank", True, NO_TEXT, "nguồn", "https://example.org", "",
    )  # fmt: skip


@pytest.fixture
def book() -> Make:
    """Makes a report of the values given: (indicator, scope, value), "" being not reported.

    A value may be "3/4" for a share with its parts, or ">75" for more than that.
    """

    def make(
        *values: Value,
        before: Iterable[Value] = (),
        corrections: dict[str, str] | None = None,
        targets: Iterable[Target] = (),
        standings: Iterable[Standing] = (),
        references: Iterable[Reference] = (),
        breaks: Iterable[Break] = (),
        flagged: Iterable[str] = (),
        year: int = 2022,
    ) -> Report:
        now = [_observation(v, year) for v in values]
        now = [
            replace(o, correction=Decimal(corrections[o.indicator]), status="corrected")
            if corrections and o.indicator in corrections
            else o
            for o in now
        ]
        years = {year: YearData(year, tuple(now), tuple(standings), (), (), {}, "trích", True)}
        past = tuple(_observation(v, year - 1) for v in before)
        if past:
            years[year - 1] = YearData(year - 1, past, (), (), (), {}, "", False)
        catalogue = replace(
            _catalogue(),
            targets=tuple(targets),
            references=tuple(references),
            breaks=tuple(breaks),
        )
        findings = tuple(
            Finding("rule", "error", subject, "f", 2, "value", "", Text(vi="sai", en="wrong"),
                    Text(vi="?", en="?"))
            for subject in flagged
        )  # fmt: skip
        return Report(year, catalogue, years, findings)

    return make


@pytest.fixture
def a_target() -> Callable[..., Target]:
    return target


@pytest.fixture
def a_standing() -> Callable[..., Standing]:
    return standing


@pytest.fixture
def a_rank() -> Callable[..., Reference]:
    return rank
