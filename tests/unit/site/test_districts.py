"""What the book says of each district, and what it does when there are none."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dxbook.audit import audited
from dxbook.data import load_report
from dxbook.model import LANGS, Lang, Report
from dxbook.pages import district_view

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def report() -> Report:
    return audited(load_report(ROOT, 2022))


def without_districts(report: Report) -> Report:
    """As after the district level was given up."""
    agencies = {id: p for id, p in report.catalogue.places.items() if p.kind != "district"}
    return replace(report, catalogue=replace(report.catalogue, places=agencies))


@pytest.mark.parametrize("lang", LANGS)
def test_every_district_of_the_year_has_a_block(report: Report, lang: Lang) -> None:
    html = str(district_view.district_pages(report, lang).markup)
    ids = re.findall(r"<!--dx-page (\S+)-->", html)
    assert ids == [f"district-{place.id}" for place in report.places("district")]
    assert html.count('class="dx-here"') == len(ids)


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_without_districts_says_so(report: Report, lang: Lang) -> None:
    later = without_districts(report)
    for shown in (
        district_view.districts(later, lang),
        district_view.true_of_all(later, lang),
        district_view.district_pages(later, lang),
    ):
        assert "dx-note" in shown.markup
        assert "<!--dx-page" not in shown.markup


def test_only_what_leaves_no_district_out_is_true_of_all(report: Report) -> None:
    html = str(district_view.true_of_all(report, "en").markup)
    assert "card-steering_committees" in html
    assert "card-security_levels_units" in html
    assert "card-dx_staff" in html  # of communes, where it is complete; not of districts
    assert "card-lan_server_model" not in html
    assert "card-full_loudspeakers" not in html
    assert "card-e_invoices" not in html


def test_what_a_list_says_is_quoted_in_vietnamese(report: Report) -> None:
    html = str(district_view.district_pages(report, "en").markup)
    assert '<span lang="vi">“04 đơn vị là: Thành phố Việt Trì' in html
