"""`dxbook check`: what the data and texts hold against themselves, and what was decided."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from ..audit import Audit, audit, document_rules, lint
from ..data import find_root, load_report
from ..errors import DxbookError
from ..model import Finding, Hold, Report, Ruling, Severity, Text
from ..words import said, spoken
from .app import Root, Year, command

Language = Annotated[
    Literal["vi", "en"] | None,
    typer.Option(
        "--lang",
        help=said(
            "Ngôn ngữ của kết quả: vi hoặc en (mặc định: ngôn ngữ đang dùng).",
            "Language of the messages: vi or en (default: the one that is spoken).",
        ),
    ),
]
_SEVERITY: dict[Severity, Text] = {
    "error": Text("LỖI", "ERROR"),
    "warning": Text("NGHI VẤN", "DOUBT"),
    "note": Text("LƯU Ý", "NOTE"),
}


@command("""Soi số liệu và lời văn của một năm: có khớp với nhau không.

    Mã thoát là 1 khi còn điểm chưa có cách xử lý trong data/<năm>/rulings.csv.

    Ví dụ: dxbook check --year 2022 --json
    """)
def check(
    year: Year = None,
    as_json: Annotated[
        bool,
        typer.Option(
            "--json", help=said("Ghi kết quả dạng JSON ra stdout.", "Write JSON on stdout.")
        ),
    ] = False,
    rules: Annotated[
        bool,
        typer.Option(
            "--rules",
            help=said(
                "Giải thích từng quy tắc bằng ví dụ.", "Explain every rule by running its example."
            ),
        ),
    ] = False,
    place: Annotated[
        str,
        typer.Option(
            "--place",
            help=said(
                "Số liệu riêng của địa bàn này (mã trong data/places.csv).",
                "The data of this place (its id in data/places.csv).",
            ),
        ),
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
    from ..year.cells import workbook_cells

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
    from ..year.difference import differing_words
    from ..year.importing import plan_import
    from ..year.workbook_refresh import own_workbook

    workbook = own_workbook(root, year)
    if not workbook.exists():
        return ""
    try:
        differing = plan_import(root, workbook).differing
    except DxbookError:  # import says what is wrong with it
        return ""
    return f"\n\ndata/{year}/{workbook.name}: {differing_words(differing)}" if differing else ""


def as_data(
    report: Report,
    noticed: Audit,
    lang: Literal["vi", "en"],
    cells: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The findings and holds as JSON shows them.

    Args:
        cells: the workbook cell to mend, by the finding's id, where it is known.
    """
    known = cells or {}
    return {
        "year": report.year,
        "findings": [_finding(f, lang, known.get(f.id)) for f in noticed.findings],
        "holds": [_hold(h, lang) for h in noticed.holds],
    }


def _finding(finding: Finding, lang: Literal["vi", "en"], cell: str | None) -> dict[str, Any]:
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


def _ruling(ruling: Ruling, lang: Literal["vi", "en"]) -> dict[str, Any]:
    return {
        "decision": ruling.decision,
        "value": ruling.value,
        "new_value": None if ruling.new_value is None else str(ruling.new_value),
        "reason": ruling.reason[lang],
        "document": ruling.document,
        "decided_by": ruling.decided_by,
        "decided_on": ruling.decided_on,
    }


def _hold(hold: Hold, lang: Literal["vi", "en"]) -> dict[str, str]:
    return {"rule": hold.rule, "subject": hold.subject, "message": hold.message[lang]}


def as_text(
    report: Report,
    noticed: Audit,
    lang: Literal["vi", "en"],
    cells: Mapping[str, str] | None = None,
) -> str:
    """The findings for a person: those without a ruling first, then what was decided.

    Args:
        cells: the workbook cell to mend, by the finding's id, where it is known.
    """
    gravest = list(_SEVERITY)
    open_findings = sorted(noticed.unruled, key=lambda f: gravest.index(f.severity))
    decided = [f for f in noticed.findings if f.ruling is not None]
    heading = Text(
        f"Kiểm tra số liệu năm {report.year}: {len(noticed.findings)} điểm cần làm rõ, "
        f"{len(open_findings)} chưa có cách xử lý; {len(noticed.holds)} phép kiểm tra khớp.",
        f"Check of {report.year}: {len(noticed.findings)} findings, {len(open_findings)} without a "
        f"ruling; {len(noticed.holds)} checks hold.",
    )
    lines = [heading[lang]]
    if open_findings:
        lines += ["", Text("CHƯA CÓ CÁCH XỬ LÝ", "WITHOUT A RULING")[lang]]
        for finding in open_findings:
            lines += _open(report, finding, lang, (cells or {}).get(finding.id, ""))
        lines += ["", _what_to_do(report.year)[lang]]
    if decided:
        lines += ["", Text("ĐÃ CÓ CÁCH XỬ LÝ", "DECIDED")[lang]]
        for finding in decided:
            lines += _decided(finding, lang)
    return "\n".join(lines)


def _where(finding: Finding, lang: Literal["vi", "en"]) -> str:
    place = finding.file
    if finding.column == "cell":
        return f"{place}, {Text('ô', 'cell')[lang]} {finding.row}"
    if finding.row is not None:
        place += f", {Text('dòng', 'row')[lang]} {finding.row}"
    return place + (f", {Text('cột', 'column')[lang]} {finding.column}" if finding.column else "")


def _open(report: Report, finding: Finding, lang: Literal["vi", "en"], cell: str) -> list[str]:
    where = f"{cell} ({_where(finding, lang)})" if cell else _where(finding, lang)
    lines = [
        "",
        f"  [{_SEVERITY[finding.severity][lang]}] {finding.message[lang]}",
        f"    {Text('ở', 'at')[lang]} {where}",
        f"    {Text('mã', 'id')[lang]}: {finding.id}",
        f"    {Text('giá trị', 'value')[lang]}: {finding.evidence}",
    ]
    if finding.question:
        lines.insert(3, f"    {Text('hỏi', 'ask')[lang]}: {finding.question[lang]}")
    earlier = next((r for r in report.current.rulings if r.finding == finding.id), None)
    if earlier is not None:
        moved = Text(
            f"cách xử lý ở {earlier.file}, dòng {earlier.row}, dựa trên giá trị "
            f"«{earlier.value}»; số liệu đã đổi nên phải xem lại",
            f"the ruling at {earlier.file}, row {earlier.row}, rests on “{earlier.value}”; "
            "the data has moved, decide again",
        )
        lines.append(f"    {moved[lang]}")
    return lines


def _what_to_do(year: int) -> Text:
    return Text(
        "Việc cần làm: với mỗi điểm trên, hoặc sửa số liệu theo nguồn, hoặc hỏi đơn vị cung cấp số "
        f"liệu rồi ghi cách xử lý: chạy «dxbook workbook --year {year}», điền sheet «Cần làm rõ» "
        "của bảng tính rồi nhập lại bằng «dxbook import». Không dùng bảng tính thì ghi vào "
        f"data/{year}/rulings.csv: cột finding chép «mã», cột value chép «giá trị», cột decision "
        "là as-reported, corrected hoặc explained. Điểm về lời văn thì sửa lời văn.",
        "What to do: for each of these, either mend the data by the source, or ask the reporting "
        f"unit and write what was decided: run `dxbook workbook --year {year}`, fill in the sheet "
        "“Cần làm rõ” of the workbook and bring it back with `dxbook import`. Without a workbook, "
        f"write it in data/{year}/rulings.csv: copy “id” to the column "
        "finding and “value” to the column value; decision is as-reported, corrected or explained. "
        "Where it is about prose, mend the prose.",
    )


def _decided(finding: Finding, lang: Literal["vi", "en"]) -> list[str]:
    ruling = finding.ruling
    if ruling is None:
        return []
    decision = {
        "as-reported": Text("giữ như báo cáo", "kept as reported"),
        "corrected": Text(
            f"hiệu chỉnh thành {ruling.new_value}", f"corrected to {ruling.new_value}"
        ),
        "explained": Text("đã giải thích", "explained"),
    }[ruling.decision]
    return [
        "",
        f"  {finding.message[lang]}",
        f"    → {decision[lang]} ({ruling.decided_by}, {ruling.decided_on}): {ruling.reason[lang]}",
    ]
