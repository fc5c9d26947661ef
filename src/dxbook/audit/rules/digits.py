"""How numbers are written: whole counts, numbers cut short, decimal marks."""

from __future__ import annotations

from decimal import Decimal

from ...data.tokens import decimal_mark
from ...model import Observation, Text
from ...words import NO_TEXT, written
from ..asides import is_version
from ..examples import Example, Says
from ..facts import Facts
from ..registry import Checked, Noticed, Rule
from ..sentences import amount, places, plain, sentence

_ASK = written("Please give the full number for {what}.")


def _is_whole(value: Decimal) -> bool:
    return places(value) < 3 and value == value.to_integral_value()


def _counts(facts: Facts, o: Observation) -> bool:
    return facts.unit(o).kind == "count"


@Rule(
    "number-cut-short",
    "error",
    title=written("Number cut short"),
    explanation=written(
        "A count has no decimals: a number such as “292.49” lacks its last digits or has "
        "the wrong mark, and its two readings differ a thousandfold."
    ),
    fault=written(
        "{what}: the source writes “{written}”. A count has no decimals: the number "
        "is cut short or has the wrong separator.{guess}"
    ),
    ask=_ASK,
    broken=Example("mức 1 là 1.250, mức 2 là 317.4", Says("received", "317.4")),
    mended=Example("mức 2 là 317.400", Says("received", "317400")),
)
def number_cut_short(facts: Facts) -> Noticed:
    """A count, as reported, does not end in a group of one or two digits."""
    for o in facts.observations:
        value = o.value
        if value is None or not _counts(facts, o):
            continue
        unread = [t.text for t in facts.quoted(o) if t.kind == "number" and not t.readings]
        broken = [] if facts.stating(o) else unread
        cut = not _is_whole(value) and places(value) in (1, 2)
        if cut or broken:
            said = next((t.text for t in facts.stating(o)), (broken or [plain(value)])[0])
            yield Checked(o, False, value, written=said, guess=_what_remains(facts, o))


def _what_remains(facts: Facts, o: Observation) -> Text:
    """What the whole leaves for a part, where all its other parts are known."""
    whole_id = facts.indicator(o).part_of
    whole = facts.levels.get((whole_id, o.scope))
    others = [
        facts.levels.get((i.id, o.scope))
        for i in facts.report.catalogue.indicators.values()
        if i.part_of and i.part_of == whole_id and i.id != o.indicator
    ]
    known = [other.best for other in others if other is not None and other.best is not None]
    if whole is None or whole.best is None or not others or len(known) != len(others):
        return NO_TEXT
    return sentence(
        " The whole less its other parts leaves {rest}.",
        rest=amount(whole.best - sum(known, Decimal(0)), facts.unit(o)),
    )


@Rule(
    "count-not-whole",
    "error",
    title=written("Count that is not whole"),
    explanation=written(
        "Dossiers, units and accounts are whole; 1.499 in place of 1,499 has lost its "
        "thousand separator."
    ),
    fault=written(
        "{what}: {value} has decimals, but it is a count; the thousand separator "
        "may have been lost."
    ),
    ask=_ASK,
    broken=Example("Tiếp nhận 1.499 hồ sơ", Says("received", "1.499")),
    mended=Example("Tiếp nhận 1.499 hồ sơ", Says("received", "1499")),
)
def count_not_whole(facts: Facts) -> Noticed:
    """Counts, numerators and denominators are whole numbers."""
    for o in facts.observations:
        values = {"numerator": o.numerator, "denominator": o.denominator}
        if o.value is not None and _counts(facts, o) and places(o.value) not in (1, 2):
            values["value"] = o.value
        for column, value in values.items():
            if value is not None and not _is_whole(value):
                subject = o.key if column == "value" else f"{o.key}.{column}"
                yield Checked(o, False, value, column=column, subject=subject, value=plain(value))


@Rule(
    "decimal-marks",
    "warning",
    title=written("Mixed decimal marks"),
    explanation=written(
        "A text should use one decimal mark (in Vietnamese the comma); where both are "
        "used, some numbers can be read in two ways."
    ),
    fault=written(
        "The source writes {commas} decimals with a comma and {dots} with a point ({some})."
    ),
    ask=written(
        "Please use the decimal comma throughout and confirm the numbers written with a point."
    ),
    holds=written("The source writes all its {n} decimals with one mark, “{mark}”."),
    broken=Example("đạt 64,5%, năm trước 60.2%", Says("online_share", "64.5", quote="64,5%")),
    mended=Example("đạt 64,5%, năm trước 60,2%", Says("online_share", "64.5")),
)
def decimal_marks(facts: Facts) -> Noticed:
    """A source writes all its decimals with one mark."""
    by_mark: dict[str, list[str]] = {".": [], ",": []}
    lines: dict[str, int] = {}
    for token in facts.tokens:
        mark = decimal_mark(token)
        if mark and not is_version(facts.current.source_text, token):
            by_mark[mark].append(token.digits)
            lines.setdefault(mark, token.line)
    points, commas = by_mark["."], by_mark[","]
    if facts.source is None or not lines:
        return
    rarer = "." if len(points) <= len(commas) else ","
    yield Checked(
        None,
        len(lines) == 1,
        f"{' '.join(points)} | {' '.join(commas)}",
        column="",
        subject=facts.source.id,
        file=facts.source_file,
        row=lines.get(rarer),
        n=len(points) + len(commas),
        mark="," if commas else ".",
        commas=len(commas),
        dots=len(points),
        some="; ".join(by_mark[rarer]),
    )
