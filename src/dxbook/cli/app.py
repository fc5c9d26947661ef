"""The Typer application that the commands hang on, and how errors leave it."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from ..errors import DxbookError

app = typer.Typer(
    name="dxbook",
    help="A province's digital-transformation results as a reproducible report book.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def _named() -> None:
    """Keep commands named even when only one of them is imported."""


Root = Annotated[
    Path | None,
    typer.Option(
        "--root", help="The book's folder (default: the nearest upward with _config.yml and data/)."
    ),
]
Year = Annotated[
    int | None, typer.Option("--year", help="The edition's year (default: the newest).")
]


def command_modules(wanted: str) -> list[str]:
    """The modules to import for a command: its own, or all of them for help.

    A command lives in the module of its name, `new-year` in `new_year.py`; a name that Python
    keeps for itself has an underscore behind it (`import_.py`).
    """
    names = [m.name for m in pkgutil.iter_modules([str(Path(__file__).parent)])]
    names = [name for name in names if name not in ("app", "progress", "workshop")]
    own = wanted.replace("-", "_")
    return [name for name in names if name.rstrip("_") == own] or names


def main() -> None:
    """Run the command line; a `DxbookError` is one message and its exit code, no traceback."""
    for name in command_modules(sys.argv[1] if len(sys.argv) > 1 else ""):
        importlib.import_module(f".{name}", __package__)
    try:
        app()
    except DxbookError as error:
        print(f"dxbook: {error}", file=sys.stderr)
        raise SystemExit(error.exit_code) from None


def say(message: str) -> None:
    """Tell the person at the terminal; output meant for programs goes to stdout instead."""
    print(message, file=sys.stderr)
