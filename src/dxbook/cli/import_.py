"""`dxbook import`: a filled-in workbook into the year's data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..data import find_root
from ..errors import UsageError
from .app import Root, app, say


@app.command("import")
def import_(
    file: Annotated[Path | None, typer.Argument(help="The workbook, .xlsx.")] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Bring back what the last import changed.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Write without asking, also at a terminal.")
    ] = False,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Overrule values that came from another workbook."),
    ] = False,
    root: Root = None,
) -> None:
    """Read a filled-in workbook, show what it changes, and write it when all is right.

    Example: dxbook import data/2023/workbook.xlsx
    """
    here = find_root(root)
    if undo:
        _undo(here)
        return
    if file is None:
        raise UsageError("Chưa ghi tên tệp. Ví dụ: dxbook import data/2023/workbook.xlsx")
    from ..rollover.difference import described
    from ..rollover.importing import apply_import, plan_import

    plan = plan_import(here, file, replace=replace)
    for line in described(plan):
        say(line)
    if not plan.tables:
        return
    if not yes and sys.stdin.isatty() and not agreed():
        say("Chưa ghi gì.")
        return
    apply_import(plan)
    say(
        f"Đã ghi vào data/{plan.year}/. Muốn bỏ: dxbook import --undo. "
        f"Bước tiếp theo: dxbook check --year {plan.year}"
    )


def agreed() -> bool:
    """Ask, in the officer's words, whether to write; Enter alone writes nothing."""
    from ..rollover.labels import plain

    while True:
        said = plain(typer.prompt("Ghi vào sách? Gõ c (có) hoặc k (không)", "k", err=True))
        if said in ("c", "có", "co", "y", "yes"):
            return True
        if said in ("k", "không", "khong", "n", "no"):
            return False


def _undo(root: Path) -> None:
    from ..rollover.snapshots import last_import, undo

    folder = last_import(root)
    if folder is None:
        raise UsageError("Không có lần nhập nào để hoàn tác.")
    for name in undo(folder):
        say(f"Đã trả lại data/{folder.name}/{name} như trước lần nhập.")
