"""Charts of the society pillar: e-ID accounts by level."""

from __future__ import annotations

import altair as alt

from ...model import Lang, Report
from ...wording.numbers import number
from ..figures import shown
from ..tables import Table
from . import palette
from .drawing import Drawing, drawn


@drawn("eid_accounts")
def eid_accounts(report: Report, lang: Lang, page: str) -> Drawing:
    """How many e-ID accounts are of each level? Parts as reported; a corrected part is hatched."""
    whole = report.observation("eid_accounts")
    parts = [o for o in (report.observation(i) for i in ("eid_level_1", "eid_level_2")) if o]
    known = [o for o in parts if o.best is not None]
    rows = [
        {
            "name": report.indicator(o.indicator).name[lang],
            "value": float(o.best or 0),
            "label": number(o.best, lang) if o.best is not None else "",
            "colour": palette.HATCH if o.correction is not None else palette.BLUE,
        }
        for o in known
    ]
    table_rows = [
        (report.indicator(o.indicator).name[lang], shown(report, o, lang))
        for o in ([whole] if whole else []) + parts
    ]
    columns = ("Chỉ tiêu", "Giá trị") if lang == "vi" else ("Indicator", "Value")
    total = number(whole.best, lang) if whole and whole.best is not None else "–"
    said = "; ".join(f"{r['name']}: {r['label']}" for r in rows)
    if lang == "vi":
        title = f"{total} tài khoản định danh điện tử, chia theo mức"
        subtitle = f"Số tài khoản đã thu nhận, toàn tỉnh, năm {report.year}"
        note = "Phần gạch chéo là số hiệu chỉnh của người biên soạn."
    else:
        title = f"{total} e-ID accounts, by level"
        subtitle = f"Accounts registered, whole province, {report.year}"
        note = "The hatched part is a value corrected by the compiler."

    def draw(width: int) -> alt.TopLevelMixin:
        base = alt.Chart(alt.InlineData(values=rows)).encode(
            y=alt.Y("name:N", sort=None, title=None, axis=None),
            x=alt.X("value:Q", axis=None, scale=alt.Scale(domainMin=0)),
        )
        bars = base.mark_bar(height=26).encode(color=alt.Color("colour:N", scale=None))
        names = base.mark_text(align="left", dy=-24, x=0).encode(text="name:N", x=alt.value(0))
        values = base.mark_text(
            align="right", dx=-8, color=palette.PAPER, fontWeight="bold"
        ).encode(text="label:N")
        layers = alt.layer(bars, names, values)
        return layers.properties(width=width - 10, height=72 * len(rows))

    return Drawing(
        id="eid_accounts",
        title=title,
        subtitle=subtitle,
        alternative=f"{title}. {said}.",
        table=Table("eid_accounts-data", title, columns, tuple(table_rows)),
        draw=draw,
        note=note if any(o.correction is not None for o in known) else "",
    )
