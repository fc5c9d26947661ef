"""Charts that are being drawn: each name shows its values until its own module is there."""

from __future__ import annotations

import altair as alt

from ...model import Lang, Report
from ..tables import values_table
from . import drawing
from .drawing import Drawing, Maker

NAMES = (
    "to_full", "commune_gap", "targets_distance", "later_targets", "people_bases",
    "households_people", "online_share_slopes", "received_online", "parts_whole",
    "loudspeaker_stations", "loudspeaker_map", "portal_map", "training_map", "security_levels",
    "online_meetings", "economy_reported", "reported", "coverage_grid", "history", "dti_rank",
)  # fmt: skip


def _maker(name: str) -> Maker:
    def make(report: Report, lang: Lang, page: str) -> Drawing:
        pillar = page if page in report.catalogue.pillars else report.pillars()[0].id
        table = values_table(report, pillar, lang)

        def draw(width: int) -> alt.TopLevelMixin:
            data = alt.InlineData(values=[{"t": name}])
            chart = alt.Chart(data).mark_text().encode(text="t:N")
            return chart.properties(width=width, height=30)

        return Drawing(name, name, "", name, table, draw)

    return make


for _name in NAMES:
    if _name not in drawing.names():
        drawing.drawn(_name)(_maker(_name))
