"""The year's values as a pandas table, for an analyst's own charts and sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Lang, Report

if TYPE_CHECKING:
    import pandas as pd


def tidy(report: Report, pillar: str | None, lang: Lang) -> pd.DataFrame:
    """One row for each observation of a pillar, or of all; `value` in the unit of `unit`."""
    import pandas as pd

    rows = [
        {
            "pillar": report.indicator(o.indicator).pillar,
            "indicator": o.indicator,
            "name": report.indicator(o.indicator).name[lang],
            "scope": o.scope,
            "scope_name": report.scope(o.scope).short[lang],
            "measure": o.measure,
            "value": None if o.best is None else float(o.best),
            "reported": "" if o.value is None else str(o.value),
            "qualifier": o.qualifier,
            "numerator": None if o.numerator is None else float(o.numerator),
            "denominator": None if o.denominator is None else float(o.denominator),
            "unit": o.unit,
            "status": o.status,
            "as_of": o.as_of,
        }
        for o in report.observations(pillar)
    ]
    return pd.DataFrame(rows).astype({"value": float, "numerator": float, "denominator": float})
