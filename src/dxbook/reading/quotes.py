"""The exact stretch of a report that a proposal rests on."""

from __future__ import annotations

import re

from .clauses import Clause

_LEAD = " \t,;:-–+•*|()."
_ITEM = re.compile(r"(?:\d{1,2}(?:\.\d+)*|[a-zđA-Z])[.)]\s+")
_JOINS = ("và ", "với ", "còn ", "đồng thời ")


def quote_of(text: str, clause: Clause, start: int | None = None) -> tuple[int, int]:
    """Where the quote for a clause's number stands: the clause without loose ends.

    Args:
        start: where it begins at the latest, for a percentage quoted with what it was made of.
    """
    amount = clause.amount
    assert amount is not None, "only numbers are quoted"
    first = min([amount.begins, *(w.start for w in clause.before)])
    last = max([amount.end, *(w.end for w in clause.after)])
    if start is not None and start < first:
        first = start
    line = text.rfind("\n", 0, amount.begins) + 1
    first = max(first, line)
    while first < amount.begins and text[first] in _LEAD:
        first += 1
    if item := _ITEM.match(text, first, amount.begins):
        first = item.end()
    for join in _JOINS:
        if text[first:].lower().startswith(join) and first + len(join) <= amount.begins:
            first += len(join)
    while last > amount.end and text[last - 1] in " \t,;:-–+•*|(.":
        last -= 1
    return first, last
