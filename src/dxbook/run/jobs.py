"""What is to be run, what came of it, and where the results lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model import Edition, Lang

Parameters = Mapping[str, str | int]


@dataclass(frozen=True)
class PageJob:
    """One page of one edition, to be run or found unchanged.

    Args:
        page: name of the page; its results are named after it.
        notebook: the notebook, absolute or relative to the book's root.
        parameters: what the notebook is run with; always a `year` and a `lang`, and
            for an edition of a place a `place`.
    """

    page: str
    notebook: Path
    parameters: Parameters

    @property
    def edition(self) -> Edition:
        """The edition that the parameters name.

        >>> PageJob("society", Path("society.ipynb"), {"year": 2022, "lang": "vi"}).edition.name
        '2022-vi'
        """
        lang: Lang = "en" if self.parameters["lang"] == "en" else "vi"
        return Edition(int(self.parameters["year"]), lang, str(self.parameters.get("place", "")))


@dataclass(frozen=True)
class PageResult:
    """A page that has its executed notebook.

    Args:
        asked: what the page asked of the report (`dxbook.data.asked`).
        reason: in words, why the page ran or did not.
    """

    job: PageJob
    executed: Path
    asked: Path
    reused: bool
    reason: str


@dataclass(frozen=True)
class Places:
    """Where a job's files lie under the folder of results."""

    executed: Path
    asked: Path
    manifest: Path

    @classmethod
    def of(cls, job: PageJob, out: Path) -> Places:
        """The three files of a job."""
        folder = out / job.edition.name
        return cls(
            executed=folder / f"{job.page}.ipynb",
            asked=folder / f"{job.page}.asked.json",
            manifest=folder / f"{job.page}.json",
        )
