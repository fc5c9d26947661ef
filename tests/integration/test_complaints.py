"""What Frictionless complains of in a table is told in Vietnamese, in words of this book."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from dxbook.data import Files
from dxbook.data.schema import package_descriptor
from dxbook.data.validate import problems_in

#: A table, what is changed in it, and what is said then.
BROKEN = [
    (
        "scopes.csv",
        ",province,225,",
        ",province,many,",
        "dòng 4, cột places: «many» không phải là số nguyên; hãy viết như 225",
    ),
    (
        "scopes.csv",
        ",province,13,,2025-06-30",
        ",province,13,,30/6/2025",
        "dòng 3, cột valid_to: «30/6/2025» không phải là ngày; hãy viết như 2025-06-30",
    ),
    (
        "units.csv",
        "percentage-points,points,",
        "percentage-points,stars,",
        "«stars» không được ghi ở đây: chỉ được ghi một trong các từ: percent, ",
    ),
    (
        "units.csv",
        "percentage-points,points,",
        "Điểm %,points,",
        "«Điểm %» không được ghi ở đây: phải viết theo mẫu: chỉ gồm chữ thường không dấu",
    ),
    ("units.csv", "percentage-points,points,", "percent,points,", "dòng 3", "trùng với dòng 2"),
    (
        "pillars.csv",
        "institutions,1,Thể chế số,",
        "institutions,0,Thể chế số,",
        "«0» không được ghi ở đây: không được nhỏ hơn 1",
    ),
    ("pillars.csv", "institutions,1,Thể chế số,", "institutions,1,,", "ô này trống; phải có"),
    ("pillars.csv", ",source_name,headline", ",source_name", "thiếu cột «headline»"),
    ("pillars.csv", ",source_name,headline", ",source_name,headline,x", "thừa cột «x»"),
    (
        "indicators.csv",
        "steering_committees,institutions,",
        "steering_committees,institution,",
        "mã «institution» không có trong data/pillars.csv",
    ),
    (
        "units.csv",
        "điểm phần trăm,percentage point,",
        "điểm, phần trăm,percentage point,",
        "thừa ô",
    ),
    ("units.csv", "điểm phần trăm,percentage point,", "điểm phần trăm,", "thiếu ô"),
    ("units.csv", "percentage-points,points,", ",,,,\npercentage-points,points,", "dòng này trống"),
]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: f"{case[0]} {case[2][:24]}")
def test_a_complaint_is_told_in_vietnamese_with_its_row(
    case: tuple[str, ...], sources: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, old, new, *words = case
    copy = sources.copy(tmp_path / "book")
    table = copy.root / "data" / file
    text = table.read_text(encoding="utf-8")
    assert text.count(old) == 1
    table.write_text(text.replace(old, new), encoding="utf-8", newline="")
    monkeypatch.setenv("DXBOOK_LANG", "vi")
    files = Files(copy.root)
    problems = problems_in(files, package_descriptor(files), ())
    told = "\n".join(str(problem) for problem in problems)
    for part in words:
        assert part in told
    assert told.startswith(f"data/{file}, dòng ")
    assert "Frictionless" not in told
    assert re.search(r"\b(the|is|not|row|column|cell)\b", told) is None
