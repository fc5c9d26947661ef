"""A ruling covers a finding as long as the value is what it was decided on."""

from dataclasses import replace

from dxbook.audit import audit
from dxbook.audit.examples import Example, Says

TEXT = "mức 1 là 1.250, mức 2 là 317.4"
ROWS = (Says("received", "317.4", quote="mức 2 là 317.4"),)
FINDING = "number-cut-short/received.province"


def test_a_finding_that_was_ruled_on_has_its_ruling() -> None:
    noticed = audit(Example(TEXT, *ROWS, rulings=((FINDING, "317.4"),)).report())
    ruled = next(f for f in noticed.findings if f.id == FINDING)
    assert ruled.ruling is not None
    assert FINDING not in [f.id for f in noticed.unruled]


def test_a_ruling_on_another_value_covers_nothing() -> None:
    noticed = audit(Example(TEXT, *ROWS, rulings=((FINDING, "317.5"),)).report())
    assert FINDING in [f.id for f in noticed.unruled]


def test_an_audit_reads_the_years_before_but_not_the_years_after() -> None:
    report = Example("Tiếp nhận 1.250 hồ sơ", Says("received", "1250")).report()
    later = replace(report.current, year=2023)
    both = replace(report, years={**report.years, 2023: later})
    assert audit(both) == audit(report)
