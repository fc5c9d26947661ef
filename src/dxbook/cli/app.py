"""The Typer application that the commands hang on, and how errors leave it."""

from __future__ import annotations

import importlib
import inspect
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from ..errors import DxbookError
from ..words import said
from .typer_words import SpokenCommand, SpokenGroup, as_spoken

C = TypeVar("C", bound=Callable[..., Any])
#: How Typer says that a call is wrong; where that class lives differs from release to release.
CALLED_WRONGLY: Any = typer.BadParameter.__base__

app = typer.Typer(
    name="dxbook",
    help=said("A province's digital-transformation results as a reproducible report book."),
    cls=SpokenGroup,
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
        "--root",
        help=said("The book's folder (default: the nearest upward with _config.yml and data/)."),
    ),
]
Year = Annotated[
    int | None,
    typer.Option(
        "--year",
        help=said("The edition's year (default: the newest)."),
    ),
]


def command(name: str | None = None) -> Callable[[C], C]:
    """Register a command; its docstring is its help, in the language that is spoken.

    Args:
        name: the command's name, where it is not that of the function.
    """

    def register(call: C) -> C:
        in_english = inspect.getdoc(call) or ""
        return app.command(name, help=said(in_english), cls=SpokenCommand)(call)

    return register


def command_modules(wanted: str) -> list[str]:
    """The modules to import for a command: its own, or all of them for help.

    A command lives in the module of its name, `new-year` in `new_year.py`; a name that Python
    keeps for itself has an underscore behind it (`import_.py`).
    """
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    helpers = ("__init__", "app", "daemon", "progress", "typer_words", "workshop")
    names = [name for name in names if name not in helpers]
    own = wanted.replace("-", "_")
    return [name for name in names if name.rstrip("_") == own] or names


def main() -> None:
    """Run the command line; a `DxbookError` is one message and its exit code, no traceback."""
    for name in command_modules(sys.argv[1] if len(sys.argv) > 1 else ""):
        importlib.import_module(f".{name}", __package__)
    try:
        exit_code = app(standalone_mode=False)
    except DxbookError as error:
        exit_code = tell(error)
    except CALLED_WRONGLY as error:
        shown = io.StringIO()
        error.show(file=shown)
        sys.stderr.write(as_spoken(shown.getvalue()))
        exit_code = error.exit_code
    except typer.Abort:
        say(said("Aborted!"))
        exit_code = 1
    raise SystemExit(exit_code)


def tell(error: DxbookError) -> int:
    """Tell the person at the terminal what is wrong; gives the exit code."""
    say(f"dxbook: {error}")
    return error.exit_code


def say(message: str) -> None:
    """Tell the person at the terminal; output meant for programs goes to stdout instead."""
    print(message, file=sys.stderr)
