"""What stands in a workbook: pure values, made from the data, before any sheet is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ..model import Catalogue, Finding, Report, Target, TextRow
from ..wording import aim

if TYPE_CHECKING:
    from ..reading import Proposal

#: The part of a cut workbook that holds what no unit supplies, places and statements.
_COMMON_PART = "Chung"


@dataclass(frozen=True)
class Shown:
    """What a workbook shows of a prose report.

    Args:
        proposals: the best value read for each observation, by its key.
        unclaimed: numbers of the report that belong to no known indicator, with their quotes.
    """

    proposals: Mapping[tuple[str, ...], Proposal] = field(default_factory=dict)
    unclaimed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class NumberLine:
    """One row of the sheet of numbers.

    Args:
        row: the observation as the data has it, or would have it if it were there.
        before: last year's value, where it may be compared.
        target: the targets that bear on it, in words.
        proposed: what a report says of a row that has no value.
        otherwise: what a report says of a row that has another value.
        agreeing: what a report says of a row that has this very value, and no quote yet.
    """

    row: TextRow
    before: Decimal | None = None
    target: str = ""
    proposed: Proposal | None = None
    otherwise: Proposal | None = None
    agreeing: Proposal | None = None


@dataclass(frozen=True)
class OpenPoint:
    """One row of the sheet of rulings: a finding, and what was decided about it.

    Args:
        identity: the finding's id and the evidence that a ruling rests on, as a row of rulings.
        observation: the key of the observation it is about; empty where it is about none.
        ruling: the ruling that stands; None where there is none.
        earlier: a ruling on values that the data had before; it has to be decided again.
    """

    finding: Finding
    identity: TextRow
    observation: tuple[str, ...] = ()
    ruling: TextRow | None = None
    earlier: TextRow | None = None


@dataclass(frozen=True)
class Content:
    """Everything in one workbook.

    Args:
        part: the reporting unit whose part this is; empty for the whole.
        unclaimed: numbers of the report that belong to no known indicator, with their quotes.
        points: the findings of the audit with their rulings; a part has none.
    """

    year: int
    catalogue: Catalogue
    numbers: tuple[NumberLine, ...]
    places: tuple[TextRow, ...]
    statements: tuple[TextRow, ...]
    part: str = ""
    unclaimed: tuple[tuple[str, str], ...] = ()
    points: tuple[OpenPoint, ...] = ()


def number_lines(
    report: Report,
    year: int,
    rows: Sequence[TextRow],
    proposals: Mapping[tuple[str, ...], Proposal],
) -> list[NumberLine]:
    """The lines of the sheet of numbers, with last year's value and the targets beside each.

    A proposal never takes the place of a value: it stands in an empty line, or beside.
    """
    lines, key_of = [], report.catalogue.schemas["observations"].key_of
    for row in rows:
        said = proposals.get(key_of(row))
        lines.append(
            NumberLine(
                row=row,
                before=before(report, year, row),
                target=targets_due(report.catalogue, year, row),
                proposed=None if row["value"] else said,
                otherwise=said if said and row["value"] and _differs(row, said) else None,
                agreeing=said if said and _is_stated(row, said) else None,
            )
        )
    return lines


def _differs(row: TextRow, said: Proposal) -> bool:
    return Decimal(row["value"]) != said.value or row["qualifier"] != said.qualifier


def _is_stated(row: TextRow, said: Proposal) -> bool:
    """Whether a reported value that has no quote is the very number that the report states."""
    same = bool(row["value"]) and not _differs(row, said) and said.unit == row["unit"]
    return same and row["status"] == "reported" and not row["quote"]


def before(report: Report, year: int, row: TextRow) -> Decimal | None:
    """The value of the year before, unless the series stopped being comparable in between."""
    data = report.years.get(year - 1)
    if data is None or row["measure"] != "level":
        return None
    if report.catalogue.break_between(row["indicator"], row["scope"], year - 1, year):
        return None
    found = data.by_key.get((row["indicator"], row["scope"], "level"))
    return found.best if found else None


def targets_due(catalogue: Catalogue, year: int, row: TextRow) -> str:
    """The targets of the year, or else of the next year that has any, in words."""
    if row["measure"] != "level":
        return ""
    of_indicator = [
        t for t in catalogue.targets if t.indicator == row["indicator"] and t.year >= year
    ]
    first = min((t.year for t in of_indicator), default=None)
    due = [t for t in of_indicator if t.year == first]
    own = [t for t in due if t.scope == row["scope"]]
    related = [t for t in due if t.scope != row["scope"] and not t.same]
    return "; ".join(dict.fromkeys(_target_words(catalogue, t) for t in own + related))


def _target_words(catalogue: Catalogue, target: Target) -> str:
    level = "tỉnh" if target.level == "province" else "quốc gia"
    words = f"{aim(target, catalogue.units[target.unit], 'vi')} (năm {target.year}, {level})"
    return words if target.same else f"{words} – đo một việc gần giống"


def place_rows(report: Report, year: int) -> list[TextRow]:
    """Rows to fill in for places: what the last edition listed, for every place of its kinds."""
    past = [y for y, data in report.years.items() if y < year and data.standings]
    if not past:
        return []
    places = report.catalogue.places
    kinds: dict[str, set[str]] = {}
    for standing in report.years[max(past)].standings:
        kinds.setdefault(standing.indicator, set()).add(places[standing.place].kind)
    schema = report.catalogue.schemas["standings"]
    return [
        schema.row(indicator=indicator, place=place.id)
        for indicator, of_kind in kinds.items()
        for place in places.values()
        if place.kind in of_kind
        and place.validity.covers(year)
        and report.catalogue.indicators[indicator].validity.covers(year)
    ]


def cut_by_supplier(content: Content) -> list[Content]:
    """One workbook for each reporting unit; what belongs to none is the common part."""
    lines: dict[str, list[NumberLine]] = {_COMMON_PART: []}
    for line in content.numbers:
        supplier = content.catalogue.indicators[line.row["indicator"]].supplier["vi"]
        lines.setdefault(supplier or _COMMON_PART, []).append(line)
    common = replace(content, numbers=tuple(lines.pop(_COMMON_PART)), part=_COMMON_PART, points=())
    bare = replace(common, places=(), statements=(), unclaimed=())
    parts = (replace(bare, numbers=tuple(own), part=part) for part, own in lines.items())
    return [common, *parts]
