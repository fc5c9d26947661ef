"""The smallest reports that break a rule, of a province that does not exist.

`dxbook check --rules` runs them, so that what is said of a rule is what it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from .. import model
from ..words import NO_TEXT, Text

YEAR = 2022
SOURCE = "example-2022"
ALWAYS = model.Validity()


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
    measure: model.Measure = "level"
    numerator: str = ""
    denominator: str = ""
    qualifier: model.Qualifier = ""
    unit: str = ""
    status: model.Status = "reported"
    quote: str = ""
    note: str = ""
    year: int = YEAR


class Example:
    """A text and what was read from it.

    Args:
        lists: (indicator, place) of a closed list of places that have something.
        rulings: (finding, value) of rulings.
    """

    def __init__(
        self,
        text: str,
        *rows: Says,
        lists: tuple[tuple[str, str], ...] = (),
        rulings: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.text, self.rows, self.lists, self.rulings = text, rows, lists, rulings

    def report(self) -> model.Report:
        """The example as a report."""
        rows: dict[int, list[model.Observation]] = {YEAR: []}
        for says in self.rows:
            table = rows.setdefault(says.year, [])
            table.append(self._observation(says, len(table) + 2))
        years = {
            year: model.YearData(year, tuple(made), (), (), (), {}, "", False)
            for year, made in rows.items()
        }
        years[YEAR] = replace(
            years[YEAR],
            standings=tuple(self._standings()),
            rulings=tuple(self._rulings()),
            source_text=self.text,
            has_edition=True,
        )
        return model.Report(YEAR, CATALOGUE, years)

    def _observation(self, says: Says, row: int) -> model.Observation:
        return model.Observation(
            year=says.year,
            indicator=says.indicator,
            scope=says.scope,
            measure=says.measure,
            value=_number(says.value),
            qualifier=says.qualifier,
            numerator=_number(says.numerator),
            denominator=_number(says.denominator),
            unit=says.unit or CATALOGUE.indicators[says.indicator].unit,
            status=says.status,
            as_of=str(says.year),
            quote=self._quote(says.quote) if says.quote != "-" and says.year == YEAR else None,
            note=says.note,
            file=f"data/{says.year}/observations.csv",
            row=row,
        )

    def _quote(self, text: str) -> model.Quote:
        quoted = text or self.text
        start = self.text.index(quoted)
        return model.Quote(quoted, start, start + len(quoted), SOURCE)

    def _standings(self) -> Iterator[model.Standing]:
        for row, (indicator, place) in enumerate(self.lists, start=2):
            file, quote = f"data/{YEAR}/standings.csv", self._quote("")
            yield model.Standing(YEAR, indicator, place, "has", True, quote, file, row)

    def _rulings(self) -> Iterator[model.Ruling]:
        for row, (finding, value) in enumerate(self.rulings, start=2):
            decided = (value, None, NO_TEXT, "", "", "", f"data/{YEAR}/rulings.csv", row)
            yield model.Ruling(YEAR, finding, "as-reported", *decided)


def _number(cell: str) -> Decimal | None:
    return Decimal(cell) if cell else None


def _scope(id: str, vi: str, en: str, part_of: str = "", places: int | None = None) -> model.Scope:
    return model.Scope(id, Text(vi=vi, en=en), Text(vi=vi, en=en), (), part_of, places, ALWAYS)


def _indicator(
    id: str, unit: str, vi: str, en: str, part_of: str = "", share_of: tuple[str, ...] = ()
) -> model.Indicator:
    scopes = ("province", "centre", "districts", "communes")
    return model.Indicator(
        id, "government", "", unit, "higher", scopes, part_of, share_of,
        Text(vi=vi, en=en), NO_TEXT, NO_TEXT, NO_TEXT, ALWAYS,
    )  # fmt: skip


def _unit(id: str, kind: Any, vi: str, one: str, en: str) -> model.Unit:
    return model.Unit(id, kind, Text(vi=vi, en=en), Text(vi=vi, en=one))


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
    model.Place(id, "district", Text(vi=id.title(), en=id.title()), id, ALWAYS, None)
    for id in ("a", "b", "c")
)
CATALOGUE = model.Catalogue(
    pillars={"government": model.Pillar("government", 1, NO_TEXT, "")},
    sections={},
    scopes={s.id: s for s in _SCOPES},
    units={u.id: u for u in _UNITS},
    indicators={i.id: i for i in _INDICATORS},
    places={p.id: p for p in _PLACES},
    sources={
        SOURCE: model.Source(
            SOURCE, YEAR, "vi", f"{YEAR}/source.vi.txt",
            Text(vi="Ví dụ", en="Example"), NO_TEXT, "", "",
        )
    },
    terms={},
    targets=(),
    references=(),
    breaks=(),
)  # fmt: skip
