"""`dxbook check`: what the data and texts hold against themselves, and what was decided."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from typer import Option

from ..audit import Audit, audit, document_rules, lint
from ..data import find_root, load_report
from ..errors import DxbookError
from ..model import Finding, Report, Ruling, Severity, Text
from ..words import Lang, said, spoken, written
from .app import Json, Language, Root, Year, command

_SEVERITY: dict[Severity, Text] = {
    "error": written("ERROR"),
    "warning": written("DOUBT"),
    "note": written("NOTE"),
}


@command()
def check(
    year: Year = None,
    as_json: Json = False,
    rules: Annotated[
        bool, Option("--rules", help=said("Explain every rule by running its example."))
    ] = False,
    place: Annotated[
        str, Option(help=said("The data of this place (its id in data/places.csv)."))
    ] = "",
    language: Language = None,
    root: Root = None,
) -> None:
    """Hold the data and texts of a year against themselves.

    Exits 1 while a finding has no ruling in data/<year>/rulings.csv.

    Example: dxbook check --year 2022 --json
    """
    lang = language or spoken()
    if rules:
        print(document_rules(lang))
        return
    folder = (root or find_root()).resolve()
    report = load_report(folder, place=place)
    if year is not None:
        report = report.for_year(year)
    noticed = audit(report)
    noticed = Audit(noticed.findings + (() if place else lint(folder, report)), noticed.holds)
    from ..year import workbook_cells

    cells = workbook_cells(folder, report, noticed.findings)
    if as_json:
        shown = json.dumps(as_data(report, noticed, lang, cells), ensure_ascii=False, indent=2)
    else:
        shown = as_text(report, noticed, lang, cells)
        if not place:
            shown += _differing(folder, report.year)
    print(shown)
    raise typer.Exit(1 if noticed.unruled else 0)


def _differing(root: Path, year: int) -> str:
    """How many values of the year's workbook are not what the report says, as lines to add."""
    from ..year import differing_words, own_workbook, plan_import

    workbook = own_workbook(root, year)
    if not workbook.exists():
        return ""
    try:
        differing = plan_import(root, workbook).filled.differing
    except DxbookError:  # import says what is wrong with it
        return ""
    return f"\n\ndata/{year}/{workbook.name}: {differing_words(differing)}" if differing else ""


def as_data(report: Report, noticed: Audit, lang: Lang, cells: Mapping[str, str]) -> dict[str, Any]:
    """The findings and holds as JSON shows them; `cells` are those to mend, by finding."""
    return {
        "year": report.year,
        "findings": [_finding(f, lang, cells.get(f.id)) for f in noticed.findings],
        "holds": [
            {"rule": hold.rule, "subject": hold.subject, "message": hold.message[lang]}
            for hold in noticed.holds
        ],
    }


def _finding(finding: Finding, lang: Lang, cell: str | None) -> dict[str, Any]:
    where = {"file": finding.file, "row": finding.row, "column": finding.column}
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity,
        "subject": finding.subject,
        "where": where | ({"workbook": cell} if cell else {}),
        "message": finding.message[lang],
        "ruling": _ruling(finding.ruling, lang) if finding.ruling else None,
    }


def _ruling(ruling: Ruling, lang: Lang) -> dict[str, Any]:
    return {
        "decision": ruling.decision,
        "value": ruling.value,
        "new_value": None if ruling.new_value is None else str(ruling.new_value),
        "reason": ruling.reason[lang],
        "document": ruling.document,
        "decided_by": ruling.decided_by,
        "decided_on": ruling.decided_on,
    }


def as_text(report: Report, noticed: Audit, lang: Lang, cells: Mapping[str, str]) -> str:
    """The findings for a person: those without a ruling first, then what was decided."""
    gravest = list(_SEVERITY)
    open_findings = sorted(noticed.unruled, key=lambda f: gravest.index(f.severity))
    decided = [(f, f.ruling) for f in noticed.findings if f.ruling is not None]
    heading = written(
        "Check of {year}: {count} findings, {unruled} without a ruling; {holds} checks hold.",
        year=report.year,
        count=len(noticed.findings),
        unruled=len(open_findings),
        holds=len(noticed.holds),
    )
    lines = [heading[lang]]
    if open_findings:
        lines += ["", written("WITHOUT A RULING")[lang]]
        for finding in open_findings:
            lines += _open(report, finding, lang, cells.get(finding.id, ""))
        lines += ["", _what_to_do(report.year)[lang]]
    if decided:
        lines += ["", written("DECIDED")[lang]]
        for finding, ruling in decided:
            lines += _decided(finding, ruling, lang)
    return "\n".join(lines)


def _where(finding: Finding, lang: Lang) -> str:
    place = finding.file
    if finding.column == "cell":
        return f"{place}, {written('cell')[lang]} {finding.row}"
    if finding.row is not None:
        place += f", {written('row')[lang]} {finding.row}"
    return place + (f", {written('column')[lang]} {finding.column}" if finding.column else "")


def _open(report: Report, finding: Finding, lang: Lang, cell: str) -> list[str]:
    where = f"{cell} ({_where(finding, lang)})" if cell else _where(finding, lang)
    lines = [
        "",
        f"  [{_SEVERITY[finding.severity][lang]}] {finding.message[lang]}",
        f"    {written('at')[lang]} {where}",
        f"    {written('id')[lang]}: {finding.id}",
        f"    {written('value')[lang]}: {finding.evidence}",
    ]
    if finding.question:
        lines.insert(3, f"    {written('ask')[lang]}: {finding.question[lang]}")
    earlier = next((r for r in report.current.rulings if r.finding == finding.id), None)
    if earlier is not None:
        moved = written(
            "the ruling at {file}, row {row}, rests on “{value}”; the data has moved, decide again",
            file=earlier.file,
            row=earlier.row,
            value=earlier.value,
        )
        lines.append(f"    {moved[lang]}")
    return lines


def _what_to_do(year: int) -> Text:
    return written(
        "What to do: for each of these, either mend the data by the source, or ask the "
        "reporting unit and write what was decided: run `dxbook workbook --year {year}`, "
        "fill in the sheet “Cần làm rõ” of the workbook and bring it back with `dxbook "
        "import`. Without a workbook, write it in data/{year}/rulings.csv: copy “id” to "
        "the column finding and “value” to the column value; decision is as-reported, "
        "corrected or explained. Where it is about prose, mend the prose.",
        year=year,
    )


def _decided(finding: Finding, ruling: Ruling, lang: Lang) -> list[str]:
    decision = {
        "as-reported": written("kept as reported"),
        "corrected": written("corrected to {new_value}", new_value=ruling.new_value),
        "explained": written("explained"),
    }[ruling.decision]
    return [
        "",
        f"  {finding.message[lang]}",
        f"    → {decision[lang]} ({ruling.decided_by}, {ruling.decided_on}): {ruling.reason[lang]}",
    ]
