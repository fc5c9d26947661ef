"""A page runs again when, and only when, something that it was made from has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dxbook.model import answer_digest
from dxbook.run import manifest
from dxbook.run.jobs import PageJob, PageResult

from .conftest import Book, report_with_terms


@pytest.fixture
def glossary(book: Book) -> PageJob:
    """A page that has run and asked for the glossary."""
    book.report = report_with_terms("TTHC")
    digest = answer_digest(book.report.for_year(2022).terms())
    job = book.job("asks_for_the_glossary", DIGEST=digest)
    [result] = book.run(job)
    assert result.reason == "first run"
    return job


def again(book: Book, job: PageJob) -> PageResult:
    [result] = book.run(job)
    assert book.run(job)[0].reused, "what has just run holds"
    return result


def test_a_page_whose_inputs_are_unchanged_is_reused(book: Book, glossary: PageJob) -> None:
    result = again(book, glossary)
    assert (result.reused, result.reason) == (True, "nothing it read changed")


def test_a_page_runs_again_when_an_answer_changes(book: Book, glossary: PageJob) -> None:
    book.report = report_with_terms("TTHC", "CBCC")
    [result] = book.run(glossary)
    assert (result.reused, result.reason) == (False, "the answer to terms() changed")


def test_a_page_that_did_not_ask_is_reused_when_an_answer_changes(book: Book) -> None:
    book.run("draws_lots")
    book.report = report_with_terms("CBCC")
    assert again(book, book.job("draws_lots")).reused


def test_a_page_runs_again_when_its_notebook_changes(book: Book, glossary: PageJob) -> None:
    notebook = book.root / glossary.notebook
    notebook.write_text(notebook.read_text().replace("Asks for", "Asks once for"))
    assert again(book, glossary).reason == "its notebook changed"


def test_a_page_runs_again_when_its_parameters_change(book: Book, glossary: PageJob) -> None:
    other = replace(glossary, parameters={**glossary.parameters, "DIGEST": "another"})
    [result] = book.run(other)
    assert result.reason == "its parameters changed"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"inputs": 1}', '{"inputs": {}}', "\x00"])
@pytest.mark.parametrize("kind", ["manifest", "executed", "asked"])
def test_a_damaged_result_is_made_again(
    book: Book, glossary: PageJob, kind: str, content: str
) -> None:
    place = getattr(manifest.Places.of(glossary, book.out), kind)
    place.write_text(content)
    assert again(book, glossary).reason == "its last result is damaged"


@pytest.mark.parametrize("kind", ["executed", "asked"])
def test_a_result_of_which_a_file_is_gone_is_made_again(
    book: Book, glossary: PageJob, kind: str
) -> None:
    getattr(manifest.Places.of(glossary, book.out), kind).unlink()
    assert again(book, glossary).reason == "its last result is damaged"


def test_a_page_runs_again_when_a_library_changes(
    book: Book, glossary: PageJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = {**manifest.libraries(book.root), "altair": "7"}
    monkeypatch.setattr(manifest, "libraries", lambda root: versions)
    assert again(book, glossary).reason == "altair changed"


def test_a_page_runs_again_when_the_books_requirements_change(
    book: Book, glossary: PageJob
) -> None:
    (book.root / "requirements.lock").write_text("altair==6.3.0\n")
    assert again(book, glossary).reason == "requirements.lock changed"


@pytest.mark.parametrize(
    ("file", "matters"),
    [
        ("charts/rows.py", True),
        ("pages/templates/card.html", True),
        ("wording/phrases.py", True),
        ("run/still.py", True),
        ("cli/app.py", False),
        ("site/theme/style.css", False),
        ("export/tables.py", False),
        ("year/importing.py", False),
        ("pages/__pycache__/charts.cpython-311.pyc", False),
    ],
)
def test_code_that_can_influence_a_page_changes_the_digest_and_other_code_does_not(
    tmp_path: Path, file: str, matters: bool
) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text("before")
    before = manifest.code_digest(tmp_path)
    path.write_text("after")
    assert (manifest.code_digest(tmp_path) != before) is matters
