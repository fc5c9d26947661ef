"""`dxbook trace`: where every number of a year's source went."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import typer

from ..audit import Fate, Trace, trace_source
from ..data import find_root, load_report
from ..model import Text
from ..words import said, spoken
from .app import Root, Year, command
from .check import Language


@command("""Từng con số của văn bản nguồn đã vào số liệu, hay để ngoài và vì sao.

    Ví dụ: dxbook trace --year 2022 --json
    """)
def trace(
    year: Year = None,
    as_json: Annotated[
        bool,
        typer.Option(
            "--json", help=said("Ghi kết quả dạng JSON ra stdout.", "Write JSON on stdout.")
        ),
    ] = False,
    language: Language = None,
    root: Root = None,
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


def as_data(found: Trace, lang: Literal["vi", "en"]) -> dict[str, Any]:
    """The trace as JSON shows it."""
    return {
        "source": found.source,
        "tokens": found.tokens,
        "traced": found.traced,
        "set_aside": [{**_token(fate), "reason": fate.reason[lang]} for fate in found.set_aside],
        "untraced": [_token(fate) for fate in found.untraced],
    }


def _token(fate: Fate) -> dict[str, Any]:
    return {"token": fate.token, "offset": fate.start, "line": fate.line}


def as_text(found: Trace, lang: Literal["vi", "en"]) -> str:
    """The trace for a person: what is left over first."""
    heading = Text(
        f"{found.source}: {found.tokens} con số; {found.traced} có trong số liệu, "
        f"{len(found.set_aside)} để ngoài, {len(found.untraced)} chưa rõ.",
        f"{found.source}: {found.tokens} numbers; {found.traced} stated by the data, "
        f"{len(found.set_aside)} set aside, {len(found.untraced)} unaccounted for.",
    )
    lines = [heading[lang]]
    if found.untraced:
        what = Text(
            "Chưa rõ: thêm vào observations.csv với câu trích, hoặc sửa câu trích",
            "Unaccounted for: add to observations.csv with its quote, or mend the quote",
        )
        lines += ["", f"{what[lang]}:", *(_line(fate, "", lang) for fate in found.untraced)]
    if found.set_aside:
        what = Text("Để ngoài, không phải số liệu", "Set aside, not data")
        lines += ["", f"{what[lang]}:"]
        lines += [_line(fate, fate.reason[lang], lang) for fate in found.set_aside]
    if found.shared:
        what = Text("Một con số, nhiều số liệu dùng chung", "One number, used by several values")
        lines += ["", f"{what[lang]}:"]
        lines += [_line(fate, ", ".join(fate.observations), lang) for fate in found.shared]
    return "\n".join(lines)


def _line(fate: Fate, said: str, lang: Literal["vi", "en"]) -> str:
    at = Text(f"dòng {fate.line}, vị trí {fate.start}", f"line {fate.line}, offset {fate.start}")[
        lang
    ]
    return f"  {fate.token} ({at})" + (f": {said}" if said else "")
