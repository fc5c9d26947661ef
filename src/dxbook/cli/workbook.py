"""`dxbook workbook`: the workbook of a year as its data stands, whole or cut."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..data import find_root
from ..errors import UsageError
from ..words import said
from .app import Root, command, say


@command("""Ghi bảng tính Excel của một năm đã có.

    Ví dụ: dxbook workbook --year 2023 --by-supplier
    """)
def workbook(
    year: Annotated[
        int,
        typer.Option(
            "--year", help=said("Năm của bảng tính cần ghi.", "The year whose workbook to write.")
        ),
    ],
    by_supplier: Annotated[
        bool,
        typer.Option(
            "--by-supplier",
            help=said(
                "Mỗi đơn vị cung cấp số liệu một bảng tính.",
                "One workbook for each reporting unit.",
            ),
        ),
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            help=said(
                "Báo cáo tới sau: trở thành văn bản nguồn của năm.",
                "A prose report that came later: it becomes the year's source.",
            ),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            help=said(
                "Thư mục để ghi (mặc định: _build/workbooks/NĂM).",
                "Folder to write to (default: _build/workbooks/YEAR).",
            ),
        ),
    ] = None,
    root: Root = None,
) -> None:
    """Bring the Excel workbook of a year up to date: its data, and what has to be made clear.

    It is data/YEAR/workbook.xlsx, where all that was typed into it is imported. Otherwise, and
    for a year without one, the workbook is written below _build/workbooks.

    Example: dxbook workbook --year 2023 --by-supplier
    """
    from ..year.late_report import add_report
    from ..year.workbook_refresh import (
        Carried,
        carried_over,
        keep_filled_in,
        own_workbook,
        refreshed,
    )
    from ..year.year_content import workbooks_of
    from .new_year import report_text

    here = find_root(root)
    read = report_text(report)
    named = f"data/{year}/workbook.xlsx"
    own = own_workbook(here, year) if output is None and not by_supplier else None
    there = own is not None and own.exists()
    carried = carried_over(here, year) if there else None
    if read and there and carried is None:
        raise UsageError(
            said(
                f"{named} có chỗ đã điền mà chưa nhập vào sách, nên chưa đọc báo cáo. "
                f"Hãy chạy «dxbook import {named}» trước, rồi chạy lại lệnh này.",
                f"{named} has cells filled in that were not imported, so the report was not read. "
                f"Run “dxbook import {named}” first, and then this again.",
            )
        )
    proposals = add_report(here, year, *read) if read else None
    if carried is not None:
        shown = Carried(proposals.proposals, proposals.unclaimed) if proposals else carried
        for file in refreshed(here, year, shown):
            say(said(f"Đã ghi {file}", f"Written: {file}"))
        return
    if there:
        say(
            said(
                f"{named} có chỗ đã điền mà chưa nhập vào sách nên được để nguyên. "
                f"Muốn làm mới tệp đó: chạy «dxbook import {named}», rồi chạy lại lệnh này.",
                f"{named} has cells filled in that were not imported, so it was left as it is. "
                f"To bring it up to date: run “dxbook import {named}”, and then this again.",
            )
        )
    files = workbooks_of(
        here,
        year,
        by_supplier=by_supplier,
        proposals=proposals.proposals if proposals else None,
        unclaimed=proposals.unclaimed if proposals else (),
    )
    folder = output or here / "_build" / "workbooks" / str(year)
    folder.mkdir(parents=True, exist_ok=True)
    for name, kept in keep_filled_in(here, [folder / name for name in files]).items():
        say(
            said(
                f"«{name}» có số chưa nhập vào sách nên được giữ lại với tên «{kept}». "
                f"Muốn đưa các số đó vào sách: dxbook import {folder / kept}",
                f"“{name}” has values that were not imported; it is kept as “{kept}”. "
                f"To bring them into the book: dxbook import {folder / kept}",
            )
        )
    for name, content in files.items():
        (folder / name).write_bytes(content)
        say(said(f"Đã ghi {folder / name}", f"Written: {folder / name}"))
