"""What may be asked of a build: an option is declared here, once, and used where it is meant."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Option

from ..words import LANGS, Lang, said

#: How long a build's processes stay ready for the next; on a machine that only builds, not at all.
SECONDS_READY = 0 if os.environ.get("CI") else 180


#: What may be asked for in place of one: every language, every place that has data.
EVERY = "all"
if TYPE_CHECKING:
    LangChoice = Lang
else:
    # What `--lang` takes follows the catalogues: a language more is a file more.
    LangChoice = Literal[(*LANGS, EVERY)]


class KernelKind(StrEnum):
    """The kinds of kernel `--kernel` takes."""

    auto = "auto"
    warm = "warm"
    ordinary = "ordinary"


@dataclass(frozen=True)
class BuildOptions:
    """The options of `dxbook build`, which takes them from the fields, and their values.

    A daemon is handed them as they are.
    """

    year: Annotated[
        int | None, Option("--year", help=said("Only this edition (default: every year)."))
    ] = None
    lang: Annotated[LangChoice, Option("--lang", help=said("Only this language."))] = EVERY
    jobs: Annotated[int | None, Option("--jobs", "-j", min=1, help=said("Pages run at once."))] = (
        None
    )
    explain: Annotated[
        bool, Option("--explain", help=said("Say of each page why it ran or did not."))
    ] = False
    kernel: Annotated[
        KernelKind, Option("--kernel", help=said("What pages run in; the book is the same."))
    ] = KernelKind.auto
    cluster: Annotated[
        str | None,
        Option("--cluster", help=said("Run pages on the Dask cluster at this address, or local.")),
    ] = None
    place: Annotated[
        list[str] | None,
        Option(
            "--place",
            help=said(
                "The book of this place (its id in data/places.csv), or all: every place "
                "with data of its own. May be given several times."
            ),
        ),
    ] = None
    keep_ready: Annotated[
        int,
        Option(
            "--keep-ready",
            min=0,
            envvar="DXBOOK_KEEP_READY",
            show_envvar=False,
            show_default=False,
            help=said(
                "For so many seconds after a build, stay ready in the background, so "
                "that the next one is faster; 0: not at all (default: {seconds_ready}).",
                seconds_ready=SECONDS_READY,
            ),
        ),
    ] = SECONDS_READY

    @property
    def workers(self) -> int:
        """How many pages run, and books are made, at once."""
        return self.jobs or os.cpu_count() or 1

    @property
    def places(self) -> tuple[str, ...]:
        """The places whose books are asked for; "" is the report's own."""
        return tuple(self.place or ("",))

    @property
    def editions(self) -> str:
        """The editions asked for, in words."""
        return f"{self.year or 'every year'}, {self.lang}, {' '.join(self.places)}"


def site_of(root: Path) -> Path:
    """Where a book's site is published."""
    return root / "_build" / "site"
