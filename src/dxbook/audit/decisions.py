"""The rulings themselves: each must still be about something."""

from __future__ import annotations

from ..words import NO_TEXT, written
from .examples import Example, Says
from .facts import Facts
from .registry import RULES, Fault, Noticed, rule
from .sentences import sentence

NAME = "ruling-without-finding"


@rule(
    NAME,
    "warning",
    written("Ruling without a finding"),
    written(
        "When the data moves and a finding is gone, its ruling must go too; left behind, "
        "nobody can tell which number it is about."
    ),
    Example(
        "Tiếp nhận 1.250 hồ sơ",
        (Says("received", "1250"),),
        rulings=(("number-cut-short/received.province", "1.25"),),
    ),
)
def ruling_without_finding(facts: Facts) -> Noticed:
    """Every ruling about the data is about a finding that there is."""
    if not facts.current.rulings:
        return
    found = {
        finding.id
        for name, other in RULES.items()
        if name != NAME
        for finding in other.run(facts)[0]
    }
    for ruling in facts.current.rulings:
        name = ruling.finding.partition("/")[0]
        if ruling.finding in found or name.startswith("prose-"):
            continue
        known = name in RULES
        message = sentence(
            "The ruling “{id}” is about no finding any more{why}.",
            id=ruling.finding,
            why=NO_TEXT if known else sentence(": there is no rule “{name}”", name=name),
        )
        question = sentence(
            "Delete the row from rulings.csv, or look again at the value that moved."
        )
        yield Fault(
            None,
            ruling.value,
            message,
            question,
            column="finding",
            subject=ruling.finding.replace("/", ":"),
            file=ruling.file,
            row=ruling.row,
        )
