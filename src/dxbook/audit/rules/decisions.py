"""The rulings themselves: each must still be about something."""

from __future__ import annotations

from ...words import NO_TEXT, written
from ..examples import Example, Says
from ..facts import Facts
from ..registry import LINT_RULES, RULES, Checked, Noticed, Rule
from ..sentences import sentence

#: The rule's name: its findings are about rulings, and are answered by taking these back.
STALE = "ruling-without-finding"


_RULED = (("number-cut-short/received.province", "1.25"),)


@Rule(
    STALE,
    "warning",
    title=written("Ruling without a finding"),
    explanation=written(
        "When the data moves and a finding is gone, its ruling must go too; left behind, "
        "nobody can tell which number it is about."
    ),
    fault=written("The ruling “{id}” is about no finding any more{why}."),
    ask=written("Delete the row from rulings.csv, or look again at the value that moved."),
    broken=Example("Tiếp nhận 1.250 hồ sơ", Says("received", "1250"), rulings=_RULED),
    mended=Example("Tiếp nhận 1.25 hồ sơ", Says("received", "1.25"), rulings=_RULED),
)
def ruling_without_finding(facts: Facts) -> Noticed:
    """Every ruling about the data is about a finding that there is."""
    if not facts.current.rulings:
        return
    others = (rule for name, rule in RULES.items() if name != STALE)
    found = {finding.id for rule in others for finding in rule.run(facts)[0]}
    for ruling in facts.current.rulings:
        name = ruling.finding.partition("/")[0]
        if ruling.finding in found or name in LINT_RULES:
            continue
        unknown = sentence(": there is no rule “{name}”", name=name)
        yield Checked(
            None,
            False,
            ruling.value,
            column="finding",
            subject=ruling.finding.replace("/", ":"),
            file=ruling.file,
            row=ruling.row,
            id=ruling.finding,
            why=NO_TEXT if name in RULES else unknown,
        )
