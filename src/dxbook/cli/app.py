"""The Typer application that the commands hang on, and how errors leave it."""

from __future__ import annotations

import importlib
import inspect
import io
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, get_type_hints

import typer
from typer import Option

from ..errors import DxbookError
from ..words import LANGS, Lang, Value, said
from .typer_words import SpokenCommand, SpokenGroup, as_spoken

C = TypeVar("C", bound=Callable[..., Any])
#: A dataclass of options.
D = TypeVar("D")
#: A command that is given its options at once, and the book's folder.
Run = Callable[[D, Path | None], None]
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
    Option(
        "--root",
        help=said("The book's folder (default: the nearest upward with _config.yml and data/)."),
    ),
]
Year = Annotated[
    int | None, Option("--year", help=said("The edition's year (default: the newest)."))
]
if TYPE_CHECKING:
    OneLanguage = Lang
else:
    # What `--lang` takes follows the catalogues: a language more is a file more.
    OneLanguage = Literal[LANGS]
Language = Annotated[
    OneLanguage | None,
    Option(
        "--lang",
        help=said(
            "Language of the messages: {langs} (default: the one that is spoken).",
            langs=", ".join(LANGS),
        ),
    ),
]
Json = Annotated[bool, Option("--json", help=said("Write JSON on stdout."))]


def command(name: str | None = None) -> Callable[[C], C]:
    """Register a command; its docstring is its help, in the language that is spoken.

    Args:
        name: the command's name, where it is not that of the function.
    """

    def register(call: C) -> C:
        in_english = inspect.getdoc(call) or ""
        return app.command(name, help=said(in_english), cls=SpokenCommand)(call)

    return register


def with_options(kind: type[D]) -> Callable[[Run[D]], Callable[..., None]]:
    """Have a command take the fields of a dataclass as its options, and `--root`.

    Args:
        kind: a dataclass; each field's type says what its option is, its default what is meant
            where it is not given.
    """
    declared = [*fields(kind)]  # type: ignore[arg-type]  # a dataclass
    hints = {**get_type_hints(kind, include_extras=True), "root": Root}
    defaults = {**{each.name: each.default for each in declared}, "root": None}

    def taken_by(run: Run[D]) -> Callable[..., None]:
        def call(*, root: Path | None, **given: Any) -> None:
            run(kind(**given), root)

        call.__name__, call.__doc__, call.__annotations__ = run.__name__, run.__doc__, hints
        by_name = inspect.Parameter.KEYWORD_ONLY
        call.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # Typer reads it
            [
                inspect.Parameter(name, by_name, default=default, annotation=hints[name])
                for name, default in defaults.items()
            ]
        )
        return call

    return taken_by


def command_modules(wanted: str) -> list[str]:
    """The modules to import for a command: its own, or all of them for help.

    A command lives in the module of its name, `new-year` in `new_year.py`; a name that Python
    keeps for itself has an underscore behind it (`import_.py`).
    """
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    helpers = ("__init__", "app", "progress", "typer_words")
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
        announce("Aborted!")
        exit_code = 1
    raise SystemExit(exit_code)


def tell(error: DxbookError) -> int:
    """Tell the person at the terminal what is wrong; gives the exit code."""
    say(f"dxbook: {error}")
    return error.exit_code


def say(message: str) -> None:
    """Tell the person at the terminal; output meant for programs goes to stdout instead."""
    print(message, file=sys.stderr)


def announce(message: str, /, **values: Value) -> None:
    """Tell the person at the terminal a message of the catalogues; see `dxbook.words.said`."""
    say(said(message, **values))
