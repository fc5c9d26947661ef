"""The smallest reports that break a rule, of a province that does not exist.

`dxbook check --rules` runs them, so that what is said of a rule is what it does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ..model import (
    Catalogue,
    Indicator,
    Observation,
    Pillar,
    Place,
    Quote,
    Report,
    Ruling,
    Scope,
    Source,
    Standing,
    Text,
    Unit,
    Validity,
    YearData,
)
from ..words import NO_TEXT

YEAR = 2022
SOURCE = "example-2022"
ALWAYS = Validity()


@dataclass(frozen=True)
class Says:
    """One observation of an example, in the words of its table; values are plain decimals.

    Args:
        quote: its stretch of the example's text; the whole text when empty, none when "-".
        unit: the indicator's own when empty.
    """

    indicator: str
    value: str = ""
    scope: str = "province"
    measure: str = "level"
    numerator: str = ""
    denominator: str = ""
    qualifier: str = ""
    unit: str = ""
    status: str = "reported"
    quote: str = ""
    note: str = ""
    year: int = YEAR


@dataclass(frozen=True)
class Example:
    """A text and what was read from it.

    Args:
        lists: (indicator, place) of a closed list of places that have something.
        rulings: (finding, value) of rulings.
    """

    text: str
    rows: tuple[Says, ...]
    lists: tuple[tuple[str, str], ...] = ()
    rulings: tuple[tuple[str, str], ...] = field(default=())

    def report(self) -> Report:
        """The example as a report."""
        rows: dict[int, list[Observation]] = {YEAR: []}
        for says in self.rows:
            table = rows.setdefault(says.year, [])
            table.append(self._observation(says, len(table) + 2))
        years = {year: self._year(year, tuple(made)) for year, made in rows.items()}
        return Report(YEAR, CATALOGUE, years)

    def _observation(self, says: Says, row: int) -> Observation:
        details: dict[str, Any] = {
            "measure": says.measure, "qualifier": says.qualifier, "status": says.status,
        }  # fmt: skip
        return Observation(
            year=says.year,
            indicator=says.indicator,
            scope=says.scope,
            value=_number(says.value),
            numerator=_number(says.numerator),
            denominator=_number(says.denominator),
            unit=says.unit or CATALOGUE.indicators[says.indicator].unit,
            as_of=str(says.year),
            quote=self._quote(says.quote) if says.quote != "-" and says.year == YEAR else None,
            note=says.note,
            file=f"data/{says.year}/observations.csv",
            row=row,
            **details,
        )

    def _quote(self, text: str) -> Quote:
        quoted = text or self.text
        start = self.text.index(quoted)
        return Quote(quoted, start, start + len(quoted), SOURCE)

    def _year(self, year: int, observations: tuple[Observation, ...]) -> YearData:
        own = year == YEAR
        file = f"data/{year}/standings.csv"
        standings = tuple(
            Standing(year, indicator, place, "has", True, self._quote(""), file, row)
            for row, (indicator, place) in enumerate(self.lists, start=2)
        )
        rulings = tuple(
            Ruling(
                year, finding, "as-reported", value, None, NO_TEXT, "", "", "",
                f"data/{year}/rulings.csv", row,
            )
            for row, (finding, value) in enumerate(self.rulings, start=2)
        )  # fmt: skip
        return YearData(
            year=year,
            observations=observations,
            standings=standings if own else (),
            statements=(),
            rulings=rulings if own else (),
            commentary={},
            source_text=self.text if own else "",
            has_edition=own,
        )


def _number(cell: str) -> Decimal | None:
    return Decimal(cell) if cell else None


def _scope(id: str, vi: str, en: str, part_of: str = "", places: int | None = None) -> Scope:
    return Scope(id, Text(vi=vi, en=en), Text(vi=vi, en=en), (), part_of, places, ALWAYS)


def _indicator(
    id: str, unit: str, vi: str, en: str, part_of: str = "", share_of: tuple[str, ...] = ()
) -> Indicator:
    nothing = NO_TEXT
    scopes = ("province", "centre", "districts", "communes")
    return Indicator(
        id, "government", "", unit, "higher", scopes, part_of, share_of,
        Text(vi=vi, en=en), nothing, nothing, nothing, ALWAYS,
    )  # fmt: skip


def _unit(id: str, kind: Any, vi: str, one: str, en: str) -> Unit:
    return Unit(id, kind, Text(vi=vi, en=en), Text(vi=vi, en=one))


_SCOPES = (
    _scope("province", "toàn tỉnh", "province", places=1),
    _scope("centre", "Trung tâm", "the Centre", "province"),
    _scope("districts", "cấp huyện", "districts", "province", 10),
    _scope("communes", "cấp xã", "communes", "province", 120),
)
_UNITS = (
    _unit("percent", "percent", "%", "%", "%"),
    _unit("percentage-points", "points", "điểm phần trăm", "percentage point", "percentage points"),
    _unit("unstated", "unstated", "(không nêu đơn vị)", "", "(unit not stated)"),
    _unit("units", "count", "đơn vị", "unit", "units"),
    _unit("dossiers", "count", "hồ sơ", "dossier", "dossiers"),
    _unit("meetings", "count", "cuộc họp", "meeting", "meetings"),
    _unit("connection-points", "count", "điểm cầu", "connection point", "connection points"),
)
_INDICATORS = (
    _indicator("received", "dossiers", "Hồ sơ tiếp nhận", "Dossiers received"),
    _indicator("online", "dossiers", "Hồ sơ trực tuyến", "Dossiers online"),
    _indicator(
        "online_share", "percent", "Tỷ lệ trực tuyến", "Online share",
        share_of=("online", "received"),
    ),
    _indicator("teams", "percent", "Xã có tổ công nghệ", "Communes with a team"),
    _indicator("approved", "units", "Đơn vị được phê duyệt", "Units approved"),
    _indicator("lacking", "units", "Đơn vị chưa có cán bộ", "Units without staff"),
    _indicator("meetings", "meetings", "Cuộc họp", "Meetings"),
    _indicator("meetings_city", "meetings", "Họp cấp tỉnh", "Provincial meetings", "meetings"),
    _indicator("meetings_all", "meetings", "Họp ba cấp", "Three-level meetings", "meetings"),
    _indicator("points", "connection-points", "Điểm cầu", "Connection points"),
)  # fmt: skip
_PLACES = tuple(
    Place(id, "district", Text(vi=id.title(), en=id.title()), id, ALWAYS, None)
    for id in ("a", "b", "c")
)
CATALOGUE = Catalogue(
    pillars={"government": Pillar("government", 1, NO_TEXT, "")},
    sections={},
    scopes={s.id: s for s in _SCOPES},
    units={u.id: u for u in _UNITS},
    indicators={i.id: i for i in _INDICATORS},
    places={p.id: p for p in _PLACES},
    sources={
        SOURCE: Source(
            SOURCE, YEAR, "vi", f"{YEAR}/source.vi.txt",
            Text(vi="Ví dụ", en="Example"), NO_TEXT, "", "",
        )
    },
    terms={},
    targets=(),
    references=(),
    breaks=(),
)  # fmt: skip
