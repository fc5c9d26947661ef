"""The picture shown where a link is shared."""

from __future__ import annotations

import struct
from pathlib import Path

from dxbook.audit import audited
from dxbook.data import load_report
from dxbook.model import Report
from dxbook.site.preview import leading_figures, preview, preview_png

ROOT = Path(__file__).parents[3]


def report() -> Report:
    return audited(load_report(ROOT, 2022))


def test_it_shows_title_year_and_figures() -> None:
    drawn = preview(report(), "Sổ số liệu", "vi")
    for words in ("Sổ số liệu", "2022", "80,07%"):
        assert f">{words}</text>" in drawn


def test_it_shows_nothing_that_the_audit_doubts() -> None:
    seen = report()
    doubted = {o.best for o in seen.observations() if seen.findings_on(o.key)}
    values = {value.rstrip("%") for value, _ in leading_figures(seen, "en")}
    assert values
    assert not values & {str(value) for value in doubted}


def test_a_title_cannot_end_the_drawing() -> None:
    assert "<script>" not in preview(report(), "<script>", "en")


def test_the_same_report_gives_the_same_bytes_of_the_right_size() -> None:
    one, two = (preview_png(report(), "Digital transformation", "en") for _ in range(2))
    assert one == two
    assert struct.unpack(">II", one[16:24]) == (1200, 630)
