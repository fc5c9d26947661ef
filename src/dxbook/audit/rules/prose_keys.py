"""References in prose to values that there are not."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import UnknownReference
from ...model import Lang, Report, nearest_key, parse_key
from ...words import written
from ..prose import Passage
from ..registry import LintRule, Slip
from ..sentences import sentence


@LintRule(
    "prose-reference",
    title=written("Reference to nothing"),
    explanation=written("Prose refers only to values that exist; the nearest name is given."),
    broken="đạt {glue:}`online_shar`",
    mended="đạt {glue:}`online_share`",
)
def unknown_references(report: Report, passage: Passage, lang: Lang) -> Iterator[Slip]:
    """References by a key that names nothing."""
    for reference in passage.references:
        try:
            parse_key(report, reference.key)
        except UnknownReference:
            near = nearest_key(report, reference.key)
            message = sentence(
                "There is no value “{key}”.{nearest}",
                key=reference.key,
                nearest=sentence(" The nearest is “{near}”.", near=near) if near else "",
            )
            yield Slip(reference.key, reference.start, message)
