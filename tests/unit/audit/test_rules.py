"""Each rule finds the fault of its example, and is content once the example is mended."""

import pkgutil
import re
from dataclasses import replace
from pathlib import Path

import pytest

import dxbook
from dxbook.audit import LINT_RULES, RULES, rules, value_in_doubt
from dxbook.audit.examples import Example, Says
from dxbook.audit.facts import Facts
from dxbook.model import Finding, Hold

#: Rules that only ever complain, because what they would hold is nothing in particular.
SILENT = {
    "value-without-quote", "number-cut-short", "count-not-whole", "share-out-of-range",
    "denominator-unstated", "change-without-unit", "same-value-twice", "doubled-words",
    "ruling-without-finding",
}  # fmt: skip


def noticed(rule: str, example: Example) -> tuple[list[Finding], list[Hold]]:
    return RULES[rule].run(Facts(example.report()))


def found(rule: str, *rows: Says, text: str) -> list[str]:
    return [f.subject for f in noticed(rule, Example(text, *rows))[0]]


def test_every_module_of_the_rules_adds_one() -> None:
    modules = {f"{rules.__name__}.{module.name}" for module in pkgutil.iter_modules(rules.__path__)}
    of_data = {rule.check.__module__ for rule in RULES.values()}
    of_prose = {rule.look.__module__ for rule in LINT_RULES.values()}
    assert of_data | of_prose == modules


def test_a_rule_is_named_nowhere_but_in_its_own_module() -> None:
    own = {name: rule.check.__module__ for name, rule in RULES.items()}
    own |= {name: rule.look.__module__ for name, rule in LINT_RULES.items()}
    package = Path(dxbook.__file__).parent
    elsewhere = [
        f"{path.relative_to(package)}: {name}"
        for path in sorted(package.rglob("*.py"))
        for name in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text(encoding="utf-8"))
        if name in own and path.stem != own[name].rpartition(".")[2]
    ]
    assert elsewhere == []


def test_what_evidence_is_about_is_declared_by_its_rule() -> None:
    for example, name in ((RULES[name].broken, name) for name in RULES):
        (finding,), _ = noticed(name, example)
        own = [o for o in example.report().observations() if o.key == finding.subject]
        if RULES[name].words_in_evidence:
            assert value_in_doubt(finding.id, finding.evidence) == str(own[0].value)
        else:
            assert value_in_doubt(finding.id, finding.evidence) == finding.evidence


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_finds_the_one_fault_of_its_example(name: str) -> None:
    findings, _ = noticed(name, RULES[name].broken)
    assert [f.rule for f in findings] == [name]
    assert findings[0].subject
    assert findings[0].file
    assert findings[0].evidence
    assert all((findings[0].message["vi"], findings[0].message["en"], findings[0].question["vi"]))


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_is_content_with_its_mended_example(name: str) -> None:
    findings, holds = noticed(name, RULES[name].mended)
    assert findings == []
    assert bool(holds) or name in SILENT


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_speaks_both_languages(name: str) -> None:
    rule = RULES[name]
    assert rule.title["vi"] != rule.title["en"]
    assert rule.explanation["vi"] != rule.explanation["en"]


def test_a_value_that_lost_its_thousand_separator_is_not_what_its_quote_says() -> None:
    row = Says("received", "1.499")
    assert found("value-in-quote", row, text="Tiếp nhận 1.499 hồ sơ") == ["received.province"]


def test_a_numerator_that_is_nowhere_in_the_source_is_found() -> None:
    row = Says("teams", "70", "communes", numerator="48", denominator="120")
    assert found("value-in-quote", row, text="84/120 xã (70%)") == ["teams.communes.numerator"]


def test_a_qualifier_that_the_source_does_not_have_is_found() -> None:
    row = Says("meetings", "500", qualifier="over")
    assert found("qualifier-lost", row, text="Có 500 cuộc họp") == ["meetings.province"]


def test_a_fraction_after_a_preposition_is_not_qualified() -> None:
    row = Says("teams", "70", "communes", numerator="84", denominator="120")
    assert found("qualifier-lost", row, text="trên 84/120 xã (70%)") == []


def test_shares_are_compared_at_the_precision_reported() -> None:
    text = "84/121 (69,4%) xã"
    row = Says("teams", "69.4", "communes", numerator="84", denominator="121")
    assert found("share-of-counts", row, text=text) == []
    finer = Says("teams", "69.40", "communes", numerator="84", denominator="121")
    assert found("share-of-counts", finer, text="84/121 (69,40%) xã") == ["teams.communes"]


def test_a_change_between_percentages_is_in_percentage_points() -> None:
    rows = (
        Says("online_share", "60", quote="đạt 60%"),
        Says("online_share", "5", measure="change", unit="percentage-points", quote="tăng 5%"),
        Says("online_share", "57.14", year=2021),
    )
    assert found("change-and-levels", *rows, text="đạt 60%, tăng 5%") == [
        "online_share.province.change"
    ]


def test_a_relative_change_of_a_count_is_per_cent_of_last_year() -> None:
    rows = (
        Says("received", "110", quote="110 hồ sơ"),
        Says("received", "10", measure="change", unit="percent", quote="tăng 10%"),
        Says("received", "100", year=2021),
    )
    assert found("change-and-levels", *rows, text="110 hồ sơ, tăng 10%") == []


def test_parts_that_are_not_all_given_may_fall_short_of_the_whole() -> None:
    rows = (
        Says("meetings", "30", quote="30 cuộc họp"),
        Says("meetings_city", "10", quote="10 cấp tỉnh"),
    )
    assert found("parts-and-whole", *rows, text="30 cuộc họp: 10 cấp tỉnh") == []


def test_a_whole_that_is_only_over_a_number_is_not_summed_up() -> None:
    rows = (
        Says("meetings", "30", qualifier="over", quote="trên 30 cuộc họp"),
        Says("meetings_city", "10", quote="10 cấp tỉnh"),
        Says("meetings_all", "21", quote="21 ba cấp"),
    )
    text = "trên 30 cuộc họp: 10 cấp tỉnh, 21 ba cấp"
    assert found("parts-and-whole", *rows, text=text) == []


def test_a_check_with_a_corrected_value_is_not_listed_as_confirmed() -> None:
    example = Example(
        "31 cuộc họp: 10 cấp tỉnh, 21 ba cấp",
        Says("meetings", "31", quote="31 cuộc họp"),
        Says("meetings_city", "10", quote="10 cấp tỉnh"),
        Says("meetings_all", "2.1", quote="21 ba cấp"),
    )
    report = example.report()
    data = report.years[report.year]
    whole, city, every = data.observations
    corrected = replace(every, correction=(whole.value or 0) - (city.value or 0))
    for last, listed in ((corrected, False), (replace(every, value=corrected.best), True)):
        year = replace(data, observations=(whole, city, last))
        facts = Facts(replace(report, years={**report.years, report.year: year}))
        findings, holds = RULES["parts-and-whole"].run(facts)
        assert findings == []
        assert [hold.subject for hold in holds] == ([whole.key] if listed else [])


def test_two_scopes_may_both_have_all_of_it() -> None:
    rows = (
        Says("teams", "100", "districts", quote="100% huyện"),
        Says("teams", "100", "communes", quote="100% xã"),
    )
    assert found("same-value-twice", *rows, text="100% huyện, 100% xã") == []


def test_a_value_with_a_longer_history_is_held_to_its_own_steps() -> None:
    def rows(last: str) -> tuple[Says, ...]:
        years = {2018: "1000", 2019: "1040", 2020: "1090", 2021: "1120"}
        history = tuple(Says("received", n, year=year) for year, n in years.items())
        return (Says("received", last), *history)

    assert found("out-of-line", *rows("1170"), text="1.170 hồ sơ") == []
    assert found("out-of-line", *rows("1900"), text="1.900 hồ sơ") == ["received.province"]


def test_a_ruling_by_an_unknown_rule_is_about_nothing() -> None:
    example = Example(
        "Tiếp nhận 1.250 hồ sơ", Says("received", "1250"), rulings=(("no-such/rule", ""),)
    )
    findings, _ = noticed("ruling-without-finding", example)
    assert "no-such" in findings[0].message["vi"]
