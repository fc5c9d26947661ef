"""`dxbook trace`: where every number of a year's source went."""

from __future__ import annotations

import json
from typing import Any

from ..audit import Fate, Trace, trace_source
from ..data import find_root, load_report
from ..words import Lang, spoken, written
from .app import Json, Language, Root, Year, command


@command()
def trace(
    year: Year = None, as_json: Json = False, language: Language = None, root: Root = None
) -> None:
    """Account for every number of a year's source: stated by the data, or set aside and why.

    Example: dxbook trace --year 2022 --json
    """
    report = load_report((root or find_root()).resolve())
    if year is not None:
        report = report.for_year(year)
    found, lang = trace_source(report), language or spoken()
    if as_json:
        print(json.dumps(as_data(found, lang), ensure_ascii=False, indent=2))
    else:
        print(as_text(found, lang))


def as_data(found: Trace, lang: Lang) -> dict[str, Any]:
    """The trace as JSON shows it."""
    aside = found.of("set-aside")
    return {
        "source": found.source,
        "tokens": len(found.fates),
        "traced": len(found.of("stated", "shared")),
        "set_aside": [{**_token(fate), "reason": fate.reason[lang]} for fate in aside],
        "untraced": [_token(fate) for fate in found.of("untraced")],
    }


def _token(fate: Fate) -> dict[str, Any]:
    return {"token": fate.token, "offset": fate.start, "line": fate.line}


def as_text(found: Trace, lang: Lang) -> str:
    """The trace for a person: what is left over first."""
    shared, aside, left = (found.of(kind) for kind in ("shared", "set-aside", "untraced"))
    heading = written(
        "{source}: {tokens} numbers; {traced} stated by the data, {count} set aside, "
        "{untraced} unaccounted for.",
        source=found.source,
        tokens=len(found.fates),
        traced=len(found.of("stated", "shared")),
        count=len(aside),
        untraced=len(left),
    )
    lines = [heading[lang]]
    if left:
        what = written("Unaccounted for: add to observations.csv with its quote, or mend the quote")
        lines += ["", f"{what[lang]}:", *(_line(fate, "", lang) for fate in left)]
    if aside:
        what = written("Set aside, not data")
        lines += ["", f"{what[lang]}:"]
        lines += [_line(fate, fate.reason[lang], lang) for fate in aside]
    if shared:
        what = written("One number, used by several values")
        lines += ["", f"{what[lang]}:"]
        lines += [_line(fate, ", ".join(fate.observations), lang) for fate in shared]
    return "\n".join(lines)


def _line(fate: Fate, said: str, lang: Lang) -> str:
    at = written("line {line}, offset {start}", line=fate.line, start=fate.start)[lang]
    return f"  {fate.token} ({at})" + (f": {said}" if said else "")
