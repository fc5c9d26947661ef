"""A small book of fixture notebooks, and a way to run pages of it."""

from __future__ import annotations

import ast
import contextlib
import json
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from dxbook.model import Catalogue, Report, Term, Text, YearData
from dxbook.run import manifest
from dxbook.run.jobs import PageJob, PageResult
from dxbook.run.local import local_pages
from dxbook.run.pages import run_pages
from dxbook.words import NO_TEXT

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def report_with_terms(*terms: str) -> Report:
    """A report with nothing in it but a glossary."""
    glossary = {t: Term(t, Text(vi=t, en=t), "", NO_TEXT, NO_TEXT) for t in terms}
    catalogue = Catalogue({}, {}, {}, {}, {}, {}, {}, glossary, (), (), ())
    year = YearData(2022, (), (), (), (), {}, "", True)
    return Report(2022, catalogue, {2022: year})


@dataclass
class Book:
    """A book's folder with fixture notebooks, and how its pages are run."""

    root: Path
    report: Report = field(default_factory=report_with_terms)
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def out(self) -> Path:
        return self.root / "_build" / "pages"

    def job(self, page: str, **parameters: str | int) -> PageJob:
        notebook = Path("notebooks", f"{page}.ipynb")
        if not (self.root / notebook).exists() and (NOTEBOOKS / notebook.name).exists():
            (self.root / "notebooks").mkdir(exist_ok=True)
            shutil.copy(NOTEBOOKS / notebook.name, self.root / notebook)
        return PageJob(page, notebook, {"year": 2022, "lang": "vi", **parameters})

    def run(self, *pages: str | PageJob, **settings: Any) -> list[PageResult]:
        jobs = [self.job(page) if isinstance(page, str) else page for page in pages]
        settings = {"out": self.out, **self.settings, **settings}
        workers, executor = settings.pop("workers", 2), settings.pop("executor", None)
        with contextlib.ExitStack() as stack:
            executor = executor or stack.enter_context(
                local_pages(workers, self.root, settings.get("kernel", "auto"))
            )
            return run_pages(
                jobs,
                root=self.root,
                report_for=lambda year: self.report,
                executor=executor,
                **settings,
            )


@pytest.fixture
def whole_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Book:
    """An empty book, whose jobs bring their notebooks; each run starts its own processes.

    The code is taken to be unchanged, so that it may be edited while the tests run.
    """
    monkeypatch.setattr(manifest, "code_digest", lambda: "as it is")
    root = tmp_path / "book"
    root.mkdir()
    return Book(root)


@pytest.fixture(scope="session")
def standing_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Executor]:
    """Two threads and a warm server for all tests."""
    with local_pages(2, tmp_path_factory.mktemp("standing")) as pages:
        yield pages


@pytest.fixture
def book(whole_book: Book, standing_workers: Executor) -> Book:
    """The same book, run by workers that are there already: for all that is not about these."""
    whole_book.settings["executor"] = standing_workers
    return whole_book


@pytest.fixture(params=["warm", "ordinary"])
def book_of_each_kernel(request: pytest.FixtureRequest, book: Book) -> Book:
    """The same, once with warm and once with ordinary kernels."""
    book.settings["kernel"] = request.param
    return book


def outputs_of(result: PageResult) -> list[Mapping[str, Any]]:
    """All outputs of an executed page, in order."""
    notebook = json.loads(result.executed.read_text())
    return [output for cell in notebook["cells"] for output in cell.get("outputs", ())]


def printed_by(result: PageResult) -> str:
    """What an executed page printed."""
    return "".join(o["text"] for o in outputs_of(result) if o.get("name") == "stdout")


def values_of(result: PageResult) -> list[Any]:
    """The values of an executed page's cells, read back from their text."""
    texts = [o["data"]["text/plain"] for o in outputs_of(result) if "data" in o]
    return [ast.literal_eval(text) for text in texts]
